using System.Security.Cryptography;
using System.Text;
using Npgsql;
using Zhixin.Attachments;
using Zhixin.Database.Persons;
using Zhixin.Database.Petitions;
using Zhixin.History;
using Zhixin.Petitions;
using Zhixin.Petitions.Acts;

namespace Zhixin.Database.Attachments;

/// <summary>An attachment as somebody in sight of its matter sees it.</summary>
/// <param name="Command">All attachments that one act added share it.</param>
public sealed record KnownAttachment(
    StreamId Id, MatterKind MatterKind, Guid Matter, string Name, string MediaType, long Size, string Address, AttachmentState State, string? Reason,
    Guid Actor, DateTimeOffset RecordedAt, DateOnly On, Guid Command)
{
    /// <summary>Who withdrew it, when and why; null where it stands.</summary>
    public FileWithdrawal? Withdrawn { get; init; }

    /// <summary>The file's own key.</summary>
    internal byte[] Key { get; init; } = [];
}

/// <summary>That a file was withdrawn.</summary>
public sealed record FileWithdrawal(string Reason, Guid By, DateTimeOffset At);

/// <summary>What adding files leaves.</summary>
public sealed record AttachmentsAnswer(int Home, Guid Petition, IReadOnlyList<Guid> Attachments);

/// <summary>Makes files part of a petition, lists them, opens them. A scanner, where there is one, judges before anything is opened.</summary>
/// <param name="isScanned">Whether a scanner is configured: then only what it found clean is opened.</param>
public sealed class AttachmentDesk(
    Db db, LawInForce law, ReadRows rows, PetitionDesk petitions, ContentStore store, IncomingFiles incoming, MasterKey master, bool isScanned)
{
    private const string Act = "attach";

    /// <summary>Whether a scanner is configured.</summary>
    public bool IsScanned => isScanned;

    /// <summary>Whether whoever sees an attachment may open it now.</summary>
    public bool Opens(KnownAttachment file) => file.Withdrawn is null && IsSafe(file.State);

    /// <summary>Whether the scanner, where there is one, found its content clean.</summary>
    public bool IsSafe(AttachmentState state) => state switch
    {
        AttachmentState.Checked => true,
        AttachmentState.Received => !isScanned,
        _ => false,
    };

    /// <summary>The files of a person that arrived, in the order given; a refusal when one of them has not, or is gone.</summary>
    public (IReadOnlyList<ArrivedFile> Files, Refusal? Why) Arrived(Guid actor, IReadOnlyList<Guid> uploads)
    {
        var files = uploads.Distinct().Select(id => incoming.Find(actor, id)?.Arrived).ToList();
        return files.Contains(null) ? ([], new Refusal.Input("files", "upload-unknown"))
            : files.Count > incoming.Limits.Files ? ([], new Refusal.Input("files", "attachment-too-many", incoming.Limits.Files))
            : ([.. files.OfType<ArrivedFile>()], null);
    }

    /// <summary>Why the person cannot add files to the petition; null when he or she can.</summary>
    public Refusal? MayNotAdd(ActingPerson who, Petition petition) => law.Now.MayNot(who, Act, petition) ?? Attaching.Refuse(petition, 1, incoming.Limits.Files);

    /// <summary>Adds files that arrived to a petition. It only adds: no version is needed, and none moves.</summary>
    public async Task<Answer<AttachmentsAnswer>> Add(ActingPerson who, StreamId id, IReadOnlyList<Guid> uploads, Resend? resend, CancellationToken stop)
    {
        if (await petitions.Load(who.Scope, id, stop) is not var (petition, _))
        {
            return new Answer<AttachmentsAnswer>.Unknown();
        }

        if (law.Now.MayNot(who, Act, petition) is { } barred)
        {
            return barred;
        }

        if (await KeptAnswers.Find<AttachmentsAnswer>(db, who.Scope, id.Home, who.Id, resend, stop) is { } earlier)
        {
            return earlier;
        }

        var (files, why) = Arrived(who.Id, uploads);
        if ((why ?? Attaching.Refuse(petition, files.Count, incoming.Limits.Files)) is { } refusal)
        {
            return refusal;
        }

        return await Add(who, petition, files, resend, stop);
    }

    /// <summary>The attachments of a petition that was loaded for the viewer: its own, and those of its contacts; the oldest first.</summary>
    public Task<IReadOnlyList<KnownAttachment>> Of(Scope scope, Petition petition, CancellationToken stop) =>
        Reading.Alone(db, scope, reading => Of(reading, petition), stop);

    /// <summary>The same as part of a reading.</summary>
    public async Task<IReadOnlyList<KnownAttachment>> Of(Reading reading, Petition petition)
    {
        var homes = petition.Contacts.Select(c => new StreamId(c.Home, c.Contact)).Append(petition.Id).GroupBy(id => id.Home)
            .Select(home => reading.Ask<Row>("select * from attachments_of($1, $2)", home.Key, home.Select(id => id.Id).ToArray())).ToList();
        return [.. (await Task.WhenAll(homes)).SelectMany(rows => rows).Select(Known)];
    }

    /// <summary>The attachments of one contact in sight.</summary>
    public async Task<IReadOnlyList<KnownAttachment>> OfContact(Scope scope, StreamId contact, CancellationToken stop) =>
        [.. (await db.Query<Row>(scope, "select * from attachments_of($1, $2)", [contact.Home, new[] { contact.Id }], stop)).Select(Known)];

    /// <summary>Opens the content, which the caller must close.</summary>
    /// <exception cref="FileNotFoundException">It is lost; verify names it.</exception>
    public SealedStream Open(KnownAttachment attachment) => store.Open(attachment.Address, attachment.Key);

    private async Task<Answer<AttachmentsAnswer>> Add(
        ActingPerson who, Petition petition, IReadOnlyList<ArrivedFile> files, Resend? resend, CancellationToken stop)
    {
        var context = petitions.Begin(who, Act);
        var batch = new CommandBatch(who.Court);
        var answer = new AttachmentsAnswer(petition.Id.Home, petition.Id.Id, [.. files.Select(f => f.Id)]);
        KeptAnswers.Keep(batch, petition.Id.Home, who.Id, resend, answer, context.Now);
        AttachmentRows.Stage(
            batch, context, (MatterKind.Petition, petition.Id), files, master.Id, petitions.Today, rows.SeenBy(petition.Id.Home, petition.Involved));
        try
        {
            await Commands.Execute(db, batch, stop);
        }
        catch (PostgresException e) when (e.SqlState == PostgresErrorCodes.UniqueViolation)
        {
            return await KeptAnswers.Find<AttachmentsAnswer>(db, who.Scope, petition.Id.Home, who.Id, resend, stop) ?? new Refusal.State("attachment-known");
        }

        foreach (var file in files)
        {
            incoming.Taken(file.Id);
        }

        return answer;
    }

    private KnownAttachment Known(Row row)
    {
        var key = master.Unwrap(row.KeyWrapped);
        return new KnownAttachment(
            new StreamId(row.Home, row.Id), Enum.Parse<MatterKind>(row.MatterKind, ignoreCase: true), row.Matter, Encoding.UTF8.GetString(Sealed.Open(key, row.NameSealed)),
            row.MediaType, row.Size, row.Address, Enum.Parse<AttachmentState>(row.State, ignoreCase: true), row.Reason, row.Actor,
            new DateTimeOffset(row.RecordedAt, TimeSpan.Zero), row.OccurredOn, row.CausedBy)
        {
            Key = key,
            Withdrawn = row.WithdrawnBecause is { } reason ? new FileWithdrawal(reason, row.WithdrawnBy!.Value, new DateTimeOffset(row.WithdrawnAt!.Value, TimeSpan.Zero)) : null,
        };
    }

    /// <summary>Whether a wrapped key is the one under which the name, and so the content, is sealed.</summary>
    internal static bool Reads(MasterKey master, byte[] wrapped, byte[] sealedName)
    {
        try
        {
            _ = Sealed.Open(master.Unwrap(wrapped), sealedName);
            return true;
        }
        catch (CryptographicException)
        {
            return false;
        }
    }

    private sealed record Row
    {
        public required int Home { get; init; }

        public required Guid Id { get; init; }

        public required string MatterKind { get; init; }

        public required Guid Matter { get; init; }

        public required byte[] NameSealed { get; init; }

        public required string MediaType { get; init; }

        public required long Size { get; init; }

        public required string Address { get; init; }

        public required string State { get; init; }

        public string? Reason { get; init; }

        public required byte[] KeyWrapped { get; init; }

        public required Guid Actor { get; init; }

        public required DateTime RecordedAt { get; init; }

        public required DateOnly OccurredOn { get; init; }

        public required Guid CausedBy { get; init; }

        public string? WithdrawnBecause { get; init; }

        public Guid? WithdrawnBy { get; init; }

        public DateTime? WithdrawnAt { get; init; }
    }
}
