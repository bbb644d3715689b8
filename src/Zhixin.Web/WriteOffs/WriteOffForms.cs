using Zhixin.Database.Petitions;
using Zhixin.Petitions;
using Zhixin.Petitions.Acts;
using Zhixin.Regulations;
using Zhixin.Web.Components;
using Zhixin.Web.Papers;
using Zhixin.Web.Petitions;
using Zhixin.Web.Texts;

namespace Zhixin.Web.WriteOffs;

/// <summary>The forms of a write-off, and what those have before their eyes who decide on it.</summary>
internal static class WriteOffForms
{
    private static readonly ActField Opinion = new("opinion", "意见", FieldKind.TextArea, [], "写明审核的情况和意见。");
    private static readonly ActField[] Sending =
    [
        new("to", "报送给", FieldKind.Text, [], "例如中级人民法院执行局综合处。"), new("document", "报送凭据", FieldKind.Text, [], "报送函的文号和存放处。"),
    ];

    /// <summary>The hint and fields of an act; null where it is none of these.</summary>
    public static (string Hint, IReadOnlyList<ActField> Fields)? Of(string path, Petition petition, ActPeople people, Law law, DateOnly today) => path switch
    {
        WriteOffActs.Applying => ("办理完毕并答复信访人以后申请。每项材料由案卷里的记录、文书或者附件证明；承诺出于自愿，没有承诺不影响核销。", Application(petition, people, law, today)),
        "write-off-withdrawal" => ("核查人员提请以前可以撤回；补正以后再申请。", [Reason("撤回的理由")]),
        "write-off-agreement" => ("由执行法院审核。申请人不能同意自己的申请；不同意的，用“退回核销申请”。", [Opinion]),
        "write-off-compilation" or "write-off-material" => ("材料齐全才能报送；已经作废的文书、撤回的附件不能作为材料。", Sending),
        "write-off-passing" => ("逐级上报到交办的法院，不能越过任何一级；不同意的，用“退回核销申请”。", [Opinion]),
        "write-off-return" => (Back(petition, law), [Reason("退回的理由", "写明需要补正什么。")]),
        WriteOffActs.Naming => ("由交办法院的专人核查；办过前面任何一步的人、被反映的人不能核查。", [new("verifier", "核查人员", FieldKind.Select, Verifiers(petition, people, WriteOffActs.MayVerify(law)))]),
        "write-off-verification" => ("由指定的核查人员本人办理：提请核销，或者提请继续督办。", [new("submits", "核查结论", FieldKind.Radio, [new("yes", "提请核销"), new("no", "提请继续督办")]), Opinion]),
        "write-off-outcome" => ("登记平台或者上级系统的结果。核销后上级不再交办督办；信访人再来，照常登记，核销自动撤销。",
            [new("writtenOff", "结果", FieldKind.Radio, [new("yes", "已核销"), new("no", "继续督办")]), new("document", "凭据", FieldKind.Text, [], "平台回执的编号和存放处。"), Reason("继续督办的理由", "没有核销的才填。")]),
        "write-off-reversal" => ("核销以后又反复的，撤销核销，重新办理；责任记在原核销上，不记在信访人身上。", [Reason("反复的情况", "写明何时、何地、怎样发现。")]),
        _ => null,
    };

    /// <summary>The application as those see it who decide on it; none where it is not about one.</summary>
    public static IReadOnlyList<KeyValue> Facts(string path, Petition petition, Law law) =>
        path.StartsWith("write-off-", StringComparison.Ordinal) && (petition.WriteOffs.Pending ?? petition.WriteOffs.Standing) is { Applied: var applied } one
            ?
            [
                new("核销情形", Named(law, WritingOff.GroundList, applied.Ground)), new("办理结果", applied.Result),
                .. applied.Standard is null ? Array.Empty<KeyValue>() : [new("符合核销标准", applied.Standard)],
                .. applied.Materials.GroupBy(m => m.Code).Select(group => new KeyValue(Material(law, one, group.Key), string.Join("；", group.Select(m => Said(m.Document))))),
                .. one.Steps.Skip(1).Select(step => new KeyValue(Station(step.Station), $"{law.Court(step.Court).Name}，{DateText.Iso(step.On)}　{step.Text}")),
            ]
            : [];

    /// <summary>A document in words: what it is, its day, its name.</summary>
    public static string Said(MatterDocument document) => document.Source switch
    {
        DocumentSource.Record => $"{CodeWords.Of("record." + document.Kind)}{(document.On is { } on ? "　" + DateText.Iso(on) : string.Empty)}　{document.Name}",
        DocumentSource.Paper => $"{CodeWords.Of("paper." + document.Kind)}　{document.Name}",
        DocumentSource.File => "附件　" + document.Name,
    };

