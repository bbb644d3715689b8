using Zhixin.Web.Hosting;
using Zhixin.Web.Shell;

namespace Zhixin.Web.Notices;

/// <summary>What the health page says of messages: the ways out, and what no way would take.</summary>
internal static class NoticeHealth
{
    private static readonly Dictionary<string, string> Names = new(StringComparer.Ordinal) { ["drop"] = "文件目录", ["webhook"] = "短信、邮件接口" };

    /// <summary>One line.</summary>
    public static async Task<HealthCheck> Of(Office office, CancellationToken stop) => (office.Sender.Channels, await office.Outgoing.Failed(stop)) switch
    {
        (_, > 0 and var failed) => new("消息外发", HealthState.Warning, $"{failed} 条没有送出：试过 {Database.Notices.OutgoingQueue.Pauses.Count} 次都没有被接收；收件箱里都有。", "检查 ZHIXIN_NOTICE_DROP 的目录和 ZHIXIN_NOTICE_WEBHOOK 的接口；不再自动重发，当事人员在收件箱标为已读后不再计入。"),
        ([], _) => new("消息外发", HealthState.Good, "没有配置；消息只在收件箱。"),
        var (channels, _) => new("消息外发", HealthState.Good, $"经{string.Join("、", channels.Select(c => Names[c]))}外发，没有积压失败的。"),
    };
}
