using Zhixin.Papers;
using Zhixin.Supervisions;
using Zhixin.Supervisions.Acts;
using Zhixin.Web.Components;
using Zhixin.Web.Matters;
using Zhixin.Web.Papers;
using Zhixin.Web.Petitions;
using Supervision = Zhixin.Supervisions.Supervision;

namespace Zhixin.Web.Supervisions;

/// <summary>Listed supervision 挂牌督办: proposed, agreed to or instructed, six elements, result.</summary>
internal static class ListedActs
{
    public const string Grounds = "listing-grounds";
    public const string Ways = "listing-ways";

    private const string Group = "挂牌督办";
    private const string Below = "下级办理";

    /// <summary>In the order of the page.</summary>
    public static IReadOnlyList<MatterEntry<Supervision>> All { get; } =
    [
        new("listing-proposal", ListingActs.Propose, "提议挂牌", Group, true, call => MeansActs.Unread(call.Input, "due") ?? ListingActs.Suggest(
            call.Matter, call.Input.Field("ground"), call.Input.Field("reason"), call.Input.Day("due"), Lists.Of(call.Law, Grounds), call.Input.On, call.Who.Actors),
            (s, _) => ListingActs.NotListable(s) ?? (s.Listing.Proposed is null ? null : new Refusal.State("listing-proposed")), form => ("复杂、疑难或者影响重大的，由执行局提议，主管院长同意后挂牌。",
            [
                new("ground", "情形", FieldKind.Select, SupervisionWords.Choices(form.Law, Grounds)) { Span = 6 }, new("due", "办结期限", FieldKind.Text, [], "没有的不填；写作 2026-02-14。") { Span = 6 },
                new("reason", "理由", FieldKind.TextArea, []),
            ])),
        new("listing-approval", ListingActs.Approve, "同意挂牌", Group, true, call => MeansActs.Unread(call.Input, "due") ?? ListingActs.Agree(call.Matter, Approval(call)),
            (s, _) => ListingActs.NotDecidable(s), form => ("同意后即为挂牌督办，登载在挂牌督办专页。编号在此时取得。", TitleFields(form)))
        {
            Paper = Form, IsOfToday = true,
            Facts = form => form.Matter.Listing.Proposed is { } p
                ? [new("提议的情形", Lists.Name(form.Law, Grounds, p.Ground)), new("理由", p.Reason), new("提议的期限", p.DueOn is { } due ? DateText.Iso(due) : "没有")]
                : [],
        },
        new("listing-refusal", ListingActs.Approve, "不同意挂牌", Group, true, call => ListingActs.Refuse(call.Matter, call.Input.Field("reason"), call.Who.Actors),
            (s, _) => ListingActs.NotDecidable(s), form => ("写明理由，退回执行局。", [new("reason", "理由", FieldKind.TextArea, [])])),
        new("instructed-listing", ListingActs.OnInstruction, "按批示挂牌", Group, true, call => MeansActs.Unread(call.Input, "due") ?? ListingActs.Instructed(
            call.Matter, call.Input.Field("way"), Lists.Of(call.Law, Ways), Approval(call)),
            (s, _) => ListingActs.NotListable(s) ?? (ListingActs.Instruction(s) is null ? new Refusal.Law("HNP-17", "listing-needs-instruction") : null), form => ("院长或者分管副院长已经批示的，按批示挂牌；批示须已登记。编号在此时取得。",
            [
                new("way", "由谁批示", FieldKind.Select, [.. SupervisionWords.Choices(form.Law, Ways).Where(c => c.Value != ListingActs.ByProposal)]) { Span = 6 }, .. TitleFields(form),
            ]))
        {
            Paper = Form, IsOfToday = true,
        },
        new("six-elements", "fix-six-elements", "确定五定一包", Below, true, call => MeansActs.Unread(call.Input, "due") ?? ListingActs.Fix(
            call.Matter, call.Court,
            new FixElements(
                call.Input.Field("handler"), call.Input.Field("supervisingLeader"), call.Input.Field("measures"), call.Input.Day("due"), call.Input.Field("target"), call.Input.Field("leaderInCharge"),
                call.Input.On), Lists.Of(call.Law, "six-elements")),
            ListingActs.NoElements, form => ("挂牌督办的案件，执行法院定承办人员、督办领导、执行措施、执行期限、目标责任，并由领导包案；六项缺一不可。",
            [
                new("handler", "定承办人员", FieldKind.Text, []) { Span = 6 }, new("supervisingLeader", "定督办领导", FieldKind.Text, []) { Span = 6 }, new("measures", "定执行措施", FieldKind.TextArea, []),
                new("due", "定执行期限", FieldKind.Text, [], "写作 2026-02-14；到期以前报告结果。") { Span = 6 }, new("leaderInCharge", "包案领导", FieldKind.Text, []) { Span = 6 },
                new("target", "定目标责任", FieldKind.TextArea, []),
            ]))
        {
            Paper = Elements,
        },
        new("listed-result", "report-supervision", "报告挂牌案件结果", Below, true, call => ListingActs.Report(
            call.Matter, call.Court, call.Input.Field("result"), call.Input.Field("document"), call.Who.Actors),
            ListingActs.NoResult, form => ("在确定的执行期限内书面报告结果。", [new("result", "结果", FieldKind.TextArea, []), MeasureForms.Document("报告和所附材料")])),
    ];

