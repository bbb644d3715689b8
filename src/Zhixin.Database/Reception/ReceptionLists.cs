using Zhixin.History;
using Zhixin.Petitions.Acts;
using Zhixin.Petitions;
using Zhixin.Reception;

namespace Zhixin.Database.Reception;

/// <summary>An appointment as the log of a day shows it; names are opened by the caller.</summary>
public sealed record AppointmentLine
{
    public required int Home { get; init; }

    public required Guid Petition { get; init; }

    public required int No { get; init; }

    public required string PetitionNumber { get; init; }

    public required DateOnly Day { get; init; }

    public required string FromTime { get; init; }

    public required string ToTime { get; init; }

    public required string Room { get; init; }

    public required Guid Receiver { get; init; }

    public required string ReceiverName { get; init; }

    public required bool ByLeader { get; init; }

    public required string[] Grounds { get; init; }

    public string? OutsideHours { get; init; }

    public required string State { get; init; }

    public string? Outcome { get; init; }

    public string? Result { get; init; }

    public string? Opinion { get; init; }

    public string? FollowedBy { get; init; }

    public required Guid[] Petitioners { get; init; }

    /// <summary>When, where and with whom.</summary>
    public ReceptionSlot Slot => new(Day, FromTime, ToTime, Room, Receiver, ReceiverName);
}

/// <summary>A contact as the log of a day shows it.</summary>
public sealed record ReceivedLine
{
    public required int Home { get; init; }

    public required Guid Id { get; init; }

    public required string Number { get; init; }

    public required string Channel { get; init; }

    public required string Venue { get; init; }

    public required DateOnly ReceivedOn { get; init; }

    public string? ReceivedAt { get; init; }

    public required Guid Receiver { get; init; }

    public required int People { get; init; }

    public required Guid[] Petitioners { get; init; }

    public required string Summary { get; init; }

    /// <summary>Null for a row of an imported ledger.</summary>
    public DateOnly? EnteredOn { get; init; }

    public required string Outcome { get; init; }

    public string? Result { get; init; }

    public string? Opinion { get; init; }

    public string? FollowedBy { get; init; }

    public Guid? Petition { get; init; }

    public int? PetitionHome { get; init; }

    public required string[] Flags { get; init; }
}

/// <summary>What the log has to know of the petitions of its lines.</summary>
public sealed record ReceptionPetition
{
    public required int Home { get; init; }

    public required Guid Id { get; init; }

    public required string Number { get; init; }

    public required bool Major { get; init; }

    public required int Contacts { get; init; }

    public required string Phase { get; init; }

    public required Guid[] Accused { get; init; }
}

/// <summary>A bulletin as lists show it.</summary>
public sealed record BulletinLine
{
    public required int Home { get; init; }

    public required Guid Id { get; init; }

    public required DateOnly Day { get; init; }

    public required string Number { get; init; }

    public required DateOnly IssuedOn { get; init; }

    public required int[] Courts { get; init; }
}

/// <summary>
/// The day's reception: appointments, contacts, figures, bulletins; each ordered to the end and inside the viewer's scope. A day is never cut: what one
/// court receives in a day bounds it, and a log that leaves somebody out is none.
/// </summary>
public sealed class ReceptionLists(Db db)
{
    private const string AppointmentColumns =
        "a.home, a.petition, a.no, a.petition_number, a.day, a.from_time, a.to_time, a.room, a.receiver, a.receiver_name, a.by_leader, a.grounds, a.outside_hours, a.state, a.outcome, a.result, a.opinion, a.followed_by, a.petitioners";

    private const string ContactColumns =
        "c.home, c.id, c.number, c.channel, c.venue, c.received_on, c.received_at, c.receiver, c.people, c.petitioners, c.summary, c.entered_on, c.outcome, c.result, c.opinion, c.followed_by, c.petition, c.petition_home, c.flags";

    /// <summary>What a court received on a day: $1 the court, $2 the day, $3 the viewer. The plan tests look at it.</summary>
    public static readonly string ReceivedSql =
        $"select {ContactColumns} from contact c where c.home = $1 and c.received_on = $2 and not c.voided and not c.accused @> array[$3] order by c.received_at nulls last, c.id";

    /// <summary>What it entered on a day and had received before; the same arguments.</summary>
    public static readonly string EnteredLateSql =
        $"select {ContactColumns} from contact c where c.home = $1 and c.entered_on = $2 and c.entered_on > c.received_on and not c.voided and not c.accused @> array[$3] order by c.received_on, c.id";

    /// <summary>The appointments of a court on a day, in the order of their times. Petitions of the court may have any home.</summary>
    public static Task<List<AppointmentLine>> Appointments(Reading reading, Guid viewer, int court, DateOnly day) => reading.Ask<AppointmentLine>(
        $"""
        select /* all homes: appointments */ {AppointmentColumns} from appointment a
        where a.court = $1 and a.day = $2 and not a.barred @> array[$3] order by a.from_time, a.home, a.petition, a.no
        """,
        court, day, viewer);

    /// <summary>What is booked at a court from a day on, whoever asks: only times, rooms and receivers go to who books.</summary>
    public Task<List<AppointmentLine>> Booked(Scope scope, int court, DateOnly from, DateOnly to, CancellationToken stop) => db.Query<AppointmentLine>(
        scope,
        $"""
        select /* all homes: booked */ {AppointmentColumns} from appointment a
        where a.court = $1 and a.day >= $2 and a.day <= $3 and a.state = 'booked' order by a.day, a.from_time, a.home, a.petition, a.no
        """,
        [court, from, to], stop);

