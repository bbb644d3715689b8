using System.Security.Cryptography;
using System.Text;
using Zhixin.Web.Attachments;
using Zhixin.Web.Components;
using Zhixin.Web.Shell;

namespace Zhixin.Web.Hosting;

/// <summary>Is it alive, is it ready, what are its figures; and a page for people.</summary>
public static class HealthPages
{
    private const int LeastFree = 10;

    private static readonly TimeSpan Drift = TimeSpan.FromSeconds(2);

    /// <summary>Maps the pages.</summary>
    public static void Map(WebApplication app)
    {
        app.MapGet("/healthz", () => Results.Text("ok\n"));
        app.MapGet("/readyz", async (Office office, CancellationToken stop) =>
            await Clock(office, stop) is var drift && drift.Duration() <= Drift ? Results.Text("ready\n") : Results.Text($"clock off by {drift.TotalSeconds:0.0} s\n", statusCode: 503));
        app.MapGet("/metrics", async (Figures figures, CancellationToken stop) => Results.Text(await figures.Text(stop), Figures.ContentType));
        app.MapGet("/status", Status);
    }

    /// <summary>How far this machine's clock is from the database's.</summary>
    private static async Task<TimeSpan> Clock(Office office, CancellationToken stop)
    {
        var before = office.Clock.GetUtcNow();
        var there = (await office.Db.Reference<DateTime>("select clock_timestamp()", [], stop)).Single();
        var after = office.Clock.GetUtcNow();
        return new DateTimeOffset(there, TimeSpan.Zero) - (before + ((after - before) / 2));
    }

    private static async Task<IResult> Status(HttpContext http, Office office, CancellationToken stop)
    {
        var drift = await Clock(office, stop);
        var now = office.Clock.GetUtcNow().ToOffset(TimeSpan.FromHours(8));
        var server = (await office.Db.Reference<string>("select current_setting('server_version')", [], stop)).Single();
        List<HealthCheck> checks = [new("数据库", HealthState.Good, $"连接正常，PostgreSQL {server}。"), Timing(drift), await WorkCalendar(office, stop), Disk(office), await Notices.NoticeHealth.Of(office, stop), await Halves(office, stop), .. await FileHealth.Of(office, stop)];
        return Replies.Page<HealthPage>(http, new HealthModel(
            DateOnly.FromDateTime(now.DateTime), TimeOnly.FromDateTime(now.DateTime), checks,
            [
                new KeyValue("版本", Office.Version), new KeyValue("规程和日历编次", Short(await office.Edition(stop))), new KeyValue("日历校验", office.Law.Now.Calendar.Version),
                new KeyValue("主密钥编号", office.Master.Id), new KeyValue("演示库", office.Facts.Demo ? "是" : "否"),
            ]));
    }

    /// <summary>Eight letters by which two nodes are seen to have loaded the same law.</summary>
    private static string Short(string edition) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(edition)))[..8];

    private static HealthCheck Timing(TimeSpan drift) => drift.Duration() <= Drift
        ? new("时钟", HealthState.Good, $"与数据库相差 {drift.Duration().TotalMilliseconds:0} 毫秒。")
        : new("时钟", HealthState.Failed, $"与数据库相差 {drift.Duration().TotalSeconds:0.0} 秒。", "校准本机或数据库的时间；超过 2 秒时本节点不接受办理。");

    /// <summary>A year without its notice is loud: how many open dates hang on it.</summary>
    private static async Task<HealthCheck> WorkCalendar(Office office, CancellationToken stop)
    {
        var provisional = office.Law.Now.Calendar.FirstProvisionalYear;
        var open = (await office.Db.Maintenance<long>("select count(*) from obligation where state = 'open' and provisional", [], stop)).Single();
        var finding = $"通知已载入到 {provisional - 1} 年；{provisional} 年起按常例推算，{open} 项未办结期限因此暂定。";
        return (provisional <= office.Today.Year, open > 0) switch
        {
            (true, _) => new("工作日历", HealthState.Failed, finding, "请系统管理员载入当年的放假通知，安全管理员复核。"),
            (_, true) => new("工作日历", HealthState.Warning, finding, "国务院办公厅公布下一年度放假通知后，在“工作日历”载入，日期会自动重算。"),
            _ => new("工作日历", HealthState.Good, finding),
        };
    }

    /// <summary>What an act in one court's history makes follow in another's, and could not be made yet.</summary>
    private static async Task<HealthCheck> Halves(Office office, CancellationToken stop) => await office.HalfQueue.Waiting(stop) is > 0 and var waiting
        ? new("法院间的后续记载", HealthState.Warning, $"{waiting} 项还不能在另一法院的记录中完成，系统会一直重试。", "查看日志中的原因；裁定转移而信访案件已答复、不予受理未结或者程序未结的，办完那一步后自动完成。")
        : new("法院间的后续记载", HealthState.Good, "没有等待的。");

    private static HealthCheck Disk(Office office)
    {
        var drive = new DriveInfo(Path.GetFullPath(office.DataDirectory));
        var (free, share) = (drive.AvailableFreeSpace / (1 << 30), 100 * drive.AvailableFreeSpace / Math.Max(1, drive.TotalSize));
        var finding = $"存放附件和主密钥的磁盘剩余 {free} GB（{share}%）。";
        return share >= LeastFree ? new("磁盘", HealthState.Good, finding) : new("磁盘", HealthState.Warning, finding, "清理或扩容；写满以后不能登记，已登记的不会丢失。");
    }
}
