using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Npgsql;

namespace Zhixin.Benchmarks.Measuring;

/// <summary>The limit of the machine: the same HTTP server and the same database, with next to nothing between them.</summary>
public static class RawHost
{
    /// <summary>The hidden command that runs it.</summary>
    public const string Command = "raw-host";

    /// <summary>Said when requests are answered.</summary>
    public const string Ready = "raw";

    /// <summary>Serves /static (no database), /insert (one durable row) and /select (one row by its primary key) until it is ended.</summary>
    public static async Task Run(int port, string connectionString, TimeProvider clock)
    {
        await using var source = new NpgsqlDataSourceBuilder(connectionString + ";Max Auto Prepare=20;Auto Prepare Min Usages=1;Maximum Pool Size=32").Build();
        await using (var make = source.CreateCommand("create table if not exists bench_raw (id uuid primary key, body text not null, at timestamptz not null)"))
        {
            await make.ExecuteNonQueryAsync();
        }

        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.ConfigureKestrel(kestrel => kestrel.ListenLocalhost(port));
        await using var app = builder.Build();
        app.MapGet("/static", () => Results.Text("ok"));
        app.MapPost("/insert", () => Insert(source, clock));
        app.MapGet("/select/{home:int}/{id:guid}", (int home, Guid id) => Select(source, home, id));
        await app.StartAsync();
        Console.WriteLine(Ready);
        await app.WaitForShutdownAsync();
    }

    private static async Task<IResult> Insert(NpgsqlDataSource source, TimeProvider clock)
    {
        var now = clock.GetUtcNow();
        await using var command = source.CreateCommand("insert into bench_raw (id, body, at) values ($1, $2, $3)");
        command.Parameters.Add(new NpgsqlParameter { Value = Guid.CreateVersion7(now) });
        command.Parameters.Add(new NpgsqlParameter { Value = "one row of about a hundred characters, as durable as a registration has to be, and nothing else" });
        command.Parameters.Add(new NpgsqlParameter { Value = now.UtcDateTime });
        await command.ExecuteNonQueryAsync();
        return Results.StatusCode(201);
    }

    private static async Task<IResult> Select(NpgsqlDataSource source, int home, Guid id)
    {
        await using var command = source.CreateCommand("select number, summary from petition where home = $1 and id = $2");
        command.Parameters.Add(new NpgsqlParameter { Value = home });
        command.Parameters.Add(new NpgsqlParameter { Value = id });
        await using var reader = await command.ExecuteReaderAsync();
        return await reader.ReadAsync() ? Results.Text(reader.GetString(1)) : Results.NotFound();
    }
}
