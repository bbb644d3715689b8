using System.Diagnostics;
using System.Net;
using System.Net.Http.Json;
using Npgsql;

namespace Zhixin.Web.Tests.CommandLine;

/// <summary>A data directory whose disk is full. Needs a small file system of its own, which only root can mount; elsewhere skipped.</summary>
public sealed class FullDiskTests : IDisposable
{
    private readonly RunningProgram _program = new();
    private bool _isMounted;

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    public void Dispose()
    {
        _program.End();
        if (_isMounted)
        {
            Run("umount", _program.Data);
        }

        _program.Dispose();
    }

    [Fact]
    public async Task A_full_disk_is_told_clearly_nothing_is_half_written_and_space_that_is_freed_is_used()
    {
        _isMounted = Environment.UserName == "root" && Run("mount", "-t", "tmpfs", "-o", "size=260m,mode=711", "tmpfs", _program.Data) == 0;
        Assert.SkipUnless(_isMounted, "Only root may mount a small file system.");
        var (_, address) = await _program.Up();
        await _program.AddPerson("clerk", "时海宁", "焦作市解放区人民法院", "receptionist");
        using var http = new HttpClient { BaseAddress = address };
        http.DefaultRequestHeaders.Add("Authorization", "Bearer " + RunningProgram.Key + "clerk");
        var acknowledged = await Register(http, 20, HttpStatusCode.Created);

        var ballast = Path.Combine(_program.Data, "ballast");
        Fill(ballast);
        acknowledged += await Register(http, 5000, HttpStatusCode.ServiceUnavailable);
        (await http.GetAsync(new Uri("/healthz", UriKind.Relative), Stop)).StatusCode.ShouldBe(HttpStatusCode.OK);

        File.Delete(ballast);
        while (await Send(http) != HttpStatusCode.Created)
        {
            await Task.Delay(100, Stop); // a database that ended for want of space is being started again
        }

        var (code, output) = await _program.Run("verify", "--data", _program.Data);
        code.ShouldBe(0, output);
        await using var connection = new NpgsqlConnection(await _program.Connection());
        await connection.OpenAsync(Stop);
        await using var stored = new NpgsqlCommand("select count(*) from contact", connection);
        ((long)(await stored.ExecuteScalarAsync(Stop))!).ShouldBeGreaterThanOrEqualTo(acknowledged + 1);
    }

    /// <summary>Registers until an answer of this status comes; how many were acknowledged.</summary>
    private static async Task<int> Register(HttpClient http, int most, HttpStatusCode until)
    {
        for (var acknowledged = 0; ; acknowledged++)
        {
            var status = await Send(http);
            status.ShouldBeOneOf(HttpStatusCode.Created, HttpStatusCode.ServiceUnavailable);
            if (status != HttpStatusCode.Created || (until == HttpStatusCode.Created && acknowledged + 1 == most))
            {
                status.ShouldBe(until);
                return status == HttpStatusCode.Created ? acknowledged + 1 : acknowledged;
            }

            acknowledged.ShouldBeLessThan(most, "the disk should be full by now");
        }
    }

    private static async Task<HttpStatusCode> Send(HttpClient http)
    {
        using var answer = await http.PostAsJsonAsync("/api/contacts", new { form = new { petitioners = new[] { new { name = "佟桂兰" } }, summary = new string('案', 1000) } }, Stop);
        return answer.StatusCode;
    }

    /// <summary>Writes until nothing more fits.</summary>
    private static void Fill(string path)
    {
        using var file = new FileStream(path, FileMode.Create, FileAccess.Write, FileShare.None, 0);
        foreach (var size in new[] { 1 << 20, 4096 })
        {
            var block = new byte[size];
            try
            {
                while (true)
                {
                    file.Write(block);
                }
            }
            catch (IOException)
            {
                // No block of this size fits any more.
            }
        }
    }

    private static int Run(string program, params string[] args)
    {
        using var process = Process.Start(new ProcessStartInfo(program, args) { UseShellExecute = false, RedirectStandardError = true })!;
        process.WaitForExit();
        return process.ExitCode;
    }
}
