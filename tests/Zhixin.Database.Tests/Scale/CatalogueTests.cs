using System.Reflection;
using Npgsql;
using Zhixin.Tests.Shared;

[assembly: AssemblyFixture(typeof(Zhixin.Database.Tests.Scale.MigratedDatabase))]

namespace Zhixin.Database.Tests.Scale;

/// <summary>The database server of this test assembly, with the migrated template.</summary>
public sealed class MigratedDatabase() : TestDatabase(connection => Migrator.MigrateAsync(connection));

/// <summary>The schema keeps the rules that a cluster needs; every rule is also seen to fail.</summary>
public sealed class CatalogueTests(CatalogueTests.Schema schema) : IClassFixture<CatalogueTests.Schema>
{
    public static TheoryData<string> Rules => [.. CatalogueRules.All.Select(r => r.Name)];

    public static TheoryData<string, string> Plantings => new(CatalogueRules.All.SelectMany(r => r.Planted.Select(p => (r.Name, p))));

    [Theory]
    [MemberData(nameof(Rules))]
    public async Task The_migrated_schema_keeps(string rule)
    {
        await using var connection = await schema.Open();

        (await Faults(connection, rule)).ShouldBeEmpty();
    }

    [Theory]
    [MemberData(nameof(Plantings))]
    public async Task A_planted_violation_is_found(string rule, string planted)
    {
        await using var connection = await schema.Open();
        await using var transaction = await connection.BeginTransactionAsync(TestContext.Current.CancellationToken);
        await using (var plant = new NpgsqlCommand(planted, connection))
        {
            await plant.ExecuteNonQueryAsync(TestContext.Current.CancellationToken);
        }

        (await Faults(connection, rule)).ShouldNotBeEmpty();
    }

    /// <summary>Rows that are written many at once name their types: one that is wrong fails only where somebody writes many.</summary>
    [Fact]
    public async Task Every_column_of_a_read_table_has_the_type_by_which_it_is_written_in_bulk()
    {
        await using var connection = await schema.Open();
        var tables = typeof(ReadTable).Assembly.GetTypes().SelectMany(t => t.GetProperties(BindingFlags.Static | BindingFlags.Public))
            .Where(p => p.PropertyType == typeof(ReadTable)).Select(p => (ReadTable)p.GetValue(null)!).ToList();
        tables.Count.ShouldBeGreaterThan(10, "else the search finds nothing");
        await using var command = new NpgsqlCommand("select table_name || '.' || column_name || '=' || udt_name from information_schema.columns where table_schema = 'public'", connection);
        await using var reader = await command.ExecuteReaderAsync(TestContext.Current.CancellationToken);
        var stored = (await Db.Rows<string>(reader, TestContext.Current.CancellationToken)).ToHashSet(StringComparer.Ordinal);
        tables.SelectMany(table => table.Columns.Select(column => $"{table.Name}.{column}={Stored(BulkRows.TypeOf(table, column))}")).Where(c => !stored.Contains(c)).ShouldBeEmpty();
    }

    private static string Stored(string type) => type switch
    {
        "int" => "int4",
        "int[]" => "_int4",
        "bigint[]" => "_int8",
        "bigint" => "int8",
        "boolean" => "bool",
        _ => type.EndsWith("[]", StringComparison.Ordinal) ? "_" + type[..^2] : type,
    };

    private static async Task<List<string>> Faults(NpgsqlConnection connection, string rule)
    {
        await using var command = new NpgsqlCommand(CatalogueRules.All.Single(r => r.Name == rule).Sql, connection);
        await using var reader = await command.ExecuteReaderAsync(TestContext.Current.CancellationToken);
        return await Db.Rows<string>(reader, TestContext.Current.CancellationToken);
    }

    /// <summary>One database for all of these tests: none of them leaves anything in it.</summary>
    public sealed class Schema(MigratedDatabase database) : IAsyncLifetime
    {
        private string _owner = string.Empty;

        public async ValueTask InitializeAsync() => _owner = await database.Fresh();

        public ValueTask DisposeAsync() => ValueTask.CompletedTask;

        public async Task<NpgsqlConnection> Open()
        {
            var connection = new NpgsqlConnection(_owner);
            await connection.OpenAsync(TestContext.Current.CancellationToken);
            return connection;
        }
    }
}
