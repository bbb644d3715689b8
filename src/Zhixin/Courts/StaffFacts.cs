using Zhixin.History;

namespace Zhixin.Courts;

/// <summary>A person took up posts at a court.</summary>
/// <param name="UserName">The name of the sign-in, lower case; never changes.</param>
/// <param name="Unit">Name of the unit; empty where the person belongs to none.</param>
/// <param name="Posts">Codes of <c>courts/posts.yaml</c>, at least one.</param>
[Fact("staff.appointed")]
public sealed record StaffAppointed(string Name, string UserName, string Unit, IReadOnlyList<string> Posts);

/// <summary>The unit or the posts are others from now on.</summary>
[Fact("staff.posts-changed")]
public sealed record StaffPostsChanged(string Unit, IReadOnlyList<string> Posts, string Reason);

/// <summary>The person left the court and can no longer sign in.</summary>
[Fact("staff.left")]
public sealed record StaffLeft(string Reason);

/// <summary>Somebody acts for the person for some days; recorded on what he or she does as "A for B". The clocks keep running.</summary>
/// <param name="Acts">Acts of the authority matrix; empty: all that the person may do.</param>
/// <param name="From">First day, inclusive.</param>
/// <param name="To">Last day, inclusive.</param>
[Fact("staff.deputy-named")]
public sealed record StaffDeputyNamed(Guid Id, Guid Deputy, string DeputyName, IReadOnlyList<string> Acts, DateOnly From, DateOnly To);

/// <summary>The deputy's time ended early: <paramref name="To"/> is its last day now.</summary>
[Fact("staff.deputy-ended")]
public sealed record StaffDeputyEnded(Guid Id, DateOnly To, string Reason);

/// <summary>A court set up a unit. <paramref name="Kind"/> is a code of <c>courts/units.yaml</c>.</summary>
[Fact("staff.unit-created")]
public sealed record StaffUnitCreated(string Kind, string Name);
