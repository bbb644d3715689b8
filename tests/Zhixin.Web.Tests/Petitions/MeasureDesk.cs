using System.Net;
using System.Text.Json;
using Zhixin.Web.Tests.Shared;

namespace Zhixin.Web.Tests.Petitions;

/// <summary>An accepted petition of the implementation class at its handler's desk, with a court leader and the president of the court.</summary>
internal sealed class MeasureDesk
{
    private MeasureDesk(Thread thread, Session leader, Session president) => (Thread, Leader, President) = (thread, leader, president);

    public Thread Thread { get; }

    public Session Leader { get; }

    public Session President { get; }

    public Session Clerk => Thread.Clerk;

    public Session Head => Thread.Head;

    public Session Handler => Thread.Handler;

    public string Address => Thread.Address;

    public static async Task<MeasureDesk> Of(TestApp app, object? acceptance = null)
    {
        var thread = await Thread.Of(app);
        await app.Person("leader", "欧阳正", TestApp.Jiefang, "court-leader");
        await app.Person("president", "司马毅", TestApp.Jiefang, "president");
        await thread.Done(thread.Head, "classification", new { claim = "press-on", capacity = "applicant" });
        await thread.Done(thread.Head, "acceptance", acceptance ?? new { capacity = "applicant", causes = "2a" });
        await thread.Acknowledged();
        return new MeasureDesk(thread, await app.SignIn("leader"), await app.SignIn("president"));
    }

    public Task<JsonElement> Petition() => Thread.Petition();

    public Task<JsonElement> Done(Session who, string act, object fields, string? on = null) => Thread.Done(who, act, fields, on);

    public Task<JsonElement> Refused(Session who, string act, object fields, HttpStatusCode status, string key) => Thread.Refused(who, act, fields, status, key);

    /// <summary>Submitted, approved and told the petitioner.</summary>
    public async Task Answered(object opinion, object answer)
    {
        await Done(Handler, "opinion", opinion);
        await Done(Leader, "opinion-decision", new { agreed = "yes" });
        await Done(Handler, "reply", answer);
    }
}
