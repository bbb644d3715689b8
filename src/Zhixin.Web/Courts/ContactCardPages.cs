using Zhixin.Courts;
using Zhixin.Database.Access;
using Zhixin.Database.Courts;
using Zhixin.Web.Access;
using Zhixin.Web.Components;
using Zhixin.Web.Hosting;

namespace Zhixin.Web.Courts;

/// <summary>A court's contact card (SPC16-3(1)): edited by the court, read by everybody without signing in.</summary>
public static class ContactCardPages
{
    private const string Clause = "SPC16-3(1)";

    /// <summary>Maps the form, its JSON twin, and the public pages.</summary>
    public static void Map(WebApplication app)
    {
        app.MapGet("/courts/{number:int}/card", Form);
        app.MapPost("/courts/{number:int}/card", Post).Posted();
        app.MapPost("/api/courts/{number:int}/card", ApiPublish).WithSummary("公布法院的联系卡");
        app.MapGet("/public/courts", (Office office, string? words, CancellationToken stop) => Show(office, null, words, stop));
        app.MapGet("/public/courts/{number:int}", (Office office, int number, string? words, CancellationToken stop) => Show(office, number, words, stop));
    }

    /// <summary>Whether the viewer may edit the card of a court: its petition unit's head, or who administers it.</summary>
    public static bool MayEdit(HttpContext http, Office office, int court) =>
        (http.Member().Court == court && http.Member().Posts.Contains("petition-unit-head")) || office.Staff.MayNot(http.Acting(), court) is null;

    /// <summary>The card as the public reads it; the people behind the desks are not named.</summary>
    public static object Public(ContactCard card) => new { card.PostalAddress, card.ReceptionWindow, card.Hours, card.Phones, card.ReportPhone, card.Web, staffed = card.WindowStaff is not null && card.MailStaff is not null };

    /// <summary>The lines of a card for the court's own people, with who serves the desks.</summary>
    public static async Task<IReadOnlyList<KeyValue>> Lines(Office office, int court, CancellationToken stop)
    {
        var card = await ContactCards.Of(office.Db, court, stop);
        var names = (await People(office, court, stop)).ToDictionary(p => p.Value, p => p.Text, StringComparer.Ordinal);
        var desks = new[] { ("接待来访", card.WindowStaff), ("处理来信", card.MailStaff) };
        return
        [
            .. Texts(card), .. desks.Where(d => d.Item2 is not null).Select(d => new KeyValue(d.Item1, names.GetValueOrDefault(d.Item2.ToString()!, "已离岗，请改派"))),
        ];
    }

    private static IEnumerable<KeyValue> Texts(ContactCard card) => card.Texts().Where(t => t.Text.Length > 0).Select(t => new KeyValue(t.Name, t.Text));

    private static async Task<IResult> Form(HttpContext http, Office office, int number, CancellationToken stop)
    {
        if (Barred(http, office, number) is { } answer)
        {
            return answer;
        }

        var card = await ContactCards.Of(office.Db, number, stop);
        var values = card.Texts().ToDictionary(t => t.Field, t => (string?)t.Text, StringComparer.Ordinal);
        (values["windowStaff"], values["mailStaff"]) = (card.WindowStaff?.ToString(), card.MailStaff?.ToString());
        return await Page(http, office, number, FormState.Of(values), 200, stop);
    }

    private static async Task<IResult> Post(HttpContext http, Office office, int number, CancellationToken stop)
    {
        var form = await Forms.Read(http);
        if (Barred(http, office, number) is { } answer)
        {
            return answer;
        }

        var card = new ContactCard
        {
            PostalAddress = Text(form["postalAddress"]), ReceptionWindow = Text(form["receptionWindow"]), Hours = Text(form["hours"]), Phones = Text(form["phones"]), ReportPhone = Text(form["reportPhone"]),
            Web = Text(form["web"]), WindowStaff = Person(form["windowStaff"]), MailStaff = Person(form["mailStaff"]),
        };
        return await Publish(http, office, number, card, stop) is Answer<ContactCard>.Refused refused
            ? await Page(http, office, number, FormRefusals.Of(form, refused.Why, "receptionWindow"), Replies.Status(refused.Why), stop)
            : Results.Redirect($"/courts/{number}");
    }

    private static async Task<IResult> ApiPublish(HttpContext http, Office office, int number, ContactCard body, CancellationToken stop)
    {
        if (office.Law.Now.Courts.ByNumber(number) is null)
        {
            return Replies.Problem(404, "http-404");
        }

        return MayEdit(http, office, number) ? Replies.Json(await Publish(http, office, number, body, stop)) : Replies.Problem(403, "http-403");
    }

    private static async Task<Answer<ContactCard>> Publish(HttpContext http, Office office, int court, ContactCard card, CancellationToken stop)
    {
        var now = office.Clock.GetUtcNow();
        var answer = await ContactCards.Publish(office.Db, court, card, now, stop);
        if (answer is Answer<ContactCard>.Given)
        {
            await AccessLog.Write(office.Db, http.Member(), "edit-contact-card", now, detail: office.Law.Now.Court(court).Name, stop: stop);
        }

        return answer;
    }

    private static IResult? Barred(HttpContext http, Office office, int court) => office.Law.Now.Courts.ByNumber(court) is null
        ? Replies.Error(http, 404)
        : MayEdit(http, office, court) ? null : Replies.Error(http, 403);

    private static async Task<IResult> Page(HttpContext http, Office office, int number, FormState form, int status, CancellationToken stop) => Replies.Page<CardPage>(
        http,
        new CardModel(
            office.Law.Now.Court(number).Name, $"/courts/{number}", form, Replies.FreshKey(), Clauses.Ref(office.Law.Now, Clause),
            [new Choice(string.Empty, "请选择"), .. await People(office, number, stop)]),
        status);

    private static async Task<IReadOnlyList<Choice>> People(Office office, int court, CancellationToken stop) =>
        [.. (await StaffLists.Serving(office.Db, court, stop)).Select(p => new Choice(p.Id.ToString(), p.Name))];

    private static async Task<IResult> Show(Office office, int? number, string? words, CancellationToken stop)
    {
        var courts = office.Law.Now.Courts;
        var court = number is { } n ? courts.ByNumber(n) : null;
        var hits = CourtsPages.Find(courts, words).Select(c => new Anchor(c.Name, $"/public/courts/{c.Number}"));
        var card = court is null ? [] : Texts(await ContactCards.Of(office.Db, court.Number, stop));
        return Replies.Bare<PublicCourtPage>(
            new PublicCourtModel(
                FormState.Of(new Dictionary<string, string?>(StringComparer.Ordinal) { ["words"] = words }), [.. hits], court?.Name, [.. card], office.Facts.Demo),
            number is not null && court is null ? 404 : 200);
    }

    private static string Text(string? typed) => typed?.Trim() ?? string.Empty;

    private static Guid? Person(string? typed) => Guid.TryParse(typed, out var id) ? id : null;
}
