using Zhixin.Obligations;
using Zhixin.Petitions.Acts;

namespace Zhixin.Supervisions.Acts;

/// <summary>Admonish leaders of a court below.</summary>
/// <param name="To">Number of that court; null where what was given is none.</param>
public sealed record Admonish(int? To, string? Met, string? Why, string? Demands, DateOnly? Due);

/// <summary>What follows where urging did not help: finding (HNI-12), bulletin and accountability, admonition (SPC16-5(4)).</summary>
public static partial class Pressing
{
    /// <summary>The threshold of the packs: how many days overdue are a long lag.</summary>
    public const string LagDays = "long-lag";

    /// <summary>After urging the opinion is still not followed (HNI-12): bulletin and accountability are both owed from now on.</summary>
    public static Decision<object> FindUnfollowed(Supervision supervision, int no, int court, string? finding, DateOnly on) => supervision.Opinion(no) switch
    {
        _ when !supervision.IsOpen => Reviewing.Over(supervision),
        null => new Refusal.Input("opinion", "supervision-opinion-unknown", no),
        { Issued.From: var from } when from != court => new Refusal.State("supervision-opinion-not-yours"),
        { NotFollowed: not null } => new Refusal.State("not-followed-found-before"),
        { UrgedOn: null } => new Refusal.Law("HNI-12", "not-followed-needs-urging"),
        { } opinion when !IsUnfollowed(supervision, supervision.Letter(opinion.Issued.Letter)!, no, on) && !LapsedUnfollowed(supervision, opinion) => new Refusal.Law("HNI-12", "not-followed-not-due"),
        _ when Empty(finding) => new Refusal.Law("HNI-12", "not-followed-needs-finding"),
        { } opinion => new object[] { new SupervisionOpinionNotFollowed(no, finding!.Trim(), [.. Missed(supervision, opinion, on).Select(o => o.No)]) },
    };

    /// <summary>The opinions that a court may find not followed: urged, and either binding or lapsed only after their date.</summary>
    public static bool MayBeUnfollowed(Supervision supervision, Opinion opinion) =>
        opinion is { NotFollowed: null, UrgedOn: not null } && (opinion.Binds || LapsedUnfollowed(supervision, opinion));

    /// <summary>What was let pass on an opinion: what is overdue on its letter now, or was when the opinion lapsed.</summary>
    private static IEnumerable<Obligation> Missed(Supervision supervision, Opinion opinion, DateOnly on) => opinion.Lapsed
        ? supervision.Obligations.Where(o => o.Opened.Thing == Opinion.Thing(opinion.No) && o is { IsWindow: false, State: ObligationState.Ended } && o.Due is not null)
        : Breached(supervision, supervision.Letter(opinion.Issued.Letter)!, on);

    /// <summary>Why a court finds so of no opinion; null where there is one that was urged.</summary>
    public static Refusal? NothingUnfollowed(Supervision supervision, int court) => !supervision.IsOpen ? Reviewing.Over(supervision)
        : supervision.Opinions.Any(o => o.Issued.From == court && MayBeUnfollowed(supervision, o)) ? null : new Refusal.Law("HNI-12", "not-followed-needs-urging");

    /// <summary>The bulletin in the area: owed where an opinion is not followed (HNI-12); it may follow where an urging letter did not help (HNP-23). It can be issued after closing.</summary>
    public static Decision<object> Bulletin(Supervision supervision, int court, string? number, string? content, DateOnly on) => supervision switch
    {
        _ when NothingToBulletin(supervision, court, on) is { } not => not,
        _ when Empty(number) => new Refusal.Law("HNI-12", "bulletin-needs-number"),
        _ when Empty(content) => new Refusal.Law("HNI-12", "bulletin-needs-content"),
        _ => new object[] { new SupervisionBulletinIssued(number!.Trim(), content!.Trim(), Shown(supervision, court, o => o.OwesBulletin, on), court) },
    };

    /// <summary>Why a court issues no bulletin on a day: it is for who gave the opinion, or sent the urging letter. Null where one is owed or possible.</summary>
    public static Refusal? NothingToBulletin(Supervision supervision, int court, DateOnly on) => supervision switch
    {
        { End.How: not "closed" } => Reviewing.Over(supervision),
        _ when supervision.Opinions.Any(o => o.OwesBulletin && o.Issued.From == court) => null,
        { End: not null } => Reviewing.Over(supervision),
        _ when SentNothing(supervision, court) is { } not => not,
        _ when Sent(supervision, court).Any(l => l.LastUrging is { ExplainedOn: null } last && last.DueOn < on && l.OverrunOn is not null) => null,
        _ => new Refusal.Law("HNP-23", "bulletin-before-urging"),
    };

    /// <summary>Accountability is opened for an opinion that is not followed (HNI-12). The person is heard first. It can be opened after closing.</summary>
    public static Decision<object> OpenAccountability(Supervision supervision, int court, string? whom, string? why, string? statement, string? document, DateOnly on) => supervision switch
    {
        _ when NobodyAccountable(supervision, court) is { } not => not,
        _ when Empty(whom) => new Refusal.Law("HNI-12", "accountability-needs-whom"),
        _ when Empty(why) => new Refusal.Law("HNI-12", "accountability-needs-why"),
        _ when Empty(statement) => new Refusal.Law("HNI-12", "accountability-needs-statement"),
        _ when Empty(document) => new Refusal.Law("HNI-12", "accountability-needs-document"),
        _ => new object[]
        {
            new SupervisionAccountabilityOpened(whom!.Trim(), why!.Trim(), statement!.Trim(), document!.Trim(), Shown(supervision, court, o => o.OwesAccountability, on), court),
        },
    };

