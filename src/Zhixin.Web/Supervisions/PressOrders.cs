using Zhixin.Papers;
using Zhixin.Supervisions;
using Zhixin.Web.Matters;
using Zhixin.Web.Papers;
using Supervision = Zhixin.Supervisions.Supervision;

namespace Zhixin.Web.Supervisions;

/// <summary>The papers by which a superior presses, and the one that goes up.</summary>
internal static class PressOrders
{
    /// <summary>催办函 or 督促执行令 (HNP-23).</summary>
    public static PaperOrder? Urging(MatterCall<Supervision> call, IReadOnlyList<object> facts)
    {
        var (kind, no, content, breached, due) = facts.Select(fact => fact switch
        {
            SupervisionUrgingLetterIssued f => (SupervisionPapers.UrgingLetter, f.No, f.Content, f.Breached, f.DueOn),
            SupervisionEnforcementOrderIssued f => (SupervisionPapers.EnforcementOrder, f.No, f.Content, f.Breached, f.DueOn),
            _ => default,
        }).First(f => f.No > 0);
        var letter = call.Matter.Letter(no)!;
        var order = SupervisionOrders.Of(call, kind, no, letter.Issued.To);
        order.Set("letter_number", letter.Issued.Number);
        order.Set("letter_on", PaperValues.Date(letter.On));
        order.Say("breached", Breached(call, breached));
        order.Say("content", content);
        order.Set("due_on", PaperValues.Date(due));
        return order.Done();
    }

    /// <summary>约谈记录 (SPC16-5(4)).</summary>
    public static PaperOrder? Admonition(MatterCall<Supervision> call, IReadOnlyList<object> facts)
    {
        var admonished = facts.OfType<SupervisionAdmonished>().Single();
        var order = SupervisionOrders.Of(call, SupervisionPapers.AdmonitionRecord, admonished.No, admonished.To);
        order.Set("met", admonished.Met);
        order.Say("why", admonished.Why);
        order.Say("breached", Breached(call, admonished.Breached));
        order.Say("demands", admonished.Demands);
        order.Set("due_on", PaperValues.Date(admonished.DueOn));
        return order.Done();
    }

    /// <summary>专报 (HNP-14), to the body or leader that awaits it.</summary>
    public static PaperOrder? ReportUp(MatterCall<Supervision> call, IReadOnlyList<object> facts)
    {
        var no = facts.OfType<SupervisionSpecialReportSent>().Single().Instruction;
        var instruction = call.Matter.Instructions.First(i => i.Facts.No == no);
        var order = SupervisionOrders.Of(call, SupervisionPapers.SpecialReport, no, call.Court);
        order.Set("to_court", instruction.Draft!.Body);
        order.Set("instruction", $"{instruction.Facts.From}（{instruction.Facts.Document}）");
        order.Say("content", instruction.Draft.Content);
        return order.Done();
    }

    private static string Breached(MatterCall<Supervision> call, IReadOnlyList<int> breached) =>
        string.Join("；", call.Matter.Obligations.Where(o => breached.Contains(o.No)).Select(o => SupervisionWords.Breach(o, call.Input.On)));
}
