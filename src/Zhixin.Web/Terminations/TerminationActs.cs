using Zhixin.Courts;
using Zhixin.Database;
using Zhixin.Database.Petitions;
using Zhixin.Petitions;
using Zhixin.Petitions.Acts;
using Zhixin.Web.Petitions;
using Zhixin.Web.Texts;
using Zhixin.Web.WriteOffs;

namespace Zhixin.Web.Terminations;

/// <summary>The acts of a termination up to its reversal: those of the court that reports, of each court on the way up, of the one that decides and of the Supreme Court's filing desk.</summary>
public static class TerminationActs
{
    /// <summary>The noun of the report.</summary>
    public const string Reporting = "termination";

    /// <summary>In the order of the chain.</summary>
    public static IReadOnlyList<PetitionActs.Entry> All { get; } =
    [
        new("termination-hearing", "hear-termination", "终结前听取意见", false, (call, _) => PetitionActs.Pure(p => Hear(call, p))) { Against = Terminating.NotPreparable, Concerns = Open },
        new("hardship-answer", "answer-hardship", "答复生活困难陈述", false, (call, _) => PetitionActs.Pure(p => call.Input.Choose("stated", stated => call.Input.Choose("found", found => Terminating.AnswerHardship(
            p, new TerminationHardshipAnswered(call.Input.Text("statement"), stated, found, call.Input.Text("answer"), call.Input.Text("proof"), call.Who.Actors.Person, call.Who.Actors.For)))))) { Against = Terminating.NotPreparable, Concerns = Open },
        new(Reporting, Terminating.Reporting, "报请终结", true, Report) { AgainstFrom = Against, Grounds = [TerminationRules.GroundList], Concerns = Open },
        new("termination-withdrawal", "withdraw-termination", "撤回终结报请", true, (call, _) => PetitionActs.Pure(p => Terminating.Withdraw(p, call.Who.Court, call.Input.Reason)))
        {
            AgainstFrom = place => Terminating.NotWithdrawable(place.Petition, place.Court), Concerns = Pending,
        },
        new("termination-passing", TerminationReviewing.PassingUp, "上报终结", true, (call, _) => With(call, (p, rules) => TerminationReviewing.PassUp(p, call.Input.Field("opinion"), rules, call.Who.Actors)))
        {
            AgainstFrom = At(TerminationStation.PassUp), Concerns = Pending,
        },
        new("termination-return", "return-termination", "退回终结报请", true, (call, _) => PetitionActs.Pure(p => TerminationReviewing.Return(p, call.Who.Court, call.Input.Reason, call.Who.Actors)))
        {
            AgainstFrom = place => TerminationReviewing.NotReturnable(place.Petition, place.Court), Concerns = Pending,
        },
        new("termination-decider", "name-termination-decider", "交高级法院终结", true, (call, _) => With(call, (p, rules) => TerminationReviewing.Name(p, call.Input.Field("document"), rules, call.Who.Actors)))
        {
            AgainstFrom = place => TerminationReviewing.NotNameable(place.Petition, Rules(place)), Concerns = Pending,
        },
        .. Filing,
        new("termination-decision", TerminationReviewing.Deciding, "决定终结", true, (call, _) => With(call, (p, rules) => TerminationReviewing.Decide(p, call.Input.Field("document"), call.Input.Field("exception"), rules, call.Who.Actors)))
        {
            AgainstFrom = place => TerminationReviewing.NotDecidable(place.Petition, place.Court, Rules(place)), Concerns = Pending,
        },
        new("termination-notice", "notify-termination", "书面告知终结", true, (call, _) => PetitionActs.Pure(p => Method(call) is { } method
            ? TerminationReviewing.Notify(p, call.Who.Court, method, call.Input.Field("document"), call.Input.Field("proof"))
            : Unknown(call))) { AgainstFrom = place => TerminationReviewing.NotNotifiable(place.Petition, place.Court), Concerns = Standing },
        new("termination-reversal", "reverse-termination", "撤销终结", true, (call, _) => With(call, (p, rules) => TerminationReviewing.Reverse(p, call.Input.Reason, call.Input.Field("document"), rules)))
        {
            AgainstFrom = place => TerminationReviewing.NotReversible(place.Petition, place.Court), Concerns = Standing,
        },
    ];

    private static PetitionActs.Entry[] Filing =>
    [
        new("termination-filing", "file-termination", "报请终结备案", true, (call, _) => With(call, (p, rules) => TerminationReviewing.File(p, call.Input.Field("document"), rules, call.Who.Actors)))
        {
            AgainstFrom = At(TerminationStation.File), Concerns = Pending,
        },
        new("filing-correction-request", TerminationReviewing.Answering, "要求补正备案", true, (call, _) => With(call, (p, rules) =>
            TerminationReviewing.AskCorrection(p, call.Input.Reason, call.Input.Day("due"), rules, call.Who.Actors))) { AgainstFrom = At(TerminationStation.AnswerFiling), Concerns = Pending },
        new("filing-correction", "correct-filing", "补正备案", true, (call, _) => With(call, (p, rules) => TerminationReviewing.Correct(p, call.Input.Field("what"), call.Input.Field("document"), rules, call.Who.Actors)))
        {
            AgainstFrom = At(TerminationStation.Correct), Concerns = Pending,
        },
        new("filing-answer", TerminationReviewing.Answering, "答复备案", true, (call, _) => With(call, (p, rules) => Codes.Of<FilingAnswer>(call.Input.Field("answer")) is { } answer
            ? TerminationReviewing.Answer(p, answer, call.Input.Reason, call.Input.Field("document"), rules, call.Who.Actors)
            : new Refusal.Input("answer", "choice-missing"))) { AgainstFrom = At(TerminationStation.AnswerFiling), Concerns = Pending },
    ];

