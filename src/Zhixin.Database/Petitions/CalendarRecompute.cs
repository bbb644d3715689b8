using Zhixin.Calendar;
using Zhixin.Database.Matters;
using Zhixin.History;
using Zhixin.Obligations;

namespace Zhixin.Database.Petitions;

/// <summary>What a notice does to the open dates: counts of all, and by court.</summary>
/// <param name="Looked">Open dated obligations that the notice's days touch.</param>
/// <param name="Moved">Of these, with another date.</param>
/// <param name="Settled">Of these, no longer provisional.</param>
/// <param name="IsPartial">More obligations are touched than were looked at.</param>
public sealed record CalendarEffect(int Looked, int Moved, int Settled, bool IsPartial, IReadOnlyList<CourtEffect> Courts);

/// <summary>The same for one court.</summary>
public sealed record CourtEffect(int Court, int Moved, int Settled);

/// <summary>
/// Recomputes open dates after a year's notice was confirmed, whatever matter they stand in: one command for each stream, each an event with the old and the new date.
/// Doing it again changes nothing, so that a run that broke off is simply run again.
/// </summary>
public sealed class CalendarRecompute(Db db, LawInForce law, IReadOnlyList<IKeepsDates> kinds, int page = 500)
{
    /// <summary>The act under which the software moves dates.</summary>
    public const string Act = "load-calendar";

    private const int MostPreviewed = 2000;

    /// <summary>Dates whose period, from the day after its start to its end, can contain a day that a year's notice arranges.</summary>
    private const string Touched =
        """
        select o.home, o.stream, s.kind
        from (
          select home, stream from (
            select home, stream from obligation where state = 'open' and due >= $1 and trigger_on <= $2 and (home, stream) > ($3, $4)
            union select home, stream from obligation where state = 'window' and due >= $1 and trigger_on <= $2 and (home, stream) > ($3, $4)) as dated
          order by home, stream limit $5) o
          join stream s on s.home = o.home and s.stream = o.stream
        order by o.home, o.stream
        """;

    /// <summary>What a calendar would move; nothing is written.</summary>
    public async Task<CalendarEffect> Preview(WorkCalendar calendar, int year, CancellationToken stop)
    {
        var found = new List<(int Court, ObligationMoved Move)>();
        var (looked, streams) = (0, 0);
        await foreach (var row in Rows(year, stop))
        {
            if (++streams > MostPreviewed)
            {
                return Effect(looked, found, isPartial: true);
            }

            if (Of(row) is { } kind)
            {
                var obligations = await kind.Obligations(new StreamId(row.Home, row.Stream), stop);
                looked += obligations.Count(o => o.IsOpen && o.Due is not null);
                found.AddRange(Moves(obligations, calendar, year));
            }
        }

        return Effect(looked, found, isPartial: false);
    }

    /// <summary>Moves every open date that the loaded notice of a year touches.</summary>
    /// <param name="confirmer">Who confirmed the notice.</param>
    public async Task<CalendarEffect> Run(Guid confirmer, int year, CancellationToken stop)
    {
        var found = new List<(int Court, ObligationMoved Move)>();
        var looked = 0;
        await foreach (var row in Rows(year, stop))
        {
            if (Of(row) is { } kind)
            {
                List<(int Court, ObligationMoved Move)> moves = [];
                var touched = 0;
                await kind.Move(new StreamId(row.Home, row.Stream), confirmer, Act, obligations =>
                {
                    touched = obligations.Count(o => o.IsOpen && o.Due is not null);
                    moves = Moves(obligations, law.Now.Calendar, year);
                    return [.. moves.Select(m => m.Move)];
                }, stop);
                looked += touched;
                found.AddRange(moves);
            }
        }

        return Effect(looked, found, isPartial: false);
    }

    private IKeepsDates? Of(TouchedRow row) => kinds.FirstOrDefault(kind => kind.Kind == row.Kind);

    private static List<(int Court, ObligationMoved Move)> Moves(IReadOnlyList<Obligation> obligations, WorkCalendar calendar, int year) =>
    [
        .. from obligation in obligations
           where obligation.IsOpen && obligation.Due is not null
           let move = Clocks.Move(obligation, calendar, "calendar", $"calendar.{year}")
           where move is not null
           select (obligation.Opened.Court, move),
    ];

    private static CalendarEffect Effect(int looked, List<(int Court, ObligationMoved Move)> found, bool isPartial) => new(
        looked, found.Count(f => f.Move.Old != f.Move.New), found.Count(f => !f.Move.Provisional), isPartial,
        [.. found.GroupBy(f => f.Court).OrderBy(g => g.Key).Select(g => new CourtEffect(g.Key, g.Count(f => f.Move.Old != f.Move.New), g.Count(f => !f.Move.Provisional)))]);

    private async IAsyncEnumerable<TouchedRow> Rows(int year, [System.Runtime.CompilerServices.EnumeratorCancellation] CancellationToken stop)
    {
        // A notice arranges days from the December before its year.
        var (from, to) = (new DateOnly(year - 1, 12, 1), new DateOnly(year, 12, 31));
        var (home, stream) = (-1, Guid.Empty);
        while (true)
        {
            var rows = await db.Maintenance<TouchedRow>(Touched, [from, to, home, stream, page], stop);
            foreach (var row in rows)
            {
                yield return row;
            }

            if (rows.Count < page)
            {
                yield break;
            }

            (home, stream) = (rows[^1].Home, rows[^1].Stream);
        }
    }

    private sealed record TouchedRow
    {
        public required int Home { get; init; }

        public required Guid Stream { get; init; }

        public required string Kind { get; init; }
    }
}
