using Zhixin.Database.Petitions;
using Zhixin.Petitions;
using Zhixin.Petitions.Acts;
using Zhixin.Web.Texts;

namespace Zhixin.Web.Petitions;

/// <summary>Six months without enforcement: the acts of the enforcing court and of the one above (CPL-237; EPI-10 to 13).</summary>
public static class NonExecutionActs
{
    /// <summary>The list of situations.</summary>
    public const string Situations = "non-execution-situations";

    /// <summary>In the order of the page.</summary>
    public static IReadOnlyList<PetitionActs.Entry> All { get; } =
    [
        new("six-months", "start-six-months", "登记六个月起算", true, (call, _) => PetitionActs.Pure(p => OnDay(call, on => NonExecuting.Begin(
            p, call.Input.Field("situation"), on, call.Input.Field("document"), Rules(call.Office.Law.Now, p, call.Input.On, call.Office.Today))))) { Against = NonExecuting.NotBeginnable, Grounds = [Situations] },
        new("superior-application", "apply-to-superior", "登记超期未执行的申请", true, (call, _) => PetitionActs.Pure(p => OnDay(call, on => NonExecuting.Apply(
            p, call.Who.Court, on, call.Input.Field("paper"), Rules(call.Office.Law.Now, p, call.Input.On, call.Office.Today)))))
        {
            Against = NonExecuting.NotAppliable, Concerns = IsNext,
        },
        new("superior-order", "order-enforcement", "责令限期执行", true, (call, _) => PetitionActs.Pure(p => call.Input.Blank("due") is { } typed && call.Input.Day("due") is null
            ? new Refusal.Input("due", "date-unreadable", typed)
            : WithService(call, told => NonExecuting.Order(p, call.Who.Court, call.Input.Field("order"), call.Input.Day("due"), told, call.Input.On))))
        {
            AgainstFrom = here => NonExecuting.NotDecidable(here.Petition, here.Court), Concerns = IsNext,
        },
        new("superior-refusal", "refuse-superior-order", "不予责令执行", true, (call, _) => PetitionActs.Pure(p => WithService(call, told => NonExecuting.Refuse(
            p, call.Who.Court, call.Input.Reason, call.Input.Field("remedy"), told))))
        {
            AgainstFrom = here => NonExecuting.NotDecidable(here.Petition, here.Court), Concerns = IsNext,
        },
        new("enforcement-move", "move-enforcement", "裁定提级或者指令执行", true, Move)
        {
            AgainstFrom = here => NonExecuting.NotMovable(here.Petition, here.Court, here.Today), Concerns = IsNext,
        },
        new("superior-withdrawal", "withdraw-superior-order", "登记撤回超期未执行的申请", true, (call, _) => PetitionActs.Pure(p => NonExecuting.Withdraw(p, call.Input.Field("document"))))
        {
            Against = NonExecuting.NothingApplied, Concerns = here => here.Petition.NonExecution.Applications.Count > 0,
        },
        new("execution-conclusion", "conclude-execution", "登记执行完毕", true, (call, _) => PetitionActs.Pure(p => NonExecuting.Conclude(p, call.Input.Field("how"), call.Input.Field("document"))))
        {
            Against = NonExecuting.NotConcludable, Concerns = here => here.Petition.NonExecution.Began is not null,
        },
        new("closed-round", "record-closed-round", "登记终结本次执行程序", true, (call, _) => Procedures.ChainActs.Typed(call, "ruledOn", ruled => PetitionActs.Pure(p => ClosingRound.Terminate(
            p, call.Input.Field("ruling"), ruled, call.Input.Field("remedy"), call.Input.Field("document"), Round(call))))) { Against = ClosingRound.NotTerminable },
        new("round-query", "query-property", "终本后查询财产", true, (call, _) => PetitionActs.Pure(p => call.Input.Choose("found", found => ClosingRound.Query(
            p, found, call.Input.Field("source"), call.Input.Field("result"), call.Input.Field("told"), call.Input.Field("proof"), Round(call)))))
        {
            Against = ClosingRound.NotQueried, Concerns = here => here.Petition.ClosedRound is not null,
        },
    ];

    /// <summary>What queries after a round of enforcement have to know.</summary>
    internal static RoundRules Round(ActCall call)
    {
        var rules = Procedures.ChainActs.Rules(call);
        int? Number(string id) => rules.Number(id, call.Petition.Opened.Responsible, call.Input.On);
        return new RoundRules(Number(RoundRules.YearsId), Number(RoundRules.MonthsId), HandDownActs.Enforcing(call.Office.Law.Now, call.Petition, call.Office.Today), call.Input.On);
    }

    /// <summary>What these acts have to know of the law and the courts.</summary>
    private static NonExecutionRules Rules(Law law, Petition petition, DateOnly on, DateOnly today)
    {
        var above = law.Chain(petition.Opened.Responsible).Skip(1).ToList();
        bool Below(int court) => above is [var next, ..] && law.Chain(court).Skip(1).Contains(next);
        return new NonExecutionRules(law.List(petition.Opened.Responsible, Situations, on) ?? Lists.Of(law, Situations), HandDownActs.Enforcing(law, petition, today), above, Below, today);
    }

    private static bool IsNext(PetitionActs.Place here) => here.Law.Chain(here.Petition.Opened.Responsible) is [_, var next, ..] && next == here.Court;

    /// <summary>The court that enforces from now on sees the matter in the same transaction.</summary>
    private static Task<PetitionActs.Prepared> Move(ActCall call, CancellationToken stop)
    {
        var (law, input) = (call.Office.Law.Now, call.Input);
        var to = law.Courts.ByName(input.Text("court"))?.Number;
        return Task.FromResult(new PetitionActs.Prepared(null, (act, token) => call.Office.Moves.Move(call.Who, act, p => WithService(call, told => NonExecuting.Move(
            p, call.Who.Court, to, input.Field("ruling"), input.Reason, told, Rules(law, p, input.On, input.On))), token)));
    }

    private static Decision<object> OnDay(ActCall call, Func<DateOnly, Decision<object>> decide) => call.Input.Blank("receivedOn") switch
    {
        null => decide(call.Input.On),
        var typed => call.Input.Day("receivedOn") is { } day ? decide(day) : new Refusal.Input("receivedOn", "date-unreadable", typed),
    };

    private static Decision<object> WithService(ActCall call, Func<Told, Decision<object>> decide) => Codes.Of<ServiceMethod>(call.Input.Field("method")) is { } method
        ? decide(new Told(method, call.Input.Field("proof")))
        : new Refusal.Input("method", "service-method-unknown", call.Input.Field("method"));
}
