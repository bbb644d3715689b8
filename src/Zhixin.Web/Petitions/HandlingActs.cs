using Zhixin.Petitions;
using Zhixin.Petitions.Acts;
using Zhixin.Web.Texts;

namespace Zhixin.Web.Petitions;

/// <summary>The acts of handling: meet, inquire, opinion and approval, reply, feedback, resolution, closing and reopening.</summary>
public static class HandlingActs
{
    private static readonly string[] TalkFields = ["time", "place", "petitionerOpinion"];

    /// <summary>In the order of the page.</summary>
    public static IReadOnlyList<PetitionActs.Entry> All { get; } =
    [
        new("meeting", "meet", "约谈信访人", false, Meet) { Against = PetitionActs.Closed },
        new("inquiry", "inquire", "调查核实", false, (call, _) => PetitionActs.Pure(p => Inquire(call.Input, p))) { Against = PetitionActs.Closed },
        new("opinion", "submit-opinion", "办理意见报审", true, Submit) { Against = Answering.NotSubmittable },
        new("opinion-decision", Answering.Approving, "审批办理意见", true, (call, _) => PetitionActs.Pure(p => call.Input.Choose("agreed", agreed => Answering.Decide(
            p, agreed, false, null, call.Input.Reason, call.Who.Actors, Enforcing(call, p))))) { Against = Answering.NotDecidable },
        new("opinion-discussion", "discuss-opinion", "集体研究办理意见", true, (call, _) => PetitionActs.Pure(p => call.Input.Choose("agreed", agreed => Answering.Decide(
            p, agreed, true, call.Input.Text("minutes"), call.Input.Reason, call.Who.Actors, Enforcing(call, p))))) { Against = Answering.NotDecidable },
        new("reply", "reply", "答复信访人", true, Reply) { Against = Answering.NotRepliable },
        new("feedback", "feed-back", "向交办转办单位反馈", false, (call, _) => PetitionActs.Pure(p => Working.FeedBack(p, new PetitionFeedbackSent(
            call.Input.Text("body"), call.Input.Text("content"), call.Input.Text("proof"))))) { Against = Working.NobodyWaits },
        new("resolution", "assert-resolved", "认定有效化解", true, Resolve) { Against = Resolving.NotResolvable },
        new("recognition", Resolving.Recognising, "确认有效化解", true, (call, _) => PetitionActs.Pure(p => call.Input.Choose("recognised", recognised => Resolving.Recognise(
            p, recognised, call.Input.Field("opinion"), call.Who.Court, [.. call.Office.Law.Now.Chain(call.Who.Court).Skip(1)], call.Who.Actors))))
        {
            AgainstFrom = here => Resolving.NotRecognisable(here.Petition, here.Court, [.. here.Law.Chain(here.Court).Skip(1)]),
        },
        new("closing", "close", "办结", true, (call, _) => PetitionActs.Pure(p => Codes.Of<ClosedBy>(call.Input.Field("by")) is { } by
            ? Answering.Close(p, by, call.Input.Field("document")) : new Refusal.Input("by", "closing-unknown"))) { Against = Answering.NotClosable },
        new("reopening", "reopen", "重新办理", true, (call, _) => PetitionActs.Pure(p => Answering.Reopen(p, call.Input.Reason))) { Against = Answering.NotReopenable },
    ];

    private static Task<PetitionActs.Prepared> Meet(ActCall call, CancellationToken stop) => PetitionActs.Pure(p => Codes.Of<ServiceMethod>(call.Input.Field("method")) is { } method
        ? Working.Meet(p, new PetitionMet(method, call.Input.Text("present"), call.Input.Text("content"), call.Input.Signing, call.Input.Text("proof")))
        : new Refusal.Input("method", "service-method-unknown"));

    private static Task<PetitionActs.Prepared> Submit(ActCall call, CancellationToken stop) => PetitionActs.Pure(p => Codes.Of<Finding>(call.Input.Field("finding")) is { } finding
        ? call.Input.Choose("aidNeeded", aid => call.Input.Choose("unlawfulActFound", unlawful => Answering.Submit(p, new PetitionOpinionSubmitted(
            finding, aid, unlawful, call.Input.Text("progress"), call.Input.Text("result"), call.Who.Id, call.Who.For?.Id), Enforcing(call, p), call.Input.Blank("substance"))))
        : new Refusal.Law("GC21-2", "opinion-needs-finding"));

    private static Task<PetitionActs.Prepared> Reply(ActCall call, CancellationToken stop)
    {
        var faceToFace = call.Office.Law.Now.Binds(call.Petition.Opened.Responsible, "JZ21-3.2.5", call.Input.On);
        return PetitionActs.Pure(p => Codes.Of<ServiceMethod>(call.Input.Field("method")) is { } method
            ? call.Input.Choose("local", local => Answering.Reply(
                p, method, local, call.Input.Signing, call.Input.Field("remedy"), call.Input.Field("proof"), faceToFace, Talk(call.Input), Enforcing(call, p)))
            : new Refusal.Input("method", "service-method-unknown"));
    }

    private static int? Enforcing(ActCall call, Petition petition) => call.Office.Law.Now.Enforcing(petition, call.Input.On);

    /// <summary>What was typed of an answer in person; null where nothing was.</summary>
    private static ReplyTalk? Talk(ActInput input) => TalkFields.All(field => input.Blank(field) is null)
        ? null
        : new ReplyTalk(input.Text("time"), input.Text("place"), input.Text("petitionerOpinion"));

    private static Task<PetitionActs.Prepared> Resolve(ActCall call, CancellationToken stop) => PetitionActs.Pure(p => Codes.Of<ResolutionGround>(call.Input.Field("ground")) is { } ground
        ? Resolving.Resolve(p, ground, call.Input.Field("evidence"), call.Input.Number("settlement") is > 0 and var no ? no : null, call.Who.Actors)
        : new Refusal.Law("SPC16-7(1)", "resolve-needs-ground"));

    private static Decision<object> Inquire(ActInput input, Petition petition) => Codes.Of<InquiryKind>(input.Field("kind")) is { } kind
        ? Working.Inquire(petition, new PetitionInquiryMade(kind, input.Text("asked"), input.Blank("toVerify"), input.Text("findings"), input.Text("proof")))
        : new Refusal.Input("kind", "inquiry-kind-unknown");
}
