using Zhixin.Courts;
using Zhixin.Petitions;
using Zhixin.Petitions.Acts;
using Zhixin.Web.Petitions;
using Zhixin.Web.Texts;

namespace Zhixin.Web.Procedures;

/// <summary>The acts on a chain of procedures: service, reconsideration, supervision, their panels, rulings and longer periods.</summary>
public static class ChainActs
{
    /// <summary>The noun of the act by which who reviews is named.</summary>
    public const string Naming = "procedure-members";

    /// <summary>In the order of the chain.</summary>
    public static IReadOnlyList<PetitionActs.Entry> All { get; } =
    [
        new("ruling-service", ServingRulings.Act, "登记裁定送达", true, (call, _) => Dated(call, "servedOn", on => PetitionActs.Pure(p => Codes.Of<ServiceMethod>(call.Input.Field("method")) is { } method
            ? ServingRulings.Serve(p, No(call, p, c => c.Unserved is not null), new ServeRuling(on, call.Input.Field("to"), method, call.Input.Field("proof")), call.Who.Court, Rules(call))
            : new Refusal.Input("method", "service-method-unknown", call.Input.Field("method")))))
        {
            AgainstFrom = here => ServingRulings.NothingToServe(here.Petition, here.Court), Concerns = HasChain,
        },
        new(Naming, StepReviewing.Act, "确定审查人员", true, Name) { AgainstFrom = here => StepReviewing.NothingToName(here.Petition, here.Court), Concerns = HasChain },
        new("reconsideration", Reconsidering.Receiving, "登记复议申请", true, (call, _) => Dated(call, "receivedOn", on => PetitionActs.Pure(p => Reconsidering.Apply(
            p, No(call, p, c => Reconsidering.Closed(p, c.Owed.No) is null), new ReviewApplication(on, call.Input.Field("by"), call.Input.Field("paper")), call.Who.Court, Rules(call)))))
        {
            Against = Reconsidering.NothingToApply, Concerns = HasChain,
        },
        new("file-up", Reconsidering.Sending, "报送复议案卷", true, (call, _) => PetitionActs.Pure(p => Reconsidering.SendUp(
            p, No(call, p, c => c.Current is { Kind: ReviewKind.Reconsideration, IsOpen: true }), call.Input.Field("document"), call.Who.Court, Rules(call))))
        {
            AgainstFrom = here => Reconsidering.NothingToSend(here.Petition, here.Court), Concerns = HasChain,
        },
        new("reconsideration-filing", StepReviewing.Act, "复议立案", true, (call, _) => Dated(call, "receivedOn", on => PetitionActs.Pure(p => Reconsidering.Receive(
            p, No(call, p, c => c.Current is { Kind: ReviewKind.Reconsideration, IsOpen: true }), Read(call), on, call.Who.Court, Rules(call)))))
        {
            AgainstFrom = here => Reconsidering.NothingToReceive(here.Petition, here.Court), Concerns = HasChain,
        },
        new("supervision-application", Reconsidering.Receiving, "登记执行监督申请", true, (call, _) => Dated(call, "receivedOn", on => PetitionActs.Pure(p => SupervisionCases.Apply(
            p, No(call, p, c => SupervisionCases.Closed(p, c.Owed.No) is null), new SupervisionApplication(on, call.Input.Field("by"), call.Input.Field("paper"), call.Input.Blank("why")), call.Who.Court, Rules(call)))))
        {
            Against = SupervisionCases.NothingToApply, Concerns = HasChain,
        },
        new("unfiled-objection", SupervisionCases.Filing, "认定异议未立案", true, (call, _) => Typed(call, "periodEndedOn", on => PetitionActs.Pure(p => SupervisionCases.Unfiled(
            p, No(call, p, c => c.IsOwed), on, call.Input.Field("why"), Rules(call)))))
        {
            Against = SupervisionCases.NothingUnfiled, Concerns = HasChain,
        },
        new("supervision-filing", SupervisionCases.Filing, "执行监督立案", true, (call, _) => PetitionActs.Pure(p => SupervisionCases.File(
            p, No(call, p, c => c.Current is { Kind: ReviewKind.Supervision, IsOpen: true }), Read(call), call.Who.Court, Rules(call))))
        {
            AgainstFrom = here => SupervisionCases.NothingToFile(here.Petition, here.Court), Concerns = HasChain,
        },
        new("review-extension", StepReviewing.Act, "申请延长审查期限", true, (call, _) => PetitionActs.Pure(p => LongerReviewing.Ask(
            p, No(call, p, c => c.Current.IsUnderReview), call.Input.Reason, call.Who.Court, Rules(call), call.Who.Actors)))
        {
            AgainstFrom = here => LongerReviewing.NothingToAsk(here.Petition, here.Court, here.Law.Procedures(here.Today)), Concerns = HasChain,
        },
        new("review-extension-decision", LongerReviewing.Approving, "审批延长审查期限", true, (call, _) => PetitionActs.Pure(p => call.Input.Choose("agreed", agreed => LongerReviewing.Decide(
            p, No(call, p, c => c.Current.Longer is { Agreed: null }), agreed, call.Input.Field("document"), call.Input.Reason, call.Who.Court, Rules(call), call.Who.Actors))))
        {
            AgainstFrom = here => LongerReviewing.NothingToDecide(here.Petition, here.Court), Concerns = HasChain,
        },
        new("review-ruling", StepReviewing.Act, "登记复议、监督裁定", true, (call, _) => PetitionActs.Pure(p => Codes.Of<RulingOutcome>(call.Input.Field("outcome")) is { } outcome
            ? StepReviewing.Rule(
                p, No(call, p, c => c.Current is { IsUnderReview: true, Kind: not ReviewKind.Objection }), new RuleOnStep(call.Input.Field("ruling"), outcome, call.Input.Field("document")),
                call.Who.Court, call.Input.On, Rules(call))
            : new Refusal.Input("outcome", "review-outcome-unknown")))
        {
            AgainstFrom = here => StepReviewing.NothingToRule(here.Petition, here.Court), Concerns = HasChain,
        },
        new("review-withdrawal", Reconsidering.Receiving, "登记撤回复议、监督申请", true, (call, _) => PetitionActs.Pure(p => Withdraw(call, p))) { Against = SupervisionCases.NothingToWithdraw, Concerns = HasChain },
    ];

