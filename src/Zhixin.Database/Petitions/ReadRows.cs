using System.Collections.Concurrent;
using System.Collections.Frozen;
using System.Text.Json;
using Zhixin.Courts;
using Zhixin.History;
using Zhixin.Intake;
using Zhixin.Obligations;
using Zhixin.Petitions;
using Zhixin.Petitions.Acts;
using Zhixin.Reception;

namespace Zhixin.Database.Petitions;

/// <summary>The read rows of contacts, petitions and obligations: pure functions of the folded state and the court tree.</summary>
/// <param name="groupVisit">From how many people on a visit is a group visit; a pack's threshold.</param>
public sealed partial class ReadRows(CourtDirectory courts, int groupVisit)
{
    /// <summary>Most matters of a court are seen by the same courts: made once, never changed.</summary>
    private readonly ConcurrentDictionary<(int Home, int Responsible), IReadOnlyList<(int Court, string Ground)>> _sight = new();
    private readonly ConcurrentDictionary<(int Home, int Responsible), int[]> _seenBy = new();

    /// <summary>Those of supervisions.</summary>
    public Supervisions.SupervisionRows Supervisions => field ??= new Supervisions.SupervisionRows(courts, this);

    /// <summary>Those of ranking bulletins.</summary>
    public Bulletins.BulletinStreams Bulletins => field ??= new Bulletins.BulletinStreams(this);

    /// <summary>Those of platform items.</summary>
    public PlatformItems.PlatformRows PlatformItems => field ??= new PlatformItems.PlatformRows(courts, this);

    /// <summary>Those of records of checks.</summary>
    public Checks.CheckRows Checks => field ??= new Checks.CheckRows(courts, this);

    /// <summary>Those of the report box.</summary>
    public ReportBox.ReportRows Reports => field ??= new ReportBox.ReportRows(courts, this);

    /// <summary>In <c>obligation.overdue_after</c>: no clause sets a date. The database knows it as infinity, so that the untimed stand last in every order.</summary>
    public static readonly DateOnly Untimed = DateOnly.MaxValue;

    /// <summary>In <c>obligation.charged_unit</c>: whoever approves opinions.</summary>
    public const string Approver = "approver";

    private static readonly char[] Letters = [.. "abcdefghijklmnopqrstuvwxyz"];

    /// <summary>Columns of <c>contact</c>.</summary>
    public static ReadTable Contacts { get; } = new("contact", ["home", "id"],
    [
        "home", "id", "version", "number", "channel", "venue", "received_on", "received_at", "receiver", "people", "petitioners", "summary",
        "request", "case_number", "flags", "petition", "petition_home", "voided", "accused", "entered_on", "outcome", "result", "opinion", "followed_by", "high", "mid", "basic", "words", "seen_by",
    ]);

    /// <summary>Columns of <c>petition</c>.</summary>
    public static ReadTable Petitions { get; } = new("petition", ["home", "id"],
    [
        "home", "id", "version", "number", "stage", "phase", "responsible", "responsible_unit", "high", "mid", "basic", "registering", "case_number",
        "petitioners", "parties", "summary", "priority", "major", "handler", "lead", "in_charge", "co_handlers", "accused", "contacts", "people", "level_skip", "group_visit",
        "channel", "venue", "class", "cause", "first_received_on", "last_received_on", "next_due", "next_kind", "overdue_after", "ledger_key", "seen_by",
    ]);

    /// <summary>Columns of <c>obligation</c>.</summary>
    public static ReadTable Obligations { get; } = new("obligation", ["home", "stream", "no"],
    [
        "home", "stream", "no", "matter", "kind", "name", "slot", "clause", "pack", "pack_version", "court", "high", "mid", "basic", "unit", "person",
        "trigger_on", "due", "provisional", "warn_only", "counts_from", "state", "settled_on", "barred", "falls_to", "charged_unit", "charged_person", "overdue_after", "priority", "answers_to", "seen_by",
    ]);

    /// <summary>Columns of <c>join_proposal</c>.</summary>
    public static ReadTable Proposals { get; } = new("join_proposal", ["home", "contact", "no"],
    [
        "home", "contact", "no", "number", "received_on", "petition_home", "petition", "petition_number", "court", "reason", "state", "answer", "seen_by",
    ]);

