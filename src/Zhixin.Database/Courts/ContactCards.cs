namespace Zhixin.Database.Courts;

/// <summary>How the public reaches a court (SPC16-3(1)); every text may be empty.</summary>
public sealed record ContactCard
{
    public string PostalAddress { get; init; } = string.Empty;

    public string ReceptionWindow { get; init; } = string.Empty;

    public string Hours { get; init; } = string.Empty;

    public string Phones { get; init; } = string.Empty;

    public string Web { get; init; } = string.Empty;
}

/// <summary>The contact cards of the courts, edited by each court itself.</summary>
public static class ContactCards
{
    /// <summary>Longest text of a field, in UTF-16 code units.</summary>
    public const int Longest = 500;

    /// <summary>The card of a court; an empty one where nobody filled it in.</summary>
    public static async Task<ContactCard> Of(Db db, int court, CancellationToken stop) => (await db.Reference<ContactCard>(
        "select postal_address, reception_window, hours, phones, web from contact_card where court = $1", [court], stop)).SingleOrDefault() ?? new ContactCard();

    /// <summary>Replaces the card of a court.</summary>
    public static Task Write(Db db, int court, ContactCard card, DateTimeOffset now, CancellationToken stop) => db.Change(
        """
        insert into contact_card (court, postal_address, reception_window, hours, phones, web, changed_at) values ($1, $2, $3, $4, $5, $6, $7)
        on conflict (court) do update set postal_address = excluded.postal_address, reception_window = excluded.reception_window,
          hours = excluded.hours, phones = excluded.phones, web = excluded.web, changed_at = excluded.changed_at
        """,
        [court, card.PostalAddress, card.ReceptionWindow, card.Hours, card.Phones, card.Web, now.UtcDateTime], stop);
}
