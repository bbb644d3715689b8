using Zhixin.Database.Petitions;
using Zhixin.Obligations;
using Zhixin.Petitions;
using Zhixin.Web.Components;
using Zhixin.Web.Hosting;
using Zhixin.Web.Texts;

namespace Zhixin.Web.Petitions;

/// <summary>A hop as the page draws it: from where to where, by which way, until when, and what became of it.</summary>
/// <param name="Day">Until when the result is to be reported; null where none is awaited by a date.</param>
public sealed record HopModel(string From, string To, string Mode, Zhixin.Web.Components.DueLight Light, BindingDay? Day, ClauseRef Clause, IReadOnlyList<KeyValue> Items, DateReason? Why, bool IsOpen);

/// <summary>The panel of handing down: every hop with its date and why, handler, reports and state.</summary>
public sealed partial class PetitionView
{
    private List<HopModel> Hops() => [.. _petition.HandDowns.All.Select(Hop)];

    private HopModel Hop(Hop hop)
    {
        var (issued, owed) = (hop.Issued, _petition.ReportOwed(hop));
        return new HopModel(
            Law.Court(issued.From).Name, Law.Court(issued.To).Name, CodeWords.Of(issued.Mode), HopLight(hop), hop.DueOn is { } due ? Days.Binding(Law, due) : null,
            Clauses.Ref(Law, Clause(issued.Mode)), HopLines(hop), Why(hop, owed), hop.IsOpen);
    }

    private Zhixin.Web.Components.DueLight HopLight(Hop hop) => hop switch
    {
        { Ended: { } end } => new(end == HopEnd.Recalled ? LightState.Untimed : LightState.Fulfilled, CodeWords.Of(end)),
        { Pending: not null } => new(LightState.Fulfilled, "已报告，待审查"),
        _ => Days.Owed(Law, hop.DueOn, _petition.OverdueAfter(hop), _office.Today),
    };

    private List<KeyValue> HopLines(Hop hop)
    {
        var issued = hop.Issued;
        List<KeyValue> items =
        [
            new("函件", $"{issued.Letter}，{DateText.Iso(hop.On)}　{issued.Ground}"), new("要求", issued.Demand),
            new("文书", RichText.Of([.. Web.Hops.HopPapers.Of(_petition, hop).SelectMany(a => new RichText.Piece[] { new RichText.Link(a), "　" })])),
        ];
        if (issued.Joint.Count > 0)
        {
            items.Add(new("共同办理", string.Join("、", issued.Joint.Select(c => Law.Court(c).Name))));
        }

        if (hop.MayName || hop.Named is not null)
        {
            items.Add(new("承办人", hop.Named is { } named ? $"{named.Name}{(named.Phone is null ? string.Empty : "　" + named.Phone)}" : "待指定"));
        }

        items.AddRange(hop.Pressed.Select(p => new KeyValue("催报", $"{DateText.Iso(p.On)} {Lists.OverdueMeans(Law).Find(p.Means)?.Name}　{p.Content}")));
        items.AddRange(hop.Reports.Select(r => new KeyValue(r.Reported.Kind == HopReportKind.Progress ? "进展报告" : "报告", $"{DateText.Iso(r.On)} {r.Reported.Document}　{Said(r)}")));
        if (issued.AwaitedByBody)
        {
            items.Add(new("专报", Up(hop)));
        }

        return items;
    }

    private static string Said(HopReport report) => report switch
    {
        { Accepted: true, Reported.Kind: HopReportKind.Progress } => $"{DateText.Iso(report.DecidedOn!.Value)} 另定报告结果的期限",
        { Accepted: true } => $"{DateText.Iso(report.DecidedOn!.Value)} 认可",
        { Accepted: false } => $"{DateText.Iso(report.DecidedOn!.Value)} 退回：{report.ReturnedBecause}",
        _ => "待审查",
    };

    private static string Up(Hop hop) => hop switch
    {
        { SpecialReportSent: true, Up.Drafted: var sent } => $"已报{sent.Body}，{sent.Document}",
        { Up.IsReturned: true } => "退回重新起草",
        { Up.IsApproved: true } => "已批准，待报出",
        { Up.Reviewed: not null } => "局长已审核，待主管院长批准",
        { Up: not null } => "已起草，待局长审核",
        { AwaitsUp: true } => "待起草",
        _ => "上级部门或者领导等待结果，认可报告后专报",
    };

    /// <summary>The date of a hop is the one of its letter, or of the return that set another; the rule that owes the report explains the rest.</summary>
    private DateReason? Why(Hop hop, Obligation? owed)
    {
        if (hop.DueOn is not { } due)
        {
            return null;
        }

        if (owed is not null)
        {
            return DateReasons.Of(Law, owed, _office.Today);
        }

        return new DateReason(
            [
                new("从何时起", RichText.Of(RichText.On(Days.Binding(Law, hop.On)), " 收到交办。")), new("多长", $"函件 {hop.Issued.Letter} 载明的日期。"),
                new("中间变动", hop.Issued.DueOn == due ? "没有变动。" : $"函件原定 {DateText.Iso(hop.Issued.DueOn!.Value)}，退回报告时改定。"),
                new("届满", RichText.Of(RichText.On(Days.Binding(Law, due)), " 24:00")),
            ],
            []);
    }

    private static string Clause(HandDownMode mode) => mode switch
    {
        HandDownMode.HandDown => "SPC16-3(2)",
        HandDownMode.DirectTransfer => "HNP-8",
        HandDownMode.TransferWithResult => "HNP-9",
        HandDownMode.OrderProcedure => "SPC16-14(2)",
        HandDownMode.OrderRuling => "SPC16-17",
    };
}
