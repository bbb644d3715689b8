using Zhixin.Web.Access;
using Zhixin.Web.Approvals;
using Zhixin.Web.Components;
using Zhixin.Web.Notices;
using Zhixin.Web.Petitions;

namespace Zhixin.Web.Tests.Shell;

public static partial class Samples
{
    /// <summary>One row with its own form, one with yes and no; one done, one not.</summary>
    public static ApprovalsModel Approvals { get; } = new(
        [
            new("7.0.1", new("2026-豫0802-0001", "/petitions/1"), "司法救助", "报请司法救助", "救助委员会", "孟庆和", Feb14, null, 9, "/petitions/1/act/aid-decision") { IsBrief = false },
            new("7.0.2", new("2026-豫0802-0001", "/petitions/1"), "办理意见", "诉求合理", "拍卖款已发还", "孟庆和", Feb14, Feb14, 9, "/petitions/1/act/opinion-decision"),
        ],
        [new("本人", "/approvals"), new("代欧阳正", "/approvals?onBehalfOf=1", true)], "1", string.Empty,
        [
            new("2026-豫0802-0003", "/petitions/3", "不予受理", true, null),
            new("2026-豫0802-0004", "/petitions/4", "办理意见", false, new("办理意见", "没有填写理由。", null, "写明退回的理由。")),
        ],
        FailedForm, Key, new(null, "/approvals?after=x", 50, "本页 2 项", "项", "最前", "往后"));

    public static ActModel Act { get; } = new(
        "审批办理意见", "2026-豫0802-0001", "由主办院领导批准或者退回。", "/petitions/1/opinion-decision", "/petitions/1", Key, 9, FailedForm,
        [new("agreed", "是否同意", FieldKind.Radio, Choices) { Group = "决定" }, new("reason", "理由", FieldKind.TextArea, [], "退回的须填写。")], [new("on", "2026-02-12")])
    {
        Facts = [new("结论", "诉求合理")],
    };

    public static InboxModel Messages { get; } = new(
        "2", [new("全部", "/messages", true), new("交办", "/messages?family=handed")],
        [
            new("今天　2026-02-12（周四）", true,
            [
                new(new TimeOnly(9, 0), "期限提醒", "新逾期 1 项，即将到期 24 项", string.Empty, null, false, null,
                    [
                        new("交承办人签收", "2026-豫0802-0001", "/petitions/1", Feb14, Reply, true, ["视为签收"]),
                        new("答复信访人", "2026-豫0802-0002", null, Feb14, Reply, false, []),
                    ],
                    23, new("知道了", "/messages/1/1/seen", PostKey: Key), null),
                new(new TimeOnly(11, 5), "待您审批", "批准办理意见", "2026-豫0802-0001", "/petitions/1", false, "欧阳正", [], 0, new("知道了", "/messages/1/2/seen", PostKey: Key), null),
            ]),
            new("2026-02-11（周三）", false, [new(new TimeOnly(16, 30), "上级法院交办", string.Empty, "2026-豫0802-0003", null, true, null, [], 0, null, "李夏已读")]),
        ],
        new("全部标为已读", "/messages/seen", PostKey: Key), new(null, "/messages?after=x", 50, Unit: "条", Newer: "最前", Older: "往后"));

    public static ProposalsModel Proposals { get; } = new([new("济南市钢城区人民法院", "2026-鲁0117-件0001", Feb14, "同一事项", new("2026-豫0802-0001", "/petitions/1"), "/proposals/1/answer", Key)], FailedForm);

    public static KeysModel Keys { get; } = new(
        "李夏", "/staff/7/1", [new("handler", "承办人", true)], [new("执行案件管理系统", "承办人", "2026-02-01", "2026-12-31", "可用", "/staff/7/1/keys/1/end"), new("旧系统", "承办人", "2025-02-01", "2025-12-31", "已过期", null)],
        FailedForm, Key, "执行案件管理系统", "zx_0000");
}
