using Zhixin.Courts;
using Zhixin.Database.Petitions;
using Zhixin.Intake;
using Zhixin.Petitions;
using Zhixin.Petitions.Acts;
using Zhixin.Regulations;
using Zhixin.Web.Texts;

namespace Zhixin.Web.Petitions;

/// <summary>The acts of acceptance: class, acceptance and its notice, declining in three steps, what bars superiors, withdrawal.</summary>
public static class AcceptanceActs
{
    private static readonly string[] AttemptFields = ["attemptOn", "attemptMethod", "attemptResult"];

    /// <summary>What the fields of each attempt end with, in the form and in JSON.</summary>
    internal static readonly string[] AttemptRows = [string.Empty, "2", "3", "4", "5"];

    /// <summary>In the order of the page.</summary>
    public static IReadOnlyList<PetitionActs.Entry> All { get; } =
    [
        new("classification", "classify", "确定类别", true, (call, _) => PetitionActs.Pure(p => Classify(call.Input, p))) { Against = PetitionActs.Closed },
        new("acceptance", "accept", "受理", true, Accept) { Against = Accepting.NotAcceptable },
        new("concern-correction", Accepting.CorrectingConcern, "更正事由指向的人员", true, CorrectConcern) { Against = Accepting.NobodyConcerned },
        new("acceptance-notice", "serve-notice", "送达受理告知", true, (call, _) => PetitionActs.Pure(p => Codes.Of<ServiceMethod>(call.Input.Field("method")) is { } method
            ? Accepting.ServeAcceptance(p, method, call.Input.Field("proof")) : NoMethod(call.Input))) { Against = Accepting.NoNotice },
        new("notice", "serve-notice", "告知进展或结果", false, (call, _) => PetitionActs.Pure(p => Codes.Of<ServiceMethod>(call.Input.Field("method")) is { } method
            ? Accepting.Tell(p, method, call.Input.Field("content"), call.Input.Field("proof")) : NoMethod(call.Input))) { Against = Accepting.Silent },
        new("decline-proposal", "decline", "提出不予受理", true, (call, _) => PetitionActs.Pure(p => Decline(call, p))) { Against = Declining.NotProposable, Grounds = [Lists.DeclineGrounds] },
        new("decline-decision", Declining.Approving, "审批不予受理", true, (call, _) => PetitionActs.Pure(p => call.Input.Choose("agreed", agreed => Declining.Decide(
            p, agreed, call.Input.Reason, call.Who.Actors, CaseCourt(call, p))))) { Against = Declining.NotDecidable },
        new("decline-explanation", "decline", "送达不予受理释明", true, (call, _) => PetitionActs.Pure(p => Codes.Of<ServiceMethod>(call.Input.Field("method")) is { } method
            ? Declining.Explain(p, method, call.Input.Field("proof"), CaseCourt(call, p)) : NoMethod(call.Input))) { Against = Declining.NotExplainable },
        new("decline-undo", "reopen", "撤销不予受理", true, (call, _) => PetitionActs.Pure(p => Declining.Undo(p, call.Input.Reason))) { Against = Declining.NothingToUndo },
        new("exclusion", "exclude", "认定不再交办督办", true, (call, _) => PetitionActs.Pure(p => Barring.Exclude(
            p, call.Input.Field("ground") ?? string.Empty, call.Input.Field("proof"), call.Input.Field("remedy"), call.List(Lists.Exclusions)!)))
        {
            Against = PetitionActs.Closed, Grounds = [Lists.Exclusions],
        },
        new("exclusion-end", "exclude", "情形已消除", true, (call, _) => PetitionActs.Pure(p => Barring.Lift(p, call.Input.Number("exclusion"), call.Input.Reason)))
        {
            Against = Barring.NothingToLift,
        },
        new("withdrawal", "withdraw", "登记撤回", true, (call, _) => PetitionActs.Pure(p => Accepting.Withdraw(p, call.Input.Field("document"), call.Input.Field("reason"))))
        {
            Against = PetitionActs.Closed,
        },
    ];

    private static Refusal.Input NoMethod(ActInput input) => new("method", "service-method-unknown", input.Field("method"));

    private static Decision<object> Classify(ActInput input, Petition petition) => (Codes.Of<Claim>(input.Field("claim")), Codes.Of<Capacity>(input.Field("capacity"))) switch
    {
        (null, _) => new Refusal.Input("claim", "claim-unknown", input.Field("claim")),
        (_, null) => new Refusal.Law("SPC16-1", "class-needs-capacity"),
        ({ } claim, { } capacity) => Accepting.Decide(
            new Classify(Codes.Of<PetitionClass>(input.Field("class")) ?? Accepting.ClassOf(claim), claim, capacity, input.Field("reason"), input.Field("authorisation")), petition),
    };

    private static async Task<PetitionActs.Prepared> Accept(ActCall call, CancellationToken stop)
    {
        var input = call.Input;
        var staff = string.IsNullOrWhiteSpace(input.Field("concerned")) ? [] : await Candidates.Of(call.Office, call.Petition, stop);
        var named = Split(input.Field("concerned"));
        var found = named.Select(name => (Name: name, Member: Candidates.Find(staff, name) ?? staff.FirstOrDefault(s => s.Name == name))).ToList();
        if (found.FirstOrDefault(f => f.Member is null).Name is { } unknown)
        {
            return new PetitionActs.Prepared(_ => new Refusal.Input("concerned", "staff-unknown", unknown));
        }

        var command = new Accept(
            Codes.Of<Capacity>(input.Field("capacity")) ?? Capacity.Unknown, Split(input.Field("causes")), input.Field("otherCause"), input.Field("authorisation"),
            [.. found.Select(f => f.Member!.Id)], input.Field("nobodyConcerned"));
        return new PetitionActs.Prepared(p => Accepting.Decide(command, p, call.List(Lists.Causes)));
    }

