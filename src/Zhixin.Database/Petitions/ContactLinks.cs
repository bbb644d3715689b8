using Npgsql;
using Zhixin.Database.History;
using Zhixin.Database.Notices;
using Zhixin.History;
using Zhixin.Intake;

namespace Zhixin.Database.Petitions;

/// <summary>
/// A contact's own half of what happens to its petitions: its events, its row, and who sees it and the persons whom it names. Always in the
/// home of the contact.
/// </summary>
public sealed class ContactLinks(Db db, ReadRows rows, Outbox outbox)
{
    /// <summary>A contact and its history; null where the scope does not see it.</summary>
    public async Task<(Contact Contact, LoadedHistory History)?> Load(Scope scope, StreamId id, CancellationToken stop) =>
        await EventStore.Load(db, scope, id, stop) is { } history && history.Facts[0].Fact is ContactRegistered
            ? (Contact.Fold(id, history.Facts), history)
            : null;

    /// <summary>Stages what happened to a contact.</summary>
    public Contact Stage(CommandBatch batch, CommandContext context, (Contact Contact, LoadedHistory History) contact, IReadOnlyList<object> facts, DateOnly on)
    {
        var id = contact.Contact.Id;
        var dated = facts.Select(f => new DatedFact(f, on)).ToList();
        var now = contact.Contact.After(dated);
        var (before, after) = (contact.Contact.Courts, now.Courts);
        EventStore.Append(batch, context, contact.History.Head, "contact", dated, rows.SeenBy(id.Home, after));
        SightRows.Change(batch, id, rows.Sight(id.Home, before), rows.Sight(id.Home, after));
        rows.Of(now, after).Write(batch);
        foreach (var proposal in ReadRows.ProposalsOf(now))
        {
            proposal.Write(batch);
        }

        if (!rows.SeenBy(id.Home, after).AsSpan().SequenceEqual(rows.SeenBy(id.Home, before)))
        {
            Show(batch, id.Home, now.Facts.Petitioners.Select(p => p.Person).Concat(now.Facts.Parties), rows.SeenBy(id.Home, after));
            ShowFiles(batch, id, rows.SeenBy(id.Home, after));
        }

        outbox.Stage(batch, context, id.Home, ContactNotices.Of(now, facts));

        return now;
    }

    /// <summary>The contact after facts that are not written yet.</summary>
    public static Contact After(Contact contact, IEnumerable<object> facts, DateOnly on) => contact.After(facts.Select(f => new DatedFact(f, on)));

    /// <summary>Whoever sees a matter sees the persons whom it names. That sight does not end with a joining: who knew them knows them.</summary>
    public static void Show(CommandBatch batch, int home, IEnumerable<Guid> named, int[] seenBy)
    {
        var persons = named.Distinct().ToArray();
        foreach (var (table, key) in new[] { ("person", "id"), ("stream", "stream") })
        {
            batch.Add(
                $"update {table} set seen_by = array(select distinct court from unnest(seen_by || $3::int[]) as t(court) order by court) where home = $1 and {key} = any($2)",
                home, persons, seenBy);
        }
    }

    /// <summary>Whoever sees a matter sees its files, and nobody else.</summary>
    public static void ShowFiles(CommandBatch batch, StreamId matter, int[] seenBy)
    {
        batch.Add("update stream set seen_by = $3 where home = $1 and stream in (select id from attachment where home = $1 and matter = $2)", matter.Home, matter.Id, seenBy);
        batch.Add("update attachment set seen_by = $3 where home = $1 and matter = $2", matter.Home, matter.Id, seenBy);
    }
}

/// <summary>Runs the transaction of an act on several streams.</summary>
public static class Finishing
{
    /// <summary>The answer, or what became of it where somebody else was faster: the kept answer of the same sending, else a conflict.</summary>
    public static async Task<Answer<PetitionAnswer>> Run(
        Db db, NpgsqlBatch batch, ActingPerson who, PetitionAct act, PetitionAnswer answer, int version, CancellationToken stop)
    {
        try
        {
            await using (batch)
            {
                await batch.ExecuteNonQueryAsync(stop);
            }

            return answer;
        }
        catch (PostgresException e) when (e.SqlState == PostgresErrorCodes.UniqueViolation)
        {
            return await KeptAnswers.Find<PetitionAnswer>(db, who.Scope, act.Petition.Home, who.Id, act.Resend, stop)
                ?? new Refusal.Conflict(act.Expected ?? version, version + 1);
        }
    }
}
