using Zhixin.Database.Petitions;
using Zhixin.Intake;
using Zhixin.Petitions;
using Zhixin.Petitions.Acts;
using Zhixin.Regulations;
using Zhixin.Web.Components;
using Zhixin.Web.Hosting;
using Zhixin.Web.Papers;
using Zhixin.Web.Texts;

namespace Zhixin.Web.Petitions;

/// <summary>A field of an act's form.</summary>
public sealed record ActField(string Name, string Label, FieldKind Kind, IReadOnlyList<Choice> Choices, string? Hint = null)
{
    /// <summary>What stands in it before anything is typed.</summary>
    public string? Value { get; init; }

    /// <summary>Width in twelfths of the form.</summary>
    public int Span { get; init; } = 12;

    /// <summary>The heading above the first field of a group; fields that follow belong to it until the next.</summary>
    public string? Group { get; init; }
}

/// <summary>The form of an act that needs more than a button.</summary>
public sealed record ActModel(
    string Act, string Number, string Hint, string Action, string Back, string Key, long Version, FormState Form, IReadOnlyList<ActField> Fields,
    IReadOnlyList<KeyValuePair<string, string>> Hidden)
{
    /// <summary>The entry of the navigation under which the form stands.</summary>
    public string Active { get; init; } = "ledger";

    /// <summary>Where the paper that goes out with the act is drawn before; null where none does.</summary>
    public string? Preview { get; init; }

    /// <summary>What is to be decided, told or recognised; empty where the act begins something.</summary>
    public IReadOnlyList<KeyValue> Facts { get; init; } = [];

    private static readonly ActField Reason = new("reason", "理由", FieldKind.TextArea, [], "理由与原内容一并保留，不能删改。");
    private static readonly ActField Document = new("document", "证明文书", FieldKind.Text, [], "写明文书名称、文号和存放处。");

    /// <summary>When it happened, and what proves it where it is entered late.</summary>
    internal static readonly ActField[] When =
    [
        new("on", "发生日期", FieldKind.Text, [], "空着就是今天。日期写作 2026-02-14。") { Span = 4, Group = "日期" },
        new("lateProof", "补录证明", FieldKind.Text, [], "补录早前发生的事项，写明证明材料和存放处。") { Span = 8 },
    ];

    /// <summary>The form of an act on a petition; null where the act has none.</summary>
    /// <param name="people">Whom the form may offer.</param>
    /// <param name="represented">For whom the viewer acts today as a deputy.</param>
    /// <param name="today">The day whose lists the form offers.</param>
    /// <param name="booking">For acts that book: who may receive, and what is booked.</param>
    internal static ActModel? Of(
        Petition petition, PetitionActs.Entry act, IReadOnlyList<ContactLine> contacts, IReadOnlyList<Represented> represented, ActPeople people, FormState form, Law law,
        DateOnly today, Reception.BookingPeople booking)
    {
        var address = $"/petitions/{petition.Id.Home}/{petition.Id.Id}";
        CodeList? InForce(string list) => law.List(petition.Opened.Responsible, list, today);
        return (AcceptanceForms.Of(act.Path, petition, people, law, InForce) ?? HandlingForms.Of(act.Path, petition) ?? TeamForms.Of(act.Path, petition, people, law) ?? HandDownForms.Of(act.Path, petition, people, law, today)
                ?? ProcedureForms.Of(act.Path, petition) ?? Procedures.ChainForms.Of(act.Path, petition) ?? NonExecutionForms.Of(act.Path, petition, InForce) ?? MeasureForms.Of(act.Path, petition, law) ?? MeasureDecisionForms.Of(act.Path, petition, InForce)
                ?? WriteOffs.WriteOffForms.Of(act.Path, petition, people, law, today) ?? Terminations.TerminationForms.Of(act.Path, petition, people, law, today)
                ?? MoveActs.Form(act.Path, petition, contacts, people) ?? PaperWishes.Form(act.Path, petition, law, people.Court)
                ?? Reception.ReceptionForms.Of(act.Path, petition, contacts, booking) ?? FieldsOf(act.Path, petition, contacts)) is var (hint, fields)
            ? new ActModel(
                act.Name, petition.Opened.Number, hint, $"{address}/{act.Path}", address, Replies.FreshKey(), petition.Version, Begun(form, fields),
                [.. fields, .. Reception.ReceptionActs.IsBooking(act.Path) ? [] : When, .. Behalf(act.Act, represented)], [])
            {
                Facts = ActFacts.Of(act.Path, petition, law, people.Court),
            }
            : null;
    }

    /// <summary>The form as it opens: what is known stands in it; what was typed stays.</summary>
    internal static FormState Begun(FormState form, IReadOnlyList<ActField> fields) => form.Values.ContainsKey("version") ? form : form with
    {
        Values = fields.Where(f => f.Value is not null).ToDictionary(f => f.Name, f => f.Value, StringComparer.Ordinal)
            .Concat(form.Values).ToDictionary(f => f.Key, f => f.Value, StringComparer.Ordinal),
    };

    /// <summary>For whom, where the viewer may act as somebody's deputy.</summary>
    internal static IEnumerable<ActField> Behalf(string act, IReadOnlyList<Represented> represented)
    {
        var who = represented.Where(r => r.Covers(act)).Select(r => new Choice(r.Id.ToString(), "代" + r.Name)).ToList();
        return who.Count == 0 ? [] : [new ActField("onBehalfOf", "以谁的名义", FieldKind.Select, [new Choice(string.Empty, "本人"), .. who], "代理办理的，记录为“甲 代 乙”。")];
    }

    private static ActField Owed(Petition petition, Func<Zhixin.Obligations.Obligation, bool> which) => new(
        "obligation", "哪一项时限", FieldKind.Select,
        [.. petition.Obligations.Where(o => o.IsOpen && which(o)).Select(o => new Choice(o.No.ToString(), $"第 {o.No} 项　{o.Rule.Name}{(o.Due is { } due ? "　" + DateText.Iso(due) : string.Empty)}"))]);

    private static IReadOnlyList<ActField> Time(string path, Petition petition) => path switch
    {
        "time-exclusion" or "review-time-exclusion" =>
        [
            Owed(petition, o => o.Rule.Exclusions.Count > 0), new("from", "自", FieldKind.Text, [], "含当日。"), new("to", "至", FieldKind.Text, [], "含当日，不晚于今天。"),
            new("ground", "情形", FieldKind.Select, [.. petition.Obligations.Where(o => o.IsOpen).SelectMany(o => o.Rule.Exclusions).Distinct(StringComparer.Ordinal).Select(g => new Choice(g, CodeWords.Of(g)))]),
            Document, Reason,
        ],
        "time-exclusion-decision" or "review-time-decision" =>
        [
            new("request", "哪一项申请", FieldKind.Select,
            [
                .. TimeKeeping.Waiting(petition).Select(r => new Choice(
                    r.No.ToString(), $"第 {r.Asked.No} 项时限　{DateText.Iso(r.Asked.Exclusion.From)} 至 {DateText.Iso(r.Asked.Exclusion.To)}　{CodeWords.Of(r.Asked.Exclusion.Ground)}　{r.Asked.Document}")),
            ]),
            new("agreed", "是否同意", FieldKind.Radio, [new("yes", "同意扣除"), new("no", "不同意")]), Reason,
        ],
        "extension" => [Owed(petition, o => o.Rule.Period.Unit == Zhixin.Calendar.PeriodUnit.Stated), new("due", "新的期限", FieldKind.Text, [], "来文重新载明的日期，写作 2026-02-14。"), Document, Reason],
        _ => [Owed(petition, o => o.Rule.WaivedBy is not null), Reason],
    };

    private static (string Hint, IReadOnlyList<ActField> Fields)? FieldsOf(string path, Petition petition, IReadOnlyList<ContactLine> contacts)
    {
        var which = new ActField("contact", "哪一次来访来信", FieldKind.Select, [.. contacts.Select(c => new Choice(c.Id.ToString(), $"{c.Number}　{DateText.Iso(c.ReceivedOn)}"))]);
        return path switch
        {
            "acknowledgement" => ("签收后开始计算约见和答复的期限。", []),
            "time-exclusion" => ("规程列明的情形才可以扣除；由信访专班负责人批准后，期限按天顺延。", Time(path, petition)),
            "review-time-exclusion" => ("本院审查的期限，有规程列明的情形才可以扣除；由庭长、局长批准后按天顺延。", Time(path, petition)),
            "review-time-decision" => ("申请人不能审批自己的申请。同意后期限按天顺延，原期限仍可查。", Time(path, petition)),
            "time-exclusion-decision" => ("申请人不能审批自己的申请。同意后期限按天顺延，原期限仍可查。", Time(path, petition)),
            "extension" => ("来文载明的期限，只有来文机关重新载明才能延长。", Time(path, petition)),
            "waiver" => ("规程允许免除的才可以免除，由有权批准该项的领导办理。", Time(path, petition)),
            "joining" => ("已经登记的另一次来访来信，与本案是同一事项的，可以同时并入本案。",
                [new ActField("contact", "来访来信", FieldKind.Text, [], "填写来访来信的登记编号，例如 2026-豫0802-件0012。"), Reason]),
            "join-proposal" => ("外院已有同一事项的，提议并入；由该院信访专班同意后并入，同意以前互不显示内容。",
                [which, new ActField("number", "外院信访案件编号", FieldKind.Text, [], "比对时显示的编号。"), Reason]),
            "contact-void" => ("登记错了的来访来信作废：它带来的信访人、指称和期限随之退出；本案没有其他来访来信的，一并作废。", [which, Reason]),
            "void" => ("登记有误的才作废。作废后仍然可以查到，也可以恢复。", [Reason]),
            "restoration" => ("撤销作废，期限照旧。", [Reason]),
            "priority" => ("重点、疑难信访由信访专班与原承办人共同接待办理。",
                [new ActField("priority", "级别", FieldKind.Radio, [.. Enum.GetValues<Priority>().Select(p => new Choice(ReadRows.Code(p), CodeWords.Of(ReadRows.Code(p))))]), Reason]),
            "separation" => ("并错了的，移出后自动另立新案，什么都不会丢失。", [which, Reason]),
            "merger" => ("本案并入另一案，来访来信和经过都保留，以后可以撤回。", [new ActField("survivor", "并入哪一案", FieldKind.Text, [], "填写信访案件编号，例如 2026-豫0802-0012。"), Reason]),
            "merger-undo" => ("撤回并案，来访来信各归原案。", [Reason]),
            "correction" => ("更正登记内容；更正收到日期会重新计算由它起算的期限。",
                [which, new ActField("field", "项目", FieldKind.Select, [.. Corrections.Fields.Select(f => new Choice(f, Label(f)))]), new ActField("value", "更正为", FieldKind.Text, [], "日期写作 2026-02-14。"), Reason]),
            _ => null,
        };
    }

    private static string Label(string field) => field switch
    {
        "summary" => "反映的情况",
        "request" => "请求",
        "receivedOn" => "收到日期",
        "caseNumber" => "执行案号",
        "people" => "人数",
        "cause" => "事由",
        "proposedOpinion" => "拟办意见",
        "externalNumber" => "外部系统编号",
        _ => field,
    };
}
