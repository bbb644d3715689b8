using Zhixin.Courts;

namespace Zhixin.Database.Courts;

/// <summary>The contact cards of the courts (SPC16-3(1)), edited by each court itself.</summary>
public static class ContactCards
{
    /// <summary>The card of a court; an empty one where nobody filled it in.</summary>
    public static async Task<ContactCard> Of(Db db, int court, CancellationToken stop) => (await db.Reference<ContactCard>(
        "select postal_address, reception_window, hours, phones, report_phone, web, window_staff, mail_staff from contact_card where court = $1", [court], stop))
        .SingleOrDefault() ?? new ContactCard();

    /// <summary>Publishes the card of a court, or says what it lacks.</summary>
    public static async Task<Answer<ContactCard>> Publish(Db db, int court, ContactCard card, DateTimeOffset now, CancellationToken stop)
    {
        Guid[] desks = [.. new[] { card.WindowStaff, card.MailStaff }.OfType<Guid>().Distinct()];
        var inPost = await db.Reference<Guid>("select id from staff where court = $1 and active and id = any($2)", [court, desks], stop);
        if (card.Publish(inPost) is Decision<ContactCard>.Refused refused)
        {
            return refused.Why;
        }

        await db.Change(
            """
            insert into contact_card (court, postal_address, reception_window, hours, phones, report_phone, web, window_staff, mail_staff, changed_at)
            values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10)
            on conflict (court) do update set postal_address = excluded.postal_address, reception_window = excluded.reception_window,
              hours = excluded.hours, phones = excluded.phones, report_phone = excluded.report_phone, web = excluded.web, window_staff = excluded.window_staff,
              mail_staff = excluded.mail_staff, changed_at = excluded.changed_at
            """,
            [court, card.PostalAddress, card.ReceptionWindow, card.Hours, card.Phones, card.ReportPhone, card.Web, card.WindowStaff, card.MailStaff, now.UtcDateTime], stop);
        return card;
    }
}
