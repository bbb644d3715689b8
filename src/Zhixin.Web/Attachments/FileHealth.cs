using Zhixin.Calendar;
using Zhixin.Web.Hosting;
using Zhixin.Web.Shell;

namespace Zhixin.Web.Attachments;

/// <summary>What the health page says of attachments: the virus scanner, and the files that wait for it.</summary>
public static class FileHealth
{
    private const int Counted = 10_000;

    /// <summary>How long the page waits for the scanner.</summary>
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(3);

    /// <summary>A file that has waited longer than this has been asked about several times.</summary>
    private static readonly TimeSpan Usual = TimeSpan.FromMinutes(30);

    /// <summary>One line without a scanner, because nothing waits then; else two.</summary>
    public static async Task<IReadOnlyList<HealthCheck>> Of(Office office, CancellationToken stop)
    {
        if (office.AttachmentWatch.Scanner is not { } scanner)
        {
            return [new("查毒程序", HealthState.Warning, "没有配置；收到的材料标“未查毒”，可以打开。", "安装 ClamAV，用 ZHIXIN_CLAMD 指定其地址；配置后只打开查过毒的材料。")];
        }

        var silence = await scanner.Silence(Patience, stop);
        return
        [
            silence is null
                ? new("查毒程序", HealthState.Good, "应答正常。")
                : new("查毒程序", HealthState.Failed, $"没有应答：{silence}。", "检查 clamd 是否运行、ZHIXIN_CLAMD 的地址是否正确；恢复以前新收到的材料不能打开，不会丢失。"),
            await Waiting(office, stop),
        ];
    }

    private static async Task<HealthCheck> Waiting(Office office, CancellationToken stop)
    {
        if (await office.AttachmentWatch.Waiting(Counted + 1, stop) is not (var count, { } since))
        {
            return new("待查毒材料", HealthState.Good, "没有。");
        }

        var finding = $"{Components.Counted.Text(count)} 份，最早的自 {since.ToOffset(ChinaDate.Offset):yyyy-MM-dd HH:mm} 起等待。";
        return office.Clock.GetUtcNow() - since <= Usual
            ? new("待查毒材料", HealthState.Good, finding)
            : new("待查毒材料", HealthState.Warning, finding, "查毒程序拒绝查看的（例如超过其大小限制），调大 clamd 的限制后会自动再查。");
    }
}
