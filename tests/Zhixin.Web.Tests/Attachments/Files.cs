using System.Net.Http.Headers;
using System.Text;
using AngleSharp.Html.Dom;
using Zhixin.Web.Tests.Shared;

namespace Zhixin.Web.Tests.Attachments;

/// <summary>Files as people hand them in, and how they send them.</summary>
internal static class Files
{
    /// <summary>A picture of a size, always the same.</summary>
    public static byte[] Picture(int size = 5000)
    {
        var bytes = new byte[size];
        new Random(size).NextBytes(bytes);
        ((byte[])[0xFF, 0xD8, 0xFF, 0xE0]).CopyTo(bytes, 0);
        return bytes;
    }

    /// <summary>A PDF with a text in it.</summary>
    public static byte[] Pdf(string text = "x") => Encoding.ASCII.GetBytes($"%PDF-1.4\n% {text}\n%%EOF\n");

    /// <summary>Fills a form of an open page and sends it with files, as a browser without scripts does.</summary>
    public static async Task<HttpResponseMessage> Submit(
        Session session, IHtmlDocument page, string action, (string Name, byte[] Content)[] files, params (string Name, string Value)[] fields)
    {
        var form = page.QuerySelectorAll("form").OfType<IHtmlFormElement>().Single(f => f.GetAttribute("action") == action);
        using var content = new MultipartFormDataContent();
        foreach (var (name, value) in Values(form).Where(v => fields.All(f => f.Name != v.Name)).Concat(fields))
        {
            content.Add(new StringContent(value), name);
        }

        foreach (var (name, bytes) in files)
        {
            var part = new ByteArrayContent(bytes);
            part.Headers.ContentType = new MediaTypeHeaderValue("image/jpeg"); // What a client says counts for nothing.
            content.Add(part, "files", name);
        }

        return await session.Client.PostAsync(action, content);
    }

    /// <summary>Begins an upload.</summary>
    public static async Task<HttpResponseMessage> Begin(Session session, string name, long size, string version = "1.0.0")
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, "/api/uploads");
        request.Headers.Add("Tus-Resumable", version);
        request.Headers.Add("Upload-Length", size.ToString());
        request.Headers.Add("Upload-Metadata", "filetype aW1hZ2U=, filename " + Convert.ToBase64String(Encoding.UTF8.GetBytes(name)));
        return await session.Client.SendAsync(request);
    }

    /// <summary>Sends a piece.</summary>
    public static async Task<HttpResponseMessage> Send(Session session, string address, long offset, byte[] piece)
    {
        using var request = new HttpRequestMessage(HttpMethod.Patch, address) { Content = new ByteArrayContent(piece) };
        request.Content.Headers.ContentType = new MediaTypeHeaderValue("application/offset+octet-stream");
        request.Headers.Add("Tus-Resumable", "1.0.0");
        request.Headers.Add("Upload-Offset", offset.ToString());
        return await session.Client.SendAsync(request);
    }

    /// <summary>How much of an upload is kept.</summary>
    public static async Task<long> Offset(Session session, string address)
    {
        using var request = new HttpRequestMessage(HttpMethod.Head, address);
        request.Headers.Add("Tus-Resumable", "1.0.0");
        using var answer = await session.Client.SendAsync(request);
        ((int)answer.StatusCode).ShouldBe(200);
        return long.Parse(answer.Headers.GetValues("Upload-Offset").Single());
    }

    /// <summary>Uploads a whole file; its id.</summary>
    public static async Task<Guid> Upload(Session session, string name, byte[] bytes)
    {
        using var begun = await Begin(session, name, bytes.Length);
        ((int)begun.StatusCode).ShouldBe(201, await begun.Content.ReadAsStringAsync());
        using var sent = await Send(session, begun.Headers.Location!.ToString(), 0, bytes);
        ((int)sent.StatusCode).ShouldBe(204, await sent.Content.ReadAsStringAsync());
        return Guid.Parse(begun.Headers.Location.ToString().Split('/')[^1]);
    }

    private static IEnumerable<(string Name, string Value)> Values(IHtmlFormElement form) =>
        form.Elements.OfType<IHtmlInputElement>().Where(i => i.Type is "hidden" or "text" or "tel" || (i.Type == "radio" && i.IsChecked))
            .Where(i => !string.IsNullOrEmpty(i.Name)).Select(i => (i.Name ?? string.Empty, i.Value))
            .Concat(form.Elements.OfType<IHtmlTextAreaElement>().Select(t => (t.Name ?? string.Empty, t.Value)));
}
