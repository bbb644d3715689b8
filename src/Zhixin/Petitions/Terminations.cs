using Zhixin.History;

namespace Zhixin.Petitions;

/// <summary>A station of a termination on its way.</summary>
public enum TerminationStation
{
    /// <summary>A court reports, or the one that decides opens it.</summary>
    Report,

    /// <summary>A court on the way adds its opinion.</summary>
    PassUp,

    /// <summary>The High Court files it with the Supreme Court.</summary>
    File,

    /// <summary>The Supreme Court answers the filing.</summary>
    AnswerFiling,

    /// <summary>The High Court corrects the filing.</summary>
    Correct,

    /// <summary>The court that may decides.</summary>
    Decide,
}

/// <summary>Why an application is over.</summary>
public enum TerminationEnd
{
    /// <summary>Terminated.</summary>
    Decided,

    /// <summary>A court above sent it back to whoever reported.</summary>
    Returned,

    /// <summary>The Supreme Court returned the filing.</summary>
    FilingReturned,

    /// <summary>Taken back.</summary>
    Withdrawn,

    /// <summary>Another court answers, or the matter ended otherwise.</summary>
    Lapsed,
}

/// <summary>What somebody did at a station.</summary>
/// <param name="Text">The opinion, the letter, or the number of the decision.</param>
public sealed record TerminationStep(TerminationStation Station, int Court, Guid By, Guid? For, DateOnly On, string Text);

/// <summary>Where an application waits.</summary>
public sealed record TerminationPlace(TerminationStation Station, int Court);

/// <summary>A filing with the Supreme Court, and how far it came.</summary>
/// <param name="Asked">The correction that is asked for; null where none is, or it was made.</param>
/// <param name="Answer">Null while it is not answered.</param>
public sealed record TerminationFiling(TerminationFilingSent Sent, DateOnly SentOn, TerminationCorrectionAsked? Asked, TerminationFilingAnswered? Answer, DateOnly? AnsweredOn);

/// <summary>One application for termination, and how far it came. Where it waits is computed, never stored.</summary>
/// <param name="Steps">What counts, in order; a step back takes away what it undoes, which stays in the history.</param>
/// <param name="Named">The High Court to which the Supreme Court left the decision; null where it did not.</param>
/// <param name="Ended">Null while it is under way.</param>
public sealed record Termination(
    TerminationReported Reported, DateOnly On, IReadOnlyList<TerminationStep> Steps, int? Named, TerminationFiling? Filing, TerminationEnd? Ended, DateOnly? EndedOn, string? EndText)
{
    /// <summary>The series that terminations are of.</summary>
    public const string Series = "termination";

    /// <summary>The n-th of a petition.</summary>
    public static Thing Thing(int no) => new(Series, no);

    /// <summary>The decision; null before, and where there was none.</summary>
    public TerminationDecided? Decided { get; init; }

    /// <summary>When the petitioner had the decision in writing; null before.</summary>
    public DateOnly? NoticeOn { get; init; }

    /// <summary>Why it does not stand any more; null while it does, and before.</summary>
    public TerminationReversed? Reversed { get; init; }

    /// <summary>The day of the reversal.</summary>
    public DateOnly? ReversedOn { get; init; }

    /// <summary>Its number in the petition.</summary>
    public int No => Reported.No;

    /// <summary>Number of the court that decides: the one that the ground names, or the one to which the Supreme Court left it.</summary>
    public int Decider => Named ?? Reported.Decider;

    /// <summary>The day of the last thing that counts.</summary>
    public DateOnly Since => EndedOn ?? Steps[^1].On;

    /// <summary>Whether it stands: decided, and not reversed.</summary>
    public bool Stands => Ended is TerminationEnd.Decided && Reversed is null;

    /// <summary>Whether a decision waits for the Supreme Court to accept the filing: every one but its own (SPC16-23).</summary>
    public bool NeedsFiling => Decider != Reported.Supreme;

    /// <summary>Where it waits; null when it is over.</summary>
    public TerminationPlace? Waits => this switch
    {
        { Ended: not null } => null,
        _ when Unpassed is { } court => new(TerminationStation.PassUp, court),
        { NeedsFiling: false } => new(TerminationStation.Decide, Decider),
        { Filing: null } => new(TerminationStation.File, Decider),
        { Filing.Asked: not null } => new(TerminationStation.Correct, Decider),
        { Filing.Answer: null } => new(TerminationStation.AnswerFiling, Reported.Supreme),
        _ => new(TerminationStation.Decide, Decider),
    };

    /// <summary>Whether somebody took a step in it already, personally or as the one acted for; whoever asks to correct a filing answers it again.</summary>
    public bool Involves(Guid person) => Steps.Any(s => s.Station != TerminationStation.AnswerFiling && (s.By == person || s.For == person));

    /// <summary>The court that gets it back from another; null where that ends the application.</summary>
    public int? Before(int court) => court == Named ? Reported.Decider : Reported.Way.TakeWhile(c => c != court).LastOrDefault() is > 0 and var before ? before : null;

    /// <summary>The next court on the way that has not passed it up; null where none is left.</summary>
    private int? Unpassed => Reported.Way.SkipLast(1).Where(court => Steps.All(s => s.Station != TerminationStation.PassUp || s.Court != court)).Select(court => (int?)court).FirstOrDefault();

    internal Termination With(TerminationStation station, int court, Guid by, Guid? actingFor, DateOnly on, string text) =>
        this with { Steps = [.. Steps, new TerminationStep(station, court, by, actingFor, on, text)] };

    /// <summary>As it stands when a court has it again.</summary>
    internal Termination BackTo(int court) => this with { Steps = [Steps[0], .. Steps.Skip(1).TakeWhile(s => s.Court != court)], Named = null, Filing = null };

    internal Termination End(TerminationEnd end, DateOnly on, string? text) => this with { Ended = end, EndedOn = on, EndText = text };
}

