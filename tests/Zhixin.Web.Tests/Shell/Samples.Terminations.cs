using Zhixin.Web.Components;
using Zhixin.Web.Terminations;

namespace Zhixin.Web.Tests.Shell;

public static partial class Samples
{
    /// <summary>One that was decided, with what followed.</summary>
    public static TerminationPanel Ended { get; } = new(
        "已终结，豫高法终字 1 号", [], [new StepModel("报请", "焦作市解放区人民法院 2026-02-12", StepState.Past), new StepModel("决定终结", "河南省高级人民法院 2026-02-14", StepState.Past)],
        [new KeyValue("终结情形", "确无财产、承诺后相同事由反复")], [new KeyValue("财产查询", "2026-02-14　总对总　没有")], ["第 1 次报请：2026-01-05 撤回"]);

    /// <summary>One that waits for a court on the way, one filing that is being corrected.</summary>
    public static TerminationsModel Terminations { get; } = new(
        "终结", "有权的法院逐级报请，报最高法院备案以后由高级法院决定；等候最久的在前。", "terminations",
        [new("等待本院办理", "/terminations", true), new("由本院决定的", "/terminations?view=own")],
        [
            new(new("2026-豫0802-0001", "/petitions/1"), "工程款没有执行到位", "确无财产、承诺后相同事由反复", "焦作市解放区人民法院", Feb14, "待逐级上报", "河南省焦作市中级人民法院", Feb14, null),
            new(new("2026-豫0802-0002", "/petitions/2"), "不服查封", "高级法院作监督裁定", "河南省高级人民法院", Feb14, "待补正备案", "河南省高级人民法院", Feb14, Feb14),
        ],
        new("没有等待本院办理的终结", "报请、上报到本院的终结列在这里。"), new(null, "/terminations?after=x", 50, "本页 2 件", "件", "最前", "往后"));
}