    private static Decision<object> Decline(ActCall call, Petition petition)
    {
        var input = call.Input;
        var attempts = Attempts(input);
        if (attempts.Select(a => a.Wrong).FirstOrDefault(wrong => wrong is not null) is { } unreadable)
        {
            return unreadable;
        }

        var court = string.IsNullOrWhiteSpace(input.Field("rightCourt")) ? null : call.Office.Files.Courts.ByName(input.Field("rightCourt")!.Trim());
        if (court is null && !string.IsNullOrWhiteSpace(input.Field("rightCourt")))
        {
            return new Refusal.Input("rightCourt", "court-unknown", input.Field("rightCourt"));
        }

        var facts = new DeclineFacts(
            input.Field("ground") ?? string.Empty, [.. attempts.Select(a => a.Attempt!).OrderBy(a => a.On)], input.Field("transferredTo"), input.Field("transferProof"), input.Field("channel"), court?.Number,
            input.Field("transferOffered") is "yes", input.Field("ruling"), input.Field("explanation") ?? string.Empty, input.Blank("standing"));
        return Declining.Propose(petition, facts, call.List(Lists.DeclineGrounds)!, call.Who.Actors, input.On, CaseCourt(call, petition));
    }

    /// <summary>The attempts as typed, one for each row that has anything in it; what cannot be read says so under the row's own field.</summary>
    private static List<(ContactAttempt? Attempt, Refusal? Wrong)> Attempts(ActInput input) =>
    [
        .. from row in AttemptRows
           where AttemptFields.Any(field => input.Blank(field + row) is not null)
           select Attempt(input, row),
    ];

    private static (ContactAttempt? Attempt, Refusal? Wrong) Attempt(ActInput input, string row)
    {
        var (day, way) = ("attemptOn" + row, "attemptMethod" + row);
        return (input.Day(day), Codes.Of<ServiceMethod>(input.Field(way))) switch
        {
            (null, _) => (null, new Refusal.Input(day, "date-unreadable", input.Field(day))),
            (_, null) => (null, new Refusal.Input(way, "service-method-unknown", input.Field(way))),
            ({ } on, { } method) => (new ContactAttempt(on, method, input.Text("attemptResult" + row)), null),
        };
    }

    /// <summary>The court that the petition's case number names; null where there is none, or none is known by it.</summary>
    private static int? CaseCourt(ActCall call, Petition petition) => petition.Opened.CaseNumber is { } number
        && CaseNumberReader.Read(number, call.Office.Files.Courts, call.Office.Today.Year) is CaseNumberReading.Parsed { Number.Court.Number: var court } ? court : null;

    private static async Task<PetitionActs.Prepared> CorrectConcern(ActCall call, CancellationToken stop)
    {
        var (input, staff) = (call.Input, await Candidates.Of(call.Office, call.Petition, stop));
        var now = input.Blank("now") is { } name ? Candidates.Find(staff, name) ?? staff.FirstOrDefault(s => s.Name == name) : null;
        return now is null && input.Blank("now") is { } unknown
            ? new PetitionActs.Prepared(_ => new Refusal.Input("now", "staff-unknown", unknown))
            : new PetitionActs.Prepared(p => Accepting.CorrectConcern(p, input.Id("was"), now?.Id, input.Reason, input.Field("proof"), call.Who.Actors));
    }

    private static string[] Split(string? text) => (text ?? string.Empty).Split([',', '，', '、', ' '], StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);
}

/// <summary>
/// The lists of the packs by name, and the words of their codes. Words are those of any pack, in force or not: what was recorded under a list stays readable.
/// On what grounds something is decided is said by <see cref="ActCall.List"/> alone.
/// </summary>
public static class Lists
{
    public const string Causes = "causes";
    public const string DeclineGrounds = "decline-grounds";
    public const string Exclusions = "exclusion-grounds";
    public const string Measures = "enforcement-measures";
    public const string Obstructions = "obstruction-acts";
    public const string NeverGrounds = "never-grounds";
    public const string ConductMeasures = "conduct-measures";
    public const string DeliberationConditions = "deliberation-conditions";
    public const string ModeSituations = "mode-situations";

    /// <summary>The means by which an overdue report is pressed for (HNP-16); another pack has a list of the same id for supervision.</summary>
    public static CodeList OverdueMeans(Law law) => law.Packs.SelectMany(p => p.Lists).First(l => l is { Id: "overdue-means", Clause: "HNP-16" });

    /// <summary>The places of the campaign whose visits go down the same day (JZ21-3.2.1).</summary>
    public static CodeList SameDayVenues(Law law) => law.Packs.SelectMany(p => p.Lists).First(l => l is { Id: "venues", Clause: "JZ21-3.2.1" });

    /// <summary>A list by its id, wherever it is in force.</summary>
    public static CodeList Of(Law law, string id) => law.Packs.SelectMany(p => p.Lists).First(l => l.Id == id);

    /// <summary>The causes of an acceptance in words.</summary>
    public static string Said(Law law, PetitionAccepted accepted) =>
        string.Join("：", new[] { string.Join("；", accepted.Causes.Select(c => Name(law, Causes, c))), accepted.OtherCause }.Where(part => !string.IsNullOrEmpty(part)));

    /// <summary>The name of a code in a list; the code where the list does not know it.</summary>
    public static string Name(Law law, string id, string code)
    {
        var list = Of(law, id);
        return list.Items.FirstOrDefault(item => item.Sub.Any(sub => sub.Code == code)) is { } above
            ? $"{above.Name}：{list.Find(code)!.Name}"
            : list.Find(code)?.Name ?? code;
    }
}
