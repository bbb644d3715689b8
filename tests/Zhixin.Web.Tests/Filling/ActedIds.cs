using Npgsql;
using Zhixin.Benchmarks.Filling;
using Zhixin.Database.Persons;
using Zhixin.History;
using Zhixin.Intake;
using Zhixin.Web.Tests.Shared;

namespace Zhixin.Web.Tests.Filling;

/// <summary>The ids and sealed persons that acts made, found again by what they belong to: numbers, instants, names.</summary>
public sealed class ActedIds(PersonVault vault) : MatterIds(vault)
{
    private readonly Dictionary<(string Act, DateTimeOffset At), Queue<Guid>> _commands = [];
    private readonly Dictionary<string, Guid> _numbered = new(StringComparer.Ordinal);
    private readonly List<(Guid Command, SealedPerson Person, PersonDetails Details)> _persons = [];

    /// <summary>Reads them from the database in which was acted.</summary>
    public static async Task<ActedIds> Read(TestApp app)
    {
        var ids = new ActedIds(app.Office.Vault);
        await using var connection = new NpgsqlConnection(app.Connection);
        await connection.OpenAsync();
        await ids.ReadCommands(connection);
        await ids.ReadNumbers(connection);
        await ids.ReadPersons(connection, app.Office.Vault);
        return ids;
    }

    public override Guid Command(string act, DateTimeOffset now) => _commands[(act, now)].Dequeue();

    public override Guid Contact(string number, DateTimeOffset now) => _numbered[number];

    public override Guid Petition(string number, DateTimeOffset now) => _numbered[number];

    public override SealedPerson Person(Guid command, string kind, PersonDetails details, DateTimeOffset now) =>
        _persons.Single(p => p.Command == command && p.Person.Fact.Kind == kind && p.Details == details).Person;

    private async Task ReadCommands(NpgsqlConnection connection)
    {
        await using var command = new NpgsqlCommand(
            "select distinct act, recorded_at, caused_by from event where type not like 'person.%' order by caused_by", connection);
        await using var reader = await command.ExecuteReaderAsync();
        while (await reader.ReadAsync())
        {
            var key = (reader.GetString(0), new DateTimeOffset(reader.GetDateTime(1), TimeSpan.Zero));
            _commands.TryAdd(key, []);
            _commands[key].Enqueue(reader.GetGuid(2));
        }
    }

    private async Task ReadNumbers(NpgsqlConnection connection)
    {
        await using var command = new NpgsqlCommand("select number, id from contact union all select number, id from petition", connection);
        await using var reader = await command.ExecuteReaderAsync();
        while (await reader.ReadAsync())
        {
            _numbered[reader.GetString(0)] = reader.GetGuid(1);
        }
    }

    private async Task ReadPersons(NpgsqlConnection connection, PersonVault vault)
    {
        await using var command = new NpgsqlCommand(
            "select e.caused_by, p.id, e.body, p.sealed, p.key_wrapped from person p join event e on e.home = p.home and e.stream = p.id", connection);
        await using var reader = await command.ExecuteReaderAsync();
        while (await reader.ReadAsync())
        {
            var (box, key) = (reader.GetFieldValue<byte[]>(3), reader.GetFieldValue<byte[]>(4));
            var fact = (PersonRecorded)CanonicalJson.Read(reader.GetString(2), typeof(PersonRecorded));
            _persons.Add((reader.GetGuid(0), new SealedPerson(reader.GetGuid(1), fact, box, key), vault.Open(box, key)));
        }
    }
}
