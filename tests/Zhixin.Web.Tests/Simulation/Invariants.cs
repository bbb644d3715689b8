using Zhixin.Database;
using Zhixin.History;
using Zhixin.Petitions;
using Zhixin.Supervisions;
using Zhixin.Web.Tests.Shared;

namespace Zhixin.Web.Tests.Simulation;

/// <summary>What must hold whatever anybody does.</summary>
internal static partial class Invariants
{
    /// <summary>Looks at everything that is stored.</summary>
    public static async Task Hold(TestApp app, string told)
    {
        await Owed(app, told);
        foreach (var stream in await app.Office.Db.Maintenance<Stored>("select home, stream, kind, seen_by from stream where kind in ('petition', 'supervision')", []))
        {
            var (id, scope) = (new StreamId(stream.Home, stream.Stream), new Scope(stream.SeenBy[0], Guid.Empty));
            if (stream.Kind == "petition")
            {
                var (petition, history) = (await app.Office.Petitions.Load(scope, id, default))!.Value;
                Petition(petition, stream.SeenBy, told);
                Endings(app.Office.Law.Now, petition, history.Facts, app.Office.Today, $"{told}: {petition.Opened.Number}");
            }
            else
            {
                Supervision(app, (await app.Office.Supervisions.Load(scope, id, default))!.Value.Matter, stream.SeenBy, told);
            }
        }
    }

    /// <summary>Nothing is owed by nobody: a court, and a unit or a person who is or was on its staff.</summary>
    private static async Task Owed(TestApp app, string told)
    {
        (await app.Office.Db.Maintenance<int>(
            "select count(*)::int from obligation o where o.state = 'open' and (o.unit = '' or not exists (select from court c where c.number = o.court) or (o.person is not null and not exists (select from staff s where s.id = o.person)))",
            [])).ShouldBe([0], told);
        (await app.Office.Db.Maintenance<int>(
            "select count(*)::int from (select home, stream, slot, court, kind, trigger_on, no from obligation where state = 'open' and clause !~ '^[A-Z]+[0-9]*-[0-9]' and pack not in ('procedural-law')) as o", []))
            .ShouldBe([0], "every clock names its clause: " + told);
    }

    /// <summary>No hop is lost, and whoever handed down still sees it.</summary>
    private static void Petition(Petition petition, int[] seenBy, string told)
    {
        var hops = petition.HandDowns.All;
        hops.Select(h => h.Issued.No).ShouldBe(Enumerable.Range(1, hops.Count), told);
        foreach (var hop in hops.Where(h => h.IsOpen))
        {
            seenBy.ShouldContain(hop.Issued.From, $"{told}: {petition.Opened.Number}, hop {hop.Issued.No}");
            seenBy.ShouldContain(hop.Issued.To, told);
            (hop.Issued.Parent is not { } parent || petition.HandDowns.Find(parent)!.IsOpen).ShouldBeTrue($"{told}: a hop runs below one that is over");
        }

        seenBy.ShouldContain(petition.Id.Home, told);
        seenBy.ShouldContain(petition.Opened.Responsible, told);
        Clocks(petition.Obligations, told);
    }

    private static void Supervision(TestApp app, Supervision supervision, int[] seenBy, string told)
    {
        foreach (var letter in supervision.Open)
        {
            seenBy.ShouldContain(letter.Issued.From, told);
            seenBy.ShouldContain(letter.Issued.To, told);
            foreach (var above in app.Office.Law.Now.Chain(letter.Issued.From))
            {
                seenBy.ShouldContain(above, $"{told}: no superior is blind");
            }

            supervision.Obligations.Where(o => o.IsOpen && o.Opened.Thing == Letter.Thing(letter.No) && o.Rule.Kind == "report").Select(o => o.Due).Distinct()
                .ShouldBeSubsetOf([letter.DueOn], $"{told}: one date for one report");
        }

        seenBy.ShouldContain(supervision.Court, told);
        Clocks(supervision.Obligations, told);
    }

    /// <summary>No two open clocks of a slot run for one court about the same thing of the same contact.</summary>
    private static void Clocks(IReadOnlyList<Zhixin.Obligations.Obligation> obligations, string told)
    {
        obligations.Select(o => o.No).ShouldBe(Enumerable.Range(1, obligations.Count), told);
        obligations.Where(o => o.IsOpen && o.Opened.Thing is not null).GroupBy(o => (o.Rule.Slot, o.Opened.Court, o.Opened.Thing, o.Trigger, o.Rule.OpenedBy)).Where(g => g.Count() > 1).Select(g => g.Key.ToString())
            .ShouldBeEmpty(told);
    }

    private sealed record Stored
    {
        public required int Home { get; init; }

        public required Guid Stream { get; init; }

        public required string Kind { get; init; }

        public required int[] SeenBy { get; init; }
    }
}