    /// <summary>The same as a decision wants it.</summary>
    public static IReadOnlyList<TakenSlot> Taken(IEnumerable<AppointmentLine> booked) => [.. booked.Select(a => new TakenSlot(a.Petition, a.No, a.Slot))];

    /// <summary>What a court received on a day, in the order in which it came.</summary>
    public static Task<List<ReceivedLine>> Received(Reading reading, Guid viewer, int court, DateOnly day) => reading.Ask<ReceivedLine>(ReceivedSql, court, day, viewer);

    /// <summary>What a court entered on a day that it had received before 补录.</summary>
    public static Task<List<ReceivedLine>> EnteredLate(Reading reading, Guid viewer, int court, DateOnly day) => reading.Ask<ReceivedLine>(EnteredLateSql, court, day, viewer);

    /// <summary>The petitions of lines, wherever they stand, that the viewer sees.</summary>
    public Task<List<ReceptionPetition>> Petitions(Scope scope, IReadOnlyList<StreamId> ids, CancellationToken stop) => db.Query<ReceptionPetition>(
        scope,
        """
        select /* all homes: reception-petitions */ p.home, p.id, p.number, p.major, p.contacts, p.phase, p.accused
        from unnest($1::int[], $2::uuid[]) as w(home, id) join petition p on p.home = w.home and p.id = w.id order by p.home, p.id
        """,
        [ids.Select(i => i.Home).ToArray(), ids.Select(i => i.Id).ToArray()], stop);

    /// <summary>How the courts entered what they received on a day, those with nothing too, in the order given.</summary>
    public async Task<IReadOnlyList<EntryFigures>> Figures(Scope scope, IReadOnlyList<(int Number, string Name)> courts, DateOnly day, CancellationToken stop)
    {
        var (reading, numbers) = (new Reading(scope), courts.Select(c => c.Number).ToArray());
        var received = reading.Ask<ReceivedCounts>(
            """
            select /* all homes: entry-figures */ c.home as court, count(*)::int as received, count(*) filter (where c.entered_on = c.received_on)::int as same_day,
              count(*) filter (where c.entered_on > c.received_on)::int as later, count(*) filter (where c.outcome = 'solved-on-the-spot')::int as solved,
              count(*) filter (where c.outcome = 'passed-on')::int as passed_on, count(*) filter (where c.outcome = 'guided-elsewhere')::int as guided,
              count(*) filter (where c.outcome = 'transferred-elsewhere')::int as transferred
            from contact c where c.received_on = $1 and c.home = any($2) and not c.voided group by c.home order by c.home
            """,
            day, numbers);
        var before = reading.Ask<CourtCount>(
            """
            select /* all homes: entered-late */ c.home as court, count(*)::int as n, 0 as m from contact c
            where c.entered_on = $1 and c.entered_on > c.received_on and c.home = any($2) and not c.voided group by c.home order by c.home
            """,
            day, numbers);
        var appointments = reading.Ask<CourtCount>(
            """
            select /* all homes: appointment-figures */ a.court, count(*)::int as n, count(*) filter (where a.state = 'booked')::int as m from appointment a
            where a.court = any($2) and a.day = $1 and a.from_time <> '' and a.state not in ('cancelled', 'transferred', 'lapsed') group by a.court order by a.court
            """,
            day, numbers);
        await reading.Run(db, null, stop);
        var (byCourt, late, booked) = ((await received).ToDictionary(r => r.Court), (await before).ToDictionary(r => r.Court), (await appointments).ToDictionary(r => r.Court));
        return [.. courts.Select(c => Figures(c, byCourt.GetValueOrDefault(c.Number), late.GetValueOrDefault(c.Number)?.N ?? 0, booked.GetValueOrDefault(c.Number)))];
    }

    /// <summary>Bulletins that the viewer's court issued, was named in, or stands above; newest first.</summary>
    public Task<List<BulletinLine>> Bulletins(Scope scope, int most, CancellationToken stop) => db.Query<BulletinLine>(
        scope, $"select /* all homes: bulletins */ b.home, b.id, b.day, b.number, b.issued_on, b.courts from bulletin b where b.kind = 'daily' order by b.day desc, b.home, b.id desc limit {most}", [], stop);

    private static EntryFigures Figures((int Number, string Name) court, ReceivedCounts? received, int before, CourtCount? appointments) => new(
        court.Number, court.Name, received?.Received ?? 0, received?.SameDay ?? 0, received?.Later ?? 0, before, received?.Solved ?? 0, received?.PassedOn ?? 0,
        received?.Guided ?? 0, received?.Transferred ?? 0, appointments?.N ?? 0, appointments?.M ?? 0);

    private sealed record ReceivedCounts
    {
        public required int Court { get; init; }

        public required int Received { get; init; }

        public required int SameDay { get; init; }

        public required int Later { get; init; }

        public required int Solved { get; init; }

        public required int PassedOn { get; init; }

        public required int Guided { get; init; }

        public required int Transferred { get; init; }
    }

    private sealed record CourtCount
    {
        public required int Court { get; init; }

        public required int N { get; init; }

        public required int M { get; init; }
    }
}
