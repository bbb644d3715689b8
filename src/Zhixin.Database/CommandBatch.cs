using System.Globalization;
using Npgsql;

namespace Zhixin.Database;

/// <summary>
/// One explicit transaction in one round trip: begin · set local zx.court · statements · commit (scale rule 8).
/// </summary>
/// <param name="court">The court for which is acted. The literal is built from an integer only.</param>
public sealed class CommandBatch(int court)
{
    private readonly List<(string Sql, object?[] Arguments)> _statements = [];
    private readonly int _first = court;
    private int _under = court;

    /// <summary>Adds a statement with positional arguments $1, $2, …</summary>
    public CommandBatch Add(string sql, params object?[] arguments)
    {
        _statements.Add((sql, arguments));
        return this;
    }

    /// <summary>Adds the statements of another batch, in their order.</summary>
    public CommandBatch Add(CommandBatch other)
    {
        Under(other._first);
        _statements.AddRange(other._statements);
        _under = other._under;
        return this;
    }

    /// <summary>
    /// The statements that follow are those of this court. A row is seen after its update by whoever updates it, so an update that may end
    /// the actor's own sight runs under the row's home, which always keeps it.
    /// </summary>
    public CommandBatch Under(int other)
    {
        if (other != _under)
        {
            _statements.Add((Setting(other), []));
            _under = other;
        }

        return this;
    }

    /// <summary>A second transaction in the same round trip, after the first is committed: a reading may be of another home than the note of it.</summary>
    public CommandBatch Then(CommandBatch other)
    {
        Add("commit").Add("begin").Add(Setting(other._first));
        _statements.AddRange(other._statements);
        _under = other._under;
        return this;
    }

    /// <summary>Number of statements so far, without the frame.</summary>
    public int Count => _statements.Count;

    /// <summary>The whole transaction.</summary>
    public NpgsqlBatch Close(NpgsqlConnection connection) => Frame(connection, begin: true, commit: true);

    /// <summary>The statements, and the commit of a transaction that is open already.</summary>
    public NpgsqlBatch Finish(NpgsqlConnection connection) => Frame(connection, begin: false, commit: true);

    /// <summary>The statements alone, inside a transaction that is open and stays open.</summary>
    public NpgsqlBatch Continue(NpgsqlConnection connection) => Frame(connection, begin: false, commit: false);

    /// <summary>Begins a transaction and leaves it open; the next batch must finish it.</summary>
    public NpgsqlBatch Begin(NpgsqlConnection connection) => Frame(connection, begin: true, commit: false);

    /// <summary>Binds positional arguments; an absent value gets its type from the statement.</summary>
    public static void Bind(NpgsqlParameterCollection parameters, object?[] arguments)
    {
        foreach (var argument in arguments)
        {
            parameters.Add(new NpgsqlParameter { Value = argument ?? DBNull.Value });
        }
    }

    private static string Setting(int court) => string.Create(CultureInfo.InvariantCulture, $"set local zx.court = '{court}'");

    private NpgsqlBatch Frame(NpgsqlConnection connection, bool begin, bool commit)
    {
        var batch = new NpgsqlBatch(connection);
        if (begin)
        {
            batch.BatchCommands.Add(new NpgsqlBatchCommand("begin"));
            batch.BatchCommands.Add(new NpgsqlBatchCommand(Setting(_first)));
        }

        foreach (var (sql, arguments) in _statements)
        {
            var command = new NpgsqlBatchCommand(sql);
            Bind(command.Parameters, arguments);
            batch.BatchCommands.Add(command);
        }

        if (commit)
        {
            batch.BatchCommands.Add(new NpgsqlBatchCommand("commit"));
        }

        return batch;
    }
}
