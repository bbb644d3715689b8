using Zhixin.Courts;
using Zhixin.Database;
using Zhixin.Database.Courts;
using Zhixin.Database.Supervisions;
using Zhixin.Petitions;
using Zhixin.Petitions.Acts;
using Zhixin.Regulations;
using Zhixin.Web.Texts;

namespace Zhixin.Web.Petitions;

/// <summary>The acts of handing down: the six ways down, refusing on record, and what both sides of a hop do until it is over.</summary>
public static class HandDownActs
{
    /// <summary>The act that names who handles a hop: it offers the staff of the court of whoever names.</summary>
    public const string Naming = "hop-handler";

    /// <summary>What a first review says where a supervision was opened instead of handing down.</summary>
    internal const string Supervised = "supervision";

    private const string SameDayClause = "JZ21-3.2.1";

    /// <summary>The clauses that set days for the first review.</summary>
    private static readonly string[] ReviewClauses = ["HNI-4", "HNP-7(1)"];

    /// <summary>In the order of the page.</summary>
    public static IReadOnlyList<PetitionActs.Entry> All { get; } =
    [
        new("hand-down-review", HandingDown.Reviewing, "交办初审", true, Review)
        {
            AgainstFrom = here => HandingDown.NotReviewable(here.Petition, Bars(here.Law), here.Court),
            Concerns = here => IsAbove(here) && ReviewClauses.Any(clause => here.Law.Binds(here.Court, clause, here.Today)),
        },
        Down("hand-down", "hand-down", "交办", HandDownMode.HandDown),
        Down("same-day-hand-down", "same-day-hand-down", "当日交办", HandDownMode.HandDown) with
        {
            Concerns = here => IsAbove(here) && here.Law.Binds(here.Court, SameDayClause, here.Today) && HandingDown.NotSameDay(here.Petition, here.Court) is null,
        },
        Down("direct-transfer", "transfer-direct", "直接转办", HandDownMode.DirectTransfer) with { Concerns = IsHigh },
        Down("transfer-with-result", "transfer-with-result", "转办要结果", HandDownMode.TransferWithResult) with { Concerns = IsHigh },
        Down("procedure-order", "order-procedure", "责令按程序审查", HandDownMode.OrderProcedure),
        Down("ruling-order", "order-ruling", "责令限期裁定", HandDownMode.OrderRuling),
        new("hand-down-refusal", "refuse-hand-down", "依法不再交办", true, (call, _) => PetitionActs.Pure(p => HandingDown.Refuse(p, Bars(call.Office.Law.Now), call.Input.Reason)))
        {
            AgainstFrom = here => HandingDown.NotRefusable(here.Petition, Bars(here.Law)), Concerns = here => IsAbove(here) && HandingDown.Barred(here.Petition, Bars(here.Law)) is not null,
        },
        new(Naming, "name-hop-handler", "指定交办承办人", true, Name) { AgainstFrom = here => HandingDown.NobodyToName(here.Petition, here.Court), Concerns = IsBelow },
        new("hop-report", HandingDown.Reporting, "上报交办结果", true, (call, _) => PetitionActs.Pure(p => HandingDown.Report(
            p, Hop(call, p, h => h.Issued.To == call.Who.Court && h.Pending is null), call.Who.Court, call.Input.Field("progress"), call.Input.Field("result"), call.Input.Field("document"), call.Who.Actors,
            call.Input.Field("measures"), hop => OwesMeasures(call.Office.Law.Now, p, hop, call.Input.On))))
        {
            AgainstFrom = here => HandingDown.NothingToReport(here.Petition, here.Court), Concerns = IsBelow,
        },
        new("hop-progress", HandingDown.Reporting, "上报交办进展", true, (call, _) => PetitionActs.Pure(p => HandingDown.ReportProgress(
            p, Hop(call, p, h => h.Issued.To == call.Who.Court && h.Pending is null), call.Who.Court, call.Input.Field("progress"), call.Input.Field("next"), call.Input.Field("document"), call.Who.Actors)))
        {
            AgainstFrom = here => HandingDown.NoProgress(here.Petition, here.Court), Concerns = IsBelow,
        },
        new("hop-report-decision", "decide-hop-report", "审查交办报告", true, (call, _) => PetitionActs.Pure(p => Decide(call, p)))
        {
            AgainstFrom = here => HandingDown.NothingReported(here.Petition, here.Court), Concerns = HandedDown,
        },
        new("hop-pressing", "press-hand-down", "催报", false, (call, _) => PetitionActs.Pure(p => HandingDown.Press(
            p, Hop(call, p, h => h.Issued.From == call.Who.Court && p.IsOverdue(h, call.Input.On)), call.Who.Court, call.Input.Blank("means"), call.Input.Field("content"),
            Lists.OverdueMeans(call.Office.Law.Now), call.Input.On)))
        {
            AgainstFrom = here => HandingDown.NothingLate(here.Petition, here.Court, here.Today), Concerns = HandedDown,
        },
        new("hop-recall", "recall-hand-down", "收回交办", true, (call, _) => Own(call, p => HandingDown.Recall(
            p, Hop(call, p, h => h.Issued.From == call.Who.Court), call.Who.Court, call.Input.Reason, call.Input.On)))
        {
            AgainstFrom = here => HandingDown.NothingOut(here.Petition, here.Court), Concerns = HandedDown,
        },
        new("report-up-draft", ReportingUp.Drafting, "起草上报专报", true, (call, _) => PetitionActs.Pure(p => ReportingUp.Draft(
            p, Up(call, p), call.Who.Court, call.Input.Field("body"), call.Input.Field("content"), call.Input.Field("document"), call.Who.Actors)))
        {
            AgainstFrom = here => ReportingUp.NotDraftable(here.Petition, here.Court), Concerns = IsAwaited,
        },
        new("report-up-review", ReportingUp.Reviewing, "审核上报专报", true, (call, _) => PetitionActs.Pure(p => call.Input.Choose("agreed", agreed => ReportingUp.Review(
            p, Up(call, p), call.Who.Court, agreed, call.Input.Reason, call.Who.Actors))))
        {
            AgainstFrom = here => ReportingUp.NotReviewable(here.Petition, here.Court), Concerns = IsAwaited,
        },
        new("report-up-approval", ReportingUp.Approving, "批准上报专报", true, (call, _) => PetitionActs.Pure(p => call.Input.Choose("agreed", agreed => ReportingUp.Approve(
            p, Up(call, p), call.Who.Court, agreed, call.Input.Reason, call.Who.Actors))))
        {
            AgainstFrom = here => ReportingUp.NotApprovable(here.Petition, here.Court), Concerns = IsAwaited,
        },
        new("report-up-sending", ReportingUp.Sending, "报出专报", true, (call, _) => PetitionActs.Pure(p => ReportingUp.Send(p, Up(call, p), call.Who.Court, call.Input.Field("proof"))))
        {
            AgainstFrom = here => ReportingUp.NotSendable(here.Petition, here.Court), Concerns = IsAwaited,
        },
    ];

