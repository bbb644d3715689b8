using Zhixin.PlatformItems;
using Zhixin.PlatformItems.Acts;
using Zhixin.Web.Components;
using Zhixin.Web.Matters;
using Zhixin.Web.Petitions;

namespace Zhixin.Web.PlatformItems;

/// <summary>The acts on a platform item.</summary>
public static class PlatformActs
{
    private const string Below = "下级办理";
    private const string Above = "上级核查";

    /// <summary>In the order of the page.</summary>
    public static IReadOnlyList<MatterEntry<PlatformItem>> All { get; } =
    [
        new("handler", "name-platform-handler", "指定承办人", Below, true, call => PlatformHandling.Name(call.Matter, call.Court, call.Person("handler"), call.Input.Field("phone")),
            (i, court) => PlatformHandling.Against(i, court, below: true), form => ("及时指定专人办理。", [Person(form, "handler", "承办人"), new("phone", "办公电话", FieldKind.Phone, []) { Span = 6 }])),
        new("completion", "complete-platform-item", "回复“已完成”", Below, true, call => PlatformHandling.Complete(call.Matter, call.Court, call.Input.Field("reply"), call.Input.Field("document"), call.Who.Actors),
            (i, court) => PlatformHandling.Against(i, court, below: true) ?? (i.Completed is null ? null : new Refusal.State("platform-completed")),
            form => ("回复以后由上级指定的专人核查确认。", [new("reply", "办理情况", FieldKind.TextArea, []), MeasureForms.Document("材料")])),
        new("verifier", "name-platform-verifier", "指定核查人", Above, true, call => PlatformHandling.NameVerifier(call.Matter, call.Court, call.Person("verifier"), call.Law.Posts(PlatformHandling.Confirming)),
            (i, court) => PlatformHandling.Against(i, court, below: false), form => ("由核查人核对、确认或者退回。", [Person(form, "verifier", "核查人", form.Law.Posts(PlatformHandling.Confirming))])),
        new("confirmation", PlatformHandling.Confirming, "核查确认", Above, true, call => PlatformHandling.Confirm(call.Matter, call.Court, call.Input.Field("opinion"), call.Who.Actors),
            (i, court) => PlatformHandling.NothingToCheck(i, court), form => ("确认以后事项结束。", [new("opinion", "核查意见", FieldKind.TextArea, [])])) { Facts = Reply },
        new("return", PlatformHandling.Confirming, "核查退回", Above, true, call => call.Input.Field("due") is { Length: > 0 } typed && call.Input.Day("due") is null
            ? new Refusal.Input("due", "date-unreadable", typed)
            : PlatformHandling.Return(call.Matter, call.Court, call.Input.Reason, call.Input.Day("due"), call.Input.On, call.Who.Actors),
            (i, court) => PlatformHandling.NothingToCheck(i, court), form => ("没有办结的退回，写明还要做什么。",
                [MeasureForms.Reason, new("due", "新的期限", FieldKind.Text, [], "没有的不填；写作 2026-02-14。") { Span = 6 }])) { Facts = Reply },
        new("pressing", "press-platform-item", "逾期督促", Above, false, call => PlatformHandling.Press(
            call.Matter, call.Court, call.Input.Field("means"), call.Input.Field("content"), PlatformWords.MeansList(call.Law), call.Input.On),
            (i, court) => PlatformHandling.Against(i, court, below: false), form => ("逾期没有办结的，可以采用下列方式督促。",
                [new("means", "方式", FieldKind.Radio, [.. PlatformWords.MeansList(form.Law).Items.Select(m => new Choice(m.Code, m.Name))]), new("content", "情况", FieldKind.TextArea, [])])),
        new("taking-back", "close-platform-item", "撤回", Above, true, call => PlatformHandling.TakeBack(call.Matter, call.Court, call.Input.Reason),
            (i, court) => PlatformHandling.Against(i, court, below: false), form => ("登记有误或者平台已撤销的，撤回。", [MeasureForms.Reason])),
    ];

    private static ActField Person(MatterForm<PlatformItem> form, string name, string label, IReadOnlyList<string>? posts = null) => new(name, label, FieldKind.Select,
    [
        new Choice(string.Empty, "请选择"),
        .. form.Staff.Where(s => s.AtCourt && !s.Posts.Any(Zhixin.Regulations.PackWords.Administrators.Contains) && (posts is null || s.Posts.Any(posts.Contains)))
            .Select(s => new Choice(s.Id.ToString(), s.Name + "　" + string.Join("、", s.Posts.Select(Hosting.PostNames.Of)))),
    ]) { Span = 6 };

    private static IReadOnlyList<KeyValue> Reply(MatterForm<PlatformItem> form) =>
        form.Matter.Completed is { } reply ? [new("办理情况", reply.Reply), new("材料", reply.Document)] : [];
}
