using Zhixin.Petitions.Acts;
using Zhixin.Regulations;

namespace Zhixin.Checks.Acts;

/// <summary>A check of a node.</summary>
/// <param name="Opinion">What was looked at and found.</param>
/// <param name="Risk">What has to be corrected; null or blank where nothing has.</param>
/// <param name="Due">By which day, inclusive; null where none is given.</param>
/// <param name="Exception">Code of the pack's exception under which the doer checks; null or blank for none.</param>
/// <param name="Name">Of whoever acts.</param>
public sealed record CheckNode(int No, string? Opinion, string? Risk, DateOnly? Due, string? Exception, string? ExceptionReason, Actors By, string Name);

/// <summary>Key nodes are done by one and checked by another, and what is found is corrected (SPC09-4).</summary>
public static class Guarding
{
    /// <summary>A key node was done.</summary>
    /// <param name="doer">Of the staff of the court, leavers included; null where nobody of it was named.</param>
    /// <param name="unit">Code of the unit; null or blank where it is not written down.</param>
    /// <param name="units">The units that the pack gives a court of its level.</param>
    public static Decision<object> Record(
        CheckRecord record, int court, string? node, Candidate? doer, string? unit, string? content, CodeList nodes, IReadOnlyCollection<string> units) => record switch
    {
        _ when Recording.Against(record, court) is { } not => not,
        _ when nodes.Find(node ?? string.Empty) is null => new Refusal.Input("node", "check-node-unknown", node ?? string.Empty),
        _ when doer is null || doer.Court != court => new Refusal.Input("doer", "check-doer-not-of-court"),
        _ when !Recording.Empty(unit) && !units.Contains(unit!) => new Refusal.Input("unit", "check-unit-unknown"),
        _ when Recording.Empty(content) => new Refusal.Input("content", "check-needs-done"),
        _ => new object[] { new NodeRecorded(record.Nodes.Count + 1, node!, doer.Id, doer.Name, Recording.Empty(unit) ? null : unit, content!.Trim()) },
    };

    /// <summary>A node is checked by whoever acts: never by the doer, unless posts are few and the reason stands beside it.</summary>
    /// <param name="exceptions">The pack's list of what lets the doer check.</param>
    /// <param name="on">The day of the check.</param>
    public static Decision<object> Check(CheckRecord record, int court, CheckNode command, CodeList exceptions, DateOnly on)
    {
        if (NothingToCheck(record, court) is { } not)
        {
            return not;
        }

        if (record.Nodes.FirstOrDefault(n => n.Facts.No == command.No && n.Checked is null) is not { Facts: var node })
        {
            return new Refusal.Input("node", "check-node-not-waiting", command.No);
        }

        var isDoer = command.By.Include(node.Doer);
        return command switch
        {
            _ when isDoer && Recording.Empty(command.Exception) => new Refusal.Law(Recording.Clause, "check-by-doer", node.DoerName),
            _ when isDoer && exceptions.Find(command.Exception!) is null => new Refusal.Input("exception", "check-exception-unknown"),
            _ when isDoer && Recording.Empty(command.ExceptionReason) => new Refusal.Law(Recording.Clause, "check-exception-reason"),
            _ when Recording.Empty(command.Opinion) => new Refusal.Input("opinion", "check-needs-opinion"),
            { Due: not null } when Recording.Empty(command.Risk) => new Refusal.Input("risk", "check-due-without-risk"),
            { Due: { } due } when due < on => new Refusal.Input("due", "hand-down-due-past", on),
            _ => new object?[]
            {
                new NodeChecked(node.No, command.By.Person, command.Name, command.By.For, command.Opinion!.Trim(), isDoer ? command.Exception : null, isDoer ? command.ExceptionReason!.Trim() : null),
                Found(record, node.No, command.Risk, command.Due),
            }.OfType<object>().ToArray(),
        };
    }

    /// <summary>A risk is corrected.</summary>
    public static Decision<object> Correct(CheckRecord record, int court, int no, string? correction, string? document) => record switch
    {
        _ when NothingToCorrect(record, court) is { } not => not,
        _ when record.Risks.All(r => r.Facts.No != no || r.Correction is not null) => new Refusal.Input("risk", "check-risk-unknown", no),
        _ when Recording.Empty(correction) => new Refusal.Input("correction", "check-needs-correction"),
        _ when Recording.Empty(document) => new Refusal.Input("document", "check-needs-proof"),
        _ => new object[] { new RiskCorrected(no, correction!.Trim(), document!.Trim()) },
    };

    /// <summary>A superior looks into the record; what it finds is to be corrected below.</summary>
    /// <param name="on">The day of the check.</param>
    public static Decision<object> Spot(CheckRecord record, int court, string? findings, string? risk, DateOnly? due, Actors by, DateOnly on) => record switch
    {
        _ when OwnCourt(record, court) is { } not => not,
        _ when Recording.Empty(findings) => new Refusal.Input("findings", "check-needs-findings"),
        _ when due is not null && Recording.Empty(risk) => new Refusal.Input("risk", "check-due-without-risk"),
        _ when due < on => new Refusal.Input("due", "hand-down-due-past", on),
        _ => new object?[] { new SpotChecked(court, by.Person, findings!.Trim()), Found(record, null, risk, due) }.OfType<object>().ToArray(),
    };

    /// <summary>Why nothing can be checked; null when a node waits.</summary>
    public static Refusal? NothingToCheck(CheckRecord record, int court) =>
        Recording.NotOwn(record, court) ?? (record.Nodes.Any(n => n.Checked is null) ? null : new Refusal.State("check-no-node"));

    /// <summary>Why nothing can be corrected; null when a risk waits.</summary>
    public static Refusal? NothingToCorrect(CheckRecord record, int court) =>
        Recording.NotOwn(record, court) ?? (record.Risks.Any(r => r.Correction is null) ? null : new Refusal.State("check-no-risk"));

    /// <summary>Why the enforcing court itself makes no spot check; null for another court.</summary>
    public static Refusal? OwnCourt(CheckRecord record, int court) => record.Filed.Court == court ? new Refusal.State("check-spot-own") : null;

    private static RiskFound? Found(CheckRecord record, int? node, string? risk, DateOnly? due) =>
        Recording.Empty(risk) ? null : new RiskFound(record.Risks.Count + 1, node, risk!.Trim(), due is not null, due);
}
