using Zhixin.Web.Components;
using Zhixin.Web.Procedures;

namespace Zhixin.Web.Tests.Shell;

public static partial class Samples
{
    /// <summary>One that is overdue under review, one without a number whose filing has no day.</summary>
    public static ProceduresModel Procedures { get; } = new(
        [new("等待本院办理", "/procedures", true), new("下级超过期限", "/procedures?view=below")], true,
        [
            new(new("2026-豫0802-0001", "/petitions/1"), "不服查封", "执行异议", "（2026）豫0802执异5号", "焦作市解放区人民法院", "焦作市解放区人民法院", Feb14, "审查中", new(LightState.Overdue, "逾期 3 日"), Feb14),
            new(new("2026-豫0802-0002", "/petitions/2"), "不服复议裁定", "执行监督", null, "河南省高级人民法院", "焦作市解放区人民法院", Feb14, "待立案", new(LightState.Untimed, "不定期限"), null),
        ],
        new(null, "/procedures?after=x", 50, "本页 2 件", "件", "最前", "往后"));

    /// <summary>A chain with every kind of line.</summary>
    public static ChainPanel Chains { get; } = new(
        [
            new("第 1 件，执行异议，2026-02-12 收到，（2026）豫0802执异5号", [new StepModel("执行异议", "焦作市解放区人民法院 驳回异议 2026-02-24，2026-02-25 送达", StepState.Past), new StepModel("执行复议", "河南省焦作市中级人民法院 审查中", StepState.Current)],
                [new ChainLimit(new(LightState.NotDue, "还有 9 日"), Feb14, "执行复议裁定（河南省焦作市中级人民法院）", new ClauseRef("procedural-law", "EPI-8"))], [new KeyValue("审查人员", "温雅言")],
                [new RemedyLine("申请执行监督", "河南省高级人民法院", null, "裁定还没有送达，自送达之日起算", "申请执行监督意见第一条", new ClauseRef("procedural-law", "SUP23-1"))], "这件程序已经没有可以提出的申请。"),
        ],
        [new RemedyLine("提出执行异议", "焦作市解放区人民法院", Feb14, null, "民事诉讼法第二百三十六条", new ClauseRef("procedural-law", "CPL-236"))], ["（2026）豫0802执恢7号，焦作市解放区人民法院，2026-02-14：发现存款"]);
}
