using Zhixin.Attachments;
using Zhixin.Web.Notices;

namespace Zhixin.Web.Hosting;

/// <summary>How the host finds its data.</summary>
/// <param name="ConnectionString">Of the role that migrates and may take the roles of the software.</param>
/// <param name="DataDirectory">Holds the master key and attachments.</param>
public sealed record OfficeOptions(string ConnectionString, string DataDirectory)
{
    /// <summary>Whether a first start marks the database as a demo for good.</summary>
    public bool Demo { get; init; }

    /// <summary>Where attachments are kept: by default <c>attachments</c> under the data directory. Nodes of one installation share it.</summary>
    public string Attachments { get; init; } = Path.Combine(DataDirectory, "attachments");

    /// <summary>Address of clamd; null where attachments are not scanned.</summary>
    public string? Clamd { get; init; }

    /// <summary>Directory into which every message is written as a file; null where none is.</summary>
    public string? NoticeDrop { get; init; }

    /// <summary>Address to which every message is posted; null where none is.</summary>
    public Uri? NoticeWebhook { get; init; }

    /// <summary>What a file may be.</summary>
    public AttachmentLimits Limits { get; init; } = AttachmentLimits.Usual;

    /// <summary>The options of a run: what the environment says (docs/operations.md).</summary>
    public static OfficeOptions Of(string connectionString, string dataDirectory)
    {
        var options = new OfficeOptions(connectionString, dataDirectory);
        return options with
        {
            Attachments = Environment.GetEnvironmentVariable("ZHIXIN_ATTACHMENTS") is { Length: > 0 } folder ? folder : options.Attachments,
            Clamd = Environment.GetEnvironmentVariable("ZHIXIN_CLAMD") is { Length: > 0 } address ? address : null,
            NoticeDrop = Environment.GetEnvironmentVariable("ZHIXIN_NOTICE_DROP") is { Length: > 0 } drop ? drop : null,
            NoticeWebhook = Environment.GetEnvironmentVariable("ZHIXIN_NOTICE_WEBHOOK") is { Length: > 0 } webhook ? new Uri(webhook, UriKind.Absolute) : null,
        };
    }

    /// <summary>The ways by which messages go out beside the inbox.</summary>
    internal IReadOnlyList<INoticeChannel> NoticeChannels =>
        [.. NoticeDrop is { } drop ? [new NoticeDrop(drop)] : Array.Empty<INoticeChannel>(), .. NoticeWebhook is { } address ? [new NoticeWebhook(address, Patience)] : Array.Empty<INoticeChannel>()];

    private static TimeSpan Patience => TimeSpan.FromSeconds(10);

    /// <summary>For tests: who is told of the statements of a database role.</summary>
    public Func<string, ILoggerFactory>? Watch { get; init; }
}