    /// <summary>The rows of a contact's proposals: both courts see them, and nothing of the contact but its number and date.</summary>
    public static IEnumerable<TableRow> ProposalsOf(Contact contact) => contact.Proposals.Select(proposal => new TableRow(
        Proposals,
        [
            contact.Id.Home, contact.Id.Id, proposal.Proposed.No, contact.Facts.Number, contact.Facts.ReceivedOn, proposal.Proposed.PetitionHome,
            proposal.Proposed.Petition, proposal.Proposed.PetitionNumber, proposal.Proposed.Court, proposal.Proposed.Reason, proposal.State,
            proposal.Answer?.Reason, new[] { contact.Id.Home, proposal.Proposed.Court }.Distinct().Order().ToArray(),
        ]));

    /// <summary>The courts that see a matter: the registering one, the responsible ones, and those above them, with the ground of each.</summary>
    public IReadOnlyList<(int Court, string Ground)> Sight(int home, params IReadOnlyList<int> responsible) =>
        responsible is [var one] ? _sight.GetOrAdd((home, one), static (key, rows) => rows.Made(key.Home, [key.Responsible]), this) : Made(home, responsible);

    /// <summary>
    /// The same for a petition: courts whose contacts joined it see it too, those that answered before with their superiors, those that handle it together, and
    /// whoever handed it down and has not closed that, wherever it went since.
    /// </summary>
    public IReadOnlyList<(int Court, string Ground)> Sight(Petition petition) =>
    [
        .. Sight(petition.Id.Home, petition.Opened.Responsible)
            .Concat(petition.Former.SelectMany(court => courts.Superiors(Court(court)).Select(c => (c.Number, "superior")).Prepend((court, "transferred"))))
            .Concat(petition.HandDowns.Joint.SelectMany(court => courts.Superiors(Court(court)).Select(c => (c.Number, "superior")).Prepend((court, "joint"))))
            .Concat(petition.HandDowns.Open.SelectMany(h => new[] { (h.Issued.From, "hand-down"), (h.Issued.To, "hand-down") })).Distinct(),
        .. petition.Contacts.Select(c => c.Home).Distinct().Where(home => home != petition.Id.Home).Select(home => (home, "joined")),
    ];

    /// <summary>The distinct courts of the sight rows, ascending.</summary>
    public int[] SeenBy(int home, params IReadOnlyList<int> responsible) =>
        responsible is [var one] ? _seenBy.GetOrAdd((home, one), static (key, rows) => Courts(rows.Sight(key.Home, key.Responsible)), this) : Courts(Sight(home, responsible));

    /// <summary>The same for a petition.</summary>
    public int[] SeenBy(Petition petition) =>
        petition.Former.Count == 0 && petition.HandDowns.All.Count == 0 && petition.Contacts.All(c => c.Home == petition.Id.Home) ? SeenBy(petition.Id.Home, petition.Opened.Responsible) : Courts(Sight(petition));

    /// <summary>The row of a contact.</summary>
    /// <param name="responsible">The responsible courts of its petitions, which see it too.</param>
    public TableRow Of(Contact contact, params IReadOnlyList<int> responsible)
    {
        var (facts, chain) = (contact.Facts, courts.Columns(Court(contact.Id.Home)));
        var petition = contact.Petitions.Count == 0 ? null : contact.Petitions[^1];
        return new TableRow(Contacts,
        [
            contact.Id.Home, contact.Id.Id, contact.Version, facts.Number, Code(facts.Channel), Code(facts.Venue), facts.ReceivedOn,
            facts.ReceivedAt, facts.Receiver, facts.People, facts.Petitioners.Select(p => p.Person).ToArray(), facts.Summary, facts.Request,
            facts.CaseNumber, facts.Flags.Select(f => Code(f)).ToArray(), petition?.Petition, petition?.PetitionHome,
            contact.VoidedBecause is not null, facts.Accused.ToArray(), contact.EnteredOn, Code(contact.Handled.Outcome), contact.Handled.Result,
            contact.Handled.Opinion, contact.Handled.FollowedBy, chain.High, chain.Mid, chain.Basic,
            Words.Of(facts.Summary + "\n" + facts.Request), SeenBy(contact.Id.Home, responsible),
        ]);
    }

