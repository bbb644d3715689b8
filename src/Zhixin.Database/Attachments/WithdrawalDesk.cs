using Npgsql;
using Zhixin.Attachments;
using Zhixin.Database.History;
using Zhixin.Database.Petitions;
using Zhixin.History;
using Zhixin.Petitions;
using Zhixin.Petitions.Acts;

namespace Zhixin.Database.Attachments;

/// <summary>What withdrawing a file leaves.</summary>
public sealed record WithdrawalAnswer(int Home, Guid Petition, Guid Attachment);

/// <summary>
/// Withdraws files that should not have been added, and says who still opens them. History, content and key stay; the petition's version does not move,
/// so no form that is open for it conflicts.
/// </summary>
public sealed class WithdrawalDesk(Db db, LawInForce law, PetitionDesk petitions, AttachmentDesk attachments)
{
    /// <summary>Why the person cannot withdraw a file of the petition; null when he or she can.</summary>
    public Refusal? MayNot(ActingPerson who, Petition petition, KnownAttachment file) =>
        law.Now.MayNot(who, Attaching.Withdrawal(file.Actor == who.Id), petition) ?? (file.Withdrawn is null ? null : new Refusal.State("attachment-withdrawn-before"));

    /// <summary>Why the person cannot open a file of the petition that was withdrawn; null when he or she can, or when it stands.</summary>
    public Refusal? MayNotOpen(ActingPerson who, Petition petition, KnownAttachment file) => file.Withdrawn is { } withdrawn && law.Now.MayNot(who, Attaching.ReadWithdrawn, petition) is not null
        ? new Refusal.State("attachment-withdrawn", file.Name, withdrawn.Reason)
        : null;

    /// <summary>Withdraws a file of a petition in sight: its own, or one that came with a contact of it.</summary>
    public async Task<Answer<WithdrawalAnswer>> Withdraw(ActingPerson who, StreamId id, Guid file, string? reason, Resend? resend, CancellationToken stop)
    {
        if (await petitions.Load(who.Scope, id, stop) is not var (petition, _)
            || (await attachments.Of(who.Scope, petition, stop)).FirstOrDefault(a => a.Id.Id == file) is not { } known)
        {
            return new Answer<WithdrawalAnswer>.Unknown();
        }

        var act = Attaching.Withdrawal(known.Actor == who.Id);
        if (law.Now.MayNot(who, act, petition) is { } barred)
        {
            return barred;
        }

        while (true)
        {
            var answer = new WithdrawalAnswer(id.Home, id.Id, file);
            if (await Append(petitions.Begin(who, act), who, answer, known.Id, reason, resend, stop) is { } said)
            {
                return said;
            }
        }
    }

    /// <summary>Null where somebody else wrote into the attachment's history meanwhile: a scanner, or the same request.</summary>
    private async Task<Answer<WithdrawalAnswer>?> Append(
        CommandContext context, ActingPerson who, WithdrawalAnswer answer, StreamId file, string? reason, Resend? resend, CancellationToken stop)
    {
        if (await EventStore.Load(db, who.Scope, file, stop) is not { } history)
        {
            return new Answer<WithdrawalAnswer>.Unknown();
        }

        // Asked after the history was read: where the same request wrote it, its answer is found.
        if (await KeptAnswers.Find<WithdrawalAnswer>(db, who.Scope, file.Home, who.Id, resend, stop) is { } earlier)
        {
            return earlier;
        }

        var attachment = Attachment.Fold(file, history.Facts);
        var decision = attachment.Withdraw(reason);
        if (decision is not Decision<object>.Done done)
        {
            return ((Decision<object>.Refused)decision).Why;
        }

        var seenBy = (await db.Query<int[]>(who.Scope, "select seen_by from attachment where home = $1 and id = $2", [file.Home, file.Id], stop)).Single();
        List<DatedFact> facts = [.. done.Events.Select(e => new DatedFact(e, petitions.Today))];
        var batch = new CommandBatch(who.Court);
        KeptAnswers.Keep(batch, file.Home, who.Id, resend, answer, context.Now);
        EventStore.Append(batch, context, history.Head, AttachmentRows.Kind, facts, seenBy);
        AttachmentRows.Of(facts.Aggregate(attachment, (before, fact) => before.After(fact)), seenBy).Write(batch);
        try
        {
            await Commands.Execute(db, batch, stop);
            return answer;
        }
        catch (PostgresException e) when (e.SqlState == PostgresErrorCodes.UniqueViolation)
        {
            return null;
        }
    }
}
