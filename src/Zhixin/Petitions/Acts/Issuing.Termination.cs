using Zhixin.Papers;

namespace Zhixin.Petitions.Acts;

/// <summary>When the papers of procedures and of termination can be issued, and by which court (SPC16-12, 19 to 25).</summary>
public static partial class Issuing
{
    /// <summary>The procedure that a court filed last, of whose filing both sides are told; null where it filed none.</summary>
    public static (Conversion Chain, ReviewStep Step)? Filed(Petition petition, int court) => petition.Procedures.Conversions
        .SelectMany(c => c.Steps.Where(s => s is { FiledOn: not null, IsEarlier: false } && s.Court == court).Select(s => ((Conversion, ReviewStep)?)(c, s))).MaxBy(one => one!.Value.Item2.FiledOn);

    /// <summary>The termination that papers are about: the one under way, else the last one.</summary>
    public static Termination? Ending(Petition petition) => petition.Terminations.All is [.., var last] ? last : null;

    /// <summary>The query that was made last; null before any.</summary>
    public static PropertyQuery? Queried(Petition petition) => petition.Terminations.After.Queries is [.., var last] ? last : null;

    private static Refusal? Ended(Petition petition, string kind, int court) => (kind, Ending(petition)) switch
    {
        (TerminationPapers.Filing, _) => Filed(petition, court) is null ? new Refusal.Law("SPC16-12", "paper-needs-filing") : null,
        (TerminationPapers.Report, { } one) when one.Steps.Any(s => s.Court == court) && court != one.Decider => null,
        (TerminationPapers.Report, _) => new Refusal.Law("SPC16-19", "paper-needs-report"),
        (TerminationPapers.FilingForm, { NeedsFiling: true, Ended: null } one) when one.Decider == court && one.Waits is { Station: not TerminationStation.PassUp } => null,
        (TerminationPapers.FilingForm, _) => new Refusal.Law("SPC16-23", "paper-needs-filing-station"),
        (TerminationPapers.Decision, { Waits: { Station: TerminationStation.Decide, Court: var decides } }) when decides == court => null,
        (TerminationPapers.Decision, _) => new Refusal.Law("SPC16-23", "paper-needs-decision-station"),
        (TerminationPapers.Notice, { Stands: true, Decided.Court: var decided }) when decided == court => null,
        (TerminationPapers.Notice, _) => new Refusal.Law("SPC16-24", "paper-needs-decision"),
        (TerminationPapers.QueryRecord, _) => Queried(petition) is null ? new Refusal.Law("SPC16-21", "paper-needs-query") : null,
        (TerminationPapers.ResumeNotice, _) => petition.Terminations.After.Resumed.Count == 0 ? new Refusal.Law("SPC16-21", "paper-needs-resumption") : null,
        _ => petition.Terminations.After.Repeats.Count == 0 ? new Refusal.Law("SPC16-25", "paper-needs-finding") : null,
    };
}
