using Zhixin.Database.Embedded;

namespace Zhixin.Database.Tests.Embedded;

public sealed class DamagedDirectoryTests : IDisposable
{
    private readonly ServerInFolder folder = new();

    public void Dispose() => folder.Dispose();

    [Fact]
    public async Task A_lost_control_file_is_told_with_the_logs_last_lines()
    {
        await Made();
        File.Delete(Path.Combine(folder.Cluster, "global", "pg_control"));

        var refused = await folder.StartFails();

        refused.Problem.ShouldBe(ServerProblem.Damaged);
        refused.Message.ShouldContain("数据目录可能已损坏");
        refused.Message.ShouldContain("pg_control");
    }

    [Fact]
    public async Task A_lost_write_ahead_log_is_told_and_nothing_is_deleted()
    {
        await Made();
        var wal = Path.Combine(folder.Cluster, "pg_wal");
        foreach (var segment in Directory.GetFiles(wal))
        {
            File.Delete(segment);
        }

        var before = Directory.GetFiles(folder.Cluster, "*", SearchOption.AllDirectories).Length;
        var refused = await folder.StartFails();

        refused.Problem.ShouldBe(ServerProblem.Damaged);
        refused.Message.ShouldContain("checkpoint");
        Directory.GetFiles(folder.Cluster, "*", SearchOption.AllDirectories).Length.ShouldBeGreaterThanOrEqualTo(before);
    }

    [Fact]
    public async Task A_directory_that_is_no_cluster_is_never_made_into_one()
    {
        Directory.CreateDirectory(folder.Cluster);
        await File.WriteAllTextAsync(Path.Combine(folder.Cluster, "letter.txt"), "someone's", TestContext.Current.CancellationToken);

        var refused = await folder.StartFails();

        refused.Problem.ShouldBe(ServerProblem.Damaged);
        Directory.GetFiles(folder.Cluster).ShouldHaveSingleItem();
    }

    [Fact]
    public async Task A_cluster_of_another_version_is_refused_by_its_version()
    {
        await Made();
        await File.WriteAllTextAsync(Path.Combine(folder.Cluster, "PG_VERSION"), "17\n", TestContext.Current.CancellationToken);

        var refused = await folder.StartFails();

        refused.Problem.ShouldBe(ServerProblem.OtherVersion);
        refused.Message.ShouldContain("17");
    }

    [Fact]
    public async Task A_broken_off_first_start_is_begun_again()
    {
        await Made();
        Directory.Move(folder.Cluster, folder.Cluster + ".new");
        Directory.Delete(Path.Combine(folder.Cluster + ".new", "global"), recursive: true);

        await using var server = await folder.Start();

        (await ServerInFolder.Ask(server.ConnectionString, "select 1")).ShouldBe(1);
    }

    [Fact]
    public async Task A_refused_start_leaves_the_directory_free()
    {
        await Made();
        var version = Path.Combine(folder.Cluster, "PG_VERSION");
        File.Move(version, version + ".away");
        (await folder.StartFails()).Problem.ShouldBe(ServerProblem.Damaged);

        File.Move(version + ".away", version);

        await using var server = await folder.Start();
        server.IsOwner.ShouldBeTrue();
    }

    [Fact]
    public async Task An_external_server_that_does_not_answer_is_told_without_its_password()
    {
        var options = new EmbeddedServerOptions(folder.Data, "test");
#pragma warning disable RS0030 // A test assembly is its own composition root.
        var open = () => RunningDatabase.Open("Host=/nowhere;Username=zx;Password=secret-word", options, TimeProvider.System, CancellationToken.None);
#pragma warning restore RS0030

        var refused = await Should.ThrowAsync<EmbeddedServerException>(open);

        refused.Problem.ShouldBe(ServerProblem.NotReachable);
        refused.ToString().ShouldNotContain("secret-word");
        Directory.Exists(folder.Data).ShouldBeFalse();
    }

    private async Task Made()
    {
        await using var server = await folder.Start();
    }
}