    /// <summary>The court that a petition's case number names; null where there is none, or none is known by it.</summary>
    internal static int? Enforcing(Database.Petitions.Law law, Petition petition, DateOnly today) => law.Enforcing(petition, today);

    /// <summary>Whether HNP-10 asks a court in the middle for measures of its own: one to which a matter of another court was handed down.</summary>
    internal static bool OwesMeasures(Database.Petitions.Law law, Petition petition, Hop hop, DateOnly on) =>
        hop.Issued.Mode == HandDownMode.HandDown && Enforcing(law, petition, on) is { } enforcing && enforcing != hop.Issued.To && law.Binds(hop.Issued.To, "HNP-10", on);

    /// <summary>The facts that bar superiors, in the words of any pack.</summary>
    private static CodeList Bars(Database.Petitions.Law law) => Lists.Of(law, Lists.Exclusions);

    private static PetitionActs.Entry Down(string path, string act, string name, HandDownMode mode) =>
        new(path, act, name, true, (call, stop) => Issue(call, mode, path == "same-day-hand-down", stop)) 
        {
            AgainstFrom = here => HandingDown.NotIssuable(here.Petition, mode, Rules(here.Law, here.Petition, here.Court, here.Today), here.Court, [.. here.Law.Chain(here.Petition.Opened.Responsible).Skip(1)]),
            Concerns = IsAbove,
        };

