using Zhixin.Courts;
using Zhixin.Petitions;
using Zhixin.Petitions.Acts;
using Zhixin.Regulations;

namespace Zhixin.Supervisions.Acts;

/// <summary>Begin a supervision.</summary>
/// <param name="Case">The enforcement case as read; null where what was given cannot be read.</param>
/// <param name="On">The petition that it stands on; null for one that stands on the case alone.</param>
/// <param name="Source">Code of the list of sources.</param>
public sealed record OpenSupervision(
    Court By, CaseNumber? Case, Petition? On, string? Source, string? Body, string? Complaint, IReadOnlyList<string> Flags, DateOnly? ReceivedOn)
{
    /// <summary>The names of staff whom the material accuses, as given.</summary>
    public IReadOnlyList<string> Names { get; init; } = [];

    /// <summary>The staff of these names.</summary>
    public IReadOnlyList<(Guid Id, string Name)> Accused { get; init; } = [];
}

/// <summary>A supervision that runs on the same matter.</summary>
public sealed record RunningSupervision(int Home, Guid Id, string Number, string CourtName);

/// <summary>What beginning has to know beside what was given.</summary>
/// <param name="Superiors">The superiors of a court, nearest first.</param>
/// <param name="Sources">The list of sources (HNP-4).</param>
/// <param name="FlagList">The list of what asks for a panel (HNP-6).</param>
/// <param name="Bars">The list of facts that bar superiors (SPC16-8, 14(3), 18).</param>
/// <param name="Running">
/// The supervision that another superior leads on the same matter; where a court presses its own people, the one in which it does so already. Null where none runs.
/// </param>
public sealed record OpeningRules(
    Func<int, IReadOnlyList<Court>> Superiors, CodeList Sources, CodeList FlagList, CodeList Bars, RunningSupervision? Running, DateOnly Today);

/// <summary>
/// Beginning a supervision (HNI-1 to 3, HNI-17, HNP-1 to 4): by a superior, about a case that an enforcement bureau handles, one at a time. A court that presses
/// its own people (GC21-5(4)) leads nothing: its supervision keeps no superior from beginning one, and stands beside that of a superior.
/// </summary>
public static class Opening
{
    /// <summary>The act in the authority matrix.</summary>
    public const string Act = "open-supervision";

    /// <summary>The act by which a court presses its own people (GC21-5(4)).</summary>
    public const string Internal = "supervise-internally";

    /// <summary>The number comes when it is written.</summary>
    public static Decision<SupervisionMaterialReceived> Decide(OpenSupervision command, OpeningRules rules)
    {
        if (command.Case is not { } number)
        {
            return new Refusal.Input("caseNumber", "case-number-unreadable");
        }

        if (number.Court is not { } enforcing)
        {
            return new Refusal.Input("caseNumber", "court-unknown", number.Text);
        }

        return (Against(command, number, enforcing, rules) ?? Missing(command, rules)) is { } refusal ? refusal : new[]
        {
            new SupervisionMaterialReceived(
                string.Empty, command.By.Number, enforcing.Number,
                new SupervisionSubject(command.On?.Id.Id, command.On?.Id.Home, command.On?.Opened.Number, number.Text), command.Source!, Blank(command.Body),
                command.Complaint!.Trim(), command.Flags, [.. (command.On?.Accused ?? []).Union(command.Accused.Select(a => a.Id))], command.ReceivedOn ?? rules.Today),
        };
    }

    private static Refusal? Against(OpenSupervision command, CaseNumber number, Court enforcing, OpeningRules rules) => command switch
    {
        _ when !number.IsEnforcement => new Refusal.Law("HNI-17", "supervision-not-bureau", number.Text),
        { By: var by } when by.Number == enforcing.Number && NotInternal(command) is { } not => not,
        { By: var by } when by.Number != enforcing.Number && rules.Superiors(enforcing.Number).All(s => s.Number != by.Number) => new Refusal.Law("HNI-2", "supervision-not-below", enforcing.Name),
        { On: { } petition } when petition.Opened.CaseNumber is { } other && other != number.Text => new Refusal.Input("caseNumber", "supervision-other-case", other),
        { On: { } petition } when HandingDown.Barred(petition, rules.Bars) is { } barred => barred,
        { By: var by } when rules.Running is { } running && by.Number == enforcing.Number => new Refusal.Law("GC21-5(4)", "supervision-internal-runs", running.Number),
        _ when rules.Running is { } running => new Refusal.Law("HNI-2", "supervision-runs", running.CourtName, running.Number),
        _ => null,
    };

    /// <summary>A court presses its own people in its key petitions alone (GC21-5(4)).</summary>
    private static Refusal.Law? NotInternal(OpenSupervision command) => command.On is { Priority: not Priority.Ordinary } ? null : new Refusal.Law("GC21-5(4)", "supervision-internal-not-key");

    private static Refusal.Input? Missing(OpenSupervision command, OpeningRules rules) => command switch
    {
        _ when rules.Sources.Find(command.Source ?? string.Empty) is null => new Refusal.Input("source", "supervision-source-unknown", command.Source ?? string.Empty),
        _ when string.IsNullOrWhiteSpace(command.Complaint) => new Refusal.Input("complaint", "supervision-needs-complaint"),
        _ when command.Flags.FirstOrDefault(f => rules.FlagList.Find(f) is null) is { } unknown => new Refusal.Input("flags", "supervision-flag-unknown", unknown),
        _ when Naming.Unknown(command.Names, command.Accused) is { } unknown => unknown,
        { ReceivedOn: { } on } when on > rules.Today => new Refusal.Input("receivedOn", "date-in-future", on),
        { ReceivedOn: { } on } when on < Calendar.WorkCalendar.First => new Refusal.Input("receivedOn", "date-too-early", Calendar.WorkCalendar.First),
        _ => null,
    };

    private static string? Blank(string? text) => string.IsNullOrWhiteSpace(text) ? null : text.Trim();
}