/// <summary>The petitioner was heard, on a day.</summary>
public sealed record TerminationHearing(TerminationHeard Heard, DateOnly On);

/// <summary>What was said of hardship and answered, on a day.</summary>
public sealed record TerminationHardship(TerminationHardshipAnswered Answered, DateOnly On)
{
    /// <summary>Severe by the petitioner's own word or by what the court found (SPC16-22).</summary>
    public bool IsSevere => Answered.Stated || Answered.Found;
}

/// <summary>The terminations of a petition, what was done before one is reported, and what follows one: the fold of those facts.</summary>
/// <param name="Heard">How the petitioner was heard since the matter was opened or reopened last.</param>
/// <param name="Hardships">What was said of hardship since then.</param>
public sealed record Terminations(IReadOnlyList<Termination> All, IReadOnlyList<TerminationHearing> Heard, IReadOnlyList<TerminationHardship> Hardships, Aftercare After)
{
    /// <summary>Before anything happened.</summary>
    public static Terminations None { get; } = new([], [], [], Aftercare.None);

    /// <summary>The application under way; null where none is.</summary>
    public Termination? Pending => All is [.., { Ended: null } last] ? last : null;

    /// <summary>The termination that stands; null where none does.</summary>
    public Termination? Standing => All is [.., { Stands: true } last] ? last : null;

    /// <summary>The one with a number; null where there is none.</summary>
    public Termination? Find(int no) => All.FirstOrDefault(t => t.No == no);

    /// <summary>What was said of hardship last; null before anybody asked.</summary>
    public TerminationHardship? Hardship => Hardships is [.., var last] ? last : null;

    /// <summary>What a fact does to an application under way: where another court answers, or the matter ended otherwise, it goes nowhere.</summary>
    public IEnumerable<object> Lapse(object fact) =>
        fact is PetitionPassedOn or PetitionTransferred or PetitionWithdrawn or PetitionVoided or PetitionMerged or PetitionClosed or PetitionDeclineExplained && Pending is { No: var no }
            ? [new TerminationLapsed(no)]
            : [];

