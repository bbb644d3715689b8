using Zhixin.Database.Petitions;
using Zhixin.Petitions.Acts;
using Zhixin.Web.Access;
using Zhixin.Web.Components;
using Zhixin.Web.Hosting;
using Zhixin.Web.Papers;
using Zhixin.Web.Texts;

namespace Zhixin.Web.Petitions;

/// <summary>What the viewer may do now, and if not, why not; and whom the petition may be given to.</summary>
public sealed partial class PetitionView
{
    /// <summary>The possible acts as buttons, the others with reason, clause and remedy: asked of the very functions that decide.</summary>
    private async Task<PossibleActs> Possible(IReadOnlyList<Candidate> staff, IReadOnlyList<Represented> represented, CancellationToken stop)
    {
        var (groups, others, here) = (new List<ActGroupModel>(), new List<RefusalModel>(), Here);
        List<(ActingPerson Who, Standing Standing)> viewers =
            [.. represented.Select(one => _http.Acting() with { For = one }).Prepend(_http.Acting()).Select(who => (who, Law.Standing(who, _petition)))];
        foreach (var group in PetitionActs.All.Except(PaperActs.All).Where(a => a.Path is not ("restoration" or "merger-undo") || !_petition.IsOpen).Where(a => a.Concerns?.Invoke(here) != false).GroupBy(a => a.Group).OrderBy(g => g.Key))
        {
            groups.Add(await Of(group, others, staff, viewers, stop));
        }

        return new PossibleActs(
            _failed is { } failed ? Replies.Model(failed.Act.Name, failed.Why, Law) : null, [.. groups.Where(g => g.Actions.Count + g.Refusals.Count > 0)], others);
    }

    private async Task<ActGroupModel> Of(
        IGrouping<ActGroup, PetitionActs.Entry> group, List<RefusalModel> others, IReadOnlyList<Candidate> staff, IReadOnlyList<(ActingPerson Who, Standing Standing)> viewers, CancellationToken stop)
    {
        var (actions, refusals) = (new List<ActionModel>(), new List<RefusalModel>());
        foreach (var act in group)
        {
            var (why, who) = await Why(act, viewers[0], staff, stop);
            foreach (var viewer in viewers.Skip(1).Where(_ => why is Refusal.Authority))
            {
                (why, who) = await Why(act, viewer, staff, stop) is (null, var able) ? (null, able) : (why, who);
            }

            if (why is null)
            {
                actions.Add(Action(act, who.For));
            }
            else if (act.Path != _failed?.Act.Path)
            {
                (why is Refusal.Authority ? others : refusals).Add(Replies.Model(act.Name, Law.Cited(_http.Member().Court, why, _office.Today), Law));
            }
        }

        return new ActGroupModel(Title(group.Key), actions, refusals);
    }

    /// <summary>The petition as the viewer's court looks at it.</summary>
    private PetitionActs.Place Here => new(_petition, Law, _http.Member().Court, _office.Today);

    private static string Title(ActGroup group) => group switch
    {
        ActGroup.Assigning => "分办",
        ActGroup.Reception => "接访",
        ActGroup.Acceptance => "受理",
        ActGroup.Team => "团队方案",
        ActGroup.HandDown => "交办",
        ActGroup.Handling => "办理答复",
        ActGroup.Measures => "措施",
        ActGroup.Procedure => "程序衔接",
        ActGroup.WriteOff => "核销",
        ActGroup.Termination => "终结",
        ActGroup.Time => "时限",
        ActGroup.Record => "登记变更",
        _ => throw new ArgumentOutOfRangeException(nameof(group), group, "No such group."),
    };

    private async Task<(Refusal? Why, ActingPerson Who)> Why(PetitionActs.Entry act, (ActingPerson Who, Standing Standing) viewer, IReadOnlyList<Candidate> staff, CancellationToken stop) =>
        (viewer.Standing.MayNot(act.Act) ?? await Against(act, viewer.Who, staff, stop), viewer.Who);

