namespace Zhixin.Ledger;

/// <summary>One contact of a group. <see cref="Repeat"/>: the ledger says it is no first visit; where it says nothing, an earlier contact stands in the group.</summary>
public sealed record LedgerContact(LedgerEntry Entry, bool Repeat);

/// <summary>The rows that become one petition: one petitioner and one case, by day of visit, then as in the file; at least one.</summary>
public sealed record LedgerGroup(IReadOnlyList<LedgerContact> Contacts)
{
    /// <summary>The earliest contact.</summary>
    public LedgerEntry First => Contacts[0].Entry;

    /// <summary>The group's identity number: the first that one of its rows gives, or null.</summary>
    public string? IdentityNumber => Contacts.Select(contact => contact.Entry.IdentityNumber).FirstOrDefault(number => number is not null);

    /// <summary>The petition is resolved when its latest contact is.</summary>
    public bool Resolved => Contacts[^1].Entry.Resolved;
}

/// <summary>Puts rows of one petitioner and case together.</summary>
public static class LedgerGroups
{
    /// <summary>
    /// Same case number and same first petitioner are one petition, unless both rows give identity numbers and these differ.
    /// A row without a number, where the same name stands with several, goes to the one with the same telephone, or stays alone.
    /// Groups come in the order of their first row in the file.
    /// </summary>
    public static IReadOnlyList<LedgerGroup> Of(IEnumerable<LedgerEntry> entries) =>
    [
        .. entries
            .Select((entry, order) => (Entry: entry, Order: order))
            .GroupBy(row => (Case: row.Entry.CaseNumber.ToString(), Name: row.Entry.Petitioners[0]))
            .SelectMany(bucket => Split([.. bucket]))
            .OrderBy(rows => rows.Min(row => row.Order))
            .Select(Group),
    ];

    private static IEnumerable<List<(LedgerEntry Entry, int Order)>> Split(List<(LedgerEntry Entry, int Order)> bucket)
    {
        var numbers = bucket.Select(row => row.Entry.IdentityNumber).OfType<string>().Distinct(StringComparer.Ordinal).ToList();
        return numbers.Count <= 1
            ? [bucket]
            : bucket.GroupBy(row => row.Entry.IdentityNumber ?? ByPhone(row.Entry, bucket) ?? "").Select(rows => rows.ToList());
    }

    private static string? ByPhone(LedgerEntry entry, List<(LedgerEntry Entry, int Order)> bucket)
    {
        var same = bucket
            .Where(row => row.Entry.IdentityNumber is not null && row.Entry.Phones.Intersect(entry.Phones, StringComparer.Ordinal).Any())
            .Select(row => row.Entry.IdentityNumber)
            .Distinct(StringComparer.Ordinal)
            .ToList();
        return same.Count == 1 ? same[0] : null;
    }

    private static LedgerGroup Group(List<(LedgerEntry Entry, int Order)> rows) => new(
    [
        .. rows
            .OrderBy(row => row.Entry.VisitedOn)
            .ThenBy(row => row.Order)
            .Select((row, at) => new LedgerContact(row.Entry, row.Entry.FirstVisit is { } first ? !first : at > 0)),
    ]);
}
