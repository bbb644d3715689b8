using Zhixin.History;

namespace Zhixin.Database.Petitions;

/// <summary>A message that a clock was broken, for the post that the rule names or, where nobody holds it, for the unit.</summary>
/// <param name="Seen">Somebody of those told has marked it.</param>
public sealed record BreachMessage(int Home, Guid Id, Guid Petition, BreachNotice Notice, DateTimeOffset At, bool Seen);

/// <summary>The messages of the software to people of a court. Each breach is told once (<see cref="Deadlines"/>).</summary>
public sealed class Messages(Db db, TimeProvider clock)
{
    /// <summary>The topic of a broken clock of a petition.</summary>
    public const string OfPetition = "breach";

    /// <summary>The topic of a broken clock of a day, which belongs to no petition.</summary>
    public const string OfPeriod = "breach-of-period";

    private const int Most = 200;

    /// <summary>What is told to the person by now, newest first; what nobody in particular is told, to the unit's people.</summary>
    /// <param name="isOfUnit">Whether the person belongs to the unit that is told where nobody holds the post.</param>
    public async Task<IReadOnlyList<BreachMessage>> Of(Scope scope, bool isOfUnit, CancellationToken stop)
    {
        var rows = await db.Query<Row>(
            scope,
            """
            select /* all homes: messages */ o.home, o.id, o.stream, o.body, o.not_before, o.state from outbox o left join petition p on p.home = o.home and p.id = o.stream
            where ((o.topic = 'breach' and not p.accused @> array[$2]) or o.topic = 'breach-of-period') and o.court = $1 and (o.recipient = $2 or ($3 and o.recipient is null)) and o.not_before <= $4
            order by o.state = 'seen', o.not_before desc, o.home, o.id desc limit $5
            """,
            [scope.Court, scope.Viewer, isOfUnit, clock.GetUtcNow().UtcDateTime, Most], stop);
        return [.. rows.Select(r => new BreachMessage(
            r.Home, r.Id, r.Stream, (BreachNotice)CanonicalJson.Read(r.Body, typeof(BreachNotice)), new DateTimeOffset(r.NotBefore, TimeSpan.Zero), r.State == "seen"))];
    }

    /// <summary>Marks a message; false where there is none for the person.</summary>
    public async Task<bool> Mark(Scope scope, bool isOfUnit, int home, Guid id, CancellationToken stop)
    {
        if ((await Of(scope, isOfUnit, stop)).All(m => m.Home != home || m.Id != id))
        {
            return false;
        }

        await Commands.Execute(db, new CommandBatch(scope.Court).Add("update outbox set state = 'seen' where home = $1 and id = $2", home, id), stop);
        return true;
    }

    private sealed record Row
    {
        public required int Home { get; init; }

        public required Guid Id { get; init; }

        public required Guid Stream { get; init; }

        public required string Body { get; init; }

        public required DateTime NotBefore { get; init; }

        public required string State { get; init; }
    }
}
