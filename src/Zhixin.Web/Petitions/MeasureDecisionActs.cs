using System.Globalization;
using Zhixin.Petitions;
using Zhixin.Petitions.Acts;
using Zhixin.Web.Texts;

namespace Zhixin.Web.Petitions;

/// <summary>The acts of judicial aid, of conduct decisions and of public deliberation.</summary>
public static class MeasureDecisionActs
{
    /// <summary>In the order of the page.</summary>
    public static IReadOnlyList<PetitionActs.Entry> All { get; } =
    [
        new("aid", "report-aid", "登记司法救助申请", true, (call, _) => PetitionActs.Pure(p => Aiding.Apply(
            p, call.Input.Field("hardship"), call.Input.Field("noProperty"), call.Input.Field("document")))) { Against = Aiding.NotApplicable },
        new("aid-report", "report-aid", "报请司法救助", true, (call, _) => PetitionActs.Pure(p => Aiding.Report(
            p, call.Input.Field("body"), call.Input.Field("document"), call.Who.Actors))) { Against = Aiding.NotReportable },
        new("aid-decision", Aiding.Approving, "批准司法救助", true, (call, _) => PetitionActs.Pure(p => DecideAid(call, p))) { Against = Aiding.NotDecidable },
        new("aid-notice", "serve-notice", "告知救助决定", false, (call, _) => PetitionActs.Pure(p => Codes.Of<ServiceMethod>(call.Input.Field("method")) is { } method
            ? Aiding.Tell(p, method, call.Input.Field("proof")) : NoMethod(call.Input))) { Against = Aiding.NotTellable },
        new("relief", "report-aid", "转请民政社会救济", false, (call, _) => PetitionActs.Pure(p => Codes.Of<ReliefKind>(call.Input.Field("kind")) is { } kind
            ? Aiding.Refer(p, kind, call.Input.Field("body"), call.Input.Field("proof")) : new Refusal.Input("kind", "relief-kind-unknown"))) { Against = Aiding.NotReferable },
        new("conduct", "propose-conduct", "提请处置违法行为", true, (call, _) => PetitionActs.Pure(p => Propose(call, p)))
        {
            Against = ConductDeciding.NotProposable, Grounds = [Lists.Obstructions, Lists.NeverGrounds, Lists.ConductMeasures],
        },
        new("conduct-decision", ConductDeciding.Deciding, "审批处置（院领导）", true, (call, _) => PetitionActs.Pure(p => Decide(call, p, asPresident: false))) { Against = ConductDeciding.NotForLeader },
        new("coercion-decision", ConductDeciding.Coercing, "审批罚款拘留拘传（院长）", true, (call, _) => PetitionActs.Pure(p => Decide(call, p, asPresident: true))) { Against = ConductDeciding.NotForPresident },
        new("deliberation", "report-deliberation", "记录公开评议条件", true, (call, _) => PetitionActs.Pure(p => Deliberating.Record(
            p,
            new PetitionEvaluationConditionsRecorded(call.Input.Text("exhausted"), call.Input.Text("claim"), call.Input.Text("persists"), call.Input.Text("noWriteOff")),
            call.List(Lists.DeliberationConditions)!))) { Against = Deliberating.NotRecordable, Grounds = [Lists.DeliberationConditions] },
        new("deliberation-report", "report-deliberation", "报请公开评议", true, (call, _) => PetitionActs.Pure(p => Deliberating.Report(
            p, call.Input.Field("body"), call.Input.Field("document")))) { Against = Deliberating.NotReportable },
        new("deliberation-holding", "hold-hearing", "记录公开评议会", true, (call, _) => PetitionActs.Pure(p => Deliberating.Hold(p, new PetitionEvaluationHeld(
            call.Input.Text("chair"), call.Input.Text("present"), call.Input.Text("result"), call.Input.Text("minutes"))))) { Against = Deliberating.NotHoldable },
        new("deliberation-notice", "hold-hearing", "告知评议结果", false, (call, _) => PetitionActs.Pure(p => Codes.Of<ServiceMethod>(call.Input.Field("method")) is { } method
            ? Deliberating.Tell(p, method, call.Input.Signing, call.Input.Field("proof")) : NoMethod(call.Input))) { Against = Deliberating.NotTellable },
    ];

    private static Refusal.Input NoMethod(ActInput input) => new("method", "service-method-unknown", input.Field("method"));

    private static Decision<object> DecideAid(ActCall call, Petition petition)
    {
        var typed = call.Input.Blank("amount");
        return typed is not null && Yuan(typed) is null
            ? new Refusal.Input("amount", "aid-amount-unreadable", typed)
            : call.Input.Choose("granted", granted => Aiding.Decide(
                petition, granted, typed is null ? null : Yuan(typed), call.Input.Reason, call.Input.Field("document"), call.Who.Actors));
    }

    private static decimal? Yuan(string typed) => decimal.TryParse(
        typed.TrimEnd('元').Trim(), NumberStyles.AllowDecimalPoint | NumberStyles.AllowThousands, CultureInfo.InvariantCulture, out var yuan) ? yuan : null;

    private static Decision<object> Propose(ActCall call, Petition petition)
    {
        var input = call.Input;
        var command = new ProposeConduct(
            input.Number("petitioner"), input.Blank("act"), input.Field("happened"), input.Field("basis"), input.Field("necessity"), input.Blank("measure"), input.Field("document"));
        return ConductDeciding.Propose(
            petition, command, new ConductLists(call.List(Lists.Obstructions)!, call.List(Lists.NeverGrounds)!, call.List(Lists.ConductMeasures)!), call.Who.Actors);
    }

    private static Decision<object> Decide(ActCall call, Petition petition, bool asPresident) => call.Input.Choose("agreed", agreed => ConductDeciding.Decide(
        petition, agreed, call.Input.Reason, call.Input.Field("reconsideration"), asPresident, call.Who.Actors));
}