    /// <summary>What termination has to know of the law, the courts above and the files, seen from a court.</summary>
    public static TerminationRules Rules(Law law, Petition petition, int court, DateOnly on, IReadOnlyList<MatterDocument> files)
    {
        var own = petition.Opened.Responsible;
        var grounds = law.List(own, TerminationRules.GroundList, on) ?? Lists.Of(law, TerminationRules.GroundList);
        return new TerminationRules(
            grounds, of => law.List(own, TerminationRules.MaterialList(of), on), [.. law.Chain(own).Select(law.Court)], law.Court(court), Enforcing(law, petition, on), law.Court,
            p => p.Procedures.Exhaustion, (int)(law.Rules.Threshold(TerminationRules.RepeatThreshold, law.Chain(own), on)?.Value ?? int.MaxValue), files, on);
    }

    /// <summary>What a court would say that reports today, as far as it is on record: what is missing shows before anything is typed.</summary>
    public static TerminationStatement Presumed(Petition petition) => new(TerminationScope.Enforcement, [.. petition.Contacts.Select(c => c.Contact)], "…", "…");

    /// <summary>The field of a material.</summary>
    internal static string Field(string material) => "material-" + material;

    /// <summary>Whether a termination is or was under way.</summary>
    internal static bool Begun(PetitionActs.Place place) => place.Petition.Terminations.All.Count > 0;

    /// <summary>Whether one stands.</summary>
    internal static bool Standing(PetitionActs.Place place) => place.Petition.Terminations.Standing is not null;

    internal static ServiceMethod? Method(ActCall call) => Codes.Of<ServiceMethod>(call.Input.Field("method"));

    internal static Refusal.Input Unknown(ActCall call) => new("method", "service-method-unknown", call.Input.Field("method"));

    internal static TerminationRules Rules(PetitionActs.Place place) => Rules(place.Law, place.Petition, place.Court, place.Today, []);

    private static bool Open(PetitionActs.Place place) => place.Petition is { IsOpen: true, Acceptance.Accepted: not null, Terminations.Pending: null };

    private static bool Pending(PetitionActs.Place place) => place.Petition.Terminations.Pending is not null;

    private static int? Enforcing(Law law, Petition petition, DateOnly on) =>
        petition.Opened.CaseNumber is { } number && CaseNumberReader.Read(number, law.Courts, on.Year) is CaseNumberReading.Parsed { Number.Court: { } court } ? court.Number : null;

    private static Func<PetitionActs.Place, Refusal?> At(TerminationStation station) => place => TerminationReviewing.NotHere(place.Petition, place.Court, station);

    /// <summary>What speaks against a report by what is on record; severe hardship does not, since the report may ask for an exception.</summary>
    private static Refusal? Against(PetitionActs.Place place) =>
        Terminating.NotReportable(place.Petition) ?? TerminationConditions.Refused(place.Petition, Presumed(place.Petition), Rules(place)) ?? Terminating.WrongCourt(place.Petition, Rules(place));

    private static Task<PetitionActs.Prepared> With(ActCall call, Func<Petition, TerminationRules, Decision<object>> decide)
    {
        var law = call.Office.Law.Now;
        return PetitionActs.Pure(p => decide(p, Rules(law, p, call.Who.Court, call.Input.On, [])));
    }

    private static Decision<object> Hear(ActCall call, Petition petition) => Codes.Of<TerminationHearingKind>(call.Input.Field("kind")) is not { } kind ? new Refusal.Input("kind", "choice-missing")
        : Method(call) is { } method
            ? Terminating.Hear(petition, new TerminationHeard(kind, method, call.Input.Text("present"), call.Input.Text("view"), call.Input.Signing, call.Input.Text("proof"), call.Who.Actors.Person, call.Who.Actors.For))
            : Unknown(call);

    private static async Task<PetitionActs.Prepared> Report(ActCall call, CancellationToken stop)
    {
        var (law, input) = (call.Office.Law.Now, call.Input);
        var reading = new Reading(call.Who.Scope);
        var files = WriteOffActs.Files(call.Office, reading, call.Petition);
        await reading.Run(call.Office.Db, null, stop);
        var documents = await files;
        var list = call.Petition.Acceptance.Classified is { Class: var of } ? call.List(TerminationRules.MaterialList(of)) : null;
        var chosen = (list?.Items ?? []).SelectMany(item => Split(input.Field(Field(item.Code))).Select(reference => (item.Code, reference))).ToList();
        var repeats = Split(input.Field("repeats")).ToHashSet(StringComparer.Ordinal);
        return new PetitionActs.Prepared(p => Terminating.Report(
            p,
            new ReportTermination(
                new TerminationStatement(
                    Codes.Of<TerminationScope>(input.Field("scope")), [.. p.Contacts.Where(c => repeats.Contains(c.Contact.ToString()) || repeats.Contains(c.Number)).Select(c => c.Contact)],
                    input.Blank("sameCause"), input.Blank("exceptionAsked")),
                input.Blank("document"), chosen),
            Rules(law, p, call.Who.Court, input.On, documents), call.Who.Actors));
    }

    private static string[] Split(string? text) => (text ?? string.Empty).Split([',', '，', '、', ' '], StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);
}
