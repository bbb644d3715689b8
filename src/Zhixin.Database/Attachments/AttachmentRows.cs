using Zhixin.Attachments;
using Zhixin.Database.Petitions;
using Zhixin.Database.History;
using Zhixin.History;

namespace Zhixin.Database.Attachments;

/// <summary>The read rows of attachments, and what is staged when files become part of a matter.</summary>
public static class AttachmentRows
{
    /// <summary>The stream's kind.</summary>
    public const string Kind = "attachment";

    /// <summary>Columns of <c>attachment</c>.</summary>
    public static ReadTable Table { get; } = new("attachment", ["home", "id"],
    [
        "home", "id", "version", "matter_kind", "matter", "name_sealed", "media_type", "size", "address", "plain_hash", "state", "reason", "withdrawn_because", "seen_by",
    ]);

    /// <summary>The row of an attachment.</summary>
    /// <param name="seenBy">The courts that see its matter.</param>
    public static TableRow Of(Attachment attachment, int[] seenBy)
    {
        var facts = attachment.Facts;
        return new TableRow(Table,
        [
            attachment.Id.Home, attachment.Id.Id, attachment.Version, ReadRows.Code(facts.MatterKind), facts.Matter, Convert.FromBase64String(facts.SealedName),
            facts.MediaType, facts.Size, facts.Address, facts.PlainHash, ReadRows.Code(attachment.State), attachment.Reason, attachment.Withdrawal?.Reason, seenBy,
        ]);
    }

    /// <summary>Stages files as attachments of a matter: history, row and key of each.</summary>
    /// <param name="matter">A contact or petition; the attachments get its home.</param>
    /// <param name="keyId">Id of the master key that wraps the files' keys.</param>
    /// <param name="on">The day on which the files were handed in.</param>
    public static void Stage(
        CommandBatch batch, CommandContext context, (MatterKind Kind, StreamId Id) matter, IEnumerable<ArrivedFile> files, string keyId, DateOnly on, int[] seenBy)
    {
        foreach (var file in files)
        {
            var id = new StreamId(matter.Id.Home, file.Id);
            var fact = new AttachmentReceived(
                matter.Kind, matter.Id.Id, SealedChunks.Algorithm, Convert.ToBase64String(file.SealedName), file.MediaType, file.Size, file.Address, file.PlainHash);
            EventStore.Append(batch, context, StreamHead.New(id), Kind, [new DatedFact(fact, on)], seenBy);
            Of(new Attachment(id, 1, fact, AttachmentState.Received, null), seenBy).Write(batch);
            batch.Add("insert into attachment_key (home, id, key_wrapped, key_id) values ($1, $2, $3, $4)", id.Home, id.Id, file.WrappedKey, keyId);
        }
    }
}
