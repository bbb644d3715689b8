using System.Collections.Concurrent;
using Zhixin.History;
using Zhixin.Notices;

namespace Zhixin.Database.Notices;

/// <summary>A message that has to be sent, whom it reaches, and which channels have taken it.</summary>
/// <param name="Tries">How often it was tried before.</param>
/// <param name="Recipients">Staff and their sign-in names; nobody who is accused.</param>
public sealed record QueuedNotice(int Home, Guid Id, int Court, NoticeTopic Topic, string Number, NoticeDetail Detail, DateTimeOffset At, int Tries, IReadOnlyList<string> Sent, IReadOnlyList<(Guid Id, string? Account)> Recipients);

/// <summary>A message that is due to be tried; nobody has taken it yet.</summary>
public sealed record DueNotice
{
    public required int Home { get; init; }

    public required Guid Id { get; init; }

    public required int Court { get; init; }

    public required string Addressee { get; init; }

    public required string Topic { get; init; }

    public required string Number { get; init; }

    public required string Body { get; init; }

    public required Guid[] Barred { get; init; }

    public required DateTime NotBefore { get; init; }

    public required DateTime DueAt { get; init; }

    public required int Tries { get; init; }

    public required string[] Sent { get; init; }
}

/// <summary>
/// The messages that have to leave by channels. A node takes a message by counting its try, right before it sends it: no other node has the same one at the same
/// time, and what a crash leaves is tried again after the pause.
/// </summary>
public sealed class OutgoingQueue(Db db, TimeProvider clock)
{
    /// <summary>How many are read at once.</summary>
    public const int Most = 100;

    /// <summary>How long to wait after each try, the last one included: then it has failed.</summary>
    public static IReadOnlyList<TimeSpan> Pauses { get; } = [TimeSpan.FromMinutes(1), TimeSpan.FromMinutes(5), TimeSpan.FromMinutes(30), TimeSpan.FromHours(2), TimeSpan.FromHours(12)];

    /// <summary>What is due to be tried now, the oldest first, at most <see cref="Most"/>.</summary>
    /// <param name="after">Start behind this one, so that a round comes to an end whatever is left standing; null from the beginning.</param>
    public Task<List<DueNotice>> Due(DueNotice? after, CancellationToken stop) => db.Maintenance<DueNotice>(
        """
        select home, id, court, addressee, topic, number, body, barred, not_before, coalesce(try_at, not_before) as due_at, tries::int as tries, sent from outbox
        where state = 'queued' and addressee is not null and coalesce(try_at, not_before) <= $1 and (coalesce(try_at, not_before), home, id) > ($3, $4, $5)
        order by coalesce(try_at, not_before), home, id limit $2
        """,
        [Now.UtcDateTime, Most, after?.DueAt ?? DateTime.UnixEpoch, after?.Home ?? 0, after?.Id ?? Guid.Empty], stop);

    /// <summary>Takes a message; null where another node has it. The pause counts from this moment, not from when the round began.</summary>
    public async Task<QueuedNotice?> Take(DueNotice due, CourtPeople people, CancellationToken stop)
    {
        var taken = await db.Query<int>(
            new Scope(due.Court, Guid.Empty),
            "update outbox set tries = tries + 1, try_at = $4 where home = $1 and id = $2 and tries = $3::smallint and state = 'queued' returning 1",
            [due.Home, due.Id, due.Tries, Now.Add(Pauses[Math.Min(due.Tries, Pauses.Count - 1)]).UtcDateTime], stop);
        return taken.Count == 0 ? null : new QueuedNotice(
            due.Home, due.Id, due.Court, NoticeTopics.Of(due.Topic), due.Number, (NoticeDetail)CanonicalJson.Read(due.Body, typeof(NoticeDetail)), new DateTimeOffset(due.NotBefore, TimeSpan.Zero),
            due.Tries, due.Sent, CourtPeople.Reached(await people.Of(db, due.Court, stop), due));
    }

    /// <summary>Notes which channels took it, and whether it is over. What somebody has seen meanwhile stays seen.</summary>
    /// <param name="isSent">Every channel took it.</param>
    public async Task Note(QueuedNotice notice, IReadOnlyList<string> sent, bool isSent, CancellationToken stop)
    {
        var state = isSent ? "sent" : notice.Tries + 1 >= Pauses.Count ? "failed" : "queued";
        await Commands.Execute(
            db, new CommandBatch(notice.Court).Add("update outbox set state = $3, sent = $4 where home = $1 and id = $2 and state = 'queued'", notice.Home, notice.Id, state, sent.ToArray()), stop);
    }

    /// <summary>How many messages no channel would take.</summary>
    public async Task<long> Failed(CancellationToken stop) => (await db.Maintenance<long>("select count(*) from outbox where state = 'failed'", [], stop)).Single();

    private DateTimeOffset Now => RecordedEvent.Cut(clock.GetUtcNow());
}

/// <summary>The people of the courts to which a round sends, each court read once.</summary>
public sealed class CourtPeople
{
    private readonly ConcurrentDictionary<int, Lazy<Task<List<Person>>>> _read = new();

    internal Task<List<Person>> Of(Db db, int court, CancellationToken stop) => _read.GetOrAdd(court, number => new(() => db.Reference<Person>(
        "select s.id, s.posts, a.user_name as account from staff s left join account a on a.id = s.id and a.court = s.court where s.court = $1 and s.active order by s.id", [number], stop))).Value;

    /// <summary>Whom a message reaches among the people of its court: the person or whoever holds the post, else the unit.</summary>
    internal static IReadOnlyList<(Guid Id, string? Account)> Reached(List<Person> staff, DueNotice due)
    {
        var open = staff.FindAll(s => !due.Barred.Contains(s.Id));
        var told = open.FindAll(s => due.Addressee == new Addressee.Person(s.Id).Key || s.Posts.Any(post => due.Addressee == new Addressee.Post(post).Key));
        return [.. (told.Count > 0 ? told : open.FindAll(s => s.Posts.Any(Inbox.IsOfUnit))).Select(s => (s.Id, s.Account))];
    }

    internal sealed record Person
    {
        public required Guid Id { get; init; }

        public required string[] Posts { get; init; }

        public string? Account { get; init; }
    }
}
