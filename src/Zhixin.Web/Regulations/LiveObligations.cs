using Zhixin.Database.Access;
using Zhixin.Database.Petitions;
using Zhixin.Web.Components;
using Zhixin.Web.Hosting;

namespace Zhixin.Web.Regulations;

/// <summary>What is owed now under a clause or pack, inside the viewer's sight. Administrators see nothing of it.</summary>
internal static class LiveObligations
{
    private const int Shown = 20;
    private const int Counted = 200;
    private const int MostByPack = 5000;

    /// <summary>Open obligations by pack; counted to a limit, so that a wide viewer's page stays fast.</summary>
    public static async Task<IReadOnlyDictionary<string, int>> ByPack(Office office, Member member, CancellationToken stop)
    {
        if (member.IsAdministrator)
        {
            return new Dictionary<string, int>(StringComparer.Ordinal);
        }

        var level = office.Ledger.Level(member.Court);
        var under = level == "true" ? string.Empty : $"and {level} = $2";
        object?[] arguments = level == "true" ? [member.Id] : [member.Id, member.Court];
        var counts = await office.Db.Query<PackCount>(
            member.Scope,
            $"select /* all homes: under-packs */ pack, count(*)::int as open from (select pack from obligation where state = 'open' and not barred @> array[$1] {under} limit {MostByPack}) o group by pack",
            arguments, stop);
        return counts.ToDictionary(c => c.Pack, c => c.Open, StringComparer.Ordinal);
    }

    /// <summary>The rows under a clause, due first, and how many there are (counted to a limit).</summary>
    public static async Task<(IReadOnlyList<LiveRow> Rows, int Count)> Under(Office office, Member member, string clause, CancellationToken stop)
    {
        if (member.IsAdministrator)
        {
            return ([], 0);
        }

        var owed = await office.Lists.UnderClause(member.Scope, clause, Counted, stop);
        var shown = owed.Take(Shown).ToList();
        var people = new Dictionary<Guid, string>();
        foreach (var home in shown.GroupBy(o => o.Home))
        {
            foreach (var person in await office.Persons.Open(member.Scope, home.Key, home.SelectMany(o => o.Petitioners), stop))
            {
                people[person.Id] = person.Details.Name ?? "未具名";
            }
        }

        var staff = await office.Db.Reference<StaffName>("select id, name from staff where id = any($1)", [shown.Select(o => o.Person).OfType<Guid>().Distinct().ToArray()], stop);
        var names = staff.DistinctBy(s => s.Id).ToDictionary(s => s.Id, s => s.Name);
        return ([.. shown.Select(o => Row(office, o, people, names))], owed.Count);
    }

    private static LiveRow Row(Office office, OwedLine o, Dictionary<Guid, string> people, Dictionary<Guid, string> staff) => new(
        Days.Owed(office.Law.Now, o.Due, o.CountsFrom, office.Today),
        o.Due is { } due ? Days.Binding(office.Law.Now, due, o.Provisional) : null,
        o.Name, Workbench.OwedPlaces.Href(o.Matter, o.Home, o.Stream, o.TriggerOn),
        string.Join('、', o.Petitioners.Select(p => people.GetValueOrDefault(p, "未具名"))), o.CaseNumber,
        o.Person is { } person ? staff.GetValueOrDefault(person, "已离岗人员") : "由部门负责",
        o.TriggerOn is { } on ? $"{DateText.Iso(on)} 起算" : "起算日缺失");

    private sealed record PackCount
    {
        public required string Pack { get; init; }

        public required int Open { get; init; }
    }

    private sealed record StaffName
    {
        public required Guid Id { get; init; }

        public required string Name { get; init; }
    }
}
