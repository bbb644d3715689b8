using Zhixin.Courts;
using Zhixin.Petitions;
using Zhixin.Petitions.Acts;
using Zhixin.Web.Procedures;
using Zhixin.Web.Texts;

namespace Zhixin.Web.Petitions;

/// <summary>The acts that lead from a petition to procedures: closing notice and remedy, papers that are objections, their filing and ruling.</summary>
public static class ProcedureActs
{
    /// <summary>In the order of the page.</summary>
    public static IReadOnlyList<PetitionActs.Entry> All { get; } =
    [
        new("closing-claim", "guide", "登记对结案的异见", false, (call, _) => PetitionActs.Pure(p => Claim(call, p))) { Against = Guiding.NotClaimable },
        new("closing-answer", "serve-notice", "送达结案通知和救济告知", true, (call, _) => PetitionActs.Pure(p => Codes.Of<ServiceMethod>(call.Input.Field("method")) is { } method
            ? Guiding.Answer(p, call.Input.Number("claim"), call.Input.Field("notice"), call.Input.Field("remedy"), method, call.Input.Field("proof"))
            : new Refusal.Input("method", "service-method-unknown", call.Input.Field("method")))) { Against = Guiding.NothingToAnswer },
        new("objection-paper", "receive-objection", "登记异议材料", false, Receive) { Against = Converting.NotReceivable },
        new("procedure-filing", Converting.Act, "异议立案", true, File) { Against = Converting.NothingToFile },
        new("procedure-refusal", Converting.Act, "裁定不予受理异议", true, (call, _) => PetitionActs.Pure(p => Converting.Refuse(
            p, ChainActs.No(call, p, c => c.IsOwed), call.Input.Field("ruling"), call.Input.Reason, call.Input.Field("remedy")))) { Against = Converting.NothingToFile },
        new("procedure-notice", Converting.Act, "通知双方已立案", true, (call, _) => PetitionActs.Pure(p => Codes.Of<ServiceMethod>(call.Input.Field("method")) is { } method
            ? Converting.Notify(p, ChainActs.No(call, p, c => c is { Number: not null, Notified: false }), call.Input.Field("parties"), method, call.Input.Field("proof"))
            : new Refusal.Input("method", "service-method-unknown", call.Input.Field("method")))) { Against = Converting.NothingToNotify },
        new("procedure-ruling", Converting.Act, "登记异议裁定", true, (call, _) => PetitionActs.Pure(p => Codes.Of<ObjectionOutcome>(call.Input.Field("outcome")) is { } outcome
            ? Converting.Rule(p, ChainActs.No(call, p, c => c is { Number: not null, Ended: null }), call.Input.Field("ruling"), outcome)
            : new Refusal.Input("outcome", "procedure-outcome-unknown"))) { Against = Converting.NothingToRule },
        new("procedure-withdrawal", Converting.Act, "登记撤回异议", true, (call, _) => PetitionActs.Pure(p => Converting.Withdraw(
            p, ChainActs.No(call, p, c => c.Ended is null), call.Input.Field("document")))) { Against = Converting.NothingToWithdraw },
    ];

    private static Decision<object> Claim(ActCall call, Petition petition) => Received(call) switch
    {
        null => new Refusal.Input("receivedOn", "date-unreadable", call.Input.Field("receivedOn")),
        { } on => Codes.Of<ClosedAs>(call.Input.Field("closedAs")) is { } closed
            ? Guiding.Claim(petition, on, closed, call.Input.Field("ruling"), call.Input.Field("content"), call.Office.Today)
            : new Refusal.Input("closedAs", "closing-kind-unknown"),
    };

    private static async Task<PetitionActs.Prepared> Receive(ActCall call, CancellationToken stop)
    {
        var (input, name) = (call.Input, call.Input.Field("madeBy")?.Trim());
        var staff = string.IsNullOrEmpty(name) ? [] : await Candidates.Of(call.Office, call.Petition, stop);
        var maker = Candidates.Find(staff, name) ?? staff.FirstOrDefault(s => s.Name == name);
        return new PetitionActs.Prepared(p => (Received(call), Codes.Of<ObjectionKind>(input.Field("kind"))) switch
        {
            (null, _) => new Refusal.Input("receivedOn", "date-unreadable", input.Field("receivedOn")),
            (_, null) => new Refusal.Input("kind", "conversion-kind-unknown"),
            _ when maker is null && !string.IsNullOrEmpty(name) => new Refusal.Input("madeBy", "staff-unknown", name),
            ({ } on, { } kind) => Converting.Receive(
                p, new ReceivePaper(on, kind, input.Field("titled") is "yes", input.Field("paper") ?? string.Empty, input.Field("content") ?? string.Empty, maker?.Id,
                    Read(call, p.Opened.CaseNumber)?.Court), call.Office.Today),
        });
    }

    private static Task<PetitionActs.Prepared> File(ActCall call, CancellationToken stop)
    {
        var number = Read(call, call.Input.Field("number"));
        return PetitionActs.Pure(p => Converting.File(p, ChainActs.No(call, p, c => c.IsOwed), number));
    }

    private static CaseNumber? Read(ActCall call, string? number) =>
        (CaseNumberReader.Read(number, call.Office.Files.Courts, call.Office.Today.Year) as CaseNumberReading.Parsed)?.Number;

    /// <summary>The day of receipt; the day of the act where nothing is typed; null where it cannot be read.</summary>
    private static DateOnly? Received(ActCall call) => string.IsNullOrWhiteSpace(call.Input.Field("receivedOn")) ? call.Input.On : call.Input.Day("receivedOn");
}
