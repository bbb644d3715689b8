using System.Text.Json;
using Zhixin.Database.Notices;
using Zhixin.Web.Tests.History;
using Zhixin.Web.Tests.Shared;
using Zhixin.Web.Tests.Supervisions;
using Thread = Zhixin.Web.Tests.Petitions.Thread;

namespace Zhixin.Web.Tests.Notices;

/// <summary>What the digest of the day says of supervisions, to whom; and what of all messages is forgotten.</summary>
public sealed class SupervisionDigestTests(WebDatabase database)
{
    [Fact]
    [Trait("Clause", "HNI-9 accepted")]
    public async Task Who_presses_is_told_how_many_are_overdue_below_on_the_day_they_become_so()
    {
        await using var app = await TestApp.Start(database, "2026-03-02");
        var matter = await Supervised.Lettered(app, "2026-03-20");
        await app.Office.Digests.Run(default);
        matter.On("2026-03-20");
        await app.Office.Digests.Run(default);
        (await Digests(await matter.As("high-head"))).ShouldAllBe(m => m.GetProperty("below").GetInt32() == 0, "the last day is not over");
        matter.On("2026-03-23");
        await app.Office.Digests.Run(default);

        var told = (await Digests(await matter.As("high-head")))[0];
        (told.GetProperty("below").GetInt32(), told.GetProperty("belowNew").GetInt32()).ShouldBe((1, 1));
        told.GetProperty("text").GetString()!.ShouldContain("下级逾期 1 件");
        (await Digests(await matter.As("high-review1"))).ShouldBeEmpty("who presses nobody is not told");
        (await Digests(await matter.As("mid-head"))).ShouldBeEmpty("another court presses for its own letters");
        matter.On("2026-03-24");
        await app.Office.Digests.Run(default);
        (await Digests(await matter.As("high-head"))).ShouldNotContain(m => m.GetProperty("below").GetInt32() > 0 && m.GetProperty("at").GetDateTimeOffset() >= app.Clock.Now, "told once");
    }

    [Fact]
    [Trait("Clause", "GC21-5(1) refused")]
    public async Task A_digest_for_the_unit_hides_a_supervision_from_whom_of_the_unit_it_accuses()
    {
        await using var app = await TestApp.Start(database, "2026-03-02");
        var (matter, _) = await Supervised.OnPetition(app, accused: "basic-head");
        await app.Person("basic-officer", "王丽", Supervised.Basic, "petition-officer");
        await matter.Does("high-head", "review", new { qualifies = "yes", ground = "1", opinion = "超期未执结" });
        await matter.Does("high-head", "letter", Supervised.LetterTo("2026-03-20"));
        await app.Office.Digests.Run(default);
        matter.On("2026-03-19");
        await app.Office.Digests.Run(default);

        var number = (await matter.Now()).GetProperty("number").GetString()!;
        Clocks(await Digests(await app.SignIn("basic-officer"))).ShouldContain(number);
        Clocks(await Digests(await matter.As("basic-head"))).ShouldNotContain(number);
        (await (await matter.As("basic-head")).Open("/messages")).Body!.TextContent.ShouldNotContain(number);
    }

    [Fact]
    public async Task What_was_seen_long_ago_is_forgotten_and_what_nobody_has_seen_stays()
    {
        await using var app = await TestApp.Start(database);
        var thread = await Thread.Of(app);
        await thread.Done(thread.Head, "assignment", new { handler = thread.HandlerId });
        await Matter.Tamper(app, """
            insert into outbox (home, id, stream, topic, court, kind, number, body, barred, not_before, state, seen_by)
            select home, gen_random_uuid(), stream, 'join-half', court, kind, number, body, barred, not_before, given.state, seen_by from outbox cross join (values ('queued'), ('delivered')) as given(state)
            where topic = 'assigned'
            """);
        (await OldMessages.Forget(app.Office.Db, app.Clock.Now, default)).ShouldBe(0, "nothing stood there before");
        (await OldMessages.Forget(app.Office.Db, app.Clock.Now.AddSeconds(1), default)).ShouldBe(1, "the note that was delivered; the message is unseen, and the other note has yet to be");
        (await thread.Handler.PostJson("/api/messages/seen", new { })).Body.GetProperty("marked").GetInt32().ShouldBe(1);
        (await OldMessages.Forget(app.Office.Db, app.Clock.Now, default)).ShouldBe(0);
        (await OldMessages.Forget(app.Office.Db, app.Clock.Now.AddSeconds(1), default)).ShouldBe(1);
        (await app.Office.Db.Maintenance<string>("select topic || ' ' || state from outbox", [])).ShouldBe(["join-half queued"]);
        await Matter.Tamper(app, "delete from outbox");
        (await Matter.Verify(app)).First.ShouldBeNull();
    }

    private static string Clocks(IEnumerable<JsonElement> digests) => string.Join(
        ' ', digests.SelectMany(d => d.TryGetProperty("clocks", out var clocks) && clocks.ValueKind == JsonValueKind.Array ? clocks.EnumerateArray().Select(c => c.GetProperty("number").GetString()) : []));

    private static async Task<List<JsonElement>> Digests(Session who) =>
        [.. (await who.GetJson("/api/messages")).GetProperty("messages").EnumerateArray().Where(m => m.GetProperty("topic").GetString() == "digest")];
}
