using Zhixin.Papers;
using Zhixin.Supervisions;
using Zhixin.Web.Matters;
using Zhixin.Web.Papers;
using Supervision = Zhixin.Supervisions.Supervision;

namespace Zhixin.Web.Supervisions;

/// <summary>The papers of opinions: the opinion, the report on it, the answer after reconsideration.</summary>
internal static class OpinionOrders
{
    /// <summary>督办意见书.</summary>
    public static PaperOrder? Opinion(MatterCall<Supervision> call, IReadOnlyList<object> facts)
    {
        var opinion = facts.OfType<SupervisionOpinionIssued>().Single();
        var letter = call.Matter.Letter(opinion.Letter)!;
        var order = SupervisionOrders.Of(call, SupervisionPapers.Opinion, opinion.No, opinion.To);
        order.Set("letter_number", letter.Issued.Number);
        order.Set("report_on", PaperValues.Date(letter.LastReport!.On));
        order.Say("finding", letter.LastReport.FindingReason);
        order.Say("content", opinion.Content);
        order.Say("reasons", opinion.Reasons);
        order.Set("due_on", PaperValues.Date(opinion.DueOn));
        return order.Done();
    }

    /// <summary>The lower court's report on how it followed an opinion.</summary>
    public static PaperOrder? Compliance(MatterCall<Supervision> call, IReadOnlyList<object> facts)
    {
        var report = facts.OfType<SupervisionComplianceReported>().Single();
        var opinion = call.Matter.Opinion(report.No)!;
        var order = SupervisionOrders.Of(call, SupervisionPapers.Report, opinion.Issued.Letter, opinion.Issued.From);
        order.Set("letter_number", opinion.Issued.Number);
        order.Set("letter_on", PaperValues.Date(opinion.On));
        order.Say("progress", "已经按照督办意见办理");
        order.Say("result", report.Content);
        order.Set("materials", report.Document);
        return order.Done();
    }

    /// <summary>复议答复函.</summary>
    public static PaperOrder? Answer(MatterCall<Supervision> call, IReadOnlyList<object> facts)
    {
        var decided = facts.OfType<SupervisionReconsiderationDecided>().Single();
        var opinion = call.Matter.Opinion(decided.No)!;
        var corrected = facts.OfType<SupervisionOpinionCorrected>().SingleOrDefault();
        var due = facts.OfType<SupervisionOpinionIssued>().SingleOrDefault()?.DueOn ?? decided.DueOn ?? opinion.Issued.DueOn;
        var order = SupervisionOrders.Of(call, SupervisionPapers.Answer, opinion.No, opinion.Issued.To);
        order.Set("opinion_number", opinion.Issued.Number);
        order.Set("asked_on", PaperValues.Date(opinion.AskedOn!.Value));
        order.Say("alleged", opinion.Asked!.Error);
        order.Set("members", string.Join("、", opinion.Panel!.Formed.Members.Select(m => m.Name)));
        order.Say("content", decided.Content);
        if (corrected is null)
        {
            order.Set("upheld", "原督办意见正确，请按照原督办意见办理。");
            order.Set("due_on", PaperValues.Date(due));
        }
        else
        {
            order.Set("corrected", corrected.Now is { } now
                ? $"原督办意见予以纠正，改为：{PaperValues.Sentence(now)}请于{PaperValues.Date(due)}前将落实情况书面报告本院。"
                : "原督办意见撤销，不再要求落实；你院的报告由本院重新审查。");
        }

        return order.Done();
    }
}
