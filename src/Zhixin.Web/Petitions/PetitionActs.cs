using Zhixin.Calendar;
using Zhixin.Database.Petitions;
using Zhixin.History;
using Zhixin.Petitions;
using Zhixin.Petitions.Acts;
using Zhixin.Regulations;
using Zhixin.Web.Hosting;
using Zhixin.Web.Papers;
using Zhixin.Web.Texts;

namespace Zhixin.Web.Petitions;

/// <summary>What an act was given.</summary>
public sealed record ActInput(Func<string, string?> Field, DateOnly On)
{
    /// <summary>Every value that was sent, by field; empty where nobody typed.</summary>
    public IReadOnlyDictionary<string, string?> Given { get; init; } = new Dictionary<string, string?>(StringComparer.Ordinal);

    /// <summary>
    /// A day among the values that working days cannot be counted from or to, which is a mistyped year: no act takes one, since a date that stands in the history
    /// cannot be taken back. Null where there is none.
    /// </summary>
    public Refusal.Input? OutsideCalendar()
    {
        var (name, day) = Given.Select(value => (value.Key, Day: Read(value.Value?.Trim()))).FirstOrDefault(value => value.Day is { } day && !WorkCalendar.Covers(day), ("on", On));
        return day < WorkCalendar.First ? new Refusal.Input(name, "date-too-early", WorkCalendar.First)
            : day > WorkCalendar.Last ? new Refusal.Input(name, "date-too-late", WorkCalendar.Last)
            : null;
    }

    /// <summary>What was typed into a form.</summary>
    public static ActInput Of(PostedForm form, DateOnly on) => new(field => form[field], on) { Given = form.Values };

    /// <summary>What was sent as JSON.</summary>
    public static ActInput Of(ApiAct body, DateOnly on) => new(body.Value, on) { Given = body.Fields ?? [] };

    /// <summary>The reason as typed; empty where there is none.</summary>
    public string Reason => Field("reason") ?? string.Empty;

    /// <summary>A text without the spaces around it; empty where there is none.</summary>
    public string Text(string field) => (Field(field) ?? string.Empty).Trim();

    /// <summary>The same; null where there is none.</summary>
    public string? Blank(string field) => Text(field) is { Length: > 0 } text ? text : null;

    /// <summary>Whether the answer is yes.</summary>
    public bool Yes(string field) => Field(field) is "yes";

    /// <summary>A decision between yes and no; who chose neither has not decided.</summary>
    public Decision<object> Choose(string field, Func<bool, Decision<object>> decide) =>
        Field(field) is "yes" or "no" ? decide(Yes(field)) : new Refusal.Input(field, "choice-missing");

    /// <summary>Whether the petitioner signed the record, and if not, why not.</summary>
    public Signing Signing => new(Yes("signed"), Blank("whyNotSigned"), Blank("signedBy"));

    /// <summary>The codes of a list of words with commas between; unknown ones are left out.</summary>
    public IReadOnlyList<T> Several<T>(string field)
        where T : struct, Enum => [.. Text(field).Split([',', '，', '、', ' '], StringSplitOptions.RemoveEmptyEntries).Select(Codes.Of<T>).OfType<T>()];

    /// <summary>A number; 0 where it is none.</summary>
    public int Number(string field) => int.TryParse(Field(field), out var number) ? number : 0;

    /// <summary>An id; all zeros where it is none.</summary>
    public Guid Id(string field) => Guid.TryParse(Field(field), out var id) ? id : Guid.Empty;

    /// <summary>A day; null where it is none.</summary>
    public DateOnly? Day(string field) => Read(Field(field));

    private static DateOnly? Read(string? text) => DateOnly.TryParseExact(text, "yyyy-MM-dd", out var day) ? day : null;
}

/// <summary>An act as it was asked for.</summary>
/// <param name="Who">Who acts, and for whom.</param>
public sealed record ActCall(Office Office, ActingPerson Who, Petition Petition, ActInput Input)
{
    /// <summary>The list in force where and when the act is done; null where no instrument in force there has one.</summary>
    public CodeList? List(string id) => Office.Law.Now.List(Petition.Opened.Responsible, id, Input.On);
}

/// <summary>Where an act stands on the page, in the order of the page.</summary>
public enum ActGroup
{
    Assigning,
    Reception,
    Acceptance,
    Team,
    HandDown,
    Handling,
    Measures,
    Procedure,
    WriteOff,
    Termination,
    Time,
    Record,
}

/// <summary>The acts on a petition that page and API offer, each with its noun as address.</summary>
public static class PetitionActs
{
    /// <summary>What is needed to decide: a pure decision, or a desk of its own.</summary>
    public sealed record Prepared(
        Func<Petition, Decision<object>>? Decide, Func<PetitionAct, CancellationToken, Task<Answer<PetitionAnswer>>>? Act = null);

