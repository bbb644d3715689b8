using System.Globalization;
using System.Net;
using Zhixin.Attachments;
using Zhixin.Web.CommandLine;
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

    /// <summary>For how long messages that are over are kept; zero or less: for ever.</summary>
    public TimeSpan KeepMessages { get; init; } = TimeSpan.FromDays(400);

    /// <summary>The proxies whose word about a visitor's address is taken; from anybody else it is not.</summary>
    public IReadOnlyList<IPNetwork> Proxies { get; init; } = [];

    /// <summary>What a file may be.</summary>
    public AttachmentLimits Limits { get; init; } = AttachmentLimits.Usual;

    /// <summary>The options of a run: what the environment says (docs/operations.md).</summary>
    /// <exception cref="CommandFailedException">A value cannot be read; names the variable.</exception>
    public static OfficeOptions Of(string connectionString, string dataDirectory)
    {
        var options = new OfficeOptions(connectionString, dataDirectory);
        return options with
        {
            Attachments = Environment.GetEnvironmentVariable("ZHIXIN_ATTACHMENTS") is { Length: > 0 } folder ? folder : options.Attachments,
            Clamd = Environment.GetEnvironmentVariable("ZHIXIN_CLAMD") is { Length: > 0 } address ? address : null,
            NoticeDrop = Environment.GetEnvironmentVariable("ZHIXIN_NOTICE_DROP") is { Length: > 0 } drop ? drop : null,
            NoticeWebhook = Environment.GetEnvironmentVariable("ZHIXIN_NOTICE_WEBHOOK") is { Length: > 0 } webhook ? new Uri(webhook, UriKind.Absolute) : null,
            KeepMessages = Environment.GetEnvironmentVariable("ZHIXIN_KEEP_MESSAGES") is { Length: > 0 } days ? Days(days) : options.KeepMessages,
            Proxies = Environment.GetEnvironmentVariable("ZHIXIN_PROXIES") is { Length: > 0 } proxies ? Networks(proxies) : options.Proxies,
        };
    }

    /// <summary>The ways by which messages go out beside the inbox.</summary>
    internal IReadOnlyList<INoticeChannel> NoticeChannels =>
        [.. NoticeDrop is { } drop ? [new NoticeDrop(drop)] : Array.Empty<INoticeChannel>(), .. NoticeWebhook is { } address ? [new NoticeWebhook(address, Patience)] : Array.Empty<INoticeChannel>()];

    private static TimeSpan Days(string text) => int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var days) && days < 100_000 ? TimeSpan.FromDays(days)
        : throw new CommandFailedException(ExitCodes.BadInput, $"ZHIXIN_KEEP_MESSAGES 应当是天数：{text}", $"ZHIXIN_KEEP_MESSAGES must be a number of days: {text}");

    /// <summary>Addresses and networks (10.1.0.0/16), separated by commas.</summary>
    public static IReadOnlyList<IPNetwork> Networks(string text) =>
    [
        .. text.Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries).Select(one =>
            IPAddress.TryParse(one, out var address) ? new IPNetwork(address, address.GetAddressBytes().Length * 8)
            : IPNetwork.TryParse(one, out var network) ? network
            : throw new CommandFailedException(
                ExitCodes.BadInput, $"ZHIXIN_PROXIES 应当是地址或者网段，以逗号分隔：{one}", $"ZHIXIN_PROXIES must be addresses or networks, separated by commas: {one}")),
    ];

    private static TimeSpan Patience => TimeSpan.FromSeconds(10);

    /// <summary>For tests: who is told of the statements of a database role.</summary>
    public Func<string, ILoggerFactory>? Watch { get; init; }
}
