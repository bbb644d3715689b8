using Zhixin.Courts;
using Zhixin.Petitions;
using Zhixin.Petitions.Acts;
using static Zhixin.Tests.Petitions.Matter;
using Directory = Zhixin.Tests.Courts.Directory;

namespace Zhixin.Tests.Petitions;

/// <summary>Random attempts at a termination and at what follows one, by whomever and at whichever court.</summary>
internal static class TerminationAttempts
{
    /// <summary>How many different acts there are.</summary>
    public const int Acts = 20;

    public static Decision<object> Decide(Petition petition, int act, int contact, string reason, DateOnly today, Actors by)
    {
        var (own, chain) = (Directory.Shipped.ByNumber(petition.Opened.Responsible)!, Chain(petition));
        var rules = Rules(petition, act is 0 or 13 or 14 ? own : petition.Terminations.Pending?.Waits is { Court: var at } && contact != 4 ? Directory.Shipped.ByNumber(at)! : chain[contact % chain.Count], today);
        return act switch
        {
            0 => Terminating.Report(petition, Command(petition, reason), rules, by),
            1 => Terminating.Hear(petition, TerminationDesk.Meeting with { View = reason }),
            2 => Terminating.AnswerHardship(petition, TerminationDesk.NoHardship with { Statement = reason, Stated = contact == 4 }),
            3 or 4 => TerminationReviewing.PassUp(petition, reason, rules, by),
            5 => TerminationReviewing.Return(petition, rules.Acting.Number, reason, by),
            6 => Terminating.Withdraw(petition, own.Number, reason),
            7 or 8 => TerminationReviewing.File(petition, reason, rules, by),
            9 => TerminationReviewing.AskCorrection(petition, reason, today.AddDays(contact), rules, by),
            10 => TerminationReviewing.Correct(petition, reason, reason, rules, by),
            11 => TerminationReviewing.Answer(petition, contact == 4 ? FilingAnswer.Returned : FilingAnswer.Accepted, reason, reason, rules, by),
            12 => TerminationReviewing.Decide(petition, reason, contact == 3 ? reason : null, rules, by),
            13 => AfterTermination.QueryProperty(petition, contact == 4, reason, reason, "告知", "反馈"),
            14 => AfterTermination.ReceiveClue(petition, today, "线索", reason, null, today, by),
            15 => AfterTermination.Resume(petition, TerminationDesk.Resumed(court: own), reason, by),
            16 => AfterTermination.Find(petition, contact, (LateContactBrings)(contact % 4), reason, reason, by),
            17 => AfterTermination.GiveStandingAnswer(petition, contact, reason, ServiceMethod.Post, "回执"),
            18 => contact == 1 ? AfterTermination.ReportRepeat(petition, "政法委", reason, by) : AfterTermination.FindRepeat(petition, reason, "录像", 2, by),
            _ => contact == 1 ? TerminationReviewing.Reverse(petition, reason, "决定", rules) : TerminationReviewing.Notify(petition, rules.Acting.Number, ServiceMethod.Post, reason, "回执"),
        };
    }

    public static IReadOnlyList<Court> Chain(Petition petition) => Directory.Shipped.ByNumber(petition.Opened.Responsible) is { } own ? [own, .. Directory.Shipped.Superiors(own)] : [];

    private static ReportTermination Command(Petition petition, string reason) =>
        new(new TerminationStatement(TerminationScope.Enforcement, [.. petition.Contacts.Select(c => c.Contact)], reason, null), "报告", [("measures", "file:f-1"), ("talk-records", "file:f-1"), ("rulings", "file:f-1")]);

    private static TerminationRules Rules(Petition petition, Court acting, DateOnly today) => new(
        List("SPC16", "termination-grounds"), of => List("SPC16", TerminationRules.MaterialList(of)) with { Items = [.. Material.Select(code => new Zhixin.Regulations.CodeItem(code, code, "SPC16-26", [], string.Empty))] },
        Chain(petition), acting, null, number => Directory.Shipped.ByNumber(number)!, p => p.Procedures.Exhaustion, 2, [new MatterDocument(DocumentSource.File, "f-1", string.Empty, "材料.pdf", null)], today);

    private static readonly string[] Material = ["measures", "talk-records", "rulings"];
}
