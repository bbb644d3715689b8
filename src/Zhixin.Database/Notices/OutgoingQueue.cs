using Zhixin.History;
using Zhixin.Notices;

namespace Zhixin.Database.Notices;

/// <summary>A message that has to be sent, whom it reaches, and which channels have taken it.</summary>
/// <param name="Tries">How often it was tried before.</param>
/// <param name="Recipients">Staff and their sign-in names; nobody who is accused.</param>
public sealed record QueuedNotice(int Home, Guid Id, int Court, NoticeTopic Topic, string Number, NoticeDetail Detail, DateTimeOffset At, int Tries, IReadOnlyList<string> Sent, IReadOnlyList<(Guid Id, string? Account)> Recipients);

/// <summary>
/// The messages that have to leave by channels. A node takes a message by counting its try: no other node has the same one at the same time, and what a crash
/// leaves is tried again after the pause.
/// </summary>
public sealed class OutgoingQueue(Db db, TimeProvider clock)
{
    private const int Most = 100;

    /// <summary>How long to wait after each try, the last one included: then it has failed.</summary>
    public static IReadOnlyList<TimeSpan> Pauses { get; } = [TimeSpan.FromMinutes(1), TimeSpan.FromMinutes(5), TimeSpan.FromMinutes(30), TimeSpan.FromHours(2), TimeSpan.FromHours(12)];

    /// <summary>What is due to be tried now, taken for the caller.</summary>
    public async IAsyncEnumerable<QueuedNotice> Take([System.Runtime.CompilerServices.EnumeratorCancellation] CancellationToken stop)
    {
        var now = RecordedEvent.Cut(clock.GetUtcNow());
        var due = await db.Maintenance<Row>(
            """
            select home, id, court, addressee, topic, number, body, barred, not_before, tries::int as tries, sent from outbox
            where state = 'queued' and addressee is not null and coalesce(try_at, not_before) <= $1 order by coalesce(try_at, not_before), home, id limit $2
            """,
            [now.UtcDateTime, Most], stop);
        foreach (var row in due)
        {
            var taken = await db.Query<int>(
                new Scope(row.Court, Guid.Empty),
                "update outbox set tries = tries + 1, try_at = $4 where home = $1 and id = $2 and tries = $3::smallint and state = 'queued' returning 1",
                [row.Home, row.Id, row.Tries, now.Add(Pauses[Math.Min(row.Tries, Pauses.Count - 1)]).UtcDateTime], stop);
            if (taken.Count > 0)
            {
                yield return new QueuedNotice(
                    row.Home, row.Id, row.Court, NoticeTopics.Of(row.Topic), row.Number, (NoticeDetail)CanonicalJson.Read(row.Body, typeof(NoticeDetail)), new DateTimeOffset(row.NotBefore, TimeSpan.Zero),
                    row.Tries, row.Sent, await Recipients(row, stop));
            }
        }
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

    private async Task<IReadOnlyList<(Guid Id, string? Account)>> Recipients(Row row, CancellationToken stop)
    {
        var staff = await db.Reference<Person>(
            "select s.id, s.posts, a.user_name as account from staff s left join account a on a.id = s.id and a.court = s.court where s.court = $1 and s.active order by s.id", [row.Court], stop);
        var open = staff.FindAll(s => !row.Barred.Contains(s.Id));
        var told = open.FindAll(s => row.Addressee == new Addressee.Person(s.Id).Key || s.Posts.Any(post => row.Addressee == new Addressee.Post(post).Key));
        return [.. (told.Count > 0 ? told : open.FindAll(s => s.Posts.Any(Inbox.IsOfUnit))).Select(s => (s.Id, s.Account))];
    }

    private sealed record Row
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

        public required int Tries { get; init; }

        public required string[] Sent { get; init; }
    }

    private sealed record Person
    {
        public required Guid Id { get; init; }

        public required string[] Posts { get; init; }

        public string? Account { get; init; }
    }
}
