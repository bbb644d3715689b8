using Zhixin.Database.Petitions;
using Zhixin.Intake;
using Zhixin.Petitions;
using Zhixin.Web.Components;
using Zhixin.Web.Hosting;
using Zhixin.Web.Texts;

namespace Zhixin.Web.Petitions;

/// <summary>A field of an act's form.</summary>
public sealed record ActField(string Name, string Label, FieldKind Kind, IReadOnlyList<Choice> Choices, string? Hint = null);

/// <summary>The form of an act that needs more than a button.</summary>
public sealed record ActModel(
    string Act, string Number, string Hint, string Action, string Back, string Key, long Version, FormState Form, IReadOnlyList<ActField> Fields,
    IReadOnlyList<KeyValuePair<string, string>> Hidden)
{
    private static readonly ActField Reason = new("reason", "理由", FieldKind.TextArea, [], "理由与原内容一并保留，不能删改。");

    /// <summary>The form of an act on a petition; null where the act has none.</summary>
    public static ActModel? Of(Petition petition, PetitionActs.Entry act, IReadOnlyList<ContactLine> contacts, FormState form)
    {
        var address = $"/petitions/{petition.Id.Home}/{petition.Id.Id}";
        return FieldsOf(act.Path, contacts) is var (hint, fields)
            ? new ActModel(act.Name, petition.Opened.Number, hint, $"{address}/{act.Path}", address, Replies.FreshKey(), petition.Version, form, fields, [])
            : null;
    }

    private static (string Hint, IReadOnlyList<ActField> Fields)? FieldsOf(string path, IReadOnlyList<ContactLine> contacts)
    {
        var which = new ActField("contact", "哪一次来访来信", FieldKind.Select, [.. contacts.Select(c => new Choice(c.Id.ToString(), $"{c.Number}　{DateText.Iso(c.ReceivedOn)}"))]);
        return path switch
        {
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
