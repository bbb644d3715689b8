using Zhixin.Intake;
using Zhixin.Petitions;
using Zhixin.Petitions.Acts;
using static Zhixin.Tests.Petitions.Matter;

namespace Zhixin.Tests.Petitions;

/// <summary>The attempts of the property tests that are measures of handling.</summary>
internal static class MeasureAttempts
{
    /// <summary>An attempt, from 0 to 23; who and which are small numbers that choose among people, kinds and contacts.</summary>
    public static Decision<object> Decide(Petition petition, int act, int who, int which, string reason, DateOnly today)
    {
        var by = new Actors(Id(who + 1), null);
        return act switch
        {
            0 => Weighing.Flag(petition, who == 0, who == 1, reason, by),
            1 => Weighing.Lift(petition, reason, by),
            2 => HearingHolding.Announce(petition, new AnnounceHearing(reason, today, "09:30", "第二法庭", which < 4, "邢国梁", [Capacity.Applicant], null), today),
            3 => HearingHolding.Serve(petition, Capacity.Applicant, ServiceMethod.Post, reason, today),
            4 => HearingHolding.Hold(petition, new PetitionHearingHeld(0, which < 4, which == 1 ? [Capacity.Applicant] : [], [], "陈述", reason, new Signing(true, null), "笔录"), today),
            5 => HearingHolding.Cancel(petition, reason),
            6 => Exhausting.Check(petition, new PetitionPropertyChecked(who == 0, "网络查控", reason, "反馈")),
            7 => Exhausting.Take(petition, new PetitionMeasureTaken("freezing", "账户", reason), List("SPC16", "enforcement-measures")),
            8 => Exhausting.Explain(petition, new PetitionSituationExplained(ServiceMethod.Phone, reason, new Signing(false, null), "录音")),
            9 => Exhausting.Commit(petition, who > 0, which > 1, reason, "释明书"),
            10 => Settling.Settle(petition, "双方", "分期", reason),
            11 => Settling.Perform(petition, which, "首期", reason),
            12 => Settling.Break(petition, which, reason),
            13 => ReachingOut.Correct(petition, new PetitionErrorCorrected(CorrectionKind.Flaw, "笔误", "补正", reason)),
            14 => ReachingOut.Contact(petition, new PetitionThirdPartyContacted("村委会", "调解", reason, "同意", "录音")),
            15 => Resolving.Recognise(petition, which > 2, reason, which, [], by),
            _ => Later(petition, act, who, which, reason, by),
        };
    }

    private static Decision<object> Later(Petition petition, int act, int who, int which, string reason, Actors by) => act switch
    {
        16 => Aiding.Apply(petition, "重病", "终本裁定", reason),
        17 => Aiding.Report(petition, "救助委员会", reason, by),
        18 => Aiding.Decide(petition, which > 1, who * 0.01m, reason, "决定", by),
        19 => which == 1 ? Aiding.Refer(petition, ReliefKind.Civil, "民政局", reason) : Aiding.Tell(petition, ServiceMethod.Phone, reason),
        20 => ConductDeciding.Propose(
            petition, new ProposeConduct(1, "obstruct-duty", "阻碍执行", "法律", reason, which == 1 ? "fine" : "admonish", "决定书"),
            new ConductLists(List("GC21", "obstruction-acts"), List("GC21", "never-grounds"), List("GC21", "conduct-measures")), by),
        21 => ConductDeciding.Decide(petition, which > 1, "理由", reason, who == 0, by),
        22 => Deliberating.Record(petition, new PetitionEvaluationConditionsRecorded("穷尽", "claim-groundless", reason, "不符合"), List("JZ21", "deliberation-conditions")),
        _ => which switch
        {
            1 => Deliberating.Report(petition, "政法委", reason),
            2 => Deliberating.Hold(petition, new PetitionEvaluationHeld("政法委", "代表", reason, "记录")),
            _ => Deliberating.Tell(petition, ServiceMethod.Phone, new Signing(true, null), reason),
        },
    };
}
