using Zhixin.Database.Persons;
using Zhixin.Database.Petitions;
using Zhixin.Petitions;
using Zhixin.Petitions.Acts;
using Zhixin.Web.Components;
using Zhixin.Web.Hosting;
using Zhixin.Web.Texts;

namespace Zhixin.Web.Petitions;

/// <summary>Whom a form may offer: the staff of the court that answers, and the persons of the matter.</summary>
/// <param name="Court">The court of whoever looks.</param>
public sealed record ActPeople(IReadOnlyList<Candidate> Staff, IReadOnlyList<KnownPerson> Persons, int Court)
{
    /// <summary>The files of the matter that stand, where the form offers documents.</summary>
    public IReadOnlyList<MatterDocument> Files { get; init; } = [];
}

/// <summary>The forms of the acts of the team.</summary>
internal static class TeamForms
{
    /// <summary>The pack list of what a plan can do.</summary>
    public const string PlanActions = "plan-actions";

    private const string Forces = "mobilise";

    private static readonly ActField Phone = new("phone", "办公电话", FieldKind.Text, [], "包案领导、联络员必填。");
    private static readonly ActField Replacing = new("reason", "换人的理由", FieldKind.TextArea, [], "原来已有人的才填。");
    private static readonly ActField Proof = new("proof", "记录或证明", FieldKind.Text, [], "笔录、录音、照片的编号和存放处。");

    /// <summary>The hint and fields of an act; null where it is none of these.</summary>
    public static (string Hint, IReadOnlyList<ActField> Fields)? Of(string path, Petition petition, ActPeople people, Law law) => path switch
    {
        "lead" => ("院领导主办：由您主办本案，办理意见由您审批。" + Before(petition.Team.Lead), [Phone, Replacing]),
        "charge" => ("由您包案：带专班约谈信访人，组织制定化解方案。" + Before(petition.Team.InCharge), [Phone, Replacing]),
        "team" => ("主办院领导、包案领导、联络员各一名，协办法官可以几名。被反映的人员不能参加。",
            [new("role", "作为", FieldKind.Radio, [.. Enum.GetValues<TeamRole>().Select(r => new Choice(ReadRows.Code(r), CodeWords.Of(ReadRows.Code(r))))]), Staff(petition, people), Phone, Replacing]),
        "team-leaving" => ("协办人、联络员可以退出；主办院领导、包案领导只能换人，不能空缺。",
            [new("member", "退出的人", FieldKind.Select, Members(petition, people)), new("reason", "理由", FieldKind.TextArea, [])]),
        "co-handling" => ("生效判决的承办法官协助释法明理、参加约谈，写明做了什么。", [new("content", "协办情况", FieldKind.TextArea, []), Proof]),
        "plan" => (petition.Team.Plan is null ? "方案要有针对、能落实：采取哪些行动，谁负责，何时完成，哪些方面参与。" : "修改方案，原方案保留在经过中；写明为什么改。", Plan(petition, law)),
        "team-report" => ("把专班人员的姓名、职务、联系方式和化解方案一并上报。",
            [new("reportedTo", "上报给", FieldKind.Text, [], "例如中级人民法院执行局综合处。"), new("document", "上报凭据", FieldKind.Text, [], "报告的文号和存放处。"), .. Beside(petition, law)]),
        "leader-meeting" => ("由包案领导本人带专班约谈，节假日也可以；听取诉求，告知下一步安排和时限。",
            [Methods(ServiceMethod.InPerson, ServiceMethod.Video, ServiceMethod.Phone), new("present", "参加人", FieldKind.Text, [], "写明专班哪些人参加。"),
                new("heard", "信访人的诉求", FieldKind.TextArea, []), new("told", "告知的安排和时限", FieldKind.TextArea, []), .. MeasureForms.Signed, Proof]),
        "first-contact" => ("交办当日由具名人员联系信访人。", [Methods(Enum.GetValues<ServiceMethod>()), new("by", "联系人", FieldKind.Text, [], "写明姓名、职务。"), new("content", "联系的内容", FieldKind.TextArea, []), Proof]),
        "scene-notice" => ("有人在外滞留、聚集的，接到通知当日派员到现场。",
            [new("receivedOn", "接到通知的日期", FieldKind.Text, [], "空着就是发生日期。写作 2026-02-14。"), new("from", "谁通知的", FieldKind.Text, []), new("place", "地点", FieldKind.Text, []), new("situation", "情况", FieldKind.TextArea, [])]),
        "scene-dispatch" => (Waiting(petition), Dispatch),
        _ => null,
    };

