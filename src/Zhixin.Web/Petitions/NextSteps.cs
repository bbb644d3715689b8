namespace Zhixin.Web.Petitions;

/// <summary>Which act brings a duty to its end: what fulfils it, and before that what must come first.</summary>
public static class NextSteps
{
    private static readonly Dictionary<string, string[]> Paths = new(StringComparer.Ordinal)
    {
        ["hand-to-handler"] = ["acknowledgement", "assignment"],
        ["meet-petitioner"] = ["meeting"],
        ["reply"] = ["reply", "opinion-decision", "opinion", "acceptance", "classification"],
        ["approve-opinion"] = ["opinion-decision", "opinion-discussion"],
        ["feedback-to-body"] = ["feedback"],
        ["explain-decline"] = ["decline-explanation", "decline-decision"],
        ["acceptance-notice"] = ["acceptance-notice"],
        ["tell-process-and-result"] = ["acceptance-notice", "notice"],
        ["hand-down"] = ["hand-down", "hand-down-refusal"],
        ["same-day-hand-down"] = ["same-day-hand-down", "hand-down", "hand-down-refusal"],
        ["name-person-online"] = ["hop-handler"],
        ["report"] = ["hop-report", "hop-handler"],
        ["report-up"] = ["report-up-sending", "report-up-approval", "report-up-review", "report-up-draft"],
        ["first-contact"] = ["first-contact"],
        ["team-and-plan"] = ["team-report", "plan", "charge"],
        ["closing-notice"] = ["closing-answer"],
        ["tell-remedy-against-this-round"] = ["closing-answer"],
        ["file-objection"] = ["procedure-filing"],
        ["file-untitled-objection"] = ["procedure-filing"],
        ["objection-file"] = ["procedure-filing"],
        ["objection-notify"] = ["procedure-notice"],
        ["objection-ruling"] = ["procedure-ruling"],
        ["outsider-ruling"] = ["procedure-ruling"],
        ["ordered-filing"] = ["procedure-filing"],
        ["ordered-objection-ruling"] = ["procedure-ruling"],
        ["order-late-ruling"] = ["ruling-order"],
        ["file-up"] = ["file-up"],
        ["reconsideration-ruling"] = ["review-ruling", "procedure-members", "reconsideration-filing"],
        ["file-supervision-after-reconsideration"] = ["supervision-filing"],
        ["file-supervision-unfiled-objection"] = ["supervision-filing"],
        ["file-supervision-second"] = ["supervision-filing"],
        ["file-supervision-missed-period"] = ["supervision-filing"],
        ["supervision-review"] = ["review-ruling", "procedure-members"],
        ["execute-in-six-months"] = ["execution-conclusion"],
        ["answer-superior-application"] = ["superior-order", "superior-refusal"],
        ["ordered-enforcement"] = ["execution-conclusion"],
        ["filing-answer"] = ["filing-answer"],
        ["filing-correction"] = ["filing-correction"],
        ["termination-notice"] = ["termination-notice"],
        ["property-query"] = ["property-query", "round-query"],
        ["restore-enforcement"] = ["restored-enforcement"],
        ["resume"] = ["resumption"],
        ["verify-clue"] = ["clue-verification"],
        ["judge-late-contact"] = ["late-contact-finding"],
        ["standing-answer"] = ["standing-answer"],
        ["report-repeat"] = ["repeat-report"],
        ["team-for-first"] = ["team-report", "plan", "charge"],
        ["write-off-material"] = ["write-off-compilation", "write-off-material", "write-off-agreement"],
    };

    /// <summary>The kinds of duties for which steps are known.</summary>
    public static IEnumerable<KeyValuePair<string, string[]>> All => Paths;

    /// <summary>The acts of a kind, the one that fulfils it first; none where nothing but waiting helps.</summary>
    public static IReadOnlyList<string> Of(string kind) => Paths.GetValueOrDefault(kind, []);
}
