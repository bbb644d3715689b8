using Microsoft.AspNetCore.Antiforgery;
using Microsoft.AspNetCore.Connections;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.AspNetCore.WebUtilities;
using Microsoft.Extensions.Primitives;
using Microsoft.Net.Http.Headers;
using Zhixin.Database.Attachments;
using Zhixin.Web.Access;
using Zhixin.Web.Hosting;

namespace Zhixin.Web.Attachments;

/// <summary>A posted form with the files that came with it.</summary>
/// <param name="Form">The fields; "upload" names every file that is held, those that came now included.</param>
/// <param name="Uploads">The files that are held for this form, in their order.</param>
/// <param name="Refusals">Why files were not taken; the others were.</param>
public sealed record FileForm(PostedForm Form, IReadOnlyList<Guid> Uploads, IReadOnlyList<Refusal> Refusals);

/// <summary>
/// Reads forms with files. A file goes from the request to the sealed store: nothing of it stands anywhere in plain. The fields come first; the form
/// token is checked before the first file is read.
/// </summary>
public static class FileForms
{
    /// <summary>The field that names held files: ids, several times or separated by commas.</summary>
    public const string Held = "upload";

    private const string Dropped = "dropUpload";
    private const int ManagedFault = unchecked((int)0x80131620);

    /// <summary>Reads the form and checks its token.</summary>
    /// <exception cref="BadHttpRequestException">It is no form, or a broken one.</exception>
    public static async Task<FileForm> Read(HttpContext http, Office office, CancellationToken stop)
    {
        if (!MediaTypeHeaderValue.TryParse(http.Request.ContentType, out var type) || !type.MediaType.Equals("multipart/form-data", StringComparison.OrdinalIgnoreCase))
        {
            var plain = await Forms.Read(http);
            await Check(http);
            return Whole(http, office, (FormCollection)await http.Request.ReadFormAsync(stop), [], plain);
        }

        if (http.Features.Get<IHttpMaxRequestBodySizeFeature>() is { IsReadOnly: false } size)
        {
            size.MaxRequestBodySize = office.Incoming.Limits.Recordings + WebApp.BodyLimit;
        }

        try
        {
            return await Parts(http, office, Boundary(type), stop);
        }
        catch (Exception fault) when (fault is InvalidDataException or IOException { HResult: ManagedFault } and not ConnectionResetException)
        {
            throw new BadHttpRequestException("A broken form.", fault); // Said by the reader of the parts, not by the disk.
        }
    }

    /// <summary>The files that a field names and that are held for this person.</summary>
    public static IReadOnlyList<Incoming> Known(Office office, Guid person, string? field) =>
        [.. Ids([field]).Select(id => office.Incoming.Find(person, id)).OfType<Incoming>()];

    private static async Task<FileForm> Parts(HttpContext http, Office office, string boundary, CancellationToken stop)
    {
        var reader = new MultipartReader(boundary, http.Request.Body);
        var (fields, came, room, isChecked) = (new KeyValueAccumulator(), new List<Answer<Incoming>>(), WebApp.BodyLimit, false);
        while (await reader.ReadNextSectionAsync(stop) is { } section)
        {
            if (section.GetContentDispositionHeader() is not { } disposition || StringSegment.IsNullOrEmpty(disposition.Name))
            {
                throw new BadHttpRequestException("A part without a name.");
            }

            if (!disposition.IsFileDisposition())
            {
                var text = await Text(section, room, stop);
                room -= text.Length;
                fields.Append(HeaderUtilities.RemoveQuotes(disposition.Name).ToString(), text);
                continue;
            }

            if (!isChecked)
            {
                http.Request.Form = new FormCollection(fields.GetResults());
                await Check(http);
                isChecked = true;
            }

            var name = HeaderUtilities.RemoveQuotes(StringSegment.IsNullOrEmpty(disposition.FileNameStar) ? disposition.FileName : disposition.FileNameStar).ToString();
            if (name.Length > 0 && came.Count < office.Incoming.Limits.Files)
            {
                came.Add(await Receive(office, http.Member().Id, name, null, section.Body, stop));
            }
        }

        var sent = new FormCollection(fields.GetResults());
        http.Request.Form = sent;
        if (!isChecked)
        {
            await Check(http);
        }

        return Whole(http, office, sent, came, null);
    }

    /// <summary>Receives a whole file in one go; a refused one leaves nothing.</summary>
    internal static async Task<Answer<Incoming>> Receive(Office office, Guid person, string name, long? size, Stream body, CancellationToken stop)
    {
        if (office.Incoming.Begin(person, name, size) is not Answer<Incoming>.Given begun)
        {
            return office.Incoming.Begin(person, name, size);
        }

        try
        {
            return await office.Incoming.Append(person, begun.Value.Id, 0, body, isWhole: true, stop);
        }
        catch (IOException)
        {
            office.Incoming.Cancel(person, begun.Value.Id); // Nobody knows its id, so nobody could go on with it.
            throw;
        }
    }

    private static FileForm Whole(HttpContext http, Office office, FormCollection sent, IReadOnlyList<Answer<Incoming>> came, PostedForm? plain)
    {
        var dropped = Ids(sent[Dropped]);
        foreach (var id in dropped)
        {
            office.Incoming.Cancel(http.Member().Id, id);
        }

        List<Guid> uploads = [.. Ids(sent[Held]).Except(dropped), .. came.OfType<Answer<Incoming>.Given>().Select(a => a.Value.Id)];
        List<Refusal> refusals = [.. came.OfType<Answer<Incoming>.Refused>().Select(a => a.Why)];
        if (plain is not null && dropped.Count == 0)
        {
            return new FileForm(plain, uploads, refusals);
        }

        var fields = sent.Where(f => f.Key is not (Held or Dropped)).ToDictionary(f => f.Key, f => f.Value, StringComparer.Ordinal);
        if (uploads.Count > 0)
        {
            fields[Held] = string.Join(',', uploads);
        }

        return new FileForm(new PostedForm(new FormCollection(fields), sent), uploads, refusals);
    }

    private static List<Guid> Ids(IEnumerable<string?> values) =>
        [.. values.SelectMany(v => (v ?? string.Empty).Split(',')).Select(v => Guid.TryParse(v, out var id) ? id : Guid.Empty).Where(id => id != Guid.Empty).Distinct()];

    private static Task Check(HttpContext http) => http.RequestServices.GetRequiredService<IAntiforgery>().ValidateRequestAsync(http);

    private static string Boundary(MediaTypeHeaderValue type) => HeaderUtilities.RemoveQuotes(type.Boundary).ToString() is { Length: > 0 and <= 100 } boundary
        ? boundary
        : throw new BadHttpRequestException("A form without a boundary.");

    private static async Task<string> Text(MultipartSection section, long room, CancellationToken stop)
    {
        using var text = new MemoryStream();
        var piece = new byte[4096];
        for (var read = await section.Body.ReadAsync(piece, stop); read > 0; read = await section.Body.ReadAsync(piece, stop))
        {
            if (text.Length + read > room)
            {
                throw new BadHttpRequestException("The fields are too long.", StatusCodes.Status413PayloadTooLarge);
            }

            await text.WriteAsync(piece.AsMemory(0, read), stop);
        }

        return System.Text.Encoding.UTF8.GetString(text.GetBuffer(), 0, (int)text.Length);
    }
}