    /// <summary>The row of a petition.</summary>
    public TableRow Of(Petition petition)
    {
        var (opened, chain) = (petition.Opened, courts.Columns(Court(petition.Opened.Responsible)));
        var acceptance = petition.Acceptance;
        var last = petition.Contacts.MaxBy(c => (c.ReceivedOn, c.Number));
        return new TableRow(Petitions,
        [
            petition.Id.Home, petition.Id.Id, petition.Version, opened.Number, petition.Stage.Code, petition.Stage.Phase, opened.Responsible, opened.ResponsibleUnit,
            chain.High, chain.Mid, chain.Basic, petition.Id.Home, opened.CaseNumber, petition.Petitioners.Select(p => p.Person).ToArray(),
            opened.Parties.ToArray(), opened.Subject, Code(petition.Priority), petition.IsMajor, petition.Assignment?.Handler,
            petition.Team.Lead?.Person, petition.Team.InCharge?.Person, petition.CoHandlers.ToArray(), petition.Accused.ToArray(), petition.Contacts.Count,
            petition.Contacts.Select(c => c.People).DefaultIfEmpty(0).Max(), petition.LevelSkip,
            petition.Contacts.Any(c => c.Channel == Channel.Visit && c.People >= groupVisit), Code(last?.Channel ?? Channel.Visit),
            Code(last?.Venue ?? Venue.OwnCourt), acceptance.Classified is { } classified ? Code(classified.Class) : null,
            acceptance.Accepted is { Causes: [var cause, ..] } ? Leading(cause) : opened.Cause, petition.Contacts.Select(c => c.ReceivedOn).DefaultIfEmpty().Min(),
            last?.ReceivedOn ?? default, petition.Next?.Due, petition.Next?.Rule.Kind, OverdueAfter(petition), opened.LedgerKey,
            SeenBy(petition),
        ]);
    }

    /// <summary>The row of one obligation of a petition.</summary>
    public TableRow Of(Petition petition, Obligation obligation) => Of(
        petition.Id, PetitionNotices.Kind, obligation, petition.Accused.ToArray(), Assigning.FallsTo(petition, obligation), Charged(petition, obligation), petition.Priority, SeenBy(petition),
        petition.HandDowns.Superior(obligation));

    /// <summary>The row of one obligation of a day, which belongs to no petition: nobody is barred from it, and no person has it on the desk.</summary>
    public TableRow Of(Period period, Obligation obligation) => Of(period.Id, Period.Kind, obligation, [], null, (obligation.Unit, obligation.Person), Priority.Ordinary, SeenBy(period.Id.Home, period.Id.Home));

    /// <summary>The row of one obligation of a supervision.</summary>
    public TableRow Of(Zhixin.Supervisions.Supervision supervision, Obligation obligation, int[] seenBy) =>
        Of(supervision.Id, Zhixin.Supervisions.Supervision.Kind, obligation, [.. supervision.Material.Accused], obligation.Person, (obligation.Unit, obligation.Person), Priority.Ordinary, seenBy, supervision.Superior(obligation));

    /// <summary>The row of one obligation of a bulletin: the court owes it, no person.</summary>
    public TableRow Of(Zhixin.Bulletins.Bulletin bulletin, Obligation obligation, int[] seenBy) =>
        Of(bulletin.Id, Zhixin.Bulletins.Bulletin.Kind, obligation, [], null, (obligation.Unit, obligation.Person), Priority.Ordinary, seenBy);

    /// <summary>The row of one obligation of a platform item: nobody is barred from it.</summary>
    public TableRow Of(Zhixin.PlatformItems.PlatformItem item, Obligation obligation, int[] seenBy) =>
        Of(item.Id, Zhixin.PlatformItems.PlatformItem.Kind, obligation, [], obligation.Person, (obligation.Unit, obligation.Person), Priority.Ordinary, seenBy, obligation.Opened.Court == item.Received.To ? item.Received.From : null);

    /// <summary>The row of one obligation of a record of checks: nobody is barred from it.</summary>
    public TableRow Of(Zhixin.Checks.CheckRecord record, Obligation obligation, int[] seenBy) =>
        Of(record.Id, Zhixin.Checks.CheckRecord.Kind, obligation, [], obligation.Person, (obligation.Unit, obligation.Person), Priority.Ordinary, seenBy);

