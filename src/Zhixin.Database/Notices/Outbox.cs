using Zhixin.Database.History;
using Zhixin.Database.Petitions;
using Zhixin.History;
using Zhixin.Notices;

namespace Zhixin.Database.Notices;

/// <summary>
/// Puts notices into the transaction of what causes them: it and they are written together or not at all. Any module may stage its own.
/// </summary>
/// <param name="isSent">Whether notices go out by a channel beside the inbox; then they are queued for it.</param>
public sealed class Outbox(LawInForce law, bool isSent)
{
    private const string Insert =
        """
        with e as (
        insert into outbox (home, id, stream, topic, court, addressee, kind, number, body, barred, not_before, state, seen_by)
        select $1, o.id, o.stream, o.topic, o.court, o.addressee, o.kind, o.number, o.body, o.barred::uuid[], $2, $3, case when o.court = $13 then array[o.court] else array[o.court, $13] end
        from unnest($4::uuid[], $5::uuid[], $6::text[], $7::int[], $8::text[], $9::text[], $10::text[], $11::text[], $12::text[])
          as o(id, stream, topic, court, addressee, kind, number, body, barred)
        returning 1) select count(*) from e
        """;

    /// <summary>
    /// Stages notices of one home in one statement, whatever their number. They stand in the inbox from the next working hour on. The court that causes a row
    /// must see it to write it; the inbox asks for the rows of the own court alone.
    /// </summary>
    /// <param name="home">The home of what they are about, and of the transaction.</param>
    public void Stage(CommandBatch batch, CommandContext context, int home, IReadOnlyList<Notice> notices)
    {
        // What was done long ago is no news: an import brings the past.
        if (notices.Count == 0 || context.Origin == Origin.Import)
        {
            return;
        }

        var now = law.Now;
        batch.Under(context.Court).Add(
            Insert,
            home, now.Hours.Next(now.Calendar, context.Now).UtcDateTime, isSent ? "queued" : "delivered",
            Column(notices, _ => Guid.CreateVersion7(context.Now)), Column(notices, n => n.About.Id.Id), Column(notices, n => n.Topic.Code), Column(notices, n => n.Court),
            Column(notices, n => n.To.Key), Column(notices, n => n.About.Kind), Column(notices, n => n.About.Number), Column(notices, n => CanonicalJson.Of(n.Detail)),
            Column(notices, n => BulkRows.Literal(n.Barred.Distinct().ToArray())), context.Court);
    }

    private static T[] Column<T>(IReadOnlyList<Notice> notices, Func<Notice, T> of) => [.. notices.Select(of)];
}
