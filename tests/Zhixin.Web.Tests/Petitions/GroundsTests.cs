using System.Net;
using Zhixin.Web.Tests.Shared;

namespace Zhixin.Web.Tests.Petitions;

/// <summary>Every cause, every ground to decline and every fact that bars superiors, over HTTP, with and without what it needs.</summary>
public sealed class GroundsTests(WebDatabase database)
{
    /// <summary>A case of Gangcheng's.</summary>
    private const string Elsewhere = "（2025）鲁0117执88号";

    [Fact]
    [Trait("Clause", "GC21-6a(1) accepted")]
    [Trait("Clause", "GC21-6a(2) accepted")]
    [Trait("Clause", "GC21-6a(2) refused")]
    [Trait("Clause", "GC21-6a(3) accepted")]
    [Trait("Clause", "GC21-6a(3) refused")]
    [Trait("Clause", "GC21-6a(4) accepted")]
    [Trait("Clause", "GC21-6a(4) refused")]
    [Trait("Clause", "GC21-6a(5) accepted")]
    [Trait("Clause", "GC21-6a(5) refused")]
    [Trait("Clause", "GC21-6a(6) accepted")]
    [Trait("Clause", "GC21-6a(6) refused")]
    [Trait("Clause", "GC21-6a(7) accepted")]
    [Trait("Clause", "GC21-6a(7) refused")]
    [Trait("Clause", "GC21-6a(8) accepted")]
    [Trait("Clause", "GC21-6a(8) refused")]
    public async Task Each_cause_is_accepted_with_its_alternative_words_or_person_and_refused_without()
    {
        await using var app = await TestApp.Start(database);
        var thread = await Thread.Of(app);
        (string Bare, string Refusal, string Code)[] causes =
        [
            ("1", "cause-points-at-person", "1"), ("2", "cause-needs-sub", "2c"), ("3", "cause-points-at-person", "3"), ("4", "cause-needs-sub", "4a"),
            ("5", "cause-needs-sub", "5b"), ("6", "cause-needs-sub", "6a"), ("7", "cause-needs-sub", "7d"), ("8", "cause-needs-words", "8"),
        ];
        foreach (var (bare, refusal, code) in causes)
        {
            var address = await Another(thread, "事由" + code);
            await thread.Done(thread.Head, "classification", new { claim = "press-on", capacity = "applicant" }, address: address);
            await thread.Refused(thread.Head, "acceptance", new { capacity = "applicant", causes = bare }, HttpStatusCode.UnprocessableEntity, refusal, address: address);
            await thread.Done(thread.Head, "acceptance", new { capacity = "applicant", causes = code, otherCause = "其他涉执行事项", nobodyConcerned = "没有指向个人" }, address: address);
            (await thread.Petition(address: address)).GetProperty("stage").GetString().ShouldBe("accepted");
            address = await Another(thread, "第三人" + code, "interested-person");
            await thread.Done(thread.Head, "classification", new { claim = "substantive-right", capacity = "interested-person" }, address: address);
            await thread.Refused(thread.Head, "acceptance", new { capacity = "interested-person", causes = bare }, HttpStatusCode.UnprocessableEntity, refusal, address: address);
            await thread.Done(thread.Head, "acceptance", new { capacity = "interested-person", causes = code, otherCause = "其他涉执行事项", nobodyConcerned = "没有指向个人" }, address: address);
            (await thread.Petition(address: address)).GetProperty("acceptance").GetProperty("class").GetString().ShouldBe("review");
        }
    }