    /// <summary>The row of one obligation of a report: whom it names does not see it.</summary>
    public TableRow Of(Zhixin.ReportBox.BoxedReport report, Obligation obligation, int[] seenBy) =>
        Of(report.Id, Zhixin.ReportBox.BoxedReport.Kind, obligation, [.. report.Received.Accused], obligation.Person, (obligation.Unit, obligation.Person), Priority.Ordinary, seenBy);

    /// <summary>The row of one obligation of any matter.</summary>
    /// <param name="superior">The court to which it is owed; null of what no superior awaits.</param>
    private TableRow Of(
        StreamId id, string matter, Obligation obligation, Guid[] barred, Guid? fallsTo, (string Unit, Guid? Person) charged, Priority priority, int[] seenBy, int? superior = null)
    {
        var (opened, rule, chain) = (obligation.Opened, obligation.Rule, courts.Columns(Court(obligation.Opened.Court)));
        return new TableRow(Obligations,
        [
            id.Home, id.Id, obligation.No, matter, rule.Kind, rule.Name, rule.Slot, rule.Clause, rule.Pack.Id,
            rule.Pack.Version, opened.Court, chain.High, chain.Mid, chain.Basic, obligation.Unit, obligation.Person, obligation.Trigger,
            obligation.Due, obligation.Provisional, rule.WarnOnly, opened.CountsFrom, State(obligation), SettledOn(obligation),
            barred, fallsTo, charged.Unit, charged.Person, obligation.OverdueAfter ?? Untimed, Code(priority), superior, seenBy,
        ]);
    }

    /// <summary>Whose breach it would be: the approver's, where an opinion lay with the approver when the last day ended (GC21-13); else the obligor's.</summary>
    private static (string Unit, Guid? Person) Charged(Petition petition, Obligation obligation) =>
        petition.Silence(obligation) is null ? (obligation.Unit, obligation.Person) : (Approver, petition.Team.Lead?.Person);

    /// <summary>The cause by which lists are filtered: "7" of its alternative "7a".</summary>
    private static string Leading(string code) => code.TrimEnd(Letters) is { Length: > 0 } leading ? leading : code;

    /// <summary>The stored word of an enum value: kebab-case, as in the events.</summary>
    public static string Code<T>(T value)
        where T : struct, Enum => Codes<T>.Of[value];

    private IReadOnlyList<(int Court, string Ground)> Made(int home, IReadOnlyList<int> responsible) =>
    [
        .. responsible.SelectMany(court => courts.Superiors(Court(court)).Select(c => (c.Number, "superior")).Prepend((court, "responsible")))
            .Prepend((home, "registering")).Distinct(),
    ];

    private static int[] Courts(IReadOnlyList<(int Court, string Ground)> sight) => [.. sight.Select(s => s.Court).Distinct().Order()];

    private Court Court(int number) => courts.ByNumber(number) ?? throw new ArgumentOutOfRangeException(nameof(number), number, "No such court.");

    /// <summary>A window is a right of somebody: nobody is late with it, and no list of what is owed has it.</summary>
    private static string State(Obligation obligation) => obligation.State switch
    {
        ObligationState.Open => obligation.IsWindow ? "window" : "open",
        ObligationState.Fulfilled => obligation.IsWindow ? "used" : "fulfilled",
        ObligationState.Ended => "ended",
        _ => throw new InvalidOperationException(),
    };

    /// <summary>The day after which the petition counts as overdue: the first open date, or the day up to which it does not count.</summary>
    private static DateOnly? OverdueAfter(Petition petition) => petition.Obligations.Where(o => o is { IsOpen: true, IsWindow: false }).Select(o => o.OverdueAfter).Min();

    private static DateOnly? SettledOn(Obligation obligation) => (obligation.State as ObligationState.Fulfilled)?.On;

    private static class Codes<T>
        where T : struct, Enum
    {
        public static readonly FrozenDictionary<T, string> Of =
            Enum.GetValues<T>().Distinct().ToFrozenDictionary(value => value, value => JsonNamingPolicy.KebabCaseLower.ConvertName(value.ToString()));
    }
}
