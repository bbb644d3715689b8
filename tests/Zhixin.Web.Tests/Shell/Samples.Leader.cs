using Zhixin.Web.Components;
using Zhixin.Web.Leader;

namespace Zhixin.Web.Tests.Shell;

public static partial class Samples
{
    public static LeaderModel Leader { get; } = new(
        RichText.Of("欧阳正，您好。", new RichText.Strong("12 项已逾期"), "，", new RichText.Link(new Anchor("2 项待您审批", "/approvals")), "。"),
        [new("我主办", "/leader?show=led", false, 3), new("本院逾期", "/leader?show=breaches", true, 12)], "本院逾期的事项", "最久的在前",
        [new("信访专班", "/leader?show=breaches&unit=petition", 10_001, Feb14, false), new("信访专班　孟庆和", "/leader?show=breaches&unit=petition&who=1", 2, Feb14, true)],
        [
            new(new(LightState.Overdue, "逾期 2 日"), Feb14, "约谈信访人", Reply, "焦作市山阳区禾润丰达机电设备安装工程有限责任公司", "/petitions/1", "2026-豫0811-0308", "（2022）豫0811执异2832号", "孟庆和", new("查看", "/petitions/1")),
            new(new(LightState.Untimed, "不定期限"), null, "没有未办的时限", null, "匿名", "/petitions/2", "2026-豫0802-0001", null, "已受理　承办人 待指定", new("查看", "/petitions/2")),
        ],
        new("没有逾期的事项", "逾期的列在这里。"), new(null, "/leader?show=breaches&after=x", 50, "本页 2 项", "项", "最前", "往后"));
}
