using Zhixin.History;

namespace Zhixin.PlatformItems;

/// <summary>An item of the command platform came in for a court below (HNP-1, HNP-4(5), HNP-18).</summary>
/// <param name="Number">Gapless per entering court and year.</param>
/// <param name="External">Number on the platform; with the kind it stands once at a court.</param>
/// <param name="Kind">Code of the pack's nine kinds.</param>
/// <param name="From">Number of the superior that supervises it: the home of the item.</param>
/// <param name="To">Number of the court that handles it.</param>
/// <param name="Content">What is to be done.</param>
/// <param name="DueOn">Until when, as the platform says; null where it says nothing.</param>
[Fact("platform-item.received", Clause = "HNP-18")]
public sealed record PlatformItemReceived(
    string Number, string External, string Kind, int From, int To, string? CaseNumber, string Content, DateOnly ReceivedOn, bool DueStated, DateOnly? DueOn);

/// <summary>The lower court names who handles it (HNP-19).</summary>
[Fact("platform-item.handler-named", Clause = "HNP-19")]
public sealed record PlatformItemHandlerNamed(Guid Handler, string HandlerName, string? Phone);

/// <summary>The superior names who checks and confirms (HNP-18).</summary>
[Fact("platform-item.verifier-named", Clause = "HNP-18")]
public sealed record PlatformItemVerifierNamed(Guid Verifier, string VerifierName);

/// <summary>The handler replied "completed" on the platform (HNP-18).</summary>
[Fact("platform-item.completed", Clause = "HNP-18")]
public sealed record PlatformItemCompleted(string Reply, string Document, Guid CompletedBy, Guid? CompletedFor);

/// <summary>The superior's named person found that it is not done.</summary>
/// <param name="DueStated">Whether a new date was set.</param>
/// <param name="DueOn">Until when it is to be done now: the new date, or the old one; null where neither was set.</param>
[Fact("platform-item.returned", Clause = "HNP-18")]
public sealed record PlatformItemReturned(string Reason, bool DueStated, DateOnly? DueOn);

/// <summary>The superior's named person checked and confirmed (HNP-18).</summary>
[Fact("platform-item.confirmed", Clause = "HNP-18")]
public sealed record PlatformItemConfirmed(string Opinion);

/// <summary>What is done about an overdue item (HNP-16, 18).</summary>
/// <param name="Means">Code of the pack's list.</param>
[Fact("platform-item.pressed", Clause = "HNP-16")]
public sealed record PlatformItemPressed(string Means, string Content);

/// <summary>The item is over.</summary>
/// <param name="Why">"confirmed", or the reason for which it was taken back.</param>
[Fact("platform-item.closed", Clause = "HNP-18")]
public sealed record PlatformItemClosed(string Why);

/// <summary>An act was entered later than the packs let pass, with what proves its day.</summary>
[Fact("platform-item.entered-late")]
public sealed record PlatformItemEnteredLate(string Act, string Proof, int Workdays);
