using Zhixin.Bulletins;
using Zhixin.Bulletins.Acts;
using Zhixin.Database.Petitions;
using Zhixin.Papers;
using Zhixin.Web.Components;
using Zhixin.Web.Hosting;
using Zhixin.Web.Matters;
using Zhixin.Web.Papers;
using Zhixin.Web.Petitions;

namespace Zhixin.Web.Bulletins;

/// <summary>The acts on a ranking bulletin: one drafts, another issues or gives back, the courts below read.</summary>
public static class BulletinActs
{
    private const string Ours = "制发";

    /// <summary>In the order of the page.</summary>
    public static IReadOnlyList<MatterEntry<Bulletin>> All { get; } =
    [
        new("draft", "draft-bulletin", "草拟通报", Ours, true, Draft, BulletinHandling.NotDraftable,
            form => ("数字按草拟时的情况固定，由另一人审核后印发。", [new("remarks", "要求", FieldKind.TextArea, [], "对所辖各院的要求；没有的不填。")]))
        {
            Fetch = Figures,
        },
        new("issuance", Bulletin.Issuing, "同意并印发", Ours, true, call => BulletinHandling.Issue(call.Matter, call.Court, call.Who.Actors), BulletinHandling.NotDecidable,
            form => ("印发后各院即可查阅，数字不再变动。文号在印发时取得。", []))
        {
            Paper = Order, Facts = Drafted,
        },
        new("return", Bulletin.Issuing, "退回", Ours, true, call => BulletinHandling.Return(call.Matter, call.Court, call.Input.Reason, call.Who.Actors), BulletinHandling.NotDecidable,
            form => ("退回后可以重新草拟，数字按重新草拟时的情况计算。", [MeasureForms.Reason]))
        {
            Facts = Drafted,
        },
        new("acknowledgement", "read-bulletin", "已阅", "下级法院", false, call => BulletinHandling.Read(call.Matter, call.Court, call.Who.Actors), BulletinHandling.NotReadable,
            form => ("由通报列名的法院确认，一院一次。", [])),
    ];

    /// <summary>The figures of the moment, without visits where no instrument asks for them.</summary>
    private static async Task<object?> Figures(Office office, ActingPerson who, Bulletin bulletin, ActInput input, CancellationToken stop) =>
        await Figures(office, bulletin.Id.Home, new BulletinPeriod(bulletin.Period.BeganOn, bulletin.Period.EndedOn), stop);

    /// <summary>The figures of a court's area as that court itself sees it.</summary>
    internal static async Task<(IReadOnlyList<CourtFigures> Courts, IReadOnlyList<VisitFigures>? Visits)> Figures(Office office, int court, BulletinPeriod period, CancellationToken stop)
    {
        var law = office.Law.Now;
        var found = await office.BulletinFigures.Of(new Zhixin.Database.Scope(court, Guid.Empty), law.Court(court), period, stop);
        return (found.Courts, law.Binds(court, BulletinWords.Quarterly, period.EndedOn) ? found.Visits : null);
    }

    private static Decision<object> Draft(MatterCall<Bulletin> call)
    {
        var (figures, visits) = ((IReadOnlyList<CourtFigures>, IReadOnlyList<VisitFigures>?))call.Beside!;
        var named = call.Input.Text("courts").Split([',', '，'], StringSplitOptions.RemoveEmptyEntries).Select(n => int.TryParse(n, out var number) ? number : 0).ToList();
        bool IsIn(int court) => named.Count == 0 || named.Contains(court);
        return BulletinHandling.Draft(
            call.Matter, call.Court, [.. call.Law.Courts.Children(call.Law.Court(call.Matter.Id.Home)).Select(c => (c.Number, c.Name))], [.. figures.Where(f => IsIn(f.Court))],
            visits is null ? null : [.. visits.Where(v => IsIn(v.Court))], call.Input.Field("remarks"), call.Who.Actors);
    }

    private static PaperOrder? Order(MatterCall<Bulletin> call, IReadOnlyList<object> facts)
    {
        if (facts.OfType<BulletinPeriodicIssued>().SingleOrDefault() is not { } issued)
        {
            return null;
        }

        var (law, visits) = (call.Law, facts.OfType<BulletinQuarterlyIssued>().SingleOrDefault()?.Visits);
        var values = new Dictionary<string, IReadOnlyList<string>>(StringComparer.Ordinal)
        {
            ["court"] = [law.Court(call.Court).Name], ["issued_on"] = [PaperValues.Date(call.Office.Today)], ["began_on"] = [PaperValues.Date(issued.BeganOn)],
            ["ended_on"] = [PaperValues.Date(issued.EndedOn)], ["to_courts"] = [string.Join('、', issued.Courts.Select(c => c.CourtName))],
            ["ranked"] = [.. issued.Courts.Where(c => c.Rank is not null).Select(BulletinWords.Ranked)],
            ["unranked"] = [.. issued.Courts.Where(c => c.Rank is null).Select(BulletinWords.Unranked)],
            ["visits"] = [.. visits?.Select(BulletinWords.Visits) ?? []],
            ["how"] = BulletinWords.How(law, call.Court, issued.EndedOn, visits is not null),
            ["remarks"] = issued.Remarks is { } remarks ? [PaperValues.Sentence(remarks) ?? remarks] : [],
        };
        return new PaperOrder(call.Office.PaperFiles.Of(BulletinPapers.Ranking, call.Court), null, values);
    }

    private static IReadOnlyList<KeyValue> Drafted(MatterForm<Bulletin> form) => form.Matter.Draft is not { } draft ? [] :
    [
        new("本期", BulletinPeriod.Name(form.Matter.Period.BeganOn, form.Matter.Period.EndedOn)),
        .. draft.Courts.Select(c => new KeyValue(c.CourtName, c.Rank is { } ? BulletinWords.Figures(c) : "没有新收案件，不参加排名")),
        .. draft.Remarks is { } remarks ? [new KeyValue("要求", remarks)] : Array.Empty<KeyValue>(),
    ];
}
