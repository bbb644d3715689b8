using Zhixin.Web.Components;
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
