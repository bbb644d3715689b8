using System.Net;
using System.Text.Json;
using Zhixin.Web.Tests.Shared;

namespace Zhixin.Web.Tests.Petitions;

/// <summary>A court with its people and a petition, on which tests act through the API.</summary>
internal sealed class Thread
{
    public const string Case = "（2025）豫0802执1234号";

    private Thread(TestApp app, Session clerk, Session head, Session handler, Guid handlerId, JsonElement receipt) =>
        (App, Clerk, Head, Handler, HandlerId, Receipt) = (app, clerk, head, handler, handlerId, receipt);

    public TestApp App { get; }

    public Session Clerk { get; private set; }

    public Session Head { get; private set; }

    public Session Handler { get; private set; }

    public Guid HandlerId { get; }

    public JsonElement Receipt { get; }

    public int Home => Receipt.GetProperty("home").GetInt32();

    public Guid Contact => Receipt.GetProperty("contact").GetGuid();

    public string Address => $"/petitions/{Home}/{Receipt.GetProperty("petition").GetGuid()}";

    /// <summary>A petition with one contact, registered on the day on which the application stands.</summary>
    public static async Task<Thread> Of(TestApp app, object? form = null)
    {
        await app.Person("clerk", "时海宁", TestApp.Jiefang, "receptionist");
        await app.Person("head", "邢国梁", TestApp.Jiefang, "petition-unit-head");
        var handler = await app.Person("handler", "孟庆和", TestApp.Jiefang, "handler");
        var clerk = await app.SignIn("clerk");
        var (status, receipt) = await clerk.PostJson("/api/contacts", new { form = form ?? Form("要求处置塔吊") });
        status.ShouldBe(HttpStatusCode.Created, receipt.ToString());
        return new Thread(app, clerk, await app.SignIn("head"), await app.SignIn("handler"), handler, receipt);
    }

    /// <summary>Another day: everybody signs in again.</summary>
    public async Task On(string day)
    {
        App.Clock.Now = TestClock.Noon(day);
        (Clerk, Head, Handler) = (await App.SignIn("clerk"), await App.SignIn("head"), await App.SignIn("handler"));
    }

    public static object Form(string summary, string name = "佟桂兰") => new { caseNumber = Case, summary, petitioners = new[] { new { name } } };

    /// <summary>Another contact; joined to the petition, or with a petition of its own.</summary>
    public async Task<JsonElement> Register(string summary, bool join, string name = "佟桂兰")
    {
        var (status, receipt) = await Clerk.PostJson("/api/contacts", new { form = Form(summary, name), join = join ? Address["/petitions/".Length..].Replace('/', '_') : null });
        status.ShouldBe(HttpStatusCode.Created, receipt.ToString());
        return receipt;
    }

    /// <summary>Assigned to the handler, who acknowledges.</summary>
    public async Task<Thread> Acknowledged()
    {
        await Done(Head, "assignment", new { handler = HandlerId });
        await Done(Handler, "acknowledgement", new { });
        return this;
    }

    public async Task<JsonElement> Petition(Session? who = null, string? address = null) => await (who ?? Head).GetJson("/api" + (address ?? Address));

    /// <summary>The streams of the petitioners, in the order of their contacts.</summary>
    public async Task<IReadOnlyList<Guid>> Petitioners()
    {
        var id = new Zhixin.History.StreamId(Home, Receipt.GetProperty("petition").GetGuid());
        var (petition, _) = (await App.Office.Petitions.Load(new Database.Scope(Home, Guid.Empty), id, default))!.Value;
        return [.. petition.Petitioners.Select(p => p.Person)];
    }

    /// <summary>An act on the version of the moment.</summary>
    public async Task<(HttpStatusCode Status, JsonElement Body)> Act(
        Session who, string act, object fields, string? on = null, Guid? onBehalfOf = null, string? lateProof = null, string? address = null, string? key = null)
    {
        var version = (await Petition(Head, address)).GetProperty("version").GetInt32();
        return await who.PostJson($"/api{address ?? Address}/{act}", new { fields, version, on, onBehalfOf, lateProof }, key);
    }

    public async Task<JsonElement> Done(
        Session who, string act, object fields, string? on = null, Guid? onBehalfOf = null, string? lateProof = null, string? address = null)
    {
        var (status, body) = await Act(who, act, fields, on, onBehalfOf, lateProof, address);
        status.ShouldBe(HttpStatusCode.OK, body.ToString());
        return body;
    }

    public async Task<JsonElement> Refused(
        Session who, string act, object fields, HttpStatusCode status, string key, string? on = null, Guid? onBehalfOf = null, string? lateProof = null,
        string? address = null)
    {
        var (answered, body) = await Act(who, act, fields, on, onBehalfOf, lateProof, address);
        (answered, body.GetProperty("key").GetString()).ShouldBe((status, key), body.ToString());
        body.GetProperty("remedy").GetString().ShouldNotBeNullOrEmpty();
        return body;
    }

    public static JsonElement Owed(JsonElement petition, string kind) =>
        petition.GetProperty("obligations").EnumerateArray().Last(o => o.GetProperty("kind").GetString() == kind);
}
