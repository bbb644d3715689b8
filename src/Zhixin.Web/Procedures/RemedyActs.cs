using Zhixin.Petitions;
using Zhixin.Petitions.Acts;
using Zhixin.Web.Petitions;
using Zhixin.Web.Texts;

namespace Zhixin.Web.Procedures;

/// <summary>The acts beside a chain: suit, missed periods, rulings that are overdue, older rulings, restored enforcement.</summary>
public static class RemedyActs
{
    /// <summary>In the order of the page.</summary>
    public static IReadOnlyList<PetitionActs.Entry> All { get; } =
    [
        new("outsider-suit", Reconsidering.Receiving, "登记执行异议之诉", true, (call, _) => ChainActs.Dated(call, "filedOn", on => PetitionActs.Pure(p => Suing.File(
            p, ChainActs.No(call, p, c => Suing.Closed(p, c.Owed.No) is null), on, ChainActs.Read(call), call.Input.Field("paper"), ChainActs.Rules(call)))))
        {
            Against = Suing.Nothing, Concerns = ChainActs.HasChain,
        },
        new("late-ruling", Reconsidering.Receiving, "登记反映超期未裁定", true, (call, _) => ChainActs.Dated(call, "receivedOn", on => PetitionActs.Pure(p => LateRulings.Report(
            p, ChainActs.No(call, p, c => c.IsOpen), on, Severe(call), ChainActs.Rules(call)))))
        {
            AgainstFrom = here => LateRulings.NothingLate(here.Petition, here.Today), Concerns = ChainActs.HasChain,
        },
        new("obstacle", Reconsidering.Receiving, "登记耽误期限的障碍消除", true, (call, _) => ChainActs.Typed(call, "endedOn", on => PetitionActs.Pure(p => Codes.Of<RemedyWindow>(call.Input.Field("window")) is { } window
            ? Excusing.End(p, ChainActs.No(call, p, _ => true), window, on, call.Input.Field("obstacle"), call.Input.Field("proof"), ChainActs.Rules(call))
            : new Refusal.Input("window", "choice-missing"))))
        {
            Against = Excusing.NothingMissed, Concerns = ChainActs.HasChain,
        },
        new("excuse", Reconsidering.Receiving, "登记顺延申请", true, (call, _) => ChainActs.Dated(call, "receivedOn", on => PetitionActs.Pure(p => Excusing.Apply(
            p, ChainActs.No(call, p, c => c.Missed.Any(m => m.DecidedOn is null)), on, call.Input.Field("paper"), ChainActs.Rules(call)))))
        {
            Against = Excusing.NothingToApply, Concerns = ChainActs.HasChain,
        },
        new("excuse-decision", Excusing.Deciding, "决定是否顺延", true, Decide) { AgainstFrom = here => Excusing.NothingToDecide(here.Petition, here.Court), Concerns = ChainActs.HasChain },
        new("earlier-ruling", EarlierRulings.Act, "登记此前的裁定", true, Record) { Against = EarlierRulings.NotRecordable },
        new("restored-enforcement", EarlierRulings.Act, "登记恢复执行立案", true, (call, _) => ChainActs.Dated(call, "restoredOn", on => PetitionActs.Pure(p => EarlierRulings.Restore(
            p, ChainActs.Read(call), on, call.Input.Field("ground"), call.Input.Field("document"), ChainActs.Rules(call)))))
        {
            Against = EarlierRulings.NotRecordable,
        },
    ];

    private static decimal Severe(ActCall call)
    {
        var law = call.Office.Law.Now;
        return law.Rules.Threshold("severe-overrun", law.Chain(call.Petition.Opened.Responsible), call.Input.On)?.Value ?? decimal.MaxValue;
    }

    private static Task<PetitionActs.Prepared> Decide(ActCall call, CancellationToken stop) => call.Input.Yes("agreed")
        ? ChainActs.Typed(call, "until", until => PetitionActs.Pure(p => Decided(call, p, until)))
        : PetitionActs.Pure(p => call.Input.Choose("agreed", _ => Decided(call, p, null)));

    private static Decision<object> Decided(ActCall call, Petition petition, DateOnly? until) => Excusing.Decide(
        petition, ChainActs.No(call, petition, c => c.Missed.Any(m => m.DecidedOn is null)), until, call.Input.Field("document"), call.Input.Reason, call.Who.Court, ChainActs.Rules(call));

    /// <summary>Who made the ruling stands in its number.</summary>
    private static Task<PetitionActs.Prepared> Record(ActCall call, CancellationToken stop)
    {
        var (input, number) = (call.Input, ChainActs.Read(call));
        return ChainActs.Typed(call, "ruledOn", ruled => ChainActs.Typed(call, "servedOn", served => PetitionActs.Pure(p => (Codes.Of<ReviewKind>(input.Field("kind")), Codes.Of<RulingOutcome>(input.Field("outcome"))) switch
        {
            (null, _) => new Refusal.Input("kind", "earlier-kind-unknown"),
            (_, null) => new Refusal.Input("outcome", "review-outcome-unknown"),
            ({ } kind, { } outcome) => EarlierRulings.Record(
                p, new EarlierRuling(ChainActs.No(call, p, _ => true), kind, Codes.Of<ObjectionKind>(input.Field("objection")) ?? ObjectionKind.Act, number?.Court, number, ruled, served, outcome, input.Field("document")),
                ChainActs.Rules(call)),
        })));
    }
}
