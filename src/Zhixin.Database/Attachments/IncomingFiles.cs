using System.Security.Cryptography;
using Microsoft.Win32.SafeHandles;
using Zhixin.Attachments;
using Zhixin.Database.Persons;

namespace Zhixin.Database.Attachments;

/// <summary>
/// Receives files piece by piece, sealed from the first byte under a key of their own. What was acknowledged survives the end of the program; what no
/// act takes within the time of the limits is forgotten. A file belongs to the person who sends it until an act makes it part of a matter.
/// </summary>
public sealed class IncomingFiles(ContentStore store, MasterKey master, AttachmentLimits limits, TimeProvider clock)
{
    private const int WouldBlock = 11;

    /// <summary>The limits that hold here.</summary>
    public AttachmentLimits Limits => limits;

    /// <summary>Announces a file.</summary>
    /// <param name="size">Bytes; null when it is not known before the end.</param>
    public Answer<Incoming> Begin(Guid actor, string? name, long? size)
    {
        var cleaned = FileName.Clean(name, limits.NameLength);
        if (size is <= 0)
        {
            return new Refusal.Input("files", "attachment-empty", cleaned);
        }

        if (size > limits.Recordings)
        {
            return IncomingContent.TooLarge(cleaned, limits.Recordings);
        }

        var id = Guid.CreateVersion7(clock.GetUtcNow());
        var note = new IncomingNote(actor, cleaned, size, RandomNumberGenerator.GetBytes(32));
        note.Write(NoteOf(id), master);
        return Touched(id, note, 0);
    }

    /// <summary>A file of this person that is on its way or has arrived; null when there is none.</summary>
    public Incoming? Find(Guid actor, Guid id)
    {
        if (IncomingNote.Read(NoteOf(id), master) is not { } note || note.Actor != actor)
        {
            return null;
        }

        if (note.Address is not { } address)
        {
            return Known(id, note, Kept(id, note));
        }

        if (!store.Has(address) && File.Exists(PartOf(id)))
        {
            store.Adopt(PartOf(id), address); // The program ended between the two steps.
        }

        return store.Has(address) ? Known(id, note, note.Size!.Value) : null;
    }

    /// <summary>Adds what comes, from an offset on. When the source breaks off, what came until then is kept.</summary>
    /// <param name="isWhole">Whether the end of the source is the end of the file; otherwise the declared size says it.</param>
    /// <exception cref="IOException">The disk is full, or the source broke off.</exception>
    public async Task<Answer<Incoming>> Append(Guid actor, Guid id, long offset, Stream source, bool isWhole, CancellationToken stop)
    {
        if (IncomingNote.Read(NoteOf(id), master) is not { } note || note.Actor != actor)
        {
            return new Answer<Incoming>.Unknown();
        }

        if (note.Address is not null)
        {
            return Find(actor, id) is not { } arrived ? new Answer<Incoming>.Unknown()
                : offset == arrived.Size ? arrived : new Refusal.State("upload-offset", arrived.Size);
        }

        if (Hold(id) is not { } file)
        {
            return new Refusal.State("upload-busy");
        }

        Answer<Incoming> answer;
        using (file)
        {
            answer = await Append(file, id, note, (offset, source, isWhole), stop);
        }

        switch (answer)
        {
            case Answer<Incoming>.Given { Value.Arrived: { } whole }:
                store.Adopt(PartOf(id), whole.Address);
                break;
            case Answer<Incoming>.Refused { Why: Refusal.Input }:
                Forget(id, note);
                break;
        }

        return answer;
    }

    /// <summary>Gives up a file that no act took.</summary>
    /// <returns>Whether there was one.</returns>
    public bool Cancel(Guid actor, Guid id)
    {
        if (IncomingNote.Read(NoteOf(id), master) is not { } note || note.Actor != actor)
        {
            return false;
        }

        Forget(id, note);
        return true;
    }

    /// <summary>An act made the file part of a matter: only the note goes.</summary>
    public void Taken(Guid id) => File.Delete(NoteOf(id));

