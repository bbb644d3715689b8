using Zhixin.History;

namespace Zhixin.Notices;

/// <summary>Who is told: a person, whoever holds a post at the court, or the people of the petition unit.</summary>
public abstract record Addressee
{
    private Addressee()
    {
    }

    /// <summary>The same as one text, by which a reader finds it.</summary>
    public string Key => this switch
    {
        Person person => person.Id.ToString(),
        Post post => "post:" + post.Code,
        Unit => UnitKey,
        _ => throw new InvalidOperationException(),
    };

    /// <summary>The key of the unit.</summary>
    public const string UnitKey = "unit";

    /// <summary>One person.</summary>
    public sealed record Person(Guid Id) : Addressee;

    /// <summary>Everybody who holds the post when reading; where nobody does, the unit.</summary>
    public sealed record Post(string Code) : Addressee;

    /// <summary>The unit that owns the petitions of a court.</summary>
    public sealed record Unit : Addressee;
}

/// <summary>What a notice is about: a stream, and the number by which people know it.</summary>
/// <param name="Kind">"petition", or the word of another module; by it the page is found.</param>
public sealed record NoticeMatter(string Kind, StreamId Id, string Number);

/// <summary>What a notice says beside topic and number. Never content of a case, and never a name.</summary>
/// <param name="Act">The act of the authority matrix that is asked for or was decided.</param>
/// <param name="Result">"agreed" or "refused" of a decision; null otherwise.</param>
/// <param name="Due">The date that goes with it; null where there is none.</param>
/// <param name="Count">Of how many things of its kind it speaks at once.</param>
/// <param name="Clocks">The clocks of a digest, the earliest first.</param>
/// <param name="Overdue">Of a digest: how many clocks broke, more than are listed perhaps.</param>
/// <param name="Soon">Of a digest: how many are amber.</param>
/// <param name="Below">Of a digest: in how many matters that the court handed down or supervises a court below is overdue.</param>
/// <param name="BelowNew">How many of those became so since the digest before.</param>
public sealed record NoticeDetail(
    string? Act = null, string? Result = null, DateOnly? Due = null, int Count = 1, IReadOnlyList<ClockLine>? Clocks = null, int Overdue = 0, int Soon = 0, int Below = 0,
    int BelowNew = 0)
{
    /// <summary>Nothing beside topic and number.</summary>
    public static NoticeDetail None { get; } = new();
}

/// <summary>A message of the software to people of a court 消息.</summary>
/// <param name="Court">Number of the court whose people are told.</param>
/// <param name="Barred">Staff who are not told in whatever post they hold: the accused (GC21-5(1)).</param>
public sealed record Notice(NoticeTopic Topic, int Court, Addressee To, NoticeMatter About, NoticeDetail Detail, IReadOnlyList<Guid> Barred)
{
    /// <summary>
    /// Whom to tell of one thing: the named person, else the post, else the unit, never nobody and never an accused. Where somebody is accused, who holds the post
    /// is not known here and may be that one, so the unit is told beside it.
    /// </summary>
    public static IEnumerable<Addressee> Told(Guid? person, string? post, IReadOnlyList<Guid> barred) => (person, post) switch
    {
        ({ } named, _) when !barred.Contains(named) => [new Addressee.Person(named)],
        (_, { } code) when barred.Count > 0 => [new Addressee.Post(code), new Addressee.Unit()],
        (_, { } code) => [new Addressee.Post(code)],
        _ => [new Addressee.Unit()],
    };

    /// <summary>Each of them once, without those to who acts: nobody is told of the own act.</summary>
    public static IReadOnlyList<Notice> ToOthers(IEnumerable<Notice> told, Func<Guid, bool> acts) =>
        [.. told.Where(n => n.To is not Addressee.Person { Id: var id } || !acts(id)).DistinctBy(n => (n.Topic, n.Court, n.To, n.About, n.Detail))];
}
