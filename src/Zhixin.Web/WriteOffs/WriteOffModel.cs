using Zhixin.Database.Petitions;
using Zhixin.Petitions;
using Zhixin.Petitions.Acts;
using Zhixin.Regulations;
using Zhixin.Web.Components;
using Zhixin.Web.Hosting;
using Zhixin.Web.Texts;

namespace Zhixin.Web.WriteOffs;

/// <summary>A material of the list, ticked or missing.</summary>
/// <param name="Documents">What stands for it; empty where nothing does.</param>
/// <param name="Note">What is to be known where nothing stands for it.</param>
public sealed record MaterialModel(string Name, bool IsRequired, IReadOnlyList<string> Documents, string? Note);

/// <summary>The write-off of a petition: the chain as steps, and the materials.</summary>
/// <param name="State">Where it stands, in words.</param>
/// <param name="Before">Applications before this one, each in a line.</param>
public sealed record WriteOffPanel(string State, IReadOnlyList<StepModel> Steps, IReadOnlyList<KeyValue> Facts, IReadOnlyList<MaterialModel> Materials, IReadOnlyList<string> Before)
{
    /// <summary>Of a petition as it stands; null where nobody applied and nobody could.</summary>
    /// <param name="files">Files of the matter that stand.</param>
    public static WriteOffPanel? Of(Law law, Petition petition, IReadOnlyList<MatterDocument> files, IReadOnlyDictionary<Guid, string> names, DateOnly today)
    {
        if (petition.WriteOffs.All is [.., var one])
        {
            return new WriteOffPanel(
                Stands(law, one, names), Drawn(law, one, names), Said(law, one),
                [.. Ticked(law, one)], [.. petition.WriteOffs.All.SkipLast(1).Select(w => $"第 {w.Applied.No} 次：{DateText.Iso(w.On)} 申请，{Stands(law, w, names)}")]);
        }

        return WritingOff.NotAppliable(petition) is null && law.List(petition.Opened.Responsible, WritingOff.MaterialList, today) is { } list
            ? new WriteOffPanel("可以申请，案卷里已有的材料如下", [], [], [.. list.Items.Select(item => Ready(petition, item, files))], [])
            : null;
    }

    private static string Stands(Law law, WriteOff one, IReadOnlyDictionary<Guid, string> names) => one switch
    {
        { ReversedOn: { } on, Reversed: { } reversed } =>
            $"{DateText.Iso(on)} 撤销：{CodeWords.Of("recurrence." + ReadRows.Code(reversed.Because))}。申请：{Name(names, one.Applied.By)}；核查：{one.Verifier?.Name}；责任记在{law.Court(one.Applied.Court).Name}的这次核销",
        { Ended: { } end, EndedOn: { } on } => $"{DateText.Iso(on)} {CodeWords.Of("write-off-end." + ReadRows.Code(end))}{(string.IsNullOrEmpty(one.EndText) ? string.Empty : "：" + one.EndText)}",
        { Waits: { } place } => $"等待{law.Court(place.Court).Name}{WriteOffForms.Station(place.Station)}",
        _ => string.Empty,
    };

    private static List<StepModel> Drawn(Law law, WriteOff one, IReadOnlyDictionary<Guid, string> names) =>
    [
        .. one.Stations.Select((place, at) => new StepModel(
            WriteOffForms.Station(place.Station), (at == 0 || one.Stations[at - 1].Court != place.Court ? law.Court(place.Court).Name + " " : string.Empty) + Note(one, place, names),
            one.Done(place) is not null ? StepState.Past : place == one.Waits ? StepState.Current : StepState.Ahead)),
    ];

    /// <summary>Who did it and when; before that who will, where that is fixed.</summary>
    private static string Note(WriteOff one, WriteOffPlace place, IReadOnlyDictionary<Guid, string> names) => one.Done(place) is { } step
        ? $"{Name(names, step.By)}{(step.For is { } other ? " 代 " + Name(names, other) : string.Empty)} {DateText.MonthDay(step.On)}"
        : place.Station == WriteOffStation.Verify && one.Verifier is { } named ? named.Name : string.Empty;

    private static List<KeyValue> Said(Law law, WriteOff one) =>
    [
        new("核销情形", RichText.Of(WriteOffForms.Named(law, WritingOff.GroundList, one.Applied.Ground) + "　", RichText.By(Clauses.Ref(law, one.Applied.GroundClause)))), new("办理结果", one.Applied.Result),
        .. one.Applied.Standard is null ? Array.Empty<KeyValue>() : [new("符合核销标准", one.Applied.Standard)],
    ];

    private static IEnumerable<MaterialModel> Ticked(Law law, WriteOff one)
    {
        var known = law.List(one.Applied.Court, WritingOff.MaterialList, one.On)?.Items ?? [];
        return known.Select(item => new MaterialModel(item.Name, item.IsRequired, [.. one.Applied.Materials.Where(m => m.Code == item.Code).Select(m => WriteOffForms.Said(m.Document))], "没有提交，不影响核销"));
    }

    private static MaterialModel Ready(Petition petition, CodeItem item, IReadOnlyList<MatterDocument> files) => new(
        item.Name, item.IsRequired, [.. WritingOff.Suiting(petition, item.Code, files).Select(WriteOffForms.Said).Take(3)], item.IsRequired ? "还没有：先作记录、制发文书或者添加附件" : "没有，不影响核销");

    private static string Name(IReadOnlyDictionary<Guid, string> names, Guid person) => names.GetValueOrDefault(person, "工作人员");
}
