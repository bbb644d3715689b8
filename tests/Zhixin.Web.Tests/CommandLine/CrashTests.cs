using System.Collections.Concurrent;
using System.Diagnostics;
using System.Net.Http.Json;
using System.Text.Json;
using Npgsql;

namespace Zhixin.Web.Tests.CommandLine;

/// <summary>Kill -9 in the middle of registrations, with the settings that users have: nothing acknowledged is lost, nothing half is left.</summary>
public sealed class CrashTests : IDisposable
{
    private const int Clients = 4;
    private const int Enough = 60;

    private readonly RunningProgram _program = new();

    [Fact]
    public async Task Killing_the_program_loses_nothing_that_was_acknowledged()
    {
        var (process, address) = await _program.Up();
        await AddClerk();

        var acknowledged = await Register(address, process.Kill);
        await process.WaitForExitAsync(TestContext.Current.CancellationToken);

        await AllThere(acknowledged);
    }

    [Fact]
    public async Task Killing_the_database_loses_nothing_that_was_acknowledged()
    {
        var (process, address) = await _program.Up();
        await AddClerk();

        var acknowledged = await Register(address, () => Kill(_program.DatabaseProcess));
        process.Kill();
        await process.WaitForExitAsync(TestContext.Current.CancellationToken);

        await AllThere(acknowledged);
    }

    public void Dispose() => _program.Dispose();

    /// <summary>Clients register without pause; when enough is acknowledged something is killed, and each client goes on until it is refused.</summary>
    private static async Task<IReadOnlyCollection<string>> Register(Uri address, Action kill)
    {
        var acknowledged = new ConcurrentBag<string>();
        var once = 0;
        await Task.WhenAll(Enumerable.Range(0, Clients).Select(async client =>
        {
            using var http = new HttpClient { BaseAddress = address };
            http.DefaultRequestHeaders.Add("Authorization", "Bearer " + RunningProgram.Key + "clerk");
            for (var n = 0; n < 10 * Enough && await Acknowledged(http, client, n) is { } number; n++)
            {
                acknowledged.Add(number);
                if (acknowledged.Count >= Enough && Interlocked.Exchange(ref once, 1) == 0)
                {
                    kill();
                }
            }
        }));
        once.ShouldBe(1);
        return acknowledged;
    }

    private static async Task<string?> Acknowledged(HttpClient http, int client, int n)
    {
        try
        {
            using var answer = await http.PostAsJsonAsync("/api/contacts", new
            {
                form = new { petitioners = new[] { new { name = $"来访人{client}之{n}" } }, summary = "执行款未发放" },
            });
            return answer.IsSuccessStatusCode ? (await answer.Content.ReadFromJsonAsync<JsonElement>()).GetProperty("contactNumber").GetString() : null;
        }
        catch (HttpRequestException)
        {
            return null; // The program is gone: this one was not acknowledged.
        }
    }

    private async Task AllThere(IReadOnlyCollection<string> acknowledged)
    {
        acknowledged.Count.ShouldBeGreaterThanOrEqualTo(Enough);
        var (_, _) = await _program.Up();
        await using var connection = new NpgsqlConnection(await _program.Connection());
        await connection.OpenAsync(TestContext.Current.CancellationToken);
        await using var command = new NpgsqlCommand("select number from contact", connection);
        var stored = new HashSet<string>(StringComparer.Ordinal);
        await using (var reader = await command.ExecuteReaderAsync(TestContext.Current.CancellationToken))
        {
            while (await reader.ReadAsync(TestContext.Current.CancellationToken))
            {
                stored.Add(reader.GetString(0)).ShouldBeTrue();
            }
        }

        acknowledged.Except(stored, StringComparer.Ordinal).ShouldBeEmpty();
        acknowledged.Distinct(StringComparer.Ordinal).Count().ShouldBe(acknowledged.Count);
        stored.Count.ShouldBeLessThanOrEqualTo(acknowledged.Count + Clients);
        var (code, output) = await _program.Run("verify", "--data", _program.Data);
        code.ShouldBe(0, output);
        output.ShouldContain("核对无误 Verified");
    }

    private Task AddClerk() => _program.AddPerson("clerk", "时海宁", "焦作市解放区人民法院", "receptionist");

    private static void Kill(int process)
    {
        using var target = Process.GetProcessById(process);
        target.Kill();
    }
}
