using Zhixin.Database.Petitions;
using Zhixin.Papers;
using Zhixin.Petitions;
using Zhixin.Petitions.Acts;
using Zhixin.Regulations;
using Zhixin.Web.Components;
using Zhixin.Web.Petitions;
using Zhixin.Web.Texts;

namespace Zhixin.Web.Papers;

/// <summary>What a paper asks of whoever issues it: most of what it says is known already.</summary>
public static class PaperWishes
{
    /// <summary>The list of remedies that are told, in the packs.</summary>
    public const string Remedies = "remedies";

    /// <summary>
    /// A wish from what was typed: kind, item, text, remedies. The item is a number of the kind, or "kind:number" where a form offers those of several
    /// kinds; one of another kind is none of this.
    /// </summary>
    public static PaperWish Of(Func<string, string?> field, Petition petition, Law law, DateOnly on, int court)
    {
        var kind = field("kind")?.Trim() ?? string.Empty;
        return new PaperWish(
            kind, Latest(kind, petition) is { } latest ? Item(kind, field("item")) ?? latest : null, field("text")?.Trim() is { Length: > 0 } text ? text : null,
            [.. Split(field(Remedies)).Where(code => List(law).Find(code) is not null)], on, court);
    }

    /// <summary>The remedies in force.</summary>
    public static CodeList List(Law law) => Lists.Of(law, Remedies);

    /// <summary>The fields that a kind asks for; none where everything is known.</summary>
    public static IReadOnlyList<ActField> FieldsOf(string kind, Petition petition, Law law) => kind switch
    {
        PaperKinds.MeetingRecord when petition.Papers.Meetings.Count > 1 => [new("item", "哪一次约谈", FieldKind.Select, Meetings(petition, string.Empty, null))],
        PaperKinds.HearingMinutes when Held(petition).Count > 1 => [new("item", "哪一次听证", FieldKind.Select, Hearings(petition, string.Empty, null))],
        PaperKinds.Reply or PaperKinds.ReplyRecord when petition.Handling.Reply is null =>
            [new("text", "不服的怎么办", FieldKind.TextArea, [], "告诉信访人可以怎样救济、期限到哪天。")],
        PaperKinds.ClosingNotice => [new("text", "执行到位的情况", FieldKind.TextArea, [], "写明执行到位的时间、方式和金额，印在通知书上。"), Told(law)],
        PaperKinds.RemedyNotice => [Told(law)],
        TerminationPapers.Decision => [new("text", "本院认为", FieldKind.TextArea, [], "写明为什么符合终结条件；有生活困难而终结的，写明理由。")],
        TerminationPapers.RepeatReport => [new("text", "已做的工作和建议", FieldKind.TextArea, [], "写明依法所做的工作；只说事，不评价人。")],
        _ => [],
    };

    /// <summary>Every field, for the form that asks for the kind as well.</summary>
    public static (string Hint, IReadOnlyList<ActField> Fields)? Form(string path, Petition petition, Law law, int court) => path switch
    {
        "paper" => ("编号在制发时取得，同一文种逐年连续。制发以后内容不再改变，有错的作废后另行制发。",
            [
                new ActField("kind", "文种", FieldKind.Select, [.. PaperKinds.Issued.Where(k => Issuing.Against(petition, k.Code, court) is null).Select(k => new Choice(k.Code, Name(k.Code)))]),
                .. Which(petition), new ActField("text", "需要写明的", FieldKind.TextArea, [], "答复意见书、答复笔录：不服的怎么办；结案通知书：执行到位的情况；终结信访决定书：本院认为；终结后反复申诉的报告：已做的工作和建议。"), Told(law),
            ]),
        "paper-void" => ("作废的文书仍然可以查看，编号不再使用；需要的，另行制发。",
            [
                new ActField("no", "哪一份文书", FieldKind.Select, [.. petition.Papers.Issued.Where(p => p.VoidedBecause is null).Select(p => new Choice(p.Facts.No.ToString(), $"{Name(p.Facts.Kind)}　{p.Facts.Number}"))]),
                new ActField("reason", "理由", FieldKind.TextArea, [], "理由与文书一并保留。"),
            ]),
        _ => null,
    };

    /// <summary>A kind in words.</summary>
    public static string Name(string kind) => CodeWords.Of("paper." + kind);

    /// <summary>The meeting or hearing that is meant where nothing is said: the last one; null where a kind is about none.</summary>
    private static int? Latest(string kind, Petition petition) => kind switch
    {
        PaperKinds.MeetingRecord => petition.Papers.Meetings.Count,
        PaperKinds.HearingNotice => petition.Measures.Hearings.Pending?.Announced.No ?? 0,
        PaperKinds.HearingMinutes => Held(petition).LastOrDefault()?.Announced.No ?? 0,
        _ => null,
    };

    private static List<Hearing> Held(Petition petition) => [.. petition.Measures.Hearings.All.Where(h => h.Held is not null)];

    /// <summary>The number that was typed; null where none was, 0 where it is of another kind or no number.</summary>
    private static int? Item(string kind, string? typed) => typed?.Trim() switch
    {
        null or "" => null,
        var item when item.Split(':') is [var of, var number] => of == kind && int.TryParse(number, out var no) ? no : 0,
        var item => int.TryParse(item, out var no) ? no : 0,
    };

    /// <summary>The meetings and hearings of a petition under the kind of paper that is about them; no field where there are none.</summary>
    private static IEnumerable<ActField> Which(Petition petition)
    {
        List<Choice> items = [.. Meetings(petition, PaperKinds.MeetingRecord + ":", Name(PaperKinds.MeetingRecord)), .. Hearings(petition, PaperKinds.HearingMinutes + ":", Name(PaperKinds.HearingMinutes))];
        return items.Count == 0 ? [] : [new ActField("item", "哪一次约谈、听证", FieldKind.Select, [new(string.Empty, "最近一次"), .. items], "约谈笔录、听证笔录才选；选的与文种不一致的，不能制发。")];
    }

    private static List<Choice> Meetings(Petition petition, string before, string? group) =>
        [.. petition.Papers.Meetings.Select((m, i) => new Choice($"{before}{i + 1}", $"第 {i + 1} 次　{DateText.Iso(m.On)}　{CodeWords.Of(ReadRows.Code(m.Facts.Method))}", group))];

    private static List<Choice> Hearings(Petition petition, string before, string? group) =>
        [.. Held(petition).Select(h => new Choice($"{before}{h.Announced.No}", $"第 {h.Announced.No} 次　{DateText.Iso(h.Announced.Day)}", group))];

    private static ActField Told(Law law) => new(Remedies, "告知哪些救济途径", FieldKind.Checks, [.. List(law).Items.Select(i => new Choice(i.Code, i.Name))]);

    private static string[] Split(string? text) => (text ?? string.Empty).Split([',', '，', '、', ' '], StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);
}
