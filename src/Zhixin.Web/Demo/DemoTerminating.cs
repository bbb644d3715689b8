using Zhixin.Web.Terminations;

namespace Zhixin.Web.Demo;

/// <summary>What a termination of the demo needs before it is reported, and the report.</summary>
internal static class DemoTerminating
{
    /// <summary>The noun of the report.</summary>
    public const string Act = TerminationActs.Reporting;

    /// <summary>Heard, and answered about hardship.</summary>
    public static IEnumerable<DemoStep> Prepared(int before) =>
    [
        new(before, "jf-handler", "termination-hearing", ("kind", "meeting"), ("method", "in-person"), ("present", "信访人、承办人"), ("view", "坚持要求执行。"), ("signed", "yes"), ("proof", "终结约谈笔录（演示）")),
        new(before, "jf-handler", "hardship-answer", ("statement", "有退休金，生活没有困难。"), ("stated", "no"), ("found", "no"), ("answer", "可以随时申请救助。"), ("proof", "询问笔录（演示）")),
    ];

    /// <summary>The report of a matter of implementation, or, where it stands on a ruling, of review; "#" asks for the record of that fact.</summary>
    public static (string Name, string Value)[] Report(string? ruling) =>
    [
        ("scope", "enforcement"), ("repeats", "#contacts"), ("sameCause", "仍是同一事由。"), ("document", "终结报请报告（演示）"), ("material-measures", "#petition.property-checked"),
        ("material-talk-records", ruling is null ? "#petition.met" : "#termination.heard"), .. ruling is null ? Array.Empty<(string, string)>() : [("material-rulings", "#" + ruling)],
    ];
}
