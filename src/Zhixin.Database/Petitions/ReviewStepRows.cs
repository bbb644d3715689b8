using Zhixin.Courts;
using Zhixin.Petitions;

namespace Zhixin.Database.Petitions;

/// <summary>The read rows of the steps of procedures.</summary>
public static class ReviewStepRows
{
    /// <summary>No chain has as many steps: a step's number is its chain's times this, and its place in it.</summary>
    private const int MostSteps = 1000;

    /// <summary>Columns of <c>review_step</c>.</summary>
    public static ReadTable Table { get; } = new("review_step", ["home", "stream", "no"],
    [
        "home", "stream", "no", "chain", "kind", "enforcing", "court", "high", "mid", "state", "number", "applied_on", "filed_on", "ruled_on", "outcome", "due", "overdue_after", "barred", "seen_by",
    ]);

    /// <summary>The rows of a petition, in the order of their numbers.</summary>
    /// <param name="columns">The chain of the court that reviews, by level.</param>
    /// <param name="seenBy">The courts that see the petition.</param>
    public static IEnumerable<TableRow> Of(Petition petition, Func<int, CourtColumns> columns, int[] seenBy) =>
        petition.Procedures.Conversions.SelectMany(chain => chain.Steps.Select((step, at) => Of(petition, chain, step, at, columns(step.Court), seenBy)));

    /// <summary>The number of a row's step.</summary>
    internal static int No(TableRow row) => (int)row.Values[2]!;

    private static TableRow Of(Petition petition, Conversion chain, ReviewStep step, int at, CourtColumns above, int[] seenBy)
    {
        var owed = step == chain.Current && step.IsOpen
            ? petition.Obligations.Where(o => o is { IsOpen: true, IsWindow: false, Due: not null } && o.Opened.Court == step.Court && o.Opened.Thing == Conversion.Thing(chain.Owed.No)).MinBy(o => o.OverdueAfter)
            : null;
        return new TableRow(Table,
        [
            petition.Id.Home, petition.Id.Id, (chain.Owed.No * MostSteps) + at, chain.Owed.No, ReadRows.Code(step.Kind), chain.Court, step.Court, above.High, above.Mid, State(petition, step), step.Number,
            step.AppliedOn, step.FiledOn, step.Ruling?.On, step.Ruling is { } ruling ? ReadRows.Code(ruling.Outcome) : null, owed?.Due, owed?.OverdueAfter ?? ReadRows.Untimed, petition.Accused.ToArray(), seenBy,
        ]);
    }

    /// <summary>A procedure goes on when the petition has ended, but not where the petition was an error or lives on elsewhere.</summary>
    private static string State(Petition petition, ReviewStep step) => step switch
    {
        _ when petition.Stage is Stage.Voided or Stage.Merged => "over",
        { IsUnderReview: true } => "review",
        { IsOpen: true } => "owed",
        { Ruling: not null, Served: null } => "unserved",
        _ => "over",
    };
}
