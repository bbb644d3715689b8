using Zhixin.Authority;
using Zhixin.Checks;
using Zhixin.Courts;
using Zhixin.Database.Matters;
using Zhixin.Database.Petitions;

namespace Zhixin.Database.Checks;

/// <summary>The read rows of records of checks, and what one is to its desk.</summary>
public sealed class CheckRows(CourtDirectory courts, ReadRows rows)
{
    /// <summary>Columns of <c>enforcement_case</c>.</summary>
    public static ReadTable Table { get; } = new("enforcement_case", ["home", "id"],
    [
        "home", "id", "version", "number", "case_number", "court", "high", "mid", "basic", "phase", "filed_on", "concluded_on", "next_due", "next_kind", "next_provisional",
        "overdue_after", "owed", "cards", "problems", "phones", "nodes", "unchecked", "risks", "seen_by",
    ]);

    /// <summary>The enforcing court and those above it.</summary>
    public IReadOnlyList<(int Court, string Ground)> Sight(CheckRecord record) =>
        [(record.Filed.Court, "enforcing"), .. courts.Superiors(Court(record.Filed.Court)).Select(c => (c.Number, "superior"))];

    /// <summary>Every row of a record.</summary>
    public IEnumerable<TableRow> Of(CheckRecord record)
    {
        var seenBy = MatterDesk<CheckRecord>.SeenBy(Sight(record));
        return record.Obligations.Select(o => rows.Of(record, o, seenBy)).Prepend(Row(record, seenBy));
    }

    /// <summary>The kind, for the desk.</summary>
    public MatterKind<CheckRecord> Kind() => new(
        CheckRecord.Kind, (id, history) => history.Facts[0].Fact is EnforcementCaseFiled ? CheckRecord.Fold(id, history.Facts) : null, _ => [], r => r.Version, r => r.Filed.Number,
        r => r.Filed.Court, CheckStory.Since, (act, proof, days) => new EnforcementCaseEnteredLate(act, proof, days), (_, _, _) => null, MayNot,
        (law, before, id, happened, today) => CheckStory.Tell(before, id, happened, r => CheckStory.Setting(r, law.Rules, law.Calendar, law.Courts, today)), Sight, Of,
        (_, _, after, facts, _) => CheckStory.Notices(after, facts))
    {
        Obligations = r => r.Obligations, Papers = r => r.Papers,
    };

    private static Refusal? MayNot(Law law, ActingPerson who, string act, CheckRecord record)
    {
        if (who.For is { } represented && !represented.Covers(act))
        {
            return new Refusal.Authority(act, "deputy-not-this-act", represented.Name, law.Authority.RowsOf(act)[0].Name);
        }

        var relation = who.Court == record.Filed.Court ? CourtRelation.Own : law.Chain(record.Filed.Court).Contains(who.Court) ? CourtRelation.Superior : CourtRelation.Uninvolved;
        return law.Authority.MayDo(act, who.ActingPosts, relation, []); // Nobody is named in a record: who handles cases of the court does so here.
    }

    private TableRow Row(CheckRecord record, int[] seenBy)
    {
        var (filed, chain, next) = (record.Filed, courts.Columns(Court(record.Filed.Court)), record.Next);
        return new TableRow(Table,
        [
            record.Id.Home, record.Id.Id, record.Version, filed.Number, filed.CaseNumber, filed.Court, chain.High, chain.Mid, chain.Basic, record.IsOpen ? "open" : "ended",
            record.FiledOn, record.ConcludedOn, next?.Due, next?.Rule.Kind, next?.Provisional ?? false,
            record.Obligations.Where(o => o.IsOpen).Select(o => o.OverdueAfter).Min() ?? ReadRows.Untimed, record.Obligations.Count(o => o.IsOpen), record.Cards.Count,
            record.Feedbacks.Count(f => f.Waits), record.Services.Count(s => s.Told is null), record.Nodes.Count, record.Nodes.Count(n => n.Checked is null),
            record.Risks.Count(r => r.Correction is null), seenBy,
        ]);
    }

    private Court Court(int number) => courts.ByNumber(number) ?? throw new ArgumentOutOfRangeException(nameof(number), number, "No such court.");
}