    /// <summary>Why a court holds nobody accountable: it is for who gave the opinion. Null where it is owed.</summary>
    public static Refusal? NobodyAccountable(Supervision supervision, int court) => supervision switch
    {
        { End.How: not "closed" } => Reviewing.Over(supervision),
        _ when supervision.Opinions.Any(o => o.OwesAccountability && o.Issued.From == court) => null,
        _ when SentNothing(supervision, court) is { } not => not,
        _ => new Refusal.Law("HNI-12", "accountability-before-not-followed"),
    };

    /// <summary>The superior admonishes 约谈 leaders of a court below: where an opinion is not followed, or something has been overdue for long.</summary>
    /// <param name="lag">How many days overdue are long.</param>
    public static Decision<object> DecideAdmonition(Supervision supervision, Admonish command, int court, int lag, DateOnly on)
    {
        var shown = command.To is { } to ? Lagging(supervision, court, to, lag, on) : [];
        return command switch
        {
            _ when !supervision.IsOpen => Reviewing.Over(supervision),
            { To: null } => new Refusal.Input("court", "court-unknown", string.Empty),
            _ when shown.Count == 0 => new Refusal.Law("SPC16-5(4)", "admonish-no-ground", lag),
            _ when Empty(command.Met) => new Refusal.Law("SPC16-5(4)", "admonish-needs-persons"),
            _ when Empty(command.Why) => new Refusal.Law("SPC16-5(4)", "admonish-needs-why"),
            _ when Empty(command.Demands) => new Refusal.Law("SPC16-5(4)", "admonish-needs-demands"),
            { Due: null } => new Refusal.Law("SPC16-5(4)", "admonish-needs-date"),
            { Due: { } due } when due < on => new Refusal.Input("due", "urging-due-past", on),
            { To: { } of, Due: { } due } => new object[]
            {
                new SupervisionAdmonished(
                    supervision.Admonitions.Count + 1, of, command.Met!.Trim(), command.Why!.Trim(), [.. shown.Select(o => o.No)], command.Demands!.Trim(), due, string.Empty),
            },
        };
    }

    /// <summary>What is the ground to admonish a court below on a day: what it owes on an opinion that is not followed, and what has been overdue for long.</summary>
    public static IReadOnlyList<Obligation> Lagging(Supervision supervision, int court, int to, int lag, DateOnly on) =>
    [
        .. Sent(supervision, court).Where(letter => letter.Issued.To == to).SelectMany(letter => Breached(supervision, letter, on))
            .Where(o => o.DaysOverdue(on) >= lag || o.Opened.Thing?.Series == Opinion.Series),
    ];

    /// <summary>Why a court has nobody to admonish on a day; null where it has.</summary>
    public static Refusal? NobodyToAdmonish(Supervision supervision, int court, int lag, DateOnly on) => !supervision.IsOpen ? Reviewing.Over(supervision)
        : Sent(supervision, court).Any(l => Lagging(supervision, court, l.Issued.To, lag, on).Count > 0) ? null : new Refusal.Law("SPC16-5(4)", "admonish-no-ground", lag);

    /// <summary>The court below reports how it put right what it was admonished for; closing does not free it from that.</summary>
    public static Decision<object> Rectify(Supervision supervision, int no, int court, string? content, string? document, Actors by) => supervision.Admonitions.FirstOrDefault(a => a.Facts.No == no) switch
    {
        _ when supervision.End is { How: not "closed" } => Reviewing.Over(supervision),
        null => new Refusal.Input("admonition", "admonition-unknown", no),
        { Facts.To: var to } when to != court => new Refusal.State("admonition-not-yours"),
        { RectifiedOn: not null } => new Refusal.State("rectified-before"),
        _ when Empty(content) => new Refusal.Law("SPC16-5(4)", "rectify-needs-content"),
        _ when Empty(document) => new Refusal.Law("SPC16-5(4)", "report-needs-document"),
        _ => new object[] { new SupervisionRectificationReported(no, content!.Trim(), document!.Trim(), by.Person, by.For) },
    };

    /// <summary>Why a court has nothing to put right; null where it has.</summary>
    public static Refusal? NothingToRectify(Supervision supervision, int court) => supervision.End is { How: not "closed" } ? Reviewing.Over(supervision)
        : supervision.Admonitions.Any(a => a.Facts.To == court && a.RectifiedOn is null) ? null : new Refusal.State("not-admonished");

    /// <summary>Why another superior than the one that leads does nothing here: it sent nothing itself.</summary>
    private static Refusal.Law? SentNothing(Supervision supervision, int court) => supervision.Letters.Any(l => l.Issued.From == court) ? null : Leading.NotLead(supervision, court);

    /// <summary>What shows it: what was found of the court's opinions, and what is overdue now on its letters.</summary>
    private static IReadOnlyList<int> Shown(Supervision supervision, int court, Func<Opinion, bool> owes, DateOnly on) =>
    [
        .. supervision.Opinions.Where(o => o.Issued.From == court && owes(o)).SelectMany(o => o.NotFollowed!.Breached).Concat(Sent(supervision, court).SelectMany(l => Breached(supervision, l, on)).Select(o => o.No)).Distinct().Order(),
    ];
}
