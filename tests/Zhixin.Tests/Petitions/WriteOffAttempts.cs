using Zhixin.Petitions;
using Zhixin.Petitions.Acts;
using static Zhixin.Tests.Petitions.Matter;

namespace Zhixin.Tests.Petitions;

/// <summary>Random attempts at a write-off, by whomever and at whichever court.</summary>
internal static class WriteOffAttempts
{
    /// <summary>How many different acts there are.</summary>
    public const int Acts = 8;

    public static Decision<object> Decide(Petition petition, int act, int contact, string reason, Actors by)
    {
        var court = contact == 1 ? WriteOffDesk.Mid.Number : petition.Opened.Responsible;
        return act switch
        {
            0 => WritingOff.Apply(petition, new ApplyForWriteOff("replied", reason, reason, []), new WriteOffRules(List("GC21", "write-off-grounds"), null, null, contact == 2 ? null : "GC21-14", [], []), by),
            1 => WriteOffReviewing.Agree(petition, court, reason, by),
            2 => WriteOffReviewing.Send(petition, court, "GC21-14", "中院", reason, [], by),
            3 => contact == 3 ? WriteOffReviewing.PassUp(petition, court, reason, by) : WriteOffReviewing.Return(petition, court, reason, by),
            4 => WriteOffReviewing.Name(petition, court, WriteOffDesk.AsVerifier(Li) with { Court = court }, WriteOffDesk.MayVerify, by),
            5 => WriteOffReviewing.Verify(petition, court, contact != 4, reason, null, new Actors(Li.Id, null)),
            6 => WriteOffReviewing.Record(petition, court, contact != 4, reason, reason, by),
            _ => contact == 1 ? WritingOff.Reverse(petition, reason) : WritingOff.Withdraw(petition, reason),
        };
    }
}