    private async Task<Refusal?> Against(PetitionActs.Entry act, ActingPerson who, IReadOnlyList<Candidate> staff, CancellationToken stop)
    {
        if (act.Path == "assignment" && _petition.IsOpen)
        {
            return _petition.Accused.Count > 0 && !who.ActingPosts.Contains("petition-unit-head")
                ? new Refusal.Law("GC21-5(1)", "assign-accusation-unit-head")
                : staff.Any(s => s.InPost) ? null : new Refusal.State("nobody-in-post");
        }

        if (act.AgainstFrom is { } from)
        {
            return act.NotInForce(Law, _petition, _office.Today) ?? from(Here);
        }

        if (act.Against is { } against)
        {
            return act.NotInForce(Law, _petition, _office.Today) ?? against(_petition);
        }

        var prepared = await act.Begin(new ActCall(_office, who, _petition, new ActInput(f => f == "reason" ? "…" : null, _office.Today)), stop);
        return prepared.Decide is { } decide && decide(_petition) is Decision<object>.Refused refused ? refused.Why : null;
    }

    private ActionModel Action(PetitionActs.Entry act, Represented? by) => act.Path switch
    {
        _ when by is not null => new ActionModel($"{act.Name}（代{by.Name}）", $"{Address}/act/{act.Path}?onBehalfOf={by.Id}"),
        "acknowledgement" => new ActionModel("签收", $"{Address}/{act.Path}", true, Replies.FreshKey(), _petition.Version),
        "assignment" => new ActionModel(_petition.Assignment is null ? "指定承办人" : "改派", "#assign", _petition.Assignment is null),
        _ => new ActionModel(act.Name, $"{Address}/act/{act.Path}"),
    };

    private AssignModel? Assign(IReadOnlyList<Candidate> staff)
    {
        if (!_petition.IsOpen || Law.MayNot(_http.Acting(), "assign", _petition) is not null)
        {
            return null;
        }

        var original = _petition.Opened.OriginalHandler;
        var free = staff.Where(s => s.InPost && !_petition.Accused.Contains(s.Id)).OrderByDescending(s => s.Id == original).ToList();
        var first = free.FirstOrDefault(s => s.Id == original);
        var gone = staff.FirstOrDefault(s => s.Id == original && !s.InPost && !_petition.Accused.Contains(s.Id));
        var form = _failed is { Act.Path: "assignment" } failed
            ? new FormState(failed.Form.Values, [new FieldMessage(failed.Why is Refusal.Input { Field: "reason" } ? "note" : "handler", MessageKind.Error, RefusalTexts.Reason(failed.Why) + RefusalTexts.Cure(failed.Why))])
            : FormState.Of(new Dictionary<string, string?>(StringComparer.Ordinal) { ["handler"] = first?.Id.ToString() });
        var barred = staff.Where(s => _petition.Accused.Contains(s.Id)).Select(s => Replies.Model(s.Name, new Refusal.Law("GC21-5(1)", "assign-accused", s.Name), Law));
        return new AssignModel(
            $"{Address}/assignment", Replies.FreshKey(), _petition.Version, form,
            [new Choice(string.Empty, "请选择"), .. free.Select(s => new Choice(s.Id.ToString(), s.Name + "　" + string.Join("、", s.Posts.Select(PostNames.Of))))],
            [], Suggestion(first, gone), [.. barred])
        {
            CoHandlers = gone is { AtCourt: true } ? [new Choice(gone.Id.ToString(), gone.Name + "　原承办人，已不在执行岗位")] : [],
        };
    }

    private RichText? Suggestion(Candidate? first, Candidate? gone) =>
        first is not null ? RichText.Of($"首问负责：原承办人 {first.Name} 在岗，应当由其接待办理。", RichText.By(Clauses.Ref(Law, "GC21-5(1)")))
        : gone is not null ? RichText.Of($"原承办人 {gone.Name} 已不在执行岗位，由信访专班会同其协调处理；不能会同的，写明理由。", RichText.By(Clauses.Ref(Law, "GC21-5(2)")))
        : null;
}