    private static bool IsAbove(PetitionActs.Place here) => here.Law.Courts.Children(here.Law.Court(here.Court)).Count > 0;

    private static bool IsHigh(PetitionActs.Place here) => here.Law.Court(here.Court).Level == CourtLevel.High && IsAbove(here);

    private static bool IsBelow(PetitionActs.Place here) => here.Petition.HandDowns.All.Any(h => h.Issued.To == here.Court);

    private static bool HandedDown(PetitionActs.Place here) => here.Petition.HandDowns.All.Any(h => h.Issued.From == here.Court);

    private static bool IsAwaited(PetitionActs.Place here) => here.Petition.HandDowns.All.Any(h => h.Issued.From == here.Court && h.Issued.AwaitedByBody);

    private static async Task<PetitionActs.Prepared> Issue(ActCall call, HandDownMode mode, bool sameDay, CancellationToken stop)
    {
        var (law, input, from) = (call.Office.Law.Now, call.Input, call.Who.Court);
        if (input.Blank("due") is { } typed && input.Day("due") is null)
        {
            return new PetitionActs.Prepared(_ => new Refusal.Input("due", "date-unreadable", typed));
        }

        if (input.Blank("instructedOn") is { } day && input.Day("instructedOn") is null)
        {
            return new PetitionActs.Prepared(_ => new Refusal.Input("instructedOn", "date-unreadable", day));
        }

        if (sameDay && !law.Binds(from, SameDayClause, input.On))
        {
            return new PetitionActs.Prepared(_ => new Refusal.State("same-day-not-in-force"));
        }

        var to = law.Courts.ByName(input.Text("court"));
        List<Court?> joint = [.. input.Text("joint").Split([',', '，', '、', ' '], StringSplitOptions.RemoveEmptyEntries).Select(law.Courts.ByName)];
        List<int> named = [.. joint.Append(to).OfType<Court>().Select(c => c.Number).Distinct()];
        var inUse = named.Count == 0 ? [] : await StaffLists.InUse(call.Office.Db, named, stop);
        var command = new HandDown(law.Court(from), to, mode, input.Field("ground"), input.Field("demand"), input.Field("letter"), input.Day("due"), input.Yes("awaited"), joint, null)
        {
            Situation = input.Blank("situation"), Platform = input.Blank("platform"), Told = input.Blank("told"), InstructedBy = input.Blank("instructedBy"),
            InstructedOn = input.Day("instructedOn"),
        };
        var rules = Rules(law, call.Petition, from, call.Input.On) with { IsInUse = named.All(inUse.Contains) };
        return Moving(call, p => sameDay ? HandingDown.SameDay(p, command, rules) : HandingDown.Issue(p, command, rules));
    }

    private static HandDownRules Rules(Database.Petitions.Law law, Petition petition, int from, DateOnly today) => new(court => [.. law.Courts.Superiors(law.Court(court))], Bars(law), IsInUse: true, today)
    {
        Enforcing = Enforcing(law, petition, today), Situations = law.List(from, Lists.ModeSituations, today),
        SevereOverrun = law.Rules.Threshold("severe-overrun", law.Chain(from), today)?.Value ?? decimal.MaxValue,
    };

