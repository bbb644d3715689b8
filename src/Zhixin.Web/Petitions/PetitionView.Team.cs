using Zhixin.Petitions;
using Zhixin.Web.Components;
using Zhixin.Web.Hosting;

namespace Zhixin.Web.Petitions;

/// <summary>The panel of the team: who leads, assists, is in charge and reached, the plan, and what waits at a scene.</summary>
public sealed partial class PetitionView
{
    private SidePanel Team(IReadOnlyDictionary<Guid, string> names)
    {
        var (team, items) = (_petition.Team, new List<KeyValue>());
        Add(items, "主办院领导", team.Lead);
        items.AddRange(_petition.CoHandlers.Select(id => new KeyValue("协办", names.GetValueOrDefault(id, "协办人"))));
        Add(items, "包案领导", team.InCharge);
        Add(items, "联络员", team.Liaison);
        if (team.Plan is { } plan)
        {
            items.Add(new("化解方案", $"{plan.Responsible}负责，{DateText.Iso(plan.DueOn)} 前完成"));
            items.Add(new("参与的方面", plan.Participants ?? "没有，" + plan.Alone));
        }

        if (team.ReportedOn is { } reported)
        {
            items.Add(new("上报", DateText.Iso(reported)));
        }

        if (team.LeaderMeetings > 0)
        {
            items.Add(new("领导约谈", $"{team.LeaderMeetings} 次"));
        }

        if (_petition.Scene.Waiting is { } waiting)
        {
            items.Add(new("待派员", $"{waiting.Place}，{DateText.Iso(waiting.ReceivedOn)} 接到通知"));
        }

        items.AddRange(_petition.Transfers.Select(t => new KeyValue("移送", $"{DateText.Iso(t.ReceivedOn)} 由{Law.Court(t.From).Name}移送，{t.Ruling}")));
        return new SidePanel("team", "专班", null, items, new EmptyModel("还没有专班", "主办院领导、协办法官、包案领导、联络员和化解方案列在这里。"));
    }

    private static void Add(List<KeyValue> items, string term, TeamMember? member)
    {
        if (member is not null)
        {
            items.Add(new(term, $"{member.Name}，{PostNames.Of(member.Post)}{(member.Phone is null ? string.Empty : "　" + member.Phone)}"));
        }
    }
}