    /// <summary>What procedures have to know, seen from the day of the act.</summary>
    internal static ChainRules Rules(ActCall call) => call.Office.Law.Now.Procedures(call.Input.On);

    /// <summary>The chain that was chosen; where none was, the only one that it can be.</summary>
    internal static int No(ActCall call, Petition petition, Func<Conversion, bool> fits) =>
        call.Input.Blank("procedure") is null && petition.Procedures.Conversions.Where(fits).ToList() is [var one] ? one.Owed.No : call.Input.Number("procedure");

    /// <summary>A day as typed; the day of the act where nothing is.</summary>
    internal static Task<PetitionActs.Prepared> Dated(ActCall call, string field, Func<DateOnly, Task<PetitionActs.Prepared>> then) =>
        call.Input.Blank(field) is null ? then(call.Input.On) : Typed(call, field, then);

    /// <summary>A day that has to be typed.</summary>
    internal static Task<PetitionActs.Prepared> Typed(ActCall call, string field, Func<DateOnly, Task<PetitionActs.Prepared>> then) =>
        call.Input.Day(field) is { } on ? then(on) : PetitionActs.Pure(_ => new Refusal.Input(field, "date-unreadable", call.Input.Field(field)));

    /// <summary>The case number as typed; null where it cannot be read.</summary>
    internal static CaseNumber? Read(ActCall call) =>
        (CaseNumberReader.Read(call.Input.Field("number"), call.Office.Files.Courts, call.Office.Today.Year) as CaseNumberReading.Parsed)?.Number;

    /// <summary>Before any paper was received, and before any older ruling is known, the chain concerns nobody.</summary>
    internal static bool HasChain(PetitionActs.Place place) => place.Petition.Procedures.Conversions.Count > 0;

    private static Decision<object> Withdraw(ActCall call, Petition petition)
    {
        var no = No(call, petition, c => c.Current is { IsOpen: true, Kind: not ReviewKind.Objection });
        return petition.Procedures.Find(no)?.Current.Kind == ReviewKind.Supervision
            ? SupervisionCases.Withdraw(petition, no, call.Input.Field("document"))
            : Reconsidering.Withdraw(petition, no, call.Input.Field("document"));
    }

    /// <summary>People of the court that acts, by their names or ids.</summary>
    private static async Task<PetitionActs.Prepared> Name(ActCall call, CancellationToken stop)
    {
        var staff = await Candidates.At(call.Office, call.Who.Court, stop);
        var given = call.Input.Text("members").Split([',', '，', '、', ' '], StringSplitOptions.RemoveEmptyEntries);
        var found = given.Select(one => (Given: one, Member: Candidates.Find(staff, one) ?? staff.FirstOrDefault(s => s.AtCourt && s.Name == one))).ToList();
        return new PetitionActs.Prepared(p => found.Find(f => f.Member is null) is { Given: { } unknown }
            ? new Refusal.Input("members", "staff-unknown", unknown)
            : StepReviewing.Name(p, No(call, p, c => c.IsOpen), [.. found.Select(f => new PanelMember(f.Member!.Id, f.Member.Name))], call.Who.Court, Rules(call)));
    }
}