    [Fact]
    [Trait("Clause", "GC21-15(2) accepted")]
    [Trait("Clause", "GC21-15(2) refused")]
    [Trait("Clause", "GC21-15(3) accepted")]
    [Trait("Clause", "GC21-15(3) refused")]
    [Trait("Clause", "GC21-15(4) accepted")]
    [Trait("Clause", "GC21-15(4) refused")]
    [Trait("Clause", "GC21-15(5) accepted")]
    [Trait("Clause", "GC21-15(5) refused")]
    [Trait("Clause", "GC21-15(6) accepted")]
    [Trait("Clause", "GC21-15(6) refused")]
    [Trait("Clause", "GC21-15(7) accepted")]
    [Trait("Clause", "GC21-15(7) refused")]
    public async Task Each_ground_to_decline_stands_with_its_own_facts_and_falls_without_them()
    {
        await using var app = await TestApp.Start(database);
        var thread = await Thread.Of(app);
        await app.Person("officer", "应守诚", TestApp.Jiefang, "petition-officer");
        var officer = await app.SignIn("officer");
        (object Bare, string Refusal, object Full)[] grounds =
        [
            (new { ground = "2", explanation = "仅反映态度" }, "decline-needs-transfer", new { ground = "2", transferredTo = "派驻组", transferProof = "移送函及签收单", explanation = "仅反映态度，已移送" }),
            (new { ground = "4b", explanation = "属赔偿程序" }, "decline-needs-transfer", new { ground = "4b", transferredTo = "赔偿委员会", transferProof = "移送函及签收单", explanation = "属赔偿程序，已移送" }),
            (new { ground = "5", explanation = "不属法院" }, "decline-needs-channel", new { ground = "5", channel = "市人社局", explanation = "不属法院，已告知渠道" }),
            (new { ground = "6", rightCourt = TestApp.Gangcheng, explanation = "外院案件" }, "decline-needs-offer",
                new { ground = "6", rightCourt = TestApp.Gangcheng, transferOffered = "yes", explanation = "外院案件，已提出代为转交" }),
            (new { ground = "7a", explanation = "已提级执行" }, "decline-needs-ruling", new { ground = "7a", ruling = "（2026）豫08执提1号", explanation = "已提级执行" }),
        ];
        foreach (var (bare, refusal, full) in grounds)
        {
            var address = await Another(thread, "情形" + refusal + full.GetHashCode(), caseNumber: refusal == "decline-needs-offer" ? Elsewhere : Thread.Case);
            await thread.Refused(officer, "decline-proposal", bare, HttpStatusCode.UnprocessableEntity, refusal, address: address);
            await Declined(thread, officer, full, address);
        }

        await thread.Refused(officer, "decline-proposal", new { ground = "3", standing = "查验身份证", explanation = "不是当事人" }, HttpStatusCode.UnprocessableEntity, "decline-capacity-present",
            address: await Another(thread, "当事人本人", "applicant"));
        var stranger = await Another(thread, "路人反映");
        await thread.Refused(officer, "decline-proposal", new { ground = "3", explanation = "不是当事人" }, HttpStatusCode.UnprocessableEntity, "decline-needs-standing", address: stranger);
        await Declined(thread, officer, new { ground = "3", standing = "查验身份证，本人称没有受委托", explanation = "既不是当事人，也没有授权" }, stranger);
        await thread.Refused(officer, "decline-proposal", new { ground = "6", rightCourt = TestApp.Gangcheng, transferOffered = "yes", explanation = "外院案件" }, HttpStatusCode.UnprocessableEntity,
            "decline-own-case", address: await Another(thread, "本院案号"));
    }

    [Fact]
    [Trait("Clause", "SPC16-8(2) accepted")]
    [Trait("Clause", "SPC16-8(2) refused")]
    [Trait("Clause", "SPC16-8(3) accepted")]
    [Trait("Clause", "SPC16-8(3) refused")]
    [Trait("Clause", "SPC16-8(4) accepted")]
    [Trait("Clause", "SPC16-8(4) refused")]
    [Trait("Clause", "SPC16-18(2) accepted")]
    [Trait("Clause", "SPC16-18(2) refused")]
    public async Task Each_fact_that_bars_superiors_needs_its_proof_and_the_remedy_told()
    {
        await using var app = await TestApp.Start(database);
        var thread = await Thread.Of(app);
        foreach (var (ground, claim) in new[] { ("retrial", "press-on"), ("crime", "press-on"), ("basis", "press-on"), ("review-basis", "unlawful-act") })
        {
            var address = await Another(thread, "情形" + ground);
            await thread.Done(thread.Head, "classification", new { claim, capacity = "applicant" }, address: address);
            await thread.Refused(thread.Head, "exclusion", new { ground, remedy = "已告知应诉" }, HttpStatusCode.UnprocessableEntity, "exclusion-needs-proof", address: address);
            await thread.Refused(thread.Head, "exclusion", new { ground, proof = "裁定" }, HttpStatusCode.UnprocessableEntity, "exclusion-needs-remedy", address: address);
            await thread.Done(thread.Head, "exclusion", new { ground, proof = "（2026）豫08民再1号裁定", remedy = "已告知应诉" }, address: address);
            var petition = await thread.Petition(address: address);
            (petition.GetProperty("acceptance").GetProperty("bars")[0].GetProperty("ground").GetString(), petition.GetProperty("stage").GetString()).ShouldBe((ground, "registered"));
        }
    }

    private static async Task Declined(Thread thread, Session officer, object facts, string address)
    {
        await thread.Done(officer, "decline-proposal", facts, address: address);
        await thread.Done(thread.Head, "decline-decision", new { agreed = "yes" }, address: address);
        await thread.Done(officer, "decline-explanation", new { method = "in-person", proof = "签收单" }, address: address);
        (await thread.Petition(address: address)).GetProperty("stage").GetString().ShouldBe("declined");
    }

    /// <summary>A petition of its own, of somebody else.</summary>
    private static async Task<string> Another(Thread thread, string summary, string? capacity = null, string caseNumber = Thread.Case)
    {
        var (status, receipt) = await thread.Clerk.PostJson("/api/contacts", new { form = new { caseNumber, summary, petitioners = new[] { new { name = summary, capacity } } } });
        status.ShouldBe(HttpStatusCode.Created, receipt.ToString());
        return $"/petitions/{receipt.GetProperty("home").GetInt32()}/{receipt.GetProperty("petition").GetGuid()}";
    }
}
