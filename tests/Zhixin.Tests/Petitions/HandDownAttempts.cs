using Zhixin.Courts;
using Zhixin.Petitions;
using Zhixin.Petitions.Acts;
using static Zhixin.Tests.Petitions.Matter;
using Directory = Zhixin.Tests.Courts.Directory;

namespace Zhixin.Tests.Petitions;

/// <summary>Attempts at handing down and reporting back, by any court of the chain.</summary>
internal static class HandDownAttempts
{
    /// <summary>How many different acts there are.</summary>
    public const int Acts = 16;

    private static readonly Court City = Directory.Shipped.Parent(Enforcing)!;
    private static readonly Court[] Chain = [Directory.Shipped.Parent(Directory.Shipped.Parent(City)!)!, Directory.Shipped.Parent(City)!, City, Enforcing];

    public static Decision<object> Decide(Petition petition, int act, Candidate who, int contact, string reason, DateOnly today)
    {
        var (from, by, no) = (Chain[contact - 1], new Actors(who.Id, null), Math.Max(1, petition.HandDowns.All.Count - (contact % 2)));
        return act switch
        {
            < 4 => HandingDown.Issue(petition, Down(from, act < 3 ? HandDownMode.HandDown : (HandDownMode)(contact % 4), contact, reason, today), Rules(today)),
            4 => HandingDown.SameDay(petition, Down(from, HandDownMode.HandDown, contact, reason, today), Rules(today)),
            5 or 6 => HandingDown.Name(petition, no, To(petition, no), who with { Court = To(petition, no) }, null),
            7 => HandingDown.Report(petition, no, To(petition, no), "进展", reason, "报告", by),
            8 => HandingDown.Return(petition, no, From(petition, no), reason, contact == 1 ? today.AddDays(3) : null, today),
            9 => HandingDown.Accept(petition, no, From(petition, no), reason),
            10 => HandingDown.Recall(petition, no, From(petition, no), reason, today),
            11 => HandingDown.Press(petition, no, From(petition, no), "phone", reason, List("HNP", "overdue-means"), today.AddDays(60)),
            14 => HandingDown.ReportProgress(petition, no, To(petition, no), "进展", reason, "报告", by),
            15 => contact > 2
                ? HandingDown.AnswerProgress(petition, no, From(petition, no), reason, today.AddDays(contact), today)
                : HandingDown.Review(petition, new ReviewHandDown(from, contact == 1 ? HandDownMode.HandDown : null, null, null, null, reason, contact == 2 ? "督 1 号" : null), Rules(today)),
            12 => HandingDown.Refuse(petition, List("SPC16", "exclusion-grounds"), reason),
            _ => contact switch
            {
                1 => ReportingUp.Draft(petition, no, From(petition, no), "省委政法委", reason, "专报", by),
                2 => ReportingUp.Review(petition, no, From(petition, no), reason.Length > 1, "意见", by),
                3 => ReportingUp.Approve(petition, no, From(petition, no), reason.Length > 1, "意见", by),
                _ => ReportingUp.Send(petition, no, From(petition, no), reason),
            },
        };
    }

    private static HandDown Down(Court from, HandDownMode mode, int contact, string reason, DateOnly today)
    {
        var to = from == Enforcing ? Other : mode == HandDownMode.HandDown ? Chain[Math.Min(3, contact)] : Enforcing;
        var due = mode is HandDownMode.DirectTransfer or HandDownMode.OrderProcedure ? (DateOnly?)null : today.AddDays(20);
        return new HandDown(from, to, mode, reason, "查明", "函", due, contact == 2 && mode != HandDownMode.DirectTransfer, contact == 3 ? [Other] : [], null) { Told = "当面" };
    }

    private static HandDownRules Rules(DateOnly today) =>
        new(court => [.. Directory.Shipped.Superiors(Directory.Shipped.ByNumber(court)!)], List("SPC16", "exclusion-grounds"), IsInUse: true, today) { SevereOverrun = 2 };

    private static int To(Petition petition, int no) => petition.HandDowns.Find(no)?.Issued.To ?? Enforcing.Number;

    private static int From(Petition petition, int no) => petition.HandDowns.Find(no)?.Issued.From ?? City.Number;
}
