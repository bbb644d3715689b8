using Zhixin.Petitions.Acts;
using Zhixin.Regulations;

namespace Zhixin.Supervisions.Acts;

/// <summary>Say what the first review came to.</summary>
public sealed record ReviewMaterial(bool Qualifies, string? Ground, string? Situation, SupervisionMode? Mode, string? Opinion, string? LateReason, Actors By);

/// <summary>What reviewing has to know.</summary>
/// <param name="Grounds">The list of grounds (HNI-3).</param>
/// <param name="Situations">The list of situations, each under its mode (HNP-7); null where HNP is not in force: then only the letter is asked for.</param>
public sealed record ReviewRules(CodeList Grounds, CodeList? Situations, DateOnly On);

/// <summary>The first review and what prepares it (HNI-4, HNP-6, 7, 12).</summary>
public static class Reviewing
{
    /// <summary>The act in the authority matrix.</summary>
    public const string Act = "review-supervision";

    /// <summary>A named person reviews.</summary>
    public static Decision<object> Name(Supervision supervision, Candidate? reviewer, int court) => supervision switch
    {
        { IsOpen: false } => Over(supervision),
        _ when Naming.Against(supervision, reviewer, court, "reviewer") is { } unfit => unfit,
        { Reviewer.Reviewer: var now } when now == reviewer!.Id => new Refusal.State("already-assigned", reviewer.Name),
        _ => new object[] { new SupervisionReviewerNamed(reviewer!.Id, reviewer.Name) },
    };

    /// <summary>A panel for the matter (HNP-6).</summary>
    public static Decision<object> FormPanel(Supervision supervision, IReadOnlyList<Candidate> members, int court) => supervision switch
    {
        _ when NoPanel(supervision, court) is { } not => not,
        _ => Members(supervision, members, court) ?? (Decision<object>)new object[]
        {
            new SupervisionPanelFormed(supervision.Panels.Count + 1, PanelPurpose.Review, null, [.. members.Select(m => new PanelMember(m.Id, m.Name))], null),
        },
    };

    /// <summary>Why a court forms no panel for the matter, whoever would sit; null where it can.</summary>
    public static Refusal? NoPanel(Supervision supervision, int court) => supervision switch
    {
        { IsOpen: false } => Over(supervision),
        _ when Leading.NotLead(supervision, court) is { } not => not,
        { Reviewed: not null } => new Refusal.State("supervision-reviewed"),
        _ => null,
    };

    /// <summary>Why people do not make a panel: three or more of one court, an odd number, nobody twice, nobody whom the matter accuses.</summary>
    internal static Refusal? Members(Supervision supervision, IReadOnlyList<Candidate> members, int court) => members switch
    {
        _ when members.Select(m => Naming.Against(supervision, m, court, "members")).FirstOrDefault(not => not is not null) is { } unfit => unfit,
        _ when members.Select(m => m.Id).Distinct().Count() != members.Count || members.Count < 3 || members.Count % 2 == 0 => new Refusal.Law("HNP-6", "panel-size", members.Count),
        _ => null,
    };

    /// <summary>The review says whether it is supervised, on which ground, and in which mode.</summary>
    public static Decision<object> Decide(Supervision supervision, ReviewMaterial command, ReviewRules rules)
    {
        if (NotReviewable(supervision, rules.Situations is not null) is { } not)
        {
            return not;
        }

        return Against(supervision, command, rules) is { } refusal ? refusal : Facts(supervision, command, rules.Situations is not null).ToArray();
    }

    /// <summary>Why there is nothing to review; null when there is.</summary>
    /// <param name="hainan">Whether HNP is in force, by which some matters need a panel.</param>
    public static Refusal? NotReviewable(Supervision supervision, bool hainan) => supervision switch
    {
        { IsOpen: false } => Over(supervision),
        { Reviewed: not null } => new Refusal.State("supervision-reviewed"),
        { NeedsPanel: true, Panel: null } when hainan => new Refusal.Law("HNP-6", "supervision-needs-panel"),
        _ => null,
    };

    /// <summary>A possible error is flagged by a superior body, an own leader or the bureau (HNP-12).</summary>
    public static Decision<object> Flag(Supervision supervision, string? by, string? what, bool urgent) => supervision switch
    {
        { IsOpen: false } => Over(supervision),
        _ when string.IsNullOrWhiteSpace(by) => new Refusal.Law("HNP-12", "error-flag-needs-source"),
        _ when string.IsNullOrWhiteSpace(what) => new Refusal.Law("HNP-12", "error-flag-needs-content"),
        _ => new object[] { new SupervisionErrorFlagged(supervision.Errors.Count + 1, by.Trim(), what.Trim(), urgent) },
    };

    /// <summary>The handler writes the review opinion about one possible error (HNP-12); each has its own.</summary>
    /// <param name="no">Number of the possible error; null for the oldest that has no opinion.</param>
    public static Decision<object> Write(Supervision supervision, int? no, bool errorFound, string? content, string? document, Actors by) => Flagged(supervision, no) switch
    {
        _ when NothingFlagged(supervision) is { } not => not,
        null => new Refusal.Input("error", "review-opinion-unknown", no),
        { Opinion: not null } => new Refusal.State("review-opinion-written"),
        _ when supervision.Mode == SupervisionMode.Correct && !IsNamed(supervision, by) => new Refusal.Law("HNP-7(4)", "full-review-not-named"),
        _ when string.IsNullOrWhiteSpace(content) => new Refusal.Law("HNP-12", "review-opinion-needs-content"),
        _ when string.IsNullOrWhiteSpace(document) => new Refusal.Law("HNP-12", "review-opinion-needs-document"),
        { Facts.No: var error } => new object[] { new SupervisionReviewOpinionWritten(error, errorFound, content.Trim(), document.Trim(), by.Person, by.For) },
    };