    /// <summary>An act.</summary>
    /// <param name="Path">The noun in the address.</param>
    /// <param name="Act">Code in the authority matrix.</param>
    /// <param name="Name">On the button.</param>
    /// <param name="NeedsVersion">Acts that decide need the version that the actor saw.</param>
    public sealed record Entry(string Path, string Act, string Name, bool NeedsVersion, Func<ActCall, CancellationToken, Task<Prepared>> Prepare)
    {
        /// <summary>What speaks against the act before anything is typed; null asks the decision with nothing but a reason.</summary>
        public Func<Petition, Refusal?>? Against { get; init; }

        /// <summary>The same for an act that is another court's on each side of a hop: seen from the court of whoever looks.</summary>
        public Func<Place, Refusal?>? AgainstFrom { get; init; }

        /// <summary>Whether a court can have to do with the act in the petition at all; null: every court. What cannot concern it is not told there.</summary>
        public Func<Place, bool>? Concerns { get; init; }

        /// <summary>
        /// The lists on whose grounds it is done. What takes something from the petitioner stands on an instrument in force at the court, or it is not
        /// done; a list of another court's instrument is no ground.
        /// </summary>
        public IReadOnlyList<string> Grounds { get; init; } = [];

        /// <summary>Where it stands on the page.</summary>
        public ActGroup Group { get; init; } = ActGroup.Record;

        /// <summary>Why nothing in force at the petition's court carries the act on a day; null where something does.</summary>
        public Refusal? NotInForce(Law law, Petition petition, DateOnly on) => Grounds.FirstOrDefault(id => law.List(petition.Opened.Responsible, id, on) is null) is { } missing
            ? new Refusal.State("grounds-not-in-force", Lists.Of(law, missing).Name)
            : null;

        /// <summary>Reads what was given and fetches what the decision needs.</summary>
        public Task<Prepared> Begin(ActCall call, CancellationToken stop) =>
            NotInForce(call.Office.Law.Now, call.Petition, call.Input.On) is { } not ? Pure(_ => not) : Prepare(call, stop);
    }

    /// <summary>From where an act is looked at: the petition, the law, the court, the day.</summary>
    public sealed record Place(Petition Petition, Law Law, int Court, DateOnly Today);

    /// <summary>Every act.</summary>
    public static IReadOnlyList<Entry> All { get; } =
    [
        .. In(
            ActGroup.Assigning,
            [
                new("assignment", "assign", "指定承办人", true, Assign) { Against = Closed },
                new("acknowledgement", "acknowledge", "签收", false, (call, _) =>
                    Pure(p => Assigning.Acknowledge(p, call.Who.Whose, call.Input.On, call.Office.Today))),
                new("priority", "set-priority", "确定办理级别", true, (call, _) =>
                    Pure(p => LifeCycle.Prioritise(p, Codes.Of<Priority>(call.Input.Field("priority")) ?? p.Priority, call.Input.Reason))) { Against = Closed },
            ]),
        .. In(ActGroup.Reception, Reception.ReceptionActs.All),
        .. In(ActGroup.Acceptance, AcceptanceActs.All),
        .. In(ActGroup.Team, TeamActs.All),
        .. In(ActGroup.HandDown, HandDownActs.All),
        .. In(ActGroup.Handling, HandlingActs.All),
        .. In(ActGroup.Measures, MeasureActs.All),
        .. In(ActGroup.Measures, MeasureDecisionActs.All),
        .. In(ActGroup.Procedure, ProcedureActs.All),
        .. In(ActGroup.Procedure, Procedures.ChainActs.All),
        .. In(ActGroup.Procedure, Procedures.RemedyActs.All),
        .. In(ActGroup.Procedure, NonExecutionActs.All),
        .. In(ActGroup.WriteOff, WriteOffs.WriteOffActs.All),
        .. In(ActGroup.Termination, Terminations.TerminationActs.All),
        .. In(ActGroup.Termination, Terminations.AftercareActs.All),
        .. In(ActGroup.Time, TimeActs.All),
        .. PaperActs.All,
        new("joining", "join", "并入另一次来访来信", false, Join) { Against = Joining.Closed },
        new("join-proposal", "propose-join", "提议并入外院案件", false, (call, _) => Own((act, stop) => call.Office.Joins.Propose(
            call.Who, act, call.Input.Id("contact"), call.Input.Field("number") ?? string.Empty, call.Input.Reason, stop))) { Against = Closed },
        new("separation", "undo-join", "撤回并入", true, (call, _) => Own((act, stop) =>
            call.Office.Life.Leave(call.Who, act, call.Input.Id("contact"), call.Input.Reason, stop))) { Against = p => Joining.NotLeaving(p) ?? (p.Contacts.Count > 1 ? null : new Refusal.State("only-contact")) },
        new("correction", "correct", "更正登记", true, (call, _) => Own((act, stop) => call.Office.Contacts.Correct(
            call.Who, act, call.Input.Id("contact"), call.Input.Field("field") ?? string.Empty, call.Input.Field("value"), call.Input.Reason, stop))) { Against = Closed },
        new("contact-void", "void", "作废一次来访来信", true, (call, _) => Own((act, stop) =>
            call.Office.Contacts.Void(call.Who, act, call.Input.Id("contact"), call.Input.Reason, stop))) { Against = Closed },
        .. MoveActs.All,
        new("merger", "merge", "并入另一案", true, Merge) { Against = Closed },
        new("merger-undo", "undo-merge", "撤回并案", true, UndoMerge),
        new("void", "void", "作废", true, (call, _) => Pure(p => LifeCycle.Void(p, call.Input.Reason))),
        new("restoration", "void", "恢复", true, (call, _) => Pure(p => LifeCycle.Restore(p, call.Input.Reason))),
    ];