    private static IReadOnlyList<ActField> Dispatch =>
    [
        new("staff", "派去的人", FieldKind.Text, [], "写明姓名、职务。"),
        new("result", "结果", FieldKind.Radio, [.. Enum.GetValues<SceneResult>().Select(r => new Choice(ReadRows.Code(r), CodeWords.Of(ReadRows.Code(r))))]),
        new("freely", "是否没有限制人身、没有违背意愿带离", FieldKind.Radio, [new("yes", "没有限制，没有强行带离"), new("no", "有")], "返回出于自愿。有限制人身或者强行带离的，不能作为处置结果登记。"),
        new("content", "现场处置情况", FieldKind.TextArea, []), Proof,
    ];

    private static IReadOnlyList<ActField> Plan(Petition petition, Law law)
    {
        var (list, plan) = (Lists.Of(law, PlanActions), petition.Team.Plan);
        return
        [
            new("actions", "采取的行动", FieldKind.Checks, [.. list.Items.Where(i => i.Code is not ("plan" or Forces)).SelectMany(i => i.Sub.Count == 0
                ? [new Choice(i.Code, i.Name)]
                : i.Sub.Select(s => new Choice(s.Code, s.Name == i.Name ? i.Name : $"{i.Name}：{s.Name}")))]) { Value = Codes(plan?.Actions) },
            new("content", "具体做法", FieldKind.TextArea, []) { Value = plan?.Content },
            new("responsible", "责任人", FieldKind.Text, []) { Value = plan?.Responsible, Span = 6 },
            new("dueOn", "完成期限", FieldKind.Text, [], "写作 2026-02-14。") { Value = plan is null ? null : DateText.Iso(plan.DueOn), Span = 6 },
            new("forces", "动员哪些方面", FieldKind.Checks, [.. list.Items.First(i => i.Code == Forces).Sub.Select(s => new Choice(s.Code, s.Name))]) { Value = Codes(plan?.Forces) },
            new("participants", "参与的单位、人员和分工", FieldKind.TextArea, [], "选了动员方面的必填。") { Value = plan?.Participants },
            new("alone", "没有其他方面参与的原因", FieldKind.Text, [], "一个方面都没有选的才填。") { Value = plan?.Alone },
            .. plan is null ? Array.Empty<ActField>() : [new ActField("reason", "修改的理由", FieldKind.TextArea, [])],
        ];
    }

    private static ActField Staff(Petition petition, ActPeople people) => new(
        "person", "人员", FieldKind.Select,
        [
            new Choice(string.Empty, "请选择"),
            .. people.Staff.Where(s => s.AtCourt && !petition.Accused.Contains(s.Id) && !s.Posts.Any(Zhixin.Regulations.PackWords.Administrators.Contains))
                .Select(s => new Choice(s.Id.ToString(), s.Name + "　" + string.Join("、", s.Posts.Select(PostNames.Of)))),
        ]);

    private static List<Choice> Members(Petition petition, ActPeople people) =>
    [
        .. petition.CoHandlers.Select(id => new Choice($"{ReadRows.Code(TeamRole.CoHandlingJudge)}:{id}", $"{people.Staff.FirstOrDefault(s => s.Id == id)?.Name ?? "协办人"}　协办")),
        .. petition.Team.Liaison is { } liaison ? [new Choice($"{ReadRows.Code(TeamRole.Liaison)}:{liaison.Person}", $"{liaison.Name}　联络员")] : Array.Empty<Choice>(),
    ];

    private static ActField Methods(params ServiceMethod[] methods) => new(
        "method", "方式", FieldKind.Radio, [.. methods.Select(m => new Choice(ReadRows.Code(m), CodeWords.Of(ReadRows.Code(m))))]);

    /// <summary>Whose name is reported beside the team, by the level of the court (JZ21-3.2.2).</summary>
    private static IEnumerable<ActField> Beside(Petition petition, Law law) => law.Court(petition.Opened.Responsible).Level switch
    {
        Zhixin.Courts.CourtLevel.Basic => [new("supervisedBy", "中院联系领导", FieldKind.Text, [], "适用包案规程的必填：督促本案的中级人民法院领导，姓名、职务。")],
        _ => [new("answerable", "负直接责任的庭处室负责人", FieldKind.Text, [], "适用包案规程的必填：姓名、职务。")],
    };

    private static string Before(TeamMember? before) => before is null ? string.Empty : $"原来是{before.Name}，换人的写明理由。";

    private static string Waiting(Petition petition) => petition.Scene.Waiting is { } notice
        ? $"{DateText.Iso(notice.ReceivedOn)} {notice.From}通知：{notice.Place}，{notice.Situation}"
        : "先登记滞留情况，再登记派员。";

    private static string? Codes(IReadOnlyList<string>? codes) => codes is null ? null : string.Join(',', codes);
}
