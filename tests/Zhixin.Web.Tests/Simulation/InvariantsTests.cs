using Zhixin.Database;
using Zhixin.History;
using Zhixin.Obligations;
using Zhixin.Petitions;
using Zhixin.Web.Tests.Shared;
using FactAttribute = Xunit.FactAttribute;

namespace Zhixin.Web.Tests.Simulation;

/// <summary>Each invariant of chains and terminations is seen to fail: histories in which one thing is missing, or one too many.</summary>
public sealed class InvariantsTests(WebDatabase database)
{
    [Fact]
    public async Task A_history_with_a_planted_violation_is_found()
    {
        await using var app = await TestApp.Start(database, "2024-03-04");
        var world = await World.Of(app, new CrashWatch.Crash(), 1);
        var (ruled, reconsidered, terminated) = (await Facts(app, world.Matters[0]), await Facts(app, world.Matters[1]), await Facts(app, world.Matters[4]));
        foreach (var untouched in new[] { ruled, reconsidered, terminated })
        {
            Look(app, untouched);
            Look(app, untouched, later: 60);
        }

        Found(app, Without<TerminationReported>(terminated), "decided without a report");
        Found(app, Without<TerminationHeard>(terminated), "nobody heard");
        Found(app, Without<TerminationHardshipAnswered>(terminated), "nobody asked about hardship");
        Found(app, Without<TerminationFilingAnswered>(terminated), "decided without a filing");
        Found(app, Changed<TerminationFilingAnswered>(terminated, f => f with { Answer = FilingAnswer.Returned }), "Accepted");
        Found(app, Changed<TerminationDecided>(terminated, f => f with { Court = app.Court(World.Courts[0]) }), "another court than the law names");
        Found(app, And(terminated, new HandDownIssued(1, null, app.Court(World.Courts[2]), app.Court(World.Courts[4]), [], HandDownMode.HandDown, "走访", "查明", "函", null, false, null, null, null, null)), "a hop runs");
        Found(app, And(terminated, Again(terminated, o => o.Rule.EndedBy.Contains("petition.closed"))), "owed in spite of a termination");

        var maintained = new ReconsiderationRuled(1, app.Court(World.Courts[2]), "裁定", RulingOutcome.Maintained, "卷宗");
        Found(app, And(Without<ReconsiderationReceived>(reconsidered), maintained), "ruled on before it is filed");
        Found(app, And([.. reconsidered.Where(f => f.Fact is not ProcedureMembersNamed { Kind: ReviewKind.Reconsideration })], maintained), "nobody reviewed");
        var sat = reconsidered.Select(f => f.Fact).OfType<ProcedureMembersNamed>().First(f => f.Kind == ReviewKind.Objection);
        Found(app, And(reconsidered, sat with { Kind = ReviewKind.Reconsideration }), "who sat before");
        Found(app, Without<ObjectionRulingServed>(ruled), "o.Due");
    }

    private static async Task<List<DatedFact>> Facts(TestApp app, string address)
    {
        var id = new StreamId(int.Parse(address.Split('/')[2]), Guid.Parse(address.Split('/')[3]));
        return [.. (await app.Office.Petitions.Load(new Scope(id.Home, Guid.Empty), id, default))!.Value.History.Facts];
    }

    private static void Look(TestApp app, IReadOnlyList<DatedFact> facts, int later = 0) =>
        Invariants.Endings(app.Office.Law.Now, Petition.Fold(new StreamId(1, Guid.Empty), facts), facts, app.Office.Today.AddDays(later), "planted");

    private static void Found(TestApp app, IReadOnlyList<DatedFact> facts, string words) => Should.Throw<ShouldAssertException>(() => Look(app, facts)).Message.ShouldContain(words);

    private static List<DatedFact> Without<T>(IEnumerable<DatedFact> facts) => [.. facts.Where(f => f.Fact is not T)];

    private static List<DatedFact> Changed<T>(IEnumerable<DatedFact> facts, Func<T, T> change)
        where T : class => [.. facts.Select(f => f.Fact is T fact ? f with { Fact = change(fact) } : f)];

    private static List<DatedFact> And(IReadOnlyList<DatedFact> facts, object fact) => [.. facts, new DatedFact(fact, facts[^1].On)];

    private static ObligationOpened Again(IReadOnlyList<DatedFact> facts, Func<ObligationOpened, bool> which)
    {
        var opened = facts.Select(f => f.Fact).OfType<ObligationOpened>().ToList();
        return opened.First(which) with { No = opened.Count + 1 };
    }
}
