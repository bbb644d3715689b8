using System.Net;
using Microsoft.AspNetCore.Http;
using Zhixin.Database.Petitions;
using Zhixin.Web.Tests.Shared;

namespace Zhixin.Web.Tests.Hosting;

/// <summary>The same request again, the same key with another body, and when the keeping ends.</summary>
public sealed class ResendTests(WebDatabase database)
{
    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_resend_makes_one_record_and_another_body_under_its_key_is_422()
    {
        await using var app = await Start();
        var clerk = await app.SignIn("clerk");
        var (first, one) = await Register(clerk, "案款没有发还。");
        var (again, two) = await Register(clerk, "案款没有发还。");
        (first, again).ShouldBe((HttpStatusCode.Created, HttpStatusCode.Created));
        two.ShouldBe(one);
        (await Register(clerk, "另一件事。")).Status.ShouldBe(HttpStatusCode.UnprocessableEntity);
        (await Contacts(app)).ShouldBe(1);
    }

    [Fact]
    public async Task A_key_is_each_persons_own()
    {
        await using var app = await Start();
        await app.Person("second", "邢二梁", TestApp.Jiefang, "receptionist");
        await Register(await app.SignIn("clerk"), "案款没有发还。");
        (await Register(await app.SignIn("second"), "另一件事。")).Status.ShouldBe(HttpStatusCode.Created);
        (await Contacts(app)).ShouldBe(2);
    }

    [Fact]
    public async Task Answers_are_kept_for_thirty_days_and_forgotten_afterwards()
    {
        await using var app = await Start();
        await Register(await app.SignIn("clerk"), "案款没有发还。");
        app.Clock.Now += TimeSpan.FromDays(30);
        (await KeptAnswers.Forget(app.Office.Db, app.Clock.Now, Stop)).ShouldBe(0);
        (await Register(await app.SignIn("clerk"), "案款没有发还。")).Status.ShouldBe(HttpStatusCode.Created);
        (await Contacts(app)).ShouldBe(1);

        app.Clock.Now += TimeSpan.FromTicks(TimeSpan.TicksPerMillisecond);
        (await KeptAnswers.Forget(app.Office.Db, app.Clock.Now, Stop)).ShouldBe(1);
        (await app.Office.Db.Maintenance<long>("select count(*) from event where type = 'contact.registered'", [], Stop)).ShouldBe([1], "the history forgets nothing");
    }

    [Fact]
    public void Another_file_under_the_same_key_is_another_sending()
    {
        var form = new Zhixin.Web.Hosting.PostedForm(new FormCollection(new Dictionary<string, Microsoft.Extensions.Primitives.StringValues>(StringComparer.Ordinal) { ["key"] = "k", ["court"] = "甲" }));
        form.ResendWith([1, 2])!.BodyHash.ShouldBe(form.ResendWith([1, 2])!.BodyHash);
        form.ResendWith([1, 3])!.BodyHash.ShouldNotBe(form.ResendWith([1, 2])!.BodyHash);
    }

    [Fact]
    public async Task A_double_click_on_the_form_ends_at_one_receipt()
    {
        await using var app = await Start();
        var clerk = await app.SignIn("clerk");
        var form = await clerk.Open("/register");
        var answers = await Task.WhenAll(Enumerable.Range(0, 3).Select(_ => clerk.Submit(form, "/contacts", ("personName", "佟桂兰"), ("account", "案款没有发还"), ("intent", "register"))));
        answers.ShouldAllBe(answer => answer.StatusCode == HttpStatusCode.Redirect);
        answers.Select(answer => answer.Headers.Location).Distinct().Count().ShouldBe(1);
        (await Contacts(app)).ShouldBe(1);
    }

    private async Task<TestApp> Start()
    {
        var app = await TestApp.Start(database, adoptGangchengRules: false);
        await app.Person("clerk", "时海宁", TestApp.Jiefang, "receptionist");
        return app;
    }

    private static async Task<(HttpStatusCode Status, string? Number)> Register(Session session, string summary)
    {
        var (status, body) = await session.PostJson("/api/contacts", new { form = new { petitioners = new[] { new { name = "刘芳" } }, summary } }, "the-same-key");
        return (status, status == HttpStatusCode.Created ? body.GetProperty("contactNumber").GetString() : null);
    }

    private static async Task<long> Contacts(TestApp app) => (await app.Office.Db.Maintenance<long>("select count(*) from contact", [], Stop)).Single();
}
