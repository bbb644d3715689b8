using Zhixin.Database.Petitions;
using Zhixin.Obligations;
using Zhixin.Petitions;
using Zhixin.Web.Components;
using Zhixin.Web.Hosting;
using Zhixin.Web.Texts;
using Light = Zhixin.Web.Components.DueLight;

namespace Zhixin.Web.Procedures;

/// <summary>A limit of a chain that runs against a court; the rights of parties stand among the remedies.</summary>
/// <param name="Day">Null where the law names no day.</param>
/// <param name="Text">What it is, and who owes it.</param>
public sealed record ChainLimit(Light Light, BindingDay? Day, string Text, ClauseRef Clause);

/// <summary>A remedy that is open.</summary>
/// <param name="Until">The last day; null where there is none.</param>
/// <param name="Why">Why there is none; null where there is one.</param>
public sealed record RemedyLine(string Name, string Court, BindingDay? Until, string? Why, string Citation, ClauseRef Clause);

/// <summary>One chain as the page draws it.</summary>
/// <param name="Over">What to say where nothing is under way and nothing open any more; null else.</param>
public sealed record ChainModel(string Title, IReadOnlyList<StepModel> Steps, IReadOnlyList<ChainLimit> Limits, IReadOnlyList<KeyValue> Facts, IReadOnlyList<RemedyLine> Remedies, string? Over);

/// <summary>The panel of procedures: every chain with its steps, limits and what is open.</summary>
/// <param name="Unraised">What is open where nobody objected yet.</param>
/// <param name="Restored">Restored enforcement, each in a line.</param>
public sealed record ChainPanel(IReadOnlyList<ChainModel> Chains, IReadOnlyList<RemedyLine> Unraised, IReadOnlyList<string> Restored)
{
    /// <summary>Of a petition on a day; null where there is nothing to show.</summary>
    public static ChainPanel? Of(Law law, Petition petition, DateOnly today)
    {
        var remedies = Remedies.Of(petition, law.Procedures(today), today);
        var procedures = petition.Procedures;
        return procedures.Conversions.Count + procedures.Restored.Count + remedies.Count == 0 ? null : new ChainPanel(
            [.. procedures.Conversions.Select(c => Drawn(law, petition, c, [.. remedies.Where(r => r.Chain == c.Owed.No).Select(r => Said(law, r))], today))],
            [.. remedies.Where(r => r.Chain == 0).Select(r => Said(law, r))],
            [.. procedures.Restored.Select(r => $"{r.Number}，{law.Court(r.Court).Name}，{DateText.Iso(r.RestoredOn)}：{r.Ground}")]);
    }

    private static ChainModel Drawn(Law law, Petition petition, Conversion chain, IReadOnlyList<RemedyLine> remedies, DateOnly today) => new(
        ChainTimeline.Said(chain), [.. chain.Steps.Select(step => Drawn(law, chain, step))],
        [.. petition.Obligations.Where(o => o is { IsOpen: true, IsWindow: false } && o.Opened.Thing == Conversion.Thing(chain.Owed.No)).OrderBy(o => o.Due ?? DateOnly.MaxValue).Select(o => Limit(law, o, today))],
        [.. chain.Steps.SelectMany(step => Told(law, step)), .. chain.Suit is { } suit ? [new KeyValue("执行异议之诉", $"{suit.Number}，{law.Court(suit.Court).Name}，{DateText.Iso(suit.FiledOn)} 起诉")] : Array.Empty<KeyValue>()],
        remedies, remedies.Count == 0 && !chain.IsOpen ? "这件程序已经没有可以提出的申请；信访事项照常办理和答复。" : null);

    private static StepModel Drawn(Law law, Conversion chain, ReviewStep step) => new(
        Kind(step), $"{law.Court(step.Court).Name}\n{Stands(step)}", step.IsOpen ? StepState.Current : step == chain.Current && step.Ruling is not null && step.Served is null ? StepState.Current : StepState.Past);

    private static string Stands(ReviewStep step) => step switch
    {
        { WithdrawnOn: { } on } => $"{DateText.Iso(on)} 撤回或者转为监督",
        { Ruling: { } ruling, Served: { } served } => $"{Word(ruling)} {DateText.Iso(ruling.On)}\n{DateText.Iso(served.On)} 送达",
        { Ruling: { } ruling } => $"{Word(ruling)} {DateText.Iso(ruling.On)}\n待送达",
        { Number: not null } => "审查中",
        _ => $"{DateText.Iso(step.AppliedOn)} 收到，待立案",
    };

    private static IEnumerable<KeyValue> Told(Law law, ReviewStep step)
    {
        if (step.Number is { } number)
        {
            yield return new KeyValue(Kind(step), $"{number}，{law.Court(step.Court).Name}，{DateText.Iso(step.FiledOn!.Value)} 立案{(step.Ruling is { } ruling ? $"；{ruling.Number}，{Word(ruling)}" : string.Empty)}{(step.IsEarlier ? "（此前的裁定）" : string.Empty)}{(step.Members.Count > 0 ? "；审查人员：" + string.Join('、', step.Members.Select(m => m.Name)) : string.Empty)}");
        }
    }

    private static ChainLimit Limit(Law law, Obligation owed, DateOnly today) => new(
        Days.Owed(law, owed.Due, owed.OverdueAfter, today), owed.Due is { } due ? Days.Binding(law, due, owed.Provisional) : null,
        $"{owed.Rule.Name}（{law.Court(owed.Opened.Court).Name}）", Clauses.Ref(law, owed.Rule.Clause));

    private static RemedyLine Said(Law law, Remedy remedy) => new(
        CodeWords.Of("remedy." + ReadRows.Code(remedy.Kind)), remedy.Court.Name, remedy.Time is RemedyTime.Until { Day: var day } ? Days.Binding(law, day) : null,
        remedy.Time is RemedyTime.Undated { Why: var why } ? CodeWords.Of("no-day." + ReadRows.Code(why)) : null, remedy.Citation, Clauses.Ref(law, remedy.Clause));

    private static string Kind(ReviewStep step) => CodeWords.Of("review-kind." + ReadRows.Code(step.Kind));

    private static string Word(StepRuling ruling) => CodeWords.Of("ruling." + ReadRows.Code(ruling.Outcome));
}