    /// <summary>Whether somebody, or whom they act for, is of the panel or, where there is none, the person named to review.</summary>
    private static bool IsNamed(Supervision supervision, Actors by) =>
        supervision.Panel is { } panel ? panel.Includes(by.For ?? by.Person) : supervision.Reviewer?.Reviewer == (by.For ?? by.Person);

    /// <summary>Why no review opinion is owed; null where a possible error has none.</summary>
    public static Refusal? NothingFlagged(Supervision supervision) => supervision switch
    {
        { IsOpen: false } => Over(supervision),
        _ when supervision.Errors.All(e => e.Opinion is not null) => new Refusal.Law("HNP-12", "review-opinion-nothing-flagged"),
        _ => null,
    };

    /// <summary>Why a matter is not taken up in a mode where HNP is in force: some modes need an instruction, and a full review somebody who makes it (HNP-7(2), (4), 9).</summary>
    internal static Refusal.Law? Uninstructed(Supervision supervision, SupervisionMode mode) => mode switch
    {
        SupervisionMode.TransferWithResult when supervision.InstructedTo(mode) is null => new Refusal.Law("HNP-9", "mode-needs-instruction"),
        SupervisionMode.Correct when supervision.InstructedTo(mode) is null => new Refusal.Law("HNP-7(4)", "mode-needs-instruction"),
        SupervisionMode.Correct when supervision is { Reviewer: null, Panel: null } => new Refusal.Law("HNP-7(4)", "correct-needs-reviewer"),
        _ => null,
    };

    /// <summary>The matter is taken up in a mode; where the mode needs an instruction, its clock counts from there (HNP-9).</summary>
    internal static SupervisionAccepted Accepted(Supervision supervision, SupervisionMode mode, bool hainan) =>
        new(mode, hainan && mode == SupervisionMode.TransferWithResult ? supervision.InstructedTo(mode)?.Facts.ReceivedOn : null);

    /// <summary>Why nothing is done on a supervision that is over.</summary>
    public static Refusal.State Over(Supervision supervision) => new("supervision-over", supervision.End!.How);

    private static ErrorFlag? Flagged(Supervision supervision, int? no) => no is { } given ? supervision.Error(given) : supervision.Errors.FirstOrDefault(e => e.Opinion is null);

    private static Refusal? Against(Supervision supervision, ReviewMaterial command, ReviewRules rules) => command switch
    {
        { By: var by } when supervision.Panel is { } panel && !panel.Includes(by.For ?? by.Person) => new Refusal.Law("HNP-6", "review-not-member"),
        _ when string.IsNullOrWhiteSpace(command.Opinion) => new Refusal.Law("HNP-7(1)", "supervision-review-needs-opinion"),
        _ when IsLate(supervision, rules.On) && string.IsNullOrWhiteSpace(command.LateReason) => new Refusal.Law("HNP-7(1)", "supervision-review-late"),
        { Qualifies: false } => null,
        { Mode: not SupervisionMode.DirectTransfer } when rules.Grounds.Find(command.Ground ?? string.Empty) is null => new Refusal.Law("HNI-3(1)", "supervision-ground-unknown"),
        { Mode: SupervisionMode.Listed } => new Refusal.Law("HNP-17", "supervision-listed-by-approval"),
        { Mode: { } mode } => WrongSituation(command, mode, rules) ?? (rules.Situations is null ? null : Uninstructed(supervision, mode)),
        _ => null,
    };

    /// <summary>Where HNP is in force, the situation chooses the mode.</summary>
    private static Refusal? WrongSituation(ReviewMaterial command, SupervisionMode mode, ReviewRules rules)
    {
        var code = System.Text.Json.JsonNamingPolicy.KebabCaseLower.ConvertName(mode.ToString());
        return rules.Situations?.Items.FirstOrDefault(item => item.Code == code) is not { } item || item.Sub.Any(sub => sub.Code == command.Situation)
            ? null
            : new Refusal.Law(item.Clause, "supervision-mode-situation", item.Name);
    }

    /// <summary>Later than as a rule: a reason suffices (HNP-7).</summary>
    private static bool IsLate(Supervision supervision, DateOnly on) => supervision.Obligations.Any(o => o.IsOpen && o.Rule.FulfilledBy.Contains("supervision.reviewed") && o.Due < on);

    private static IEnumerable<object> Facts(Supervision supervision, ReviewMaterial command, bool hainan)
    {
        var opinion = command.Opinion!.Trim();
        yield return new SupervisionReviewed(
            command.Qualifies, command.Qualifies ? command.Ground : null, command is { Qualifies: true, Ground: not null }, command.Qualifies ? command.Situation : null, command.Qualifies ? command.Mode : null, opinion,
            string.IsNullOrWhiteSpace(command.LateReason) ? null : command.LateReason.Trim(), command.By.Person, command.By.For);
        if (!command.Qualifies)
        {
            yield return new SupervisionClosed("unqualified", opinion);
        }
        else if (command.Mode is { } mode)
        {
            yield return Accepted(supervision, mode, hainan);
        }
    }
}