    private static ApproveListing Approval(MatterCall<Supervision> call) =>
        new(call.Input.Field("title"), call.Input.Yes("nameless"), call.Input.Day("due"), call.Input.On, call.Who.Actors);

    private static IReadOnlyList<ActField> TitleFields(MatterForm<Supervision> form) =>
    [
        new("title", "公开的事由", FieldKind.Text, [], "登载在专页，六十字以内，例如“长期未执结”。不写当事人姓名、名称。"),
        new("nameless", "是否已经核对", FieldKind.Radio, [new("yes", "已核对，事由中没有当事人姓名、名称"), new("no", "没有核对")]) { Value = "no" },
        new("due", "办结期限", FieldKind.Text, [], "没有的不填；写作 2026-02-14。") { Span = 6, Value = form.Matter.Listing.Proposed?.DueOn is { } due ? DateText.Iso(due) : null },
    ];

    private static PaperOrder? Form(MatterCall<Supervision> call, IReadOnlyList<object> facts)
    {
        var (approved, proposed) = (facts.OfType<SupervisionListingApproved>().Single(), call.Matter.Listing.Proposed);
        var order = SupervisionOrders.Of(call, SupervisionPapers.Listing, null, call.Matter.Enforcing);
        order.Set("title", approved.Title);
        order.Set("way", Lists.Name(call.Law, Ways, approved.Way));
        order.Set("listing_ground", proposed is null ? null : Lists.Name(call.Law, Grounds, proposed.Ground));
        order.Say("reason", proposed?.Reason);
        order.Set("due_on", approved.DueOn is { } due ? PaperValues.Date(due) : null);
        return order.Done();
    }

    private static PaperOrder? Elements(MatterCall<Supervision> call, IReadOnlyList<object> facts)
    {
        var (fixedNow, approved) = (facts.OfType<SupervisionElementsFixed>().Single(), call.Matter.Listing.Approved!);
        var order = SupervisionOrders.Of(call, SupervisionPapers.Elements, null, call.Matter.Court);
        order.Set("listing_number", approved.Number);
        order.Set("title", approved.Title);
        order.Set("handler", fixedNow.Handler);
        order.Set("supervising_leader", fixedNow.SupervisingLeader);
        order.Say("measures", fixedNow.Measures);
        order.Set("due_on", PaperValues.Date(fixedNow.DueOn));
        order.Say("target", fixedNow.Target);
        order.Set("leader_in_charge", fixedNow.LeaderInCharge);
        return order.Done();
    }
}
