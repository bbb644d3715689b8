namespace Zhixin.Database.Petitions;

/// <summary>A petition as lists show it; names are opened by the caller.</summary>
public record PetitionLine
{
    public required int Home { get; init; }

    public required Guid Id { get; init; }

    public required string Number { get; init; }

    public required string Stage { get; init; }

    public required int Responsible { get; init; }

    public string? CaseNumber { get; init; }

    public required Guid[] Petitioners { get; init; }

    public required string Summary { get; init; }

    public required string Priority { get; init; }

    public Guid? Handler { get; init; }

    public string? HandlerName { get; init; }

    public required int Contacts { get; init; }

    public required int People { get; init; }

    public required string Channel { get; init; }

    public required string Venue { get; init; }

    public string? Cause { get; init; }

    public required DateOnly LastReceivedOn { get; init; }

    public DateOnly? NextDue { get; init; }

    public string? NextKind { get; init; }

    /// <summary>Overdue when this day is over; null where nothing dated is open.</summary>
    public DateOnly? OverdueAfter { get; init; }

    /// <summary>Born overdue (imported history): no breach is counted up to this day.</summary>
    public DateOnly? CountsFrom { get; init; }
}

/// <summary>The lists of contacts, and of what is owed under a clause, each ordered to the end.</summary>
public sealed class PetitionLists(Db db)
{
    /// <summary>The open obligations under a clause that the scope sees, due first.</summary>
    public Task<List<OwedLine>> UnderClause(Scope scope, string clause, int most, CancellationToken stop) => db.Query<OwedLine>(
        scope,
        $"""
        select /* all homes: under-clause */ {OwedLists.Line} from {OwedLists.From}
        where o.state = 'open' and not o.barred @> array[$1] and {OwedLists.Open} and o.clause = $2 order by o.due nulls last, o.home, o.stream, o.no limit {most}
        """,
        [scope.Viewer, clause], stop);

    /// <summary>The contacts of petitions, oldest first.</summary>
    public Task<List<ContactLine>> Contacts(Scope scope, int home, Guid[] petitions, CancellationToken stop) => db.Query<ContactLine>(
        scope,
        "select /* all homes: contacts */ home, id, number, petition, channel, venue, received_on, received_at, receiver, people, summary, request, flags from contact where petition_home = $1 and petition = any($2) and not voided order by received_on, id",
        [home, petitions], stop);

    /// <summary>The contacts of one petition that the scope sees, in the order of the petition.</summary>
    public Task<List<ContactLine>> ContactsOf(Scope scope, IReadOnlyList<Zhixin.Petitions.JoinedContact> contacts, CancellationToken stop) =>
        Reading.Alone(db, scope, reading => ContactsOf(reading, contacts), stop);

    /// <summary>The same as part of a reading.</summary>
    public static Task<List<ContactLine>> ContactsOf(Reading reading, IReadOnlyList<Zhixin.Petitions.JoinedContact> contacts) => reading.Ask<ContactLine>(
        "select /* all homes: contacts-joined */ c.home, c.id, c.number, c.petition, c.channel, c.venue, c.received_on, c.received_at, c.receiver, c.people, c.summary, c.request, c.flags from unnest($1::int[], $2::uuid[]) as w(home, id) join contact c on c.home = w.home and c.id = w.id order by c.received_on, c.id",
        contacts.Select(c => c.Home).ToArray(), contacts.Select(c => c.Contact).ToArray());
}

/// <summary>A contact as lists show it.</summary>
public sealed record ContactLine
{
    public required int Home { get; init; }

    public required Guid Id { get; init; }

    public required string Number { get; init; }

    public Guid? Petition { get; init; }

    public required string Channel { get; init; }

    public required string Venue { get; init; }

    public required DateOnly ReceivedOn { get; init; }

    public string? ReceivedAt { get; init; }

    public required Guid Receiver { get; init; }

    public required int People { get; init; }

    public required string Summary { get; init; }

    public required string Request { get; init; }

    public required string[] Flags { get; init; }
}

/// <summary>A petition that a number names.</summary>
public sealed record FoundPetition
{
    public required int Home { get; init; }

    public required Guid Id { get; init; }
}
