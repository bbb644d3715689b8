using System.Collections.Concurrent;
using System.Text.RegularExpressions;
using Microsoft.Extensions.Logging;

namespace Zhixin.Tests.Shared.Scale;

/// <summary>
/// Told by the database driver of every statement of the role that runs, as it is sent; keeps what breaks the rules, with the test that was
/// running. A test assembly's fixture fails the run by it.
/// </summary>
public sealed class StatementRecorder : ILoggerFactory, ILogger
{
    private static readonly HashSet<string> Big = BigTables();

    private static readonly StatementRules Rules = new(Big, ListedQueries.TwoHomes);

    private readonly ConcurrentDictionary<object, List<Statement>> _open = new();
    private readonly string _test = TestContext.Current.Test?.TestDisplayName ?? TestContext.Current.TestClass?.TestClassName ?? "?";
    private readonly ConcurrentDictionary<string, string> _faults;

    private StatementRecorder(ConcurrentDictionary<string, string> faults) => _faults = faults;

    /// <summary>What was found in this run: the fault with its statement, and the first test that sent it.</summary>
    public static ConcurrentDictionary<string, string> Found { get; } = new(StringComparer.Ordinal);

    /// <summary>The marks of the reads of all homes that were seen in this run.</summary>
    public static ConcurrentDictionary<string, bool> AllHomes { get; } = new(StringComparer.Ordinal);

    /// <summary>The tables that are distributed by home, as the migrations declare them.</summary>
    public static HashSet<string> BigTables() =>
    [
        .. from name in typeof(Database.Db).Assembly.GetManifestResourceNames()
           where name.EndsWith(".sql", StringComparison.Ordinal)
           let text = new StreamReader(typeof(Database.Db).Assembly.GetManifestResourceStream(name)!).ReadToEnd()
           from Match declared in Regex.Matches(text, "comment on table ([a-z_]+) is 'big")
           select declared.Groups[1].Value,
    ];

    /// <summary>Watches a role for the test that runs now.</summary>
    public static ILoggerFactory Watch(string role) => new StatementRecorder(role == "zx_app" ? Found : new ConcurrentDictionary<string, string>(StringComparer.Ordinal));

    /// <summary>Watches for a test of the recorder itself.</summary>
    public static StatementRecorder Into(ConcurrentDictionary<string, string> faults) => new(faults);

    public ILogger CreateLogger(string categoryName) => this;

    public void AddProvider(ILoggerProvider provider) => throw new NotSupportedException();

    public IDisposable? BeginScope<TState>(TState state)
        where TState : notnull => null;

    public bool IsEnabled(LogLevel logLevel) => true;

    public void Dispose() => GC.SuppressFinalize(this);

    public void Log<TState>(LogLevel logLevel, EventId eventId, TState state, Exception? exception, Func<TState, Exception?, string> formatter)
    {
        if (state is not IReadOnlyList<KeyValuePair<string, object?>> told || eventId.Name?.StartsWith("Executing", StringComparison.Ordinal) != true)
        {
            return;
        }

        var values = told.ToDictionary(t => t.Key, t => t.Value, StringComparer.Ordinal);
        if (values.TryGetValue("BatchCommands", out var batch))
        {
            Sent(values["ConnectorId"]!, [.. ((IEnumerable<(string Sql, IEnumerable<object?> Arguments)>)batch!).Select(c => new Statement(c.Sql, [.. c.Arguments]))]);
        }
        else if (values.TryGetValue("CommandText", out var text))
        {
            Sent(values["ConnectorId"]!, [new Statement((string)text!, [.. values.GetValueOrDefault("Parameters") as IEnumerable<object?> ?? []])]);
        }
    }

    /// <summary>Takes what was sent in one go on a connection.</summary>
    public void Sent(object connection, IReadOnlyList<Statement> statements)
    {
        foreach (var statement in statements)
        {
            Keep(Rules.Faults(statement), statement);
            if (statement.AllHomes is { } mark)
            {
                AllHomes[mark] = true;
                Keep(ListedQueries.AllHomes.Contains(mark) ? [] : [$"15: '{mark}' is not on the list"], statement);
            }
        }

        foreach (var transaction in Transactions(statements))
        {
            Part(connection, transaction);
        }
    }

    /// <summary>One round trip may hold several transactions, one after the other.</summary>
    private static IEnumerable<IReadOnlyList<Statement>> Transactions(IReadOnlyList<Statement> statements)
    {
        var part = new List<Statement>();
        foreach (var statement in statements)
        {
            part.Add(statement);
            if (statement.Text is "commit" or "rollback")
            {
                yield return part;
                part = [];
            }
        }

        if (part.Count > 0)
        {
            yield return part;
        }
    }

    private void Part(object connection, IReadOnlyList<Statement> statements)
    {
        if (statements[0].Text == "begin")
        {
            _open[connection] = [];
        }

        if (!_open.TryGetValue(connection, out var transaction))
        {
            foreach (var statement in statements)
            {
                Keep(Rules.FaultsAlone(statement), statement);
            }

            return;
        }

        transaction.AddRange(statements);
        if (statements[^1].Text is "commit" or "rollback")
        {
            _open.TryRemove(connection, out _);
            Keep(Rules.Faults(transaction), transaction[Math.Min(2, transaction.Count - 1)]);
        }
    }

    private void Keep(IEnumerable<string> faults, Statement statement)
    {
        foreach (var fault in faults)
        {
            _faults.TryAdd($"{fault}\n    {statement.Text}", _test);
        }
    }
}

/// <summary>The list in docs/all-homes-queries.md: reads of all homes, and commands of two.</summary>
public static partial class ListedQueries
{
    private static readonly string Text = File.ReadAllText(Path.Combine(Root(), "docs", "all-homes-queries.md"));

    /// <summary>The marks of reads.</summary>
    public static IReadOnlySet<string> AllHomes { get; } = Section("## Reads of all homes");

    /// <summary>The acts that write two homes.</summary>
    public static IReadOnlySet<string> TwoHomes { get; } = Section("## Commands of two homes");

    /// <summary>The project's folder.</summary>
    public static string Root()
    {
        var directory = new DirectoryInfo(AppContext.BaseDirectory);
        while (!File.Exists(Path.Combine(directory.FullName, "Zhixin.slnx")))
        {
            directory = directory.Parent ?? throw new DirectoryNotFoundException("no Zhixin.slnx above the test program");
        }

        return directory.FullName;
    }

    private static HashSet<string> Section(string title)
    {
        var from = Text.IndexOf(title, StringComparison.Ordinal);
        var to = Text.IndexOf("\n## ", from + 1, StringComparison.Ordinal);
        return [.. Rows().Matches(Text[from..(to < 0 ? Text.Length : to)]).Select(m => m.Groups["word"].Value)];
    }

    [GeneratedRegex("^\\| `(?<word>[a-z-]+)` \\|", RegexOptions.Multiline)]
    private static partial Regex Rows();
}
