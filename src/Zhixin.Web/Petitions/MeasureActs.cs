using Zhixin.Intake;
using Zhixin.Petitions;
using Zhixin.Petitions.Acts;
using Zhixin.Web.Texts;

namespace Zhixin.Web.Petitions;

/// <summary>The acts by which a petition is resolved: hearings, settlement, property and measures, corrections, visits.</summary>
public static class MeasureActs
{
    /// <summary>In the order of the page.</summary>
    public static IReadOnlyList<PetitionActs.Entry> All { get; } =
    [
        new("flag", "flag-major", "标明重大复杂", true, (call, _) => PetitionActs.Pure(p => Weighing.Flag(
            p, call.Input.Text("flags").Split(',').Contains("major"), call.Input.Text("flags").Split(',').Contains("complex"), call.Input.Reason, call.Who.Actors))) { Against = PetitionActs.Closed },
        new("flag-lifting", Weighing.Lifting, "撤销重大复杂标记", true, (call, _) => PetitionActs.Pure(p => Weighing.Lift(p, call.Input.Reason, call.Who.Actors))) { Against = Weighing.NothingToLift },
        new("hearing", "hold-hearing", "确定听证", true, Announce) { Against = HearingHolding.NotAnnounceable },
        new("hearing-notice", "hold-hearing", "送达听证通知", false, (call, _) => PetitionActs.Pure(p => ServeHearing(call.Input, p))) { Against = HearingHolding.NotPending },
        new("hearing-holding", "hold-hearing", "记录听证", true, (call, _) => PetitionActs.Pure(p => Hold(call.Input, p))) { Against = HearingHolding.NotPending },
        new("hearing-cancellation", "hold-hearing", "取消听证", true, (call, _) => PetitionActs.Pure(p => HearingHolding.Cancel(p, call.Input.Reason))) { Against = HearingHolding.NotPending },
        new("property-check", "exhaust-measures", "记录财产调查", false, (call, _) => PetitionActs.Pure(p => Check(call.Input, p))) { Against = Exhausting.NotImplementation },
        new("measure", "exhaust-measures", "记录执行措施", false, (call, _) => PetitionActs.Pure(p => Exhausting.Take(
            p, new PetitionMeasureTaken(call.Input.Text("kind"), call.Input.Text("what"), call.Input.Text("document")), Lists.Of(call.Office.Law.Now, Lists.Measures)))) { Against = Exhausting.NotImplementation },
        new("explanation", "exhaust-measures", "释明无财产可供执行", false, (call, _) => PetitionActs.Pure(p => Explain(call.Input, p))) { Against = Exhausting.NotExplainable },
        new("settlement", "settle", "记录执行和解", false, (call, _) => PetitionActs.Pure(p => Settling.Settle(
            p, call.Input.Field("parties"), call.Input.Field("terms"), call.Input.Field("document")))) { Against = PetitionActs.Closed },
        new("settlement-performance", "settle", "记录和解履行", false, (call, _) => PetitionActs.Pure(p => Settling.Perform(
            p, call.Input.Number("settlement"), call.Input.Field("what"), call.Input.Field("proof")))) { Against = Settling.NoneStands },
        new("settlement-end", "settle", "和解不再履行", true, (call, _) => PetitionActs.Pure(p => Settling.Break(p, call.Input.Number("settlement"), call.Input.Reason))) { Against = Settling.NoneStands },
        new("commitment", "take-commitment", "记录自愿承诺", false, (call, _) => PetitionActs.Pure(p => Exhausting.Commit(
            p, call.Input.Yes("signed"), call.Input.Yes("free"), call.Input.Field("document"), call.Input.Field("effect")))) { Against = Exhausting.NotImplementation },
        new("rectification", "rectify", "纠正错误补正瑕疵", false, (call, _) => PetitionActs.Pure(p => Rectify(call.Input, p))) { Against = PetitionActs.Closed },
        new("third-party", "contact-third-party", "联系第三方协助化解", false, (call, _) => PetitionActs.Pure(p => ReachingOut.Contact(p, new PetitionThirdPartyContacted(
            call.Input.Text("whom"), call.Input.Text("purpose"), call.Input.Text("consent"), call.Input.Text("content"), call.Input.Text("proof"))))) { Against = PetitionActs.Closed },
        new("outreach", "visit-outreach", "带案下访", false, (call, _) => PetitionActs.Pure(p => ReachingOut.Visit(
            p,
            new PetitionOutreachVisited(call.Input.Text("place"), call.Input.Text("with"), call.Input.Text("purpose"), call.Input.Text("consent"), call.Input.Text("present")),
            new PetitionMet(ServiceMethod.InPerson, call.Input.Text("present"), call.Input.Text("content"), call.Input.Signing, call.Input.Text("proof"))))) { Against = PetitionActs.Closed },
    ];

    private static Task<PetitionActs.Prepared> Announce(ActCall call, CancellationToken stop)
    {
        var input = call.Input;
        var command = new AnnounceHearing(
            input.Field("why"), input.Day("day"), input.Text("time"), input.Field("place"), input.Yes("public"), input.Field("presider"), input.Several<Capacity>("parties"), input.Field("others"));
        return PetitionActs.Pure(p => HearingHolding.Announce(p, command, input.On));
    }

    private static Decision<object> ServeHearing(ActInput input, Petition petition) => (Codes.Of<Capacity>(input.Field("party")), Codes.Of<ServiceMethod>(input.Field("method"))) switch
    {
        (null, _) => new Refusal.Input("party", "hearing-party-unknown"),
        (_, null) => new Refusal.Input("method", "service-method-unknown", input.Field("method")),
        ({ } party, { } method) => HearingHolding.Serve(petition, party, method, input.Field("proof"), input.On),
    };

    private static Decision<object> Hold(ActInput input, Petition petition) => HearingHolding.Hold(
        petition,
        new PetitionHearingHeld(
            0, input.Yes("public"), input.Several<Capacity>("present"), [], input.Text("content"), input.Text("result"), input.Signing, input.Text("minutes")),
        input.On);

    private static Decision<object> Check(ActInput input, Petition petition) => input.Field("found") is not ("yes" or "no")
        ? new Refusal.Law("SPC16-6", "property-needs-result")
        : Exhausting.Check(petition, new PetitionPropertyChecked(input.Yes("found"), input.Text("source"), input.Text("result"), input.Text("proof")));

    private static Decision<object> Explain(ActInput input, Petition petition) => Codes.Of<ServiceMethod>(input.Field("method")) is { } method
        ? Exhausting.Explain(petition, new PetitionSituationExplained(method, input.Text("content"), input.Signing, input.Text("proof")))
        : new Refusal.Input("method", "service-method-unknown", input.Field("method"));

    private static Decision<object> Rectify(ActInput input, Petition petition) => Codes.Of<CorrectionKind>(input.Field("kind")) is { } kind
        ? ReachingOut.Correct(petition, new PetitionErrorCorrected(kind, input.Text("wrong"), input.Text("done"), input.Text("proof")))
        : new Refusal.Input("kind", "rectification-kind-unknown");
}