    /// <summary>
    /// Forgets what nobody sent on or took in time, and what a crash left behind. A content that an act took stays, even where the program ended
    /// before it could note so.
    /// </summary>
    /// <param name="taken">Tells which of these ids are attachments.</param>
    /// <returns>The files that were forgotten.</returns>
    public async Task<IReadOnlyList<Guid>> Sweep(Func<Guid[], Task<List<Guid>>> taken)
    {
        var before = (clock.GetUtcNow() - limits.Unfinished).UtcDateTime;
        var old = new DirectoryInfo(store.Incoming).GetFiles().GroupBy(file => file.Name.Split('.')[0]).Where(of => of.All(file => file.LastWriteTimeUtc < before));
        var ids = old.Select(of => Guid.TryParse(of.Key, out var id) ? id : Guid.Empty).Where(id => id != Guid.Empty).ToArray();
        var kept = ids.Length == 0 ? [] : await taken(ids);
        foreach (var id in ids)
        {
            if (kept.Contains(id))
            {
                Taken(id);
            }
            else
            {
                Forget(id, IncomingNote.Read(NoteOf(id), master));
            }
        }

        return [.. ids.Except(kept)];
    }

    private async Task<Answer<Incoming>> Append(
        SafeFileHandle file, Guid id, IncomingNote note, (long Offset, Stream Source, bool IsWhole) given, CancellationToken stop)
    {
        try
        {
            using var content = new IncomingContent(file, note, limits);
            if (content.Length != given.Offset)
            {
                return new Refusal.State("upload-offset", content.Length);
            }

            if (await content.Take(given.Source, stop) is { } refusal)
            {
                return refusal;
            }

            if (!given.IsWhole && content.Length != note.Size)
            {
                return Touched(id, note, content.Length);
            }

            var (done, why) = content.Complete();
            done?.Write(NoteOf(id), master);
            return why is null ? Touched(id, done!, content.Length) : why;
        }
        catch (CryptographicException)
        {
            return new Refusal.Input("files", "upload-damaged", note.Name);
        }
    }

    private Incoming Touched(Guid id, IncomingNote note, long offset)
    {
        var now = clock.GetUtcNow().UtcDateTime;
        File.SetLastWriteTimeUtc(NoteOf(id), now);
        if (File.Exists(PartOf(id)))
        {
            File.SetLastWriteTimeUtc(PartOf(id), now);
        }

        return Known(id, note, offset);
    }

    private Incoming Known(Guid id, IncomingNote note, long offset) => new(
        id, note.Name, note.Size, offset, new DateTimeOffset(File.GetLastWriteTimeUtc(NoteOf(id)), TimeSpan.Zero) + limits.Unfinished, note.Arrived(id, master));

    private long Kept(Guid id, IncomingNote note)
    {
        if (!File.Exists(PartOf(id)))
        {
            return 0;
        }

        try
        {
            using var file = File.OpenHandle(PartOf(id));
            using var writer = new SealedWriter(file, note.Key);
            return writer.Length;
        }
        catch (IOException e) when (IsHeld(e))
        {
            return new FileInfo(PartOf(id)).Length / SealedChunks.Whole * SealedChunks.Plain; // It is growing: at least this is kept.
        }
    }

    private static bool IsHeld(IOException fault) => fault.HResult is WouldBlock or unchecked((int)0x80070020);

    /// <summary>The file, held alone; null while another request holds it.</summary>
    private SafeFileHandle? Hold(Guid id)
    {
        try
        {
            return File.OpenHandle(PartOf(id), FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None);
        }
        catch (IOException e) when (IsHeld(e))
        {
            return null;
        }
    }

    private void Forget(Guid id, IncomingNote? note)
    {
        if (note?.Address is { } address)
        {
            File.Delete(store.PathOf(address));
        }

        File.Delete(PartOf(id));
        File.Delete(NoteOf(id));
        File.Delete(NoteOf(id) + ".new");
    }

    private string NoteOf(Guid id) => Path.Combine(store.Incoming, $"{id:N}.note");

    private string PartOf(Guid id) => Path.Combine(store.Incoming, $"{id:N}.part");
}
