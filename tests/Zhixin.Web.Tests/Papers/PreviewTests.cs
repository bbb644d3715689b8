using System.Net;
using Zhixin.Web.Tests.Shared;
using Thread = Zhixin.Web.Tests.Petitions.Thread;

namespace Zhixin.Web.Tests.Papers;

/// <summary>What was typed is previewed however long it is, stands in no address, and is what is issued; of which meeting or hearing is never guessed wrongly.</summary>
public sealed class PreviewTests(WebDatabase database)
{
    [Fact]
    public async Task A_long_text_is_previewed_kept_and_issued_and_nothing_is_stored_before()
    {
        await using var app = await TestApp.Start(database);
        var thread = await Desk.Approved(app);
        var (draft, text) = (thread.Address + "/papers/draft/reply", string.Concat(Enumerable.Repeat("告知不服的救济途径和期限", 250)));
        (text.Length, Uri.EscapeDataString(text).Length > 16_384).ShouldBe((3000, true), "longer than any address may be");

        var first = await thread.Handler.Open(draft);
        first.QuerySelector("form[aria-label=填写]")!.GetAttribute("method").ShouldBe("post");
        first.Body!.TextContent.ShouldNotContain("没有告知不服的怎么办", Case.Sensitive, "nothing was typed yet");
        using var answer = await thread.Handler.Submit(first, draft, ("text", text));
        answer.StatusCode.ShouldBe(HttpStatusCode.OK);
        var preview = await Session.Page(answer);
        preview.QuerySelector("article.paper")!.TextContent.ShouldContain(text);
        preview.QuerySelector("textarea[name=text]")!.TextContent.ShouldBe(text, "what was typed stays");
        (await thread.Handler.GetJson($"/api{thread.Address}/papers")).GetProperty("issued").GetArrayLength().ShouldBe(0, "a preview issues nothing");

        using var issued = await thread.Handler.Submit(preview, thread.Address + "/paper");
        issued.StatusCode.ShouldBe(HttpStatusCode.Redirect);
        (await Desk.Text(thread, 1)).ShouldContain(text);
    }

    [Fact]
    public async Task A_preview_without_the_forms_token_or_from_an_address_shows_nothing_typed()
    {
        await using var app = await TestApp.Start(database);
        var thread = await Desk.Approved(app);
        var draft = thread.Address + "/papers/draft/reply";
        using var content = new FormUrlEncodedContent([new("text", "不服的，可以申请复议")]);
        (await thread.Handler.Client.PostAsync(draft, content)).StatusCode.ShouldBe(HttpStatusCode.BadRequest);
        (await thread.Handler.Open(draft + "?text=" + Uri.EscapeDataString("写在地址里的内容"))).Body!.TextContent.ShouldNotContain("写在地址里的内容");
        using var empty = await thread.Handler.Submit(draft, draft, ("text", " "));
        (await Session.Page(empty)).QuerySelector("ul.cannot")!.TextContent.ShouldContain("没有告知不服的怎么办", Case.Sensitive, "what is missing is said once something was sent");
        empty.StatusCode.ShouldBe(HttpStatusCode.OK);
    }

    [Fact]
    public async Task Minutes_are_of_the_last_hearing_unless_another_is_chosen_and_an_item_of_another_kind_is_refused()
    {
        await using var app = await TestApp.Start(database);
        var thread = await Desk.Accepted(app);
        foreach (var result in new[] { "继续拍卖", "暂缓拍卖", "恢复拍卖" })
        {
            await Heard(thread, result);
        }

        await thread.Done(thread.Handler, "meeting", Desk.Meeting);
        await thread.Done(thread.Handler, "meeting", Desk.Meeting);
        var form = await thread.Handler.Open(thread.Address + "/act/paper");
        form.QuerySelectorAll("select[name=item] option").Select(o => o.GetAttribute("value")).ShouldBe(
            ["", "meeting-record:1", "meeting-record:2", "hearing-minutes:1", "hearing-minutes:2", "hearing-minutes:3"]);
        form.QuerySelectorAll("select[name=item] optgroup").Select(g => g.GetAttribute("label")).ShouldBe(["约谈笔录", "听证笔录"]);

        using var last = await thread.Handler.Submit(form, thread.Address + "/paper", ("kind", "hearing-minutes"), ("item", string.Empty));
        last.StatusCode.ShouldBe(HttpStatusCode.Redirect);
        (await Desk.Text(thread, 1)).ShouldContain("恢复拍卖");
        await Desk.Issue(thread, "hearing-minutes", new { item = "hearing-minutes:2" });
        (await Desk.Text(thread, 2)).ShouldContain("暂缓拍卖");
        await Desk.Issue(thread, "hearing-minutes", new { item = "1" });
        (await Desk.Text(thread, 3)).ShouldContain("继续拍卖", Case.Sensitive, "a number is of the kind");
        foreach (var (kind, item, key) in new[]
        {
            ("hearing-minutes", "meeting-record:2", "paper-hearing-unknown"), ("meeting-record", "hearing-minutes:1", "paper-meeting-unknown"),
            ("hearing-minutes", "hearing-minutes:4", "paper-hearing-unknown"), ("meeting-record", "二", "paper-meeting-unknown"),
        })
        {
            await thread.Refused(thread.Handler, "paper", new { kind, item }, HttpStatusCode.BadRequest, key);
        }
    }

    private static async Task Heard(Thread thread, string result)
    {
        await thread.Done(thread.Handler, "hearing", new { why = "双方争议大", day = "2026-02-12", time = "15:30", place = "第二法庭", @public = "yes", presider = "邢国梁", parties = "applicant" });
        await thread.Done(thread.Handler, "hearing-notice", new { party = "applicant", method = "post", proof = "送达回证" });
        await thread.Done(thread.Handler, "hearing-holding", new { @public = "yes", present = "applicant", content = "双方陈述", result, signed = "yes", minutes = "听证笔录" });
    }
}
