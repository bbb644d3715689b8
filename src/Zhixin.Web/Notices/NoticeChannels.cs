using System.Net.Http.Headers;
using System.Text;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace Zhixin.Web.Notices;

/// <summary>Somebody to whom a message goes by a channel: the staff number by which the other system knows the phone or address.</summary>
public sealed record NoticeRecipient(Guid Id, string? Account);

/// <summary>A message as it leaves the software: topic and number, no content of a case and no name.</summary>
/// <param name="Id">The same at every try: whoever receives it twice takes it once.</param>
/// <param name="Number">Of the matter; empty where it is about none.</param>
public sealed record OutgoingNotice(Guid Id, string Topic, string Title, string Text, string Number, int Court, IReadOnlyList<NoticeRecipient> Recipients, DateTimeOffset At)
{
    private static readonly JsonSerializerOptions Options = new(JsonSerializerDefaults.Web)
    {
        Encoder = System.Text.Encodings.Web.JavaScriptEncoder.UnsafeRelaxedJsonEscaping, DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
    };

    /// <summary>The text that is written and posted.</summary>
    public string ToJson() => JsonSerializer.Serialize(this, Options);
}

/// <summary>A way out beside the inbox. What a channel took is sent; whether it arrived, the channel knows alone, and no service of process follows from it.</summary>
public interface INoticeChannel
{
    /// <summary>By which name a message remembers that this channel took it.</summary>
    string Name { get; }

    /// <summary>Hands a message over.</summary>
    /// <exception cref="IOException">It was not taken.</exception>
    /// <exception cref="UnauthorizedAccessException">It was not taken.</exception>
    /// <exception cref="HttpRequestException">It was not taken.</exception>
    /// <exception cref="TimeoutException">Nobody answered in time.</exception>
    Task Send(OutgoingNotice notice, CancellationToken stop);
}

/// <summary>A file for each message in a directory, for a printing or sending system that collects them there.</summary>
public sealed class NoticeDrop(string directory) : INoticeChannel
{
    /// <inheritdoc/>
    public string Name => "drop";

    /// <inheritdoc/>
    public async Task Send(OutgoingNotice notice, CancellationToken stop)
    {
        Directory.CreateDirectory(directory);
        var (unfinished, whole) = (Path.Combine(directory, $".{notice.Id}.part"), Path.Combine(directory, $"{notice.Id}.json"));
        await File.WriteAllTextAsync(unfinished, notice.ToJson(), stop);
        File.Move(unfinished, whole, overwrite: true); // Whoever collects sees whole files alone.
    }
}

/// <summary>A POST for each message to an address, for an SMS or e-mail gateway.</summary>
public sealed class NoticeWebhook(Uri address, TimeSpan patience) : INoticeChannel, IDisposable
{
    private readonly HttpClient _client = new(new SocketsHttpHandler { AllowAutoRedirect = false, UseCookies = false, PooledConnectionLifetime = TimeSpan.FromMinutes(5) }) { Timeout = patience };

    /// <inheritdoc/>
    public string Name => "webhook";

    /// <inheritdoc/>
    public async Task Send(OutgoingNotice notice, CancellationToken stop)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, address) { Content = new StringContent(notice.ToJson(), Encoding.UTF8, new MediaTypeHeaderValue("application/json")) };
        request.Headers.Add("Idempotency-Key", notice.Id.ToString());
        try
        {
            using var answer = await _client.SendAsync(request, HttpCompletionOption.ResponseHeadersRead, stop);
            if (!answer.IsSuccessStatusCode)
            {
                throw new HttpRequestException($"answered {(int)answer.StatusCode}");
            }
        }
        catch (TaskCanceledException late) when (!stop.IsCancellationRequested)
        {
            throw new TimeoutException("no answer in time", late);
        }
    }

    /// <inheritdoc/>
    public void Dispose() => _client.Dispose();
}