    /// <summary>The first review; where a supervision was opened instead, it is there to be seen.</summary>
    private static async Task<PetitionActs.Prepared> Review(ActCall call, CancellationToken stop)
    {
        var (law, input, from) = (call.Office.Law.Now, call.Input, call.Who.Court);
        if (input.Blank("instructedOn") is { } day && input.Day("instructedOn") is null)
        {
            return new PetitionActs.Prepared(_ => new Refusal.Input("instructedOn", "date-unreadable", day));
        }

        var (supervised, mode) = (input.Blank("way") == Supervised, Codes.Of<HandDownMode>(input.Field("way")));
        if (!supervised && mode is null)
        {
            return new PetitionActs.Prepared(_ => new Refusal.Input("way", "hand-down-way-unknown"));
        }

        var lines = supervised ? await Reading.Alone(call.Office.Db, call.Who.Scope, r => SupervisionLists.OfPetition(r, call.Who.Id, call.Petition.Id.Home, call.Petition.Id.Id), stop) : [];
        var command = new ReviewHandDown(
            law.Court(from), mode, input.Blank("situation"), input.Blank("instructedBy"), input.Day("instructedOn"), input.Reason, lines.FirstOrDefault(l => l.Court == from)?.Number);
        return new PetitionActs.Prepared(p => HandingDown.Review(p, command, Rules(law, p, from, call.Input.On)));
    }

    private static Decision<object> Decide(ActCall call, Petition petition)
    {
        var no = Hop(call, petition, h => h.Issued.From == call.Who.Court && h.Pending is not null);
        return call.Input.Blank("due") is { } typed && call.Input.Day("due") is null
            ? new Refusal.Input("due", "date-unreadable", typed)
            : call.Input.Choose("agreed", agreed => agreed && petition.HandDowns.Find(no)?.Pending?.Reported.Kind == HopReportKind.Progress
                ? HandingDown.AnswerProgress(petition, no, call.Who.Court, call.Input.Reason, call.Input.Day("due"), call.Input.On)
                : agreed ? HandingDown.Accept(petition, no, call.Who.Court, call.Input.Reason)
                : HandingDown.Return(petition, no, call.Who.Court, call.Input.Reason, call.Input.Day("due"), call.Input.On));
    }

    private static async Task<PetitionActs.Prepared> Name(ActCall call, CancellationToken stop)
    {
        var handler = call.Input.Blank("handler") is { } given ? Candidates.Find(await Candidates.At(call.Office, call.Who.Court, stop), given) : null;
        return new PetitionActs.Prepared(p => HandingDown.Name(p, Hop(call, p, h => h.Issued.To == call.Who.Court && h.MayName), call.Who.Court, handler, call.Input.Field("phone")));
    }

    /// <summary>The hop that was chosen; where none was typed, the only one that it can be.</summary>
    private static int Hop(ActCall call, Petition petition, Func<Hop, bool> fits) =>
        call.Input.Blank("hop") is null && petition.HandDowns.All.Where(h => h.MayName && fits(h)).ToList() is [var one] ? one.Issued.No : call.Input.Number("hop");

    private static int Up(ActCall call, Petition petition) =>
        call.Input.Blank("hop") is null && petition.HandDowns.All.Where(h => h.Issued.From == call.Who.Court && h.Issued.AwaitedByBody).ToList() is [var one] ? one.Issued.No : call.Input.Number("hop");

    /// <summary>An act after which another court may answer: contacts and persons are shown to it in the same transaction.</summary>
    private static PetitionActs.Prepared Moving(ActCall call, Func<Petition, Decision<object>> decide) =>
        new(null, (act, token) => call.Office.Moves.Move(call.Who, act, decide, token));

    private static Task<PetitionActs.Prepared> Own(ActCall call, Func<Petition, Decision<object>> decide) => Task.FromResult(Moving(call, decide));
}
