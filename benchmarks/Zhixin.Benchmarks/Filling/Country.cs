using Npgsql;
using Zhixin.Courts;
using Zhixin.Database.Petitions;
using Zhixin.History;

namespace Zhixin.Benchmarks.Filling;

/// <summary>The people of one court.</summary>
public sealed record CourtPeople(Court Court, ActingPerson Clerk, ActingPerson Head, IReadOnlyList<ActingPerson> Handlers, ActingPerson Leader);

/// <summary>
/// Which court gets how much: every court of the national directory, most of the load on basic courts, a few busy ones far above the others.
/// The busiest province, city and district are those whose viewers are measured.
/// </summary>
public sealed class Country
{
    /// <summary>The court whose clerks, handlers and lists are measured as "basic".</summary>
    public const string Basic = "济南市钢城区人民法院";

    public const string Intermediate = "山东省济南市中级人民法院";

    public const string High = "山东省高级人民法院";

    public const string Supreme = "中华人民共和国最高人民法院";

    /// <summary>Whose ledger is imported.</summary>
    public const string Importing = "焦作市解放区人民法院";

    private readonly CourtPeople[] _courts;
    private readonly int[] _shares;
    private readonly int _sum;

    /// <summary>Invents the people; their ids depend on the court alone.</summary>
    public Country(CourtDirectory directory)
    {
        var basic = directory.ByName(Basic) ?? throw new InvalidDataException($"courts/directory.csv: {Basic} is missing.");
        var city = directory.ByName(Intermediate) ?? throw new InvalidDataException($"courts/directory.csv: {Intermediate} is missing.");
        var province = directory.Parent(city)!;
        _courts = [.. directory.All.Select((court, at) => People(court, at, court == basic ? 12 : 3))];
        _shares = new int[_courts.Length];
        for (var at = 0; at < _courts.Length; at++)
        {
            _sum += Weight(directory, _courts[at].Court, at, basic, city, province);
            _shares[at] = _sum;
        }
    }

    /// <summary>All courts with their people.</summary>
    public IReadOnlyList<CourtPeople> Courts => _courts;

    /// <summary>The court of a draw.</summary>
    public CourtPeople Draw(ref Lot lot)
    {
        var at = Array.BinarySearch(_shares, lot.Of(_sum) + 1);
        return _courts[at >= 0 ? at : ~at];
    }

    /// <summary>Writes the people into the reference table.</summary>
    public async Task Write(NpgsqlConnection connection)
    {
        var all = _courts.SelectMany(c => c.Handlers.Append(c.Clerk).Append(c.Head).Append(c.Leader)).ToList();
        await using var command = new NpgsqlCommand(
            "insert into staff (court, id, name, unit, posts, active, version) select c, i, n, '执行局', array[p], true, 1 from unnest($1::int[], $2::uuid[], $3::text[], $4::text[]) as t(c, i, n, p)",
            connection);
        command.Parameters.Add(new NpgsqlParameter { Value = all.Select(p => p.Court).ToArray() });
        command.Parameters.Add(new NpgsqlParameter { Value = all.Select(p => p.Id).ToArray() });
        command.Parameters.Add(new NpgsqlParameter { Value = all.Select(p => p.Name).ToArray() });
        command.Parameters.Add(new NpgsqlParameter { Value = all.Select(p => p.Posts[0]).ToArray() });
        await command.ExecuteNonQueryAsync();
    }

    private static CourtPeople People(Court court, int at, int handlers) => new(
        court, Person(court, at, 0, "receptionist"), Person(court, at, 1, "petition-unit-head"),
        [.. Enumerable.Range(2, handlers).Select(n => Person(court, at, n, "handler"))], Person(court, at, handlers + 2, "court-leader"));

    private static ActingPerson Person(Court court, int at, int number, string post) => new(
        new Guid(court.Number, 0, 0x7000, 0x80, 0, 0, 0, 0, 0, 0, (byte)number), Wording.Name((at * 31) + number), court.Number, [post], Origin.Page);

    /// <summary>In a thousandth of an average basic court.</summary>
    private static int Weight(CourtDirectory directory, Court court, int at, Court basic, Court city, Court province) => court.Level switch
    {
        _ when court == basic => 70_000,
        CourtLevel.Supreme => 20_000,
        CourtLevel.High => 3_000,
        CourtLevel.Intermediate => 1_000,
        CourtLevel.Basic when directory.IsSuperior(city, court) => 6_000,
        CourtLevel.Basic when directory.IsSuperior(province, court) => 2_500,
        CourtLevel.Basic => 300 + (at % 37 == 0 ? 8_000 : 0),
        _ => throw new InvalidOperationException(),
    };
}
