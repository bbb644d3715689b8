using Zhixin.Database.Petitions;
using Zhixin.Web.Components;
using Zhixin.Web.Hosting;
using Zhixin.Web.Petitions;

namespace Zhixin.Web.Matters;

/// <summary>What a viewer may do on a matter now, and if not, why not: asked of the very functions that decide.</summary>
internal static class PossibleMatterActs
{
    /// <summary>The acts by group.</summary>
    /// <param name="viewers">The viewer, and the viewer for everybody whose deputy he or she is.</param>
    /// <param name="mayNot">What the authority matrix says.</param>
    public static PossibleActs Of<T>(
        IReadOnlyList<MatterEntry<T>> acts, T matter, IReadOnlyList<ActingPerson> viewers, Func<ActingPerson, string, Refusal?> mayNot, string address, Law law, DateOnly today)
    {
        var (groups, others) = (new List<ActGroupModel>(), new List<RefusalModel>());
        foreach (var group in acts.GroupBy(a => a.Group))
        {
            var (actions, refusals) = (new List<ActionModel>(), new List<RefusalModel>());
            foreach (var act in group)
            {
                var tried = viewers.Select(who => (who, why: mayNot(who, act.Act) ?? act.Why(law, matter, who.Court, today))).ToList();
                if (tried.FirstOrDefault(t => t.why is null) is { who: { } able })
                {
                    actions.Add(new ActionModel(able.For is { } by ? $"{act.Name}（代{by.Name}）" : act.Name, $"{address}/act/{act.Path}{(able.For is { } f ? "?onBehalfOf=" + f.Id : string.Empty)}"));
                }
                else
                {
                    var why = law.Cited(tried[0].who.Court, tried[0].why!, today);
                    (why is Refusal.Authority ? others : refusals).Add(Replies.Model(act.Name, why, law));
                }
            }

            groups.Add(new ActGroupModel(group.Key, actions, refusals));
        }

        return new PossibleActs(null, [.. groups.Where(g => g.Actions.Count + g.Refusals.Count > 0)], others);
    }
}
