using Npgsql;

namespace Zhixin.Database.Ledger;

/// <summary>
/// Numbers of one series that a long transaction gives one by one: the series is held when the first is given, and moved on at the end.
/// </summary>
/// <param name="series">"contact" or "petition".</param>
public sealed class NumberRun(int home, string series, int year)
{
    private int? _next;
    private int _given;

    /// <summary>How many were given.</summary>
    public int Given => _given;

    /// <summary>Whether the series must be held before a number is given.</summary>
    public bool IsHeld => _next is not null;

    /// <summary>Takes the first number of the series, and so holds it to the end of the transaction.</summary>
    public async Task Hold(NpgsqlConnection connection, CancellationToken stop) => _next = await Numbers.Take(connection, home, series, year, 1, stop);

    /// <summary>The next number.</summary>
    /// <exception cref="InvalidOperationException">The series is not held.</exception>
    public int Next() => (_next ?? throw new InvalidOperationException($"{series} is not held.")) + _given++;

    /// <summary>Moves the series on behind the last number that was given.</summary>
    public void Finish(CommandBatch batch)
    {
        if (_given > 1)
        {
            batch.Add("update number_series set last = last + $4 where home = $1 and series = $2 and year = $3", home, series, year, _given - 1);
        }
    }
}