    private static IEnumerable<Entry> In(ActGroup group, IReadOnlyList<Entry> acts) => acts.Select(act => act with { Group = group });

    /// <summary>A decision that needs nothing but the petition.</summary>
    public static Task<Prepared> Pure(Func<Petition, Decision<object>> decide) => Task.FromResult(new Prepared(decide));

    /// <summary>Why nothing is done on a petition that is not open.</summary>
    public static Refusal? Closed(Petition petition) => petition.IsOpen ? null : new Refusal.State("petition-not-open", petition.Stage.Code);

    /// <summary>An act with a desk of its own.</summary>
    private static Task<Prepared> Own(Func<PetitionAct, CancellationToken, Task<Answer<PetitionAnswer>>> act) => Task.FromResult(new Prepared(null, act));

    /// <summary>The contact stands by its id or by its registration number.</summary>
    private static async Task<Prepared> Join(ActCall call, CancellationToken stop)
    {
        var found = call.Input.Id("contact") is var id && id != Guid.Empty ? [id] : await call.Office.Db.Query<Guid>(
            call.Who.Scope, "select id from contact where home = $1 and number = $2", [call.Petition.Id.Home, call.Input.Field("contact")?.Trim() ?? string.Empty], stop);
        return new Prepared(null, (act, token) => call.Office.Contacts.Join(call.Who, act, found.SingleOrDefault(), call.Input.Reason, token));
    }

    private static async Task<Prepared> Merge(ActCall call, CancellationToken stop)
    {
        var found = await call.Office.Db.Query<Target>(
            call.Who.Scope, "select /* all homes: merger-target */ home, id from petition where number = $1 order by home, id", [call.Input.Field("survivor")?.Trim() ?? string.Empty], stop);
        return found is [var survivor]
            ? new Prepared(null, (act, token) => call.Office.Life.Merge(call.Who, act, new StreamId(survivor.Home, survivor.Id), call.Input.Reason, token))
            : new Prepared(p => Closed(p) ?? new Refusal.Input("survivor", "petition-number-unknown", call.Input.Field("survivor")));
    }

    private static Task<Prepared> UndoMerge(ActCall call, CancellationToken stop) => call.Petition.Stage is Stage.Merged other && other.SurvivorHome != call.Petition.Id.Home
        ? Pure(_ => new Refusal.State("merger-other-court", other.SurvivorNumber))
        : call.Petition.Stage is Stage.Merged merged
        ? Own((act, token) => call.Office.Life.UndoMerge(call.Who, act, new StreamId(call.Petition.Id.Home, merged.Survivor), call.Input.Reason, token))
        : Pure(_ => new Refusal.State("petition-not-merged"));

    private static async Task<Prepared> Assign(ActCall call, CancellationToken stop)
    {
        var staff = await Candidates.Of(call.Office, call.Petition, stop);
        var handler = Candidates.Find(staff, call.Input.Field("handler"));
        if (handler is null)
        {
            return new Prepared(_ => new Refusal.Input("handler", "handler-not-in-post", call.Input.Field("handler")));
        }

        var co = Candidates.Find(staff, call.Input.Field("coHandler"));
        var reason = call.Input.Field("note");
        var command = new Assign(handler, co is null ? [] : [co], string.IsNullOrWhiteSpace(reason) ? null : reason);
        var original = call.Petition.Opened.OriginalHandler is { } id ? staff.FirstOrDefault(s => s.Id == id) : null;
        return new Prepared(p => Assigning.Decide(command, p, original, call.Who.ActingPosts.Contains("petition-unit-head")));
    }

    private sealed record Target
    {
        public required int Home { get; init; }

        public required Guid Id { get; init; }
    }
}
