using Zhixin.Database.Petitions;
using Zhixin.Petitions;
using Zhixin.Web.Components;
using Zhixin.Web.Texts;

namespace Zhixin.Web.Petitions;

/// <summary>What happened on the way to a procedure, in plain words.</summary>
internal static class ProcedureTimeline
{
    /// <summary>Title and text; null where the fact is of another kind.</summary>
    public static (string Title, string? Text)? Of(object fact) => fact switch
    {
        ClosingClaimReceived f => ("对结案的异见", $"{Word(f.ClosedAs)}，{f.Ruling}；{DateText.Iso(f.ReceivedOn)} 收到。{f.Content}"),
        ClosingNoticeServed f => ("送达结案通知书", $"{f.Notice}。已告知：{f.Remedy}。{Word(f.Method)}，证明：{f.Proof}"),
        ClosingRemedyTold f => ("告知对终本裁定的救济途径", $"{f.Remedy}。{Word(f.Method)}，证明：{f.Proof}"),
        ConversionOwed f => (f.Titled ? "收到异议材料" : "材料按异议受理", $"{Word(f.Kind)}，{DateText.Iso(f.ReceivedOn)} 收到：{f.Paper}。{f.Content}"),
        ProcedureConverted f => ("异议立案", $"{Word(f.Kind)}，{f.Number}。信访案件与该程序关联。"),
        ObjectionNotified f => ("通知双方异议已立案", $"{f.Parties}。{Word(f.Method)}，证明：{f.Proof}"),
        ObjectionNotAccepted f => ("裁定不予受理异议", $"{f.Ruling}。{f.Reason}。已告知：{f.Remedy}"),
        ObjectionRuled f => ("异议裁定", $"{f.Ruling}，{Word(f.Outcome)}"),
        OutsiderObjectionRuled f => ("案外人异议裁定", $"{f.Ruling}，{Word(f.Outcome)}"),
        ObjectionWithdrawn f => ("撤回异议", f.Document),
        OutsiderObjectionWithdrawn f => ("撤回案外人异议", f.Document),
        _ => null,
    };

    private static string Word<T>(T value)
        where T : struct, Enum => CodeWords.Of(ReadRows.Code(value));
}