    /// <summary>The matter is open again: whoever reports it anew hears the petitioner anew; an application under way goes on with what it has.</summary>
    public Terminations Reopened() => Pending is null ? this with { Heard = [], Hardships = [] } : this;

    /// <summary>A contact left: nothing of it is asked any more.</summary>
    public Terminations Without(Guid contact) => this with { After = After.Without(contact) };

    /// <summary>Applies a fact; null when it is about something else.</summary>
    public Terminations? Apply(DatedFact dated) => Prepared(dated) ?? Chain(dated) ?? Ending(dated) ?? (After.Apply(dated) is { } after ? this with { After = after } : null);

    private Terminations? Prepared(DatedFact dated) => dated.Fact switch
    {
        TerminationHeard f => this with { Heard = [.. Heard, new(f, dated.On)] },
        TerminationHardshipAnswered f => this with { Hardships = [.. Hardships, new(f, dated.On)] },
        TerminationReported f => this with
        {
            All = [.. All, new Termination(f, dated.On, [new TerminationStep(TerminationStation.Report, f.Court, f.By, f.For, dated.On, f.Document)], null, null, null, null, null)],
        },
        _ => null,
    };

    private Terminations? Chain(DatedFact dated) => dated.Fact switch
    {
        TerminationPassedUp f => Change(f.No, t => t.With(TerminationStation.PassUp, f.Court, f.By, f.For, dated.On, f.Opinion)),
        TerminationReturned { To: { } to } f => Change(f.No, t => t.BackTo(to)),
        TerminationReturned f => Change(f.No, t => t.End(TerminationEnd.Returned, dated.On, f.Reason)),
        TerminationDeciderNamed f => Change(f.No, t => t.With(TerminationStation.Decide, f.Court, f.By, f.For, dated.On, f.Document) with { Named = f.To }),
        TerminationFilingSent f => Change(f.No, t => t.With(TerminationStation.File, f.Court, f.By, f.For, dated.On, f.Document) with { Filing = new(f, dated.On, null, null, null) }),
        TerminationCorrectionAsked f => Change(f.No, t => t.With(TerminationStation.AnswerFiling, f.Court, f.By, f.For, dated.On, f.Reason) with { Filing = t.Filing! with { Asked = f } }),
        TerminationCorrected f => Change(f.No, t => t.With(TerminationStation.Correct, f.Court, f.By, f.For, dated.On, f.What) with { Filing = t.Filing! with { Asked = null } }),
        TerminationFilingAnswered f => Change(f.No, t => Answered(t, f, dated.On)),
        _ => null,
    };

    private Terminations? Ending(DatedFact dated) => dated.Fact switch
    {
        TerminationDecided f => Change(f.No, t => t.With(TerminationStation.Decide, f.Court, f.By, f.For, dated.On, f.Document).End(TerminationEnd.Decided, dated.On, f.Document) with { Decided = f }),
        TerminationWithdrawn f => Change(f.No, t => t.End(TerminationEnd.Withdrawn, dated.On, f.Reason)),
        TerminationLapsed f => Change(f.No, t => t.End(TerminationEnd.Lapsed, dated.On, null)),
        TerminationNoticeServed f => Change(f.No, t => t with { NoticeOn = dated.On }),
        TerminationReversed f => Change(f.No, t => t with { Reversed = f, ReversedOn = dated.On }),
        _ => null,
    };

    private static Termination Answered(Termination one, TerminationFilingAnswered fact, DateOnly on)
    {
        var answered = one.With(TerminationStation.AnswerFiling, fact.Court, fact.By, fact.For, on, fact.Document) with { Filing = one.Filing! with { Answer = fact, AnsweredOn = on } };
        return fact.Answer == FilingAnswer.Accepted ? answered : answered.End(TerminationEnd.FilingReturned, on, fact.Reason);
    }

    private Terminations Change(int no, Func<Termination, Termination> change) => this with { All = [.. All.Select(t => t.No == no ? change(t) : t)] };
}
