using Microsoft.Extensions.Logging;
using Npgsql;
using Zhixin.Tests.Shared.Scale;

namespace Zhixin.Web.Tests.Simulation;

/// <summary>
/// The connection to the database is lost between two transactions of one request: once armed, so many transactions that write the history go through, and the
/// server ends the connection before the next one reaches it.
/// </summary>
internal sealed class CrashWatch : ILoggerFactory, ILogger
{
    private readonly ILogger _recorder;
    private readonly Crash _crash;

    private CrashWatch(string role, Crash crash) => (_recorder, _crash) = ((ILogger)StatementRecorder.Watch(role), crash);

    /// <summary>When it happens.</summary>
    internal sealed class Crash
    {
        /// <summary>How many writing transactions still go through; null: nothing is armed.</summary>
        public int? After { get; set; }

        /// <summary>Of the database, to end connections from outside.</summary>
        public string Connection { get; set; } = string.Empty;

        /// <summary>How often it happened.</summary>
        public int Happened { get; set; }
    }

    /// <summary>Watches the roles of an application.</summary>
    public static Func<string, ILoggerFactory> Of(Crash crash) => role => new CrashWatch(role, crash);

    public ILogger CreateLogger(string categoryName) => this;

    public void AddProvider(ILoggerProvider provider) => throw new NotSupportedException();

    public IDisposable? BeginScope<TState>(TState state)
        where TState : notnull => null;

    public bool IsEnabled(LogLevel logLevel) => true;

    public void Dispose() => GC.SuppressFinalize(this);

    public void Log<TState>(LogLevel logLevel, EventId eventId, TState state, Exception? exception, Func<TState, Exception?, string> formatter)
    {
        _recorder.Log(logLevel, eventId, state, exception, formatter);
        if (_crash.After is not { } left || eventId.Name?.StartsWith("Executing", StringComparison.Ordinal) != true || !Writes(state))
        {
            return;
        }

        _crash.After = left - 1;
        if (left == 0)
        {
            _crash.After = null;
            _crash.Happened++;
            End((int)((IReadOnlyList<KeyValuePair<string, object?>>)state!).First(t => t.Key == "ConnectorId").Value!);
        }
    }

    private void End(int backend)
    {
        using var connection = new NpgsqlConnection(_crash.Connection + ";Pooling=false");
        connection.Open();
        using var command = new NpgsqlCommand("select pg_terminate_backend($1, 5000)", connection) { Parameters = { new() { Value = backend } } };
        command.ExecuteScalar();
    }

    private static bool Writes<TState>(TState state) => state is IReadOnlyList<KeyValuePair<string, object?>> told
        && told.FirstOrDefault(t => t.Key == "BatchCommands").Value is IEnumerable<(string Sql, IEnumerable<object?> Arguments)> batch
        && batch.Any(c => c.Sql.StartsWith("insert into event", StringComparison.Ordinal));
}
