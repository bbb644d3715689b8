using System.Globalization;
using Zhixin.Bulletins;
using Zhixin.Database.Petitions;
using Zhixin.Web.Components;
using Zhixin.Web.Hosting;
using Zhixin.Web.Matters;

namespace Zhixin.Web.Bulletins;

/// <summary>Builds the page of a ranking bulletin: what was issued, else what was drafted, else the figures of the moment.</summary>
internal sealed class RankingView(
    Office office, MatterSeen<Bulletin> seen, IReadOnlyList<ActingPerson> viewers, IReadOnlyDictionary<Guid, string> names, IReadOnlyList<TimelineEntry> timeline)
{
    private static readonly string[] Headings = ["新收", "办结", "办结率", "重复信访", "逾期", "迟报", "被督办", "未落实意见"];

    private readonly Law _law = office.Law.Now;
    private readonly Bulletin _bulletin = seen.Matter;

    /// <summary>The page.</summary>
    /// <param name="now">The figures of the moment, where nothing was drafted and the viewer's court issues it or stands above.</param>
    public RankingModel Model((IReadOnlyList<CourtFigures> Courts, IReadOnlyList<VisitFigures>? Visits)? now)
    {
        var courts = _bulletin.Issued?.Facts.Courts ?? _bulletin.Draft?.Courts ?? (now is var (current, _) ? Ranking.Of(current) : []);
        var visits = _bulletin.Quarterly?.Visits ?? _bulletin.Draft?.Visits ?? now?.Visits ?? [];
        var court = _law.Court(_bulletin.Id.Home).Name;
        return new RankingModel(
            $"{BulletinPeriod.Name(_bulletin.Period.BeganOn, _bulletin.Period.EndedOn)}排名通报", court, [new TagModel(BulletinWords.Stage(_bulletin.Stage), _bulletin.Stage != "issued")], Lead(court),
            Paper(), State(), Headings, [.. courts.Where(c => c.Rank is not null).Select(Row)], [.. courts.Where(c => c.Rank is null).Select(Row)],
            [.. visits.Select(v => new RankedRow(string.Empty, v.CourtName, [Text(v.Province), Text(v.Beijing), Text(v.Area)], v.Court == viewers[0].Court))],
            BulletinWords.How(_law, _bulletin.Id.Home, _bulletin.Period.EndedOn, visits.Count > 0), _bulletin.Issued?.Facts.Remarks ?? _bulletin.Draft?.Remarks, Readers(),
            OwedRows.Rows(_law, _bulletin.Obligations, office.Today, o => $"{court}　{office.Files.Units.FirstOrDefault(u => u.Kind == o.Unit)?.Name ?? "综合处"}"),
            PossibleMatterActs.Of(BulletinActs.All, _bulletin, viewers, (who, act) => office.Bulletins.MayNot(who, act, _bulletin), $"/bulletins/{seen.Id.Home}/{seen.Id.Id}", _law, office.Today),
            timeline, $"最新在前，共 {timeline.Count} 条；每一条都不可删改");
    }

    private RichText Lead(string court) => _bulletin.Issued is { } issued
        ? RichText.Of(court + "　", new RichText.Strong(issued.Facts.Number), "　", RichText.On(Days.Binding(_law, issued.On)), " 印发")
        : RichText.Of(court + "　", RichText.On(Days.Binding(_law, _bulletin.Period.BeganOn)), " 至 ", RichText.On(Days.Binding(_law, _bulletin.Period.EndedOn)));

    private Anchor? Paper() => _bulletin.Papers is [var paper, ..] ? new Anchor("查看通报原件", $"/bulletins/{seen.Id.Home}/{seen.Id.Id}/papers/{paper.Facts.No}") : null;

    private string State() => _bulletin switch
    {
        { Issued: not null } => "数字为草拟通报时的情况，印发以后不变。",
        { Draft: { } draft, DraftedOn: { } on } => $"{DateText.Iso(on)} 由{names.GetValueOrDefault(draft.DraftedBy, "承办人")}草拟，待另一人审核后印发；数字已经固定。",
        { Returned: { } why } => $"上一稿已退回：{why}　以下是现在的数字，草拟时固定。",
        _ => "以下是现在的数字，草拟时固定。",
    };

    private RankedRow Row(CourtFigures c) => new(
        c.Rank is { } rank ? Text(rank) : "—", c.CourtName,
        [Text(c.Received), Text(c.Settled), BulletinWords.Rate(c), Text(c.Repeated), Text(c.Overdue), Text(c.LateReports), Text(c.Supervised), Text(c.NotFollowed)], c.Court == viewers[0].Court);

    private List<KeyValue> Readers() => _bulletin.Issued is not { } issued ? [] :
    [
        .. issued.Facts.Courts.OrderBy(c => c.Court).Select(c => new KeyValue(
            c.CourtName, _bulletin.Readers.FirstOrDefault(r => r.Facts.Court == c.Court) is { } reader ? $"{DateText.Iso(reader.On)} 已阅" : "未阅")),
    ];

    private static string Text(int number) => number.ToString(CultureInfo.InvariantCulture);
}
