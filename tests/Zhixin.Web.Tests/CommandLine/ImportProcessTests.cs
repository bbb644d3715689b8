using System.Diagnostics;
using System.Net;
using Npgsql;
using Zhixin.Web.Tests.Ledger;

namespace Zhixin.Web.Tests.CommandLine;

/// <summary><c>import</c> into a database, beside a running server and without one; killed in the middle it leaves nothing behind.</summary>
public sealed class ImportProcessTests : IDisposable
{
    private readonly RunningProgram _program = new();

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    public void Dispose() => _program.Dispose();

    [Fact]
    public async Task An_import_joins_the_running_server_and_works_without_one()
    {
        var (server, address) = await Prepared();
        var (joined, text) = await Import("--as", "head");
        joined.ShouldBe(0, text);
        text.ShouldContain("已登记 552 次来访来信");
        using (var http = Bearer(address, "head"))
        {
            (await http.GetStringAsync(new Uri("/api/petitions?view=all&stage=any&size=1", UriKind.Relative), Stop)).ShouldContain("petitions");
        }

        await Terminate(server);
        var (alone, again) = await Import("--as", "HEAD");
        alone.ShouldBe(0, again);
        again.ShouldContain("575 行此前已导入");
        (await _program.Run("verify", "--data", _program.Data)).Code.ShouldBe(0);
    }

    [Theory]
    [InlineData("nobody", "没有登录名为“nobody”的在职人员")]
    [InlineData("clerk", "信访机构负责人")]
    [InlineData("elsewhere", "不能导入到河南省焦作市中级人民法院")]
    public async Task Who_may_not_import_is_told_why_and_nothing_is_written(string user, string why)
    {
        await Prepared();
        await _program.AddPerson("clerk", "时海宁", "河南省焦作市中级人民法院", "receptionist");
        await _program.AddPerson("elsewhere", "邢国梁", "焦作市解放区人民法院", "petition-unit-head");
        var (code, text) = await Import("--as", user);
        (code, text.Contains(why, StringComparison.Ordinal)).ShouldBe((2, true), text);
        (await Count("event where type like 'petition.%'")).ShouldBe(0);
    }

    [Theory]
    [InlineData("command")]
    [InlineData("server")]
    [InlineData("database")]
    public async Task Killed_in_the_middle_an_import_leaves_nothing_and_the_same_file_comes_in_afterwards(string killed)
    {
        var (server, address) = await Prepared();
        await using (var holder = new NpgsqlConnection(await _program.Connection()))
        {
            await holder.OpenAsync(Stop);
            await Execute(holder, "begin; lock table import_row in exclusive mode"); // written after all contacts and petitions, before the end
            var command = killed == "command" ? _program.Start("import", Ledgers.SamplePath, "--as", "head", "--data", _program.Data) : null;
            var sent = command is null ? Send(address) : Task.FromResult<HttpStatusCode?>(null);
            await WaitForImport(holder);

            Kill(killed switch { "command" => command!.Id, "server" => server.Id, _ => _program.DatabaseProcess });
            (await sent).ShouldBe(killed == "database" ? HttpStatusCode.ServiceUnavailable : null);
        }

        if (killed == "server")
        {
            await server.WaitForExitAsync(Stop);
            (_, address) = await _program.Up();
        }

        await WaitForDatabase();
        (await Count("event where origin = 'import'")).ShouldBe(0);
        (await Count("import_row")).ShouldBe(0);
        var (code, text) = await Import("--as", "head");
        code.ShouldBe(0, text);
        (await Count("contact")).ShouldBe(552);
        var (clean, verified) = await _program.Run("verify", "--data", _program.Data);
        clean.ShouldBe(0, verified);
    }

    private async Task<(Process Server, Uri Address)> Prepared()
    {
        var started = await _program.Up();
        await _program.AddPerson("head", "魏书勤", "河南省焦作市中级人民法院", "petition-unit-head");
        return started;
    }

    private Task<(int Code, string Output)> Import(params string[] more) => _program.Run(["import", Ledgers.SamplePath, "--data", _program.Data, .. more]);

    private static HttpClient Bearer(Uri address, string user)
    {
        var http = new HttpClient { BaseAddress = address };
        http.DefaultRequestHeaders.Add("Authorization", "Bearer " + RunningProgram.Key + user);
        return http;
    }

    /// <summary>The status of the answer; null when the server ended instead.</summary>
    private static async Task<HttpStatusCode?> Send(Uri address)
    {
        using var http = Bearer(address, "head");
        try
        {
            using var answer = await http.PostAsync(new Uri("/api/imports", UriKind.Relative), Ledgers.Body(Ledgers.Sample), Stop);
            return answer.StatusCode;
        }
        catch (HttpRequestException)
        {
            return null;
        }
    }

    /// <summary>Until the import waits for the table that this test holds: everything else of it is written.</summary>
    private static async Task WaitForImport(NpgsqlConnection holder)
    {
        while (await Scalar(holder, "select count(*) from pg_locks where relation = 'import_row'::regclass and not granted") == 0)
        {
            await Task.Delay(20, Stop);
        }
    }

    private async Task WaitForDatabase()
    {
        while (true)
        {
            try
            {
                await using var connection = new NpgsqlConnection(await _program.Connection());
                await connection.OpenAsync(Stop);
                return;
            }
            catch (Exception e) when (e is NpgsqlException or Zhixin.Database.Embedded.EmbeddedServerException)
            {
                await Task.Delay(50, Stop); // it is being started again
            }
        }
    }

    private async Task<long> Count(string what)
    {
        await using var connection = new NpgsqlConnection(await _program.Connection());
        await connection.OpenAsync(Stop);
        return await Scalar(connection, $"select count(*) from {what}");
    }

    private static async Task<long> Scalar(NpgsqlConnection connection, string sql)
    {
        await using var command = new NpgsqlCommand(sql, connection);
        return (long)(await command.ExecuteScalarAsync(Stop))!;
    }

    private static async Task Execute(NpgsqlConnection connection, string sql)
    {
        await using var command = new NpgsqlCommand(sql, connection);
        await command.ExecuteNonQueryAsync(Stop);
    }

    private static void Kill(int process)
    {
        using var target = Process.GetProcessById(process);
        target.Kill();
    }

    private static async Task Terminate(Process process)
    {
        using var kill = Process.Start("kill", ["-TERM", $"{process.Id}"]);
        await process.WaitForExitAsync(Stop);
    }
}
