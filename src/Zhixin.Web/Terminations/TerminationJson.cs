using Zhixin.Database.Petitions;
using Zhixin.Petitions;

namespace Zhixin.Web.Terminations;

/// <summary>A termination as JSON: what it rests on, every step with its person, its filing and what became of it.</summary>
/// <param name="Ground">"implementation", "review-high" or "review-supreme".</param>
/// <param name="Way">Numbers of the courts above that it goes through, nearest first; the last one decides.</param>
/// <param name="Waits">The station at which it waits; null when it is over.</param>
/// <param name="WaitsAt">Number of the court at which it waits; null when it is over.</param>
/// <param name="Filing">"sent", "correct", "accepted" or "returned"; null where none was sent.</param>
/// <param name="Ended">"decided", "returned", "filing-returned", "withdrawn" or "lapsed"; null while it is under way.</param>
/// <param name="Decision">Number of the decision; null before.</param>
/// <param name="Reversed">"contact", "new-fact", "resumed" or "error"; null where nothing reversed it.</param>
public sealed record TerminationJson(
    int No, int Court, string Class, string Ground, string GroundClause, IReadOnlyList<Guid> Repeats, string SameCause, string Document, string? ExceptionAsked, IReadOnlyList<TerminationJson.Material> Materials,
    IReadOnlyList<int> Way, int Decider, DateOnly ReportedOn, IReadOnlyList<TerminationJson.Step> Steps, string? Waits, int? WaitsAt, string? Filing, DateOnly? CorrectionDue, string? Ended, DateOnly? EndedOn,
    string? Decision, string? Exception, DateOnly? NoticeOn, string? Reversed, DateOnly? ReversedOn)
{
    /// <summary>A material, and the document that stands for it: "record:12", "paper:3", "file:…".</summary>
    public sealed record Material(string Code, string Document, string Name);

    /// <summary>What somebody did at a station.</summary>
    public sealed record Step(string Station, int Court, Guid By, Guid? For, DateOnly On, string Text);

    /// <summary>Of one.</summary>
    public static TerminationJson Of(Termination one)
    {
        var r = one.Reported;
        return new(
            r.No, r.Court, ReadRows.Code(r.Class), ReadRows.Code(r.Ground), r.GroundClause, r.Repeats, r.SameCause, r.Document, r.ExceptionAsked,
            [.. r.Materials.Select(m => new Material(m.Code, m.Document.Reference(), m.Document.Name))], r.Way, one.Decider, one.On,
            [.. one.Steps.Select(s => new Step(ReadRows.Code(s.Station), s.Court, s.By, s.For, s.On, s.Text))], one.Waits is { } place ? ReadRows.Code(place.Station) : null, one.Waits?.Court,
            one.Filing switch { null => null, { Asked: not null } => "correct", { Answer: { } answer } => ReadRows.Code(answer.Answer), _ => "sent" }, one.Filing?.Asked?.DueOn,
            one.Ended is { } end ? ReadRows.Code(end) : null, one.EndedOn, one.Decided?.Document, one.Decided?.Exception, one.NoticeOn,
            one.Reversed is { } reversed ? ReadRows.Code(reversed.Because) : null, one.ReversedOn);
    }
}

/// <summary>What follows a termination, as JSON.</summary>
public sealed record AftercareJson(IReadOnlyList<AftercareJson.Late> Contacts, IReadOnlyList<AftercareJson.Query> Queries, IReadOnlyList<AftercareJson.Clue> Clues, IReadOnlyList<string> Resumed, IReadOnlyList<AftercareJson.Repeat> Repeats)
{
    /// <summary>A contact after a termination. Brings: "nothing", "new-fact", "clue", "procedure"; null before a person judged it.</summary>
    public sealed record Late(int No, int Termination, Guid Contact, DateOnly ReceivedOn, string? Brings, DateOnly? AnsweredOn);

    /// <summary>A query of property.</summary>
    public sealed record Query(int Termination, DateOnly On, bool Found, string Source, string Result, string Told);

    /// <summary>A clue with the request to resume.</summary>
    public sealed record Clue(int No, DateOnly ReceivedOn, string What, string Request, bool Resumed, bool? IsTrue);

    /// <summary>A finding that the petitioner repeats, and when it was reported.</summary>
    public sealed record Repeat(int Termination, int Contacts, DateOnly On, DateOnly? ReportedOn);

    /// <summary>Of a petition.</summary>
    public static AftercareJson Of(Aftercare after) => new(
        [.. after.Contacts.Where(c => !c.Left).Select(c => new Late(c.No, c.Came.Termination, c.Came.Contact, c.Came.ReceivedOn, c.Found is { } found ? ReadRows.Code(found.Brings) : null, c.AnsweredOn))],
        [.. after.Queries.Select(q => new Query(q.Facts.Termination, q.On, q.Facts.Found, q.Facts.Source, q.Facts.Result, q.Facts.Told))],
        [.. after.Clues.Select(c => new Clue(c.Received.No, c.Received.ReceivedOn, c.Received.Clue, c.Received.Request, c.Resumed, c.Verified?.IsTrue))], [.. after.Resumed.Select(r => r.Facts.Number)],
        [.. after.Repeats.Select(r => new Repeat(r.Facts.Termination, r.Facts.Contacts, r.On, r.ReportedOn))]);
}
