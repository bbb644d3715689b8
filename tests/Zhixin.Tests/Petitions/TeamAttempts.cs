using Zhixin.Intake;
using Zhixin.Petitions;
using Zhixin.Petitions.Acts;
using static Zhixin.Tests.Petitions.Matter;

namespace Zhixin.Tests.Petitions;

/// <summary>Attempts at the acts of the team and of moving a matter, for the property tests.</summary>
internal static class TeamAttempts
{
    /// <summary>The decision of one attempt.</summary>
    /// <param name="act">From 0.</param>
    /// <param name="text">A reason, or blanks.</param>
    public static Decision<object> Decide(Petition petition, int act, Candidate who, int contact, string text, DateOnly today)
    {
        var role = (TeamRole)(contact % 4);
        var by = new Actors(who.Id, null);
        return act switch
        {
            0 or 1 => Teaming.Fix(petition, new FixMember(role, who, [], text, text)),
            2 => Teaming.Release(petition, role, petition.CoHandlers.Append(who.Id).First(), who.Name, text),
            3 => Teaming.CoHandle(petition, text, "记录", by),
            4 => Teaming.Plan(petition, new PetitionPlanMade(["aid-judicial"], text, "李法官", today.AddDays(contact - 2), ["mobilise-relatives"], text, null, text), by, List("JZ21", "plan-actions"), today),
            5 => Teaming.Report(petition, "中院", text),
            6 => Teaming.Meet(petition, new PetitionLeaderMet(ServiceMethod.Phone, "专班", "发还案款", text, new Signing(true, null), "笔录"), by),
            7 => Reaching.Contact(petition, new PetitionFirstContacted(ServiceMethod.Phone, "李法官", text, "录音")),
            8 => Reaching.Notice(petition, new PetitionSceneNoticed(today.AddDays(-1), "驻京组", "接待大厅", text), today),
            9 => Reaching.Send(petition, SceneResult.ReturnedFreely, contact != 1, "李法官", text, "照片"),
            10 => Moving.Decide(petition, new Transfer(contact == 1 ? Home.Number : Other.Number, "裁定", 1517, text, "回证", today), [1517], isInUse: true, today),
            _ => contact == 1
                ? Moving.Split(petition, [petition.Contacts.Select(c => c.Contact).FirstOrDefault()], [], text, (Id(900), "分"))
                : Moving.Replace(petition, new ReplaceParty(petition.Petitioners.Select(p => p.Person).FirstOrDefault(), Id(50 + contact), "继承人", Capacity.Applicant, "死亡", text)),
        };
    }
}
