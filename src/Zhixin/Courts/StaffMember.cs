using Zhixin.History;

namespace Zhixin.Courts;

/// <summary>Someone who acts for another from a day to a day, both inclusive.</summary>
/// <param name="Acts">Empty: every act.</param>
public sealed record Deputy(Guid Id, Guid Person, string Name, IReadOnlyList<string> Acts, DateOnly From, DateOnly To)
{
    /// <summary>Whether the deputy's days overlap these, both inclusive.</summary>
    public bool Overlaps(DateOnly from, DateOnly to) => From <= to && from <= To;
}

/// <summary>The fold of a stream of kind "staff": one person at one court.</summary>
public sealed record StaffMember(
    StreamId Id, int Version, string Name, string UserName, string Unit, IReadOnlyList<string> Posts, bool InPost, IReadOnlyList<Deputy> Deputies)
{
    /// <summary>Folds a history; the first fact is the appointment.</summary>
    /// <exception cref="InvalidDataException">The stream is none of a staff member.</exception>
    public static StaffMember Fold(StreamId id, IEnumerable<DatedFact> facts)
    {
        StaffMember? member = null;
        foreach (var fact in facts)
        {
            member = member is null ? Begin(id, fact.Fact) : member.Apply(fact.Fact);
        }

        return member ?? throw new InvalidDataException("A staff member begins with an appointment.");
    }

    /// <summary>Begins with the appointment.</summary>
    public static StaffMember Begin(StreamId id, object fact) => fact is StaffAppointed appointed
        ? new StaffMember(id, 1, appointed.Name, appointed.UserName, appointed.Unit, appointed.Posts, true, [])
        : throw new InvalidDataException("A staff member begins with an appointment.");

    /// <summary>The member after one more fact.</summary>
    public StaffMember Apply(object fact)
    {
        var next = this with { Version = Version + 1 };
        return fact switch
        {
            StaffPostsChanged changed => next with { Unit = changed.Unit, Posts = changed.Posts },
            StaffLeft => next with { InPost = false },
            StaffDeputyNamed named => next with
            {
                Deputies = [.. Deputies, new Deputy(named.Id, named.Deputy, named.DeputyName, named.Acts, named.From, named.To)],
            },
            StaffDeputyEnded ended => next with { Deputies = [.. Deputies.Select(d => d.Id == ended.Id ? d with { To = ended.To } : d)] },
            _ => throw new InvalidDataException($"{fact.GetType().Name} is no fact of a staff member."),
        };
    }
}
