using Npgsql;
using Zhixin.Database.History;
using Zhixin.Database.Tests.Embedded;
using Zhixin.Tests.Shared;

namespace Zhixin.Database.Tests.History;

/// <summary>Rows in the binary format of COPY are the rows that the database has, both ways.</summary>
public sealed class CopyTests
{
    private static readonly string[] Columns = ["home", "id", "few", "many", "day", "yes", "words", "bytes", "numbers", "ids", "texts", "days"];

    private sealed class OneTable() : TestDatabase(async template => await ServerInFolder.Ask(
        template,
        "create table typed (home int, id uuid, few smallint, many bigint, day date, yes boolean, words text, bytes bytea, numbers int[], ids uuid[], texts text[], days date[])"));

    [Fact]
    public async Task What_is_written_comes_back_byte_for_byte_whatever_its_length()
    {
        var stop = TestContext.Current.CancellationToken;
        await using var databases = new OneTable();
        await databases.InitializeAsync();
        await using var connection = new NpgsqlConnection(await databases.Fresh());
        await connection.OpenAsync(stop);
        var chance = new Random(20);
        var rows = new CopyRows();
        for (var home = 0; home < 400; home++)
        {
            rows.Add(Row(home, chance));
        }

        await rows.Copy(connection, "typed", Columns, stop);

        var (read, at) = (0, 0);
        await using var found = await CopyReader.Open(connection, $"select {string.Join(", ", Columns)} from typed order by home", stop);
        while (found.Next(stop))
        {
            rows.Written.Span[at..].StartsWith(found.Row).ShouldBeTrue($"row {read}");
            found.Number(0).ShouldBe(read++);
            at += found.Row.Length;
        }

        (read, at).ShouldBe((400, rows.Written.Length));
    }

    [Fact]
    public async Task Values_are_what_the_database_understands_and_what_it_sends()
    {
        var stop = TestContext.Current.CancellationToken;
        await using var databases = new OneTable();
        await databases.InitializeAsync();
        await using var connection = new NpgsqlConnection(await databases.Fresh());
        await connection.OpenAsync(stop);
        var id = new Guid("0198a5c2-7f00-7abc-8def-0123456789ab");
        var rows = new CopyRows();
        DateOnly[] days = [new(1999, 12, 31), new(2026, 3, 1)];
        rows.Add(7, id, (short)-3, 5_000_000_000L, new DateOnly(1999, 12, 31), true, "执行😀", new byte[] { 0, 255 }, new[] { -1, 2 }, new[] { id }, Array.Empty<string>(), days);
        await rows.Copy(connection, "typed", Columns, stop);

        await using var told = new NpgsqlCommand(
            "select concat_ws('|', home, id, few, many, day, yes, words, bytes, numbers, ids, texts, days, array_lower(numbers, 1)) from typed", connection);
        (await told.ExecuteScalarAsync(stop)).ShouldBe($"7|{id}|-3|5000000000|1999-12-31|t|执行😀|\\x00ff|{{-1,2}}|{{{id}}}|{{}}|{{1999-12-31,2026-03-01}}|1");

        await using var found = await CopyReader.Open(connection, "select home, id, few, many, words, numbers, '{}'::int[], null::text from typed", stop);
        found.Next(stop).ShouldBeTrue();
        (found.Number(0), found.Id(1), found.Small(2), found.Large(3), found.Text(4)).ShouldBe((7, id, (short)-3, 5_000_000_000L, "执行😀"));
        found.Numbers(5).ShouldBe([-1, 2]);
        found.Numbers(6).ShouldBeEmpty();
        found.Field(7).Length.ShouldBe(0);
        found.Next(stop).ShouldBeFalse();
    }

    [Fact]
    public void A_value_that_no_column_holds_is_refused() => Should.Throw<NotSupportedException>(() => new CopyRows().Add(1.5m));

    /// <summary>Now and then longer than any buffer; each value absent now and then.</summary>
    private static object?[] Row(int home, Random chance)
    {
        var length = chance.Next(20) == 0 ? chance.Next(200_000) : chance.Next(300);
        var bytes = new byte[length];
        chance.NextBytes(bytes);
        object?[] row =
        [
            home, Guid.CreateVersion7(DateTimeOffset.UnixEpoch.AddDays(home)), (short)chance.Next(-9, 9), chance.NextInt64(), new DateOnly(2021, 1, 1).AddDays(-home), home % 2 == 0,
            new string('执', length), bytes, Enumerable.Range(0, chance.Next(4)).ToArray(), Array.Empty<Guid>(), new[] { string.Empty, "甲" },
            Enumerable.Range(0, chance.Next(3)).Select(n => new DateOnly(2026, 1, 1).AddDays(n)).ToArray(),
        ];
        return [row[0], .. row[1..].Select(value => chance.Next(6) == 0 ? null : value)];
    }
}
