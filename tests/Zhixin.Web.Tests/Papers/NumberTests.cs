using System.Net;
using Zhixin.Web.Tests.History;
using Zhixin.Web.Tests.Shared;
using Thread = Zhixin.Web.Tests.Petitions.Thread;

namespace Zhixin.Web.Tests.Papers;

/// <summary>Numbers of papers have no gaps, whatever happens between taking one and keeping it; and what is kept is what was issued.</summary>
public sealed class NumberTests(WebDatabase database)
{
    [Fact]
    public async Task Many_papers_issued_at_the_same_time_are_numbered_without_gap_and_without_repetition()
    {
        await using var app = await TestApp.Start(database);
        var thread = await Thread.Of(app);
        List<string> addresses = [thread.Address];
        for (var i = 0; i < 11; i++)
        {
            var receipt = await thread.Register("另一件", join: false, name: $"信访人{i}");
            addresses.Add($"/petitions/{receipt.GetProperty("petitionHome").GetInt32()}/{receipt.GetProperty("petition").GetGuid()}");
        }

        var issued = await Task.WhenAll(addresses.SelectMany(a => Enumerable.Range(0, 2).Select(_ => a)).Select(async address =>
        {
            var version = (await thread.Head.GetJson("/api" + address)).GetProperty("version").GetInt32();
            return await thread.Head.PostJson($"/api{address}/paper", new { fields = new { kind = "remedy-notice", remedies = "objection" }, version });
        }));
        var numbers = issued.Where(i => i.Status == HttpStatusCode.OK).Select(i => i.Body.GetProperty("paperNumber").GetString()).ToList();
        issued.Where(i => i.Status != HttpStatusCode.OK).ShouldAllBe(i => i.Status == HttpStatusCode.Conflict, "two of one petition: the slower one takes a look at the new version first, and gives its number back");
        numbers.Count.ShouldBeGreaterThanOrEqualTo(12);
        numbers.ShouldBe(Enumerable.Range(1, numbers.Count).Select(n => $"（2026）豫0802信告{n}号"), ignoreOrder: true);
        (await Matter.Verify(app)).First.ShouldBeNull();
    }

    [Fact]
    public async Task A_number_whose_command_fails_at_the_append_is_given_back()
    {
        await using var app = await TestApp.Start(database);
        var thread = await Thread.Of(app);
        await Desk.Issue(thread, "remedy-notice", new { remedies = "objection" }, thread.Head);
        await Matter.Alter(app, "create function fail_once() returns trigger language plpgsql as $$ begin raise exception 'no room'; end $$; create trigger planted before insert on paper for each row execute function fail_once(); alter table paper enable always trigger planted");
        var version = (await thread.Petition()).GetProperty("version").GetInt32();
        (await thread.Head.PostJson($"/api{thread.Address}/paper", new { fields = new { kind = "remedy-notice", remedies = "objection" }, version })).Status.ShouldBe(HttpStatusCode.InternalServerError);
        await Matter.Alter(app, "drop trigger planted on paper");
        (await thread.Petition()).GetProperty("version").GetInt32().ShouldBe(version, "nothing of it happened");
        (await Desk.Issue(thread, "remedy-notice", new { remedies = "objection" }, thread.Head)).GetProperty("paperNumber").GetString().ShouldBe("（2026）豫0802信告2号");
        (await Matter.Verify(app)).First.ShouldBeNull();
    }

    [Fact]
    public async Task A_resend_issues_one_paper_and_an_old_version_issues_none()
    {
        await using var app = await TestApp.Start(database);
        var thread = await Thread.Of(app);
        var version = (await thread.Petition()).GetProperty("version").GetInt32();
        var body = new { fields = new { kind = "remedy-notice", remedies = "objection" }, version };
        var (_, first) = await thread.Head.PostJson($"/api{thread.Address}/paper", body, "same-key");
        var (status, again) = await thread.Head.PostJson($"/api{thread.Address}/paper", body, "same-key");
        (status, again.GetProperty("paperNumber").GetString()).ShouldBe((HttpStatusCode.OK, first.GetProperty("paperNumber").GetString()));
        (await thread.Head.PostJson($"/api{thread.Address}/paper", body, "other-key")).Status.ShouldBe(HttpStatusCode.Conflict);
        (await thread.Head.PostJson($"/api{thread.Address}/paper", new { body.fields })).Status.ShouldBe(HttpStatusCode.BadRequest, "what is issued is what was seen");
        (await thread.Head.GetJson($"/api{thread.Address}/papers")).GetProperty("issued").GetArrayLength().ShouldBe(1);
    }

    [Fact]
    public async Task A_new_year_begins_a_new_series_and_a_paper_of_yesterday_is_refused()
    {
        await using var app = await TestApp.Start(database, "2025-12-31");
        var thread = await Thread.Of(app);
        (await Desk.Issue(thread, "remedy-notice", new { remedies = "objection" }, thread.Head)).GetProperty("paperNumber").GetString().ShouldBe("（2025）豫0802信告1号");
        await thread.On("2026-01-01");
        await thread.Refused(thread.Head, "paper", new { kind = "remedy-notice", remedies = "objection" }, HttpStatusCode.BadRequest, "paper-today", on: "2025-12-31");
        (await Desk.Issue(thread, "remedy-notice", new { remedies = "objection" }, thread.Head)).GetProperty("paperNumber").GetString().ShouldBe("（2026）豫0802信告1号");
        (await Matter.Verify(app)).First.ShouldBeNull();
    }

    [Fact]
    public async Task Whatever_is_changed_behind_the_softwares_back_is_named_and_a_rebuild_leaves_papers_alone()
    {
        await using var app = await TestApp.Start(database);
        var thread = await Thread.Of(app);
        await Desk.Issue(thread, "remedy-notice", new { remedies = "objection" }, thread.Head);
        await Desk.Issue(thread, "remedy-notice", new { remedies = "supervision" }, thread.Head);
        await Matter.Alter(app, "create schema kept; create table kept.paper as table paper; create table kept.number_series as table number_series");
        foreach (var (tampering, table, column) in new[]
        {
            ("delete from paper where no = 2", "paper", "row"),
            ("insert into paper select home, matter, 3, court, series, year, 3, sealed, key_wrapped, key_id from paper where no = 2", "paper", "row"),
            ("update paper set number = number + 10", "paper", "number"),
            ("update paper set sealed = sealed || '\\x00'", "paper", "sealed"),
            ("update paper set key_id = 'other'", "paper", "key_id"),
            ("update paper a set key_wrapped = b.key_wrapped from paper b where a.no <> b.no", "paper", "key_wrapped"),
            ("update number_series set last = last + 1 where series = 'paper-信告'", "number_series", "number 3"),
        })
        {
            await Matter.Tamper(app, tampering);
            var first = (await Matter.Verify(app)).First.ShouldNotBeNull(tampering);
            (first.Table, first.Column).ShouldBe((table, column), tampering);
            await Matter.Tamper(app, "truncate paper; truncate number_series; insert into paper select * from kept.paper; insert into number_series select * from kept.number_series");
        }

        await RebuildTests.Rebuild(app);
        (await Matter.Verify(app)).First.ShouldBeNull();
        (await Desk.Text(thread, 2, thread.Head)).ShouldContain("复议裁定");
    }
}
