using Zhixin.Web.Components;
using Zhixin.Web.Hops;
using Zhixin.Web.WriteOffs;

namespace Zhixin.Web.Tests.Shell;

public static partial class Samples
{
    /// <summary>One that waits at the viewer's court with a verifier, one without.</summary>
    public static WriteOffsModel WriteOffs { get; } = new(
        [new("等待本院办理", "/write-offs", true), new("本院申请的", "/write-offs?view=own")], true,
        [
            new(new("2026-豫0802-0001", "/petitions/1"), "工程款已经发还", "有效化解并经上级法院确认", "焦作市解放区人民法院", "孟庆和", Feb14, "待专人核查", "河南省焦作市中级人民法院", Feb14, "温雅言"),
            new(new("2026-豫0802-0002", "/petitions/2"), "租金已经付清", "办理完毕并已答复信访人", "焦作市解放区人民法院", "孟庆和", Feb14, "待逐级上报", "河南省焦作市中级人民法院", Feb14, null),
        ],
        null, "河南省焦作市中级人民法院", new(null, "/write-offs?after=x", 50, "本页 2 件", "件", "最前", "往后"));

    /// <summary>One that is late and pressed, one without a date.</summary>
    public static HopsModel Hops { get; } = new(
        RichText.Of("交出未结 ", new RichText.Strong("2 项"), "。"), [new("交出未结", "/hand-downs", true, 2), new("收到待办", "/hand-downs?show=in", false, 0)],
        [
            new(new("2026-豫0802-0001", "/petitions/1"), "（2025）豫0802执12号", "工程款已经发还，信访人仍有异议", "河南省焦作市中级人民法院", LongCourt, "当日交办", "豫执督交〔2026〕1号", Feb14, Feb14, new(LightState.Overdue, "逾期 2 日"), "王安承办，催报 1 次"),
            new(new("2026-豫0802-0002", "/petitions/2"), null, "租金", "河南省高级人民法院", "河南省焦作市中级人民法院", "转办", "豫执转〔2026〕1号", Feb14, null, new(LightState.Untimed, "不定期限"), "尚未指定承办人"),
        ],
        new("没有交办", "交出的列在这里。"), new(null, "/hand-downs?after=x", 50, "本页 2 项", "项", "最前", "往后"));

    /// <summary>On its way: some steps done, one material missing, one never required.</summary>
    public static WriteOffPanel WriteOff { get; } = new(
        "等待河南省焦作市中级人民法院专人核查",
        [
            new("申请", "孟庆和　2月14日　焦作市解放区人民法院", StepState.Past), new("审核同意", "邢国梁　2月14日　焦作市解放区人民法院", StepState.Past),
            new("专人核查", "河南省焦作市中级人民法院　温雅言", StepState.Current), new("登记结果", "河南省焦作市中级人民法院", StepState.Ahead),
        ],
        [new("核销情形", "有效化解并经上级法院确认"), new("办理结果", "案款已经发还")],
        [
            new("谈话笔录", true, ["约谈　2026-02-14　约谈笔录 1 号"], null), new("相关法律文书", true, [], "还没有：先作记录、制发文书或者添加附件"),
            new("息诉承诺", false, [], "没有提交，不影响核销"),
        ],
        ["第 1 次：2026-02-12 申请，2026-02-13 退回申请人：没有回访"]);
}
