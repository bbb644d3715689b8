using Zhixin.Web.Components;
using Zhixin.Web.Shell;

namespace Zhixin.Web.Hosting;

/// <summary>Is it alive, is it ready, what are its figures; and a page for people.</summary>
public static class HealthPages
{
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
        var provisional = office.Law.Now.Calendar.FirstProvisionalYear;
        var now = office.Clock.GetUtcNow().ToOffset(TimeSpan.FromHours(8));
        List<HealthCheck> checks =
        [
            new("数据库", HealthState.Good, "连接正常。"),
            drift.Duration() <= Drift
                ? new("时钟", HealthState.Good, $"与数据库相差 {drift.TotalMilliseconds:0} 毫秒。")
                : new("时钟", HealthState.Failed, $"与数据库相差 {drift.TotalSeconds:0.0} 秒。", "校准本机或数据库的时间；超过 2 秒时本节点不接受办理。"),
            provisional <= now.Year
                ? new("工作日历", HealthState.Failed, $"{provisional} 年的放假通知还没有载入，日期都是暂定。", "请系统管理员载入通知，安全管理员确认。")
                : new("工作日历", HealthState.Good, $"通知已载入到 {provisional - 1} 年；此后的日期按常例推算，标为暂定。"),
        ];
        return Replies.Page<HealthPage>(http, new HealthModel(
            DateOnly.FromDateTime(now.DateTime), TimeOnly.FromDateTime(now.DateTime), checks,
            [new KeyValue("版本", Office.Version), new KeyValue("主密钥编号", office.Master.Id), new KeyValue("演示库", office.Facts.Demo ? "是" : "否")]));
    }
}