    /// <summary>The values of the paper 核销审批表.</summary>
    /// <param name="say">Sets a field of one text.</param>
    /// <param name="list">Sets a field of several lines.</param>
    public static void Fill(Law law, WriteOff one, IReadOnlyDictionary<Guid, string> names, Action<string, string?> say, Action<string, IReadOnlyList<string>> list)
    {
        var applied = one.Applied;
        list("applied_on", [PaperValues.Date(one.On)]);
        list("ground", [Named(law, WritingOff.GroundList, applied.Ground)]);
        list("way", [string.Join(" → ", applied.Way.Prepend(applied.Court).Select(court => law.Court(court).Name))]);
        say("result", applied.Result);
        say("standard", applied.Standard);
        list("materials", applied.Materials.Count == 0 ? ["没有列明的材料。"] : [.. applied.Materials.Select(m => $"{Material(law, one, m.Code)}：{Said(m.Document)}")]);
        list("steps", [.. one.Steps.Select(s => $"{PaperValues.Date(s.On)}，{law.Court(s.Court).Name}{Station(s.Station)}，{Who(s)}：{s.Text}")]);
        if (one is { Ended: WriteOffEnd.Approved or WriteOffEnd.Refused, EndedOn: { } on })
        {
            say("outcome", $"{PaperValues.Date(on)}，{CodeWords.Of("write-off-end." + ReadRows.Code(one.Ended.Value))}。{one.EndText}");
        }

        string Who(WriteOffStep step) => names.GetValueOrDefault(step.By, "工作人员") + (step.For is { } other ? " 代 " + names.GetValueOrDefault(other, "他人") : string.Empty);
    }

    /// <summary>A code of a list in words, from whichever pack has it: what was recorded stays readable.</summary>
    public static string Named(Law law, string list, string code) => law.Packs.SelectMany(p => p.Lists).Where(l => l.Id == list).Select(l => l.Find(code)?.Name).FirstOrDefault(name => name is not null) ?? code;

    /// <summary>A material in the words of the list that was in force where and when it was applied for.</summary>
    private static string Material(Law law, WriteOff one, string code) =>
        law.List(one.Applied.Court, WritingOff.MaterialList, one.On)?.Find(code)?.Name ?? Named(law, WritingOff.MaterialList, code);

    /// <summary>A station in words.</summary>
    public static string Station(WriteOffStation station) => CodeWords.Of("write-off." + ReadRows.Code(station));

    private static List<ActField> Application(Petition petition, ActPeople people, Law law, DateOnly today)
    {
        if (law.List(petition.Opened.Responsible, WritingOff.GroundList, today) is not { } grounds)
        {
            return [];
        }

        var rules = WriteOffActs.Rules(law, petition, today, grounds, people.Files);
        return
        [
            new("ground", "核销情形", FieldKind.Radio, [.. grounds.Items.Select(i => new Choice(i.Code, i.Name + (WritingOff.Unfounded(petition, i.Code, grounds) is null ? string.Empty : "（案卷中没有）")))]),
            .. rules.StandardClause is null ? Array.Empty<ActField>() : [new("standard", "怎样符合核销标准", FieldKind.TextArea, [], "写明依据最高人民法院核销标准的哪些条件。")],
            new("result", "办理结果", FieldKind.TextArea, [], "写明办了什么、结果怎样、信访人的态度。"),
            .. (rules.Materials?.Items ?? []).Select((item, at) => MaterialField(petition, item, people.Files, at == 0)),
        ];
    }

    private static ActField MaterialField(Petition petition, CodeItem item, IReadOnlyList<MatterDocument> files, bool first)
    {
        var documents = WritingOff.Suiting(petition, item.Code, files).ToList();
        var hint = (item.IsRequired, documents.Count) switch
        {
            (true, 0) => "必须有，案卷里还没有；先作记录、制发文书或者添加附件。",
            (true, _) => "必须有，至少选一项。",
            (false, 0) => "案卷里没有；不影响核销。",
            _ => "有的才选；没有不影响核销。",
        };
        return new ActField(WriteOffActs.Field(item.Code), item.Name, FieldKind.Checks, [.. documents.Select(d => new Choice(d.Reference(), Said(d)))], hint) { Group = first ? "材料清单" : null };
    }

    private static List<Choice> Verifiers(Petition petition, ActPeople people, IReadOnlyList<string> posts)
    {
        var able = people.Staff.Where(s => s.AtCourt && s.Posts.Intersect(posts, StringComparer.Ordinal).Any() && !petition.Accused.Contains(s.Id) && petition.WriteOffs.Pending?.Involves(s.Id) != true);
        return [new(string.Empty, "请选择"), .. able.Select(s => new Choice(s.Id.ToString(), s.Name + "　" + string.Join("、", s.Posts.Select(Hosting.PostNames.Of))))];
    }

    private static string Back(Petition petition, Law law) => petition.WriteOffs.Pending is { Waits: { } place } pending
        ? pending.Before(place.Court) is { } to ? $"退回给{law.Court(to).Name}，由其补正或者再退回。" : "退回给申请的承办人，补正以后重新申请。"
        : "退回上一步，写明理由。";

    private static ActField Reason(string label, string? hint = null) => new("reason", label, FieldKind.TextArea, [], hint);
}
