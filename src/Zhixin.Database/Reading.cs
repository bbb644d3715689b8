using System.Data.Common;

namespace Zhixin.Database;

/// <summary>
/// Several reads of one page inside the viewer's scope: asked first, then read in one round trip. What asks gets a task that is done when
/// the reading has run; nothing is asked afterwards.
/// </summary>
public sealed class Reading(Scope scope)
{
    private readonly CommandBatch _batch = new(scope.Court);
    private readonly List<Func<DbDataReader, CancellationToken, Task>> _answers = [];

    /// <summary>Adds a read; its rows are there after <see cref="Run"/>.</summary>
    public Task<List<T>> Ask<T>(string sql, params object?[] arguments)
    {
        var answer = new TaskCompletionSource<List<T>>();
        _batch.Add(sql, arguments);
        _answers.Add(async (reader, stop) => answer.SetResult(await Db.Present<T>(reader, stop)));
        return answer.Task;
    }

    /// <summary>Runs one reading for one question.</summary>
    public static async Task<T> Alone<T>(Db db, Scope scope, Func<Reading, Task<T>> ask, CancellationToken stop)
    {
        var reading = new Reading(scope);
        var answer = ask(reading);
        await reading.Run(db, null, stop);
        return await answer;
    }

    /// <summary>Reads everything that was asked, in one transaction.</summary>
    /// <param name="note">A transaction of its own that follows in the same round trip, such as the note of the access: when this returns, it is stored.</param>
    public async Task Run(Db db, CommandBatch? note, CancellationToken stop)
    {
        if (note is not null)
        {
            _batch.Then(note);
        }

        await using var connection = await db.OpenAsync(stop);
        await using var batch = _batch.Close(connection);
        await using var reader = await batch.ExecuteReaderAsync(stop);
        foreach (var answer in _answers)
        {
            await answer(reader, stop);
            await reader.NextResultAsync(stop);
        }

        while (await reader.NextResultAsync(stop))
        {
            // Nothing is read any more; reading to the end surfaces errors of what follows.
        }
    }
}
