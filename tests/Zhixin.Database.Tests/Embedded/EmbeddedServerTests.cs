using Npgsql;
using Zhixin.Database.Embedded;

namespace Zhixin.Database.Tests.Embedded;

public sealed class EmbeddedServerTests : IDisposable
{
    private readonly ServerInFolder folder = new();

    public void Dispose() => folder.Dispose();

    [Fact]
    public async Task A_first_start_makes_a_database_that_a_second_start_finds_again()
    {
        await using (var first = await folder.Start())
        {
            await ServerInFolder.Ask(first.ConnectionString, "create table kept as select 7 as number");
        }

        await using var second = await folder.Start();
        (await ServerInFolder.Ask(second.ConnectionString, "select number from kept")).ShouldBe(7);
    }

    [Fact]
    public async Task The_cluster_orders_by_code_point_and_lowers_letters_of_every_script()
    {
        await using var server = await folder.Start();

        (await ServerInFolder.Ask(server.ConnectionString, "select datlocprovider::text || ' ' || datlocale || ' ' || pg_encoding_to_char(encoding) from pg_database where datname = current_database()"))
            .ShouldBe("b C.UTF-8 UTF8");
        (await ServerInFolder.Ask(server.ConnectionString, "select lower('Ä') || (select string_agg(w, '' order by w) from unnest(array['法','a','Z']) w)")).ShouldBe("äZa法");
    }

    [Fact]
    public async Task Nothing_acknowledged_may_be_lost_and_no_network_address_is_open()
    {
        await using var server = await folder.Start();

        (await ServerInFolder.Ask(server.ConnectionString, "select string_agg(setting, ' ' order by name) from pg_settings where name in ('autovacuum', 'fsync', 'jit', 'listen_addresses', 'synchronous_commit')"))
            .ShouldBe("on on off  on");
        File.GetUnixFileMode(Path.Combine(folder.Data, "postgres")).ShouldBe(UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute);
    }

    [Fact]
    public async Task The_server_never_runs_as_root()
    {
        await using var server = await folder.Start();

        var uid = File.ReadLines($"/proc/{folder.MainProcess}/status").First(l => l.StartsWith("Uid:", StringComparison.Ordinal)).Split('\t')[2];
        uid.ShouldNotBe("0");
    }

    [Fact]
    public async Task Disposing_stops_the_server_and_leaves_no_process()
    {
        int process;
        await using (await folder.Start())
        {
            process = folder.MainProcess;
        }

        File.Exists(Path.Combine(folder.Cluster, "postmaster.pid")).ShouldBeFalse();
        IsAlive(process).ShouldBeFalse();
    }

    [Fact]
    public async Task A_second_instance_on_the_same_data_is_refused_and_told_who_holds_it()
    {
        await using var first = await folder.Start(purpose: "up");

        var refused = await folder.StartFails();

        refused.Problem.ShouldBe(ServerProblem.InUse);
        refused.Message.ShouldContain($"进程 {Environment.ProcessId}（up");
        refused.Message.ShouldContain($"process {Environment.ProcessId} (up");
        (await ServerInFolder.Ask(first.ConnectionString, "select 1")).ShouldBe(1);
    }

    [Fact]
    public async Task A_command_joins_a_running_server_and_leaves_it_running()
    {
        await using var owner = await folder.Start();
        await using (var joined = await folder.Start(Sharing.Join))
        {
            joined.IsOwner.ShouldBeFalse();
            (await ServerInFolder.Ask(joined.ConnectionString, "select 1")).ShouldBe(1);
        }

        owner.IsOwner.ShouldBeTrue();
        (await ServerInFolder.Ask(owner.ConnectionString, "select 1")).ShouldBe(1);
    }

    [Fact]
    public async Task Commands_that_start_together_share_one_server()
    {
        var together = await Task.WhenAll(folder.Start(Sharing.Join), folder.Start(Sharing.Join), folder.Start(Sharing.Join));

        together.Count(s => s.IsOwner).ShouldBe(1);
        foreach (var server in together.OrderBy(s => s.IsOwner))
        {
            (await ServerInFolder.Ask(server.ConnectionString, "select 1")).ShouldBe(1);
            await server.DisposeAsync();
        }
    }

    [Fact]
    public async Task A_killed_server_is_started_again_with_everything_it_acknowledged()
    {
        await using var server = await folder.Start();
        await ServerInFolder.Ask(server.ConnectionString, "create table kept as select 7 as number");

        ServerInFolder.Kill(folder.MainProcess);

        (await AskUntilAnswered(server.ConnectionString, "select number from kept")).ShouldBe(7);
        folder.Notices.ShouldContain(n => n.Contains("正在重新启动", StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_process_id_left_by_a_killed_server_does_not_hinder_the_next_start_even_when_a_stranger_has_it_now()
    {
        await using (await folder.Start())
        {
            File.Copy(Path.Combine(folder.Cluster, "postmaster.pid"), Path.Combine(folder.Data, "left"));
        }

        var lines = await File.ReadAllLinesAsync(Path.Combine(folder.Data, "left"), TestContext.Current.CancellationToken);
        lines[0] = $"{Environment.ProcessId}";
        await File.WriteAllLinesAsync(Path.Combine(folder.Cluster, "postmaster.pid"), lines, TestContext.Current.CancellationToken);

        await using var again = await folder.Start();
        (await ServerInFolder.Ask(again.ConnectionString, "select 1")).ShouldBe(1);
    }

    [Fact]
    public async Task A_path_longer_than_a_socket_may_have_works()
    {
        folder.Data = Path.Combine(folder.Data, string.Concat(Enumerable.Repeat("执行信访/", 12)), "a,b c");

        await using var server = await folder.Start();
        await using var joined = await folder.Start(Sharing.Join);

        (await ServerInFolder.Ask(server.ConnectionString, "select 1")).ShouldBe(1);
        (await ServerInFolder.Ask(joined.ConnectionString, "select 1")).ShouldBe(1);
    }

    private static bool IsAlive(int process) =>
        File.Exists($"/proc/{process}/stat") && !File.ReadAllText($"/proc/{process}/stat").Contains(") Z ", StringComparison.Ordinal);

    private static async Task<object?> AskUntilAnswered(string connectionString, string sql)
    {
        while (true)
        {
            try
            {
                return await ServerInFolder.Ask(connectionString, sql);
            }
            catch (NpgsqlException)
            {
                await Task.Delay(50, TestContext.Current.CancellationToken);
            }
        }
    }
}
