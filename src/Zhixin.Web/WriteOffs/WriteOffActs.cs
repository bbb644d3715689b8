using Zhixin.Attachments;
using Zhixin.Database;
using Zhixin.Database.Attachments;
using Zhixin.Database.Petitions;
using Zhixin.Petitions;
using Zhixin.Petitions.Acts;
using Zhixin.Regulations;
using Zhixin.Web.Hosting;
using Zhixin.Web.Petitions;

namespace Zhixin.Web.WriteOffs;

/// <summary>The acts of a write-off: those of the court that applies, of each court on the way up, and of the one that verifies.</summary>
public static class WriteOffActs
{
    /// <summary>The noun of the application.</summary>
    public const string Applying = "write-off";

    /// <summary>The noun of the act by which who verifies is named: its form offers the staff of the viewer's own court.</summary>
    public const string Naming = "write-off-verifier";

    /// <summary>The instrument under which the command centre compiles the material.</summary>
    private const string Compiled = "GC21-14";

    /// <summary>The instrument under which the handler sends it, and which asks how the standard is met.</summary>
    private const string Sent = "JZ21-3.2.4(6)";

    /// <summary>In the order of the chain.</summary>
    public static IReadOnlyList<PetitionActs.Entry> All { get; } =
    [
        new(Applying, "apply-write-off", "申请核销", true, Apply) { Against = WritingOff.NotAppliable, Grounds = [WritingOff.GroundList] },
        new("write-off-withdrawal", "withdraw-write-off", "撤回核销申请", true, (call, _) => PetitionActs.Pure(p => WritingOff.Withdraw(p, call.Input.Reason))) { Against = WritingOff.NotWithdrawable, Concerns = Begun },
        new("write-off-agreement", WriteOffReviewing.Agreeing, "同意核销", true, (call, _) => PetitionActs.Pure(p => WriteOffReviewing.Agree(p, call.Who.Court, call.Input.Field("opinion"), call.Who.Actors)))
        {
            AgainstFrom = At(WriteOffStation.Agree), Concerns = Begun,
        },
        new("write-off-compilation", "compile-write-off", "汇总上报核销材料", true, (call, stop) => Send(call, Compiled, stop)) { AgainstFrom = Sending(Compiled), Concerns = Begun },
        new("write-off-material", "send-write-off-material", "报送核销材料", true, (call, stop) => Send(call, Sent, stop)) { AgainstFrom = Sending(Sent), Concerns = Begun },
        new("write-off-passing", WriteOffReviewing.PassingUp, "上报核销申请", true, (call, _) => PetitionActs.Pure(p => WriteOffReviewing.PassUp(p, call.Who.Court, call.Input.Field("opinion"), call.Who.Actors)))
        {
            AgainstFrom = At(WriteOffStation.PassUp), Concerns = Begun,
        },
        new("write-off-return", WriteOffReviewing.Returning, "退回核销申请", true, (call, _) => PetitionActs.Pure(p => WriteOffReviewing.Return(p, call.Who.Court, call.Input.Reason, call.Who.Actors)))
        {
            AgainstFrom = place => WriteOffReviewing.NotReturnable(place.Petition, place.Court), Concerns = Begun,
        },
        new(Naming, "name-write-off-verifier", "指定核查人员", true, Name) { AgainstFrom = place => WriteOffReviewing.NotNameable(place.Petition, place.Court), Concerns = Begun },
        new("write-off-verification", WriteOffReviewing.Verifying, "核查核销申请", true, Verify) { AgainstFrom = At(WriteOffStation.Verify), Concerns = Begun },
        new("write-off-outcome", "record-write-off-outcome", "登记核销结果", true, (call, _) => PetitionActs.Pure(p => call.Input.Choose("writtenOff", writtenOff => WriteOffReviewing.Record(
            p, call.Who.Court, writtenOff, call.Input.Field("document"), call.Input.Field("reason"), call.Who.Actors)))) { AgainstFrom = At(WriteOffStation.Outcome), Concerns = Begun },
        new("write-off-reversal", "reverse-write-off", "撤销核销", true, (call, _) => PetitionActs.Pure(p => WritingOff.Reverse(p, call.Input.Reason))) { Against = WritingOff.NotReversible, Concerns = Begun },
    ];

    /// <summary>What applying has to know of the law and of the courts above.</summary>
    public static WriteOffRules Rules(Law law, Petition petition, DateOnly on, CodeList grounds, IReadOnlyList<MatterDocument> files)
    {
        var court = petition.Opened.Responsible;
        var standard = law.Binds(court, Sent, on) ? Sent : null;
        return new WriteOffRules(grounds, law.List(court, WritingOff.MaterialList, on), standard, law.Binds(court, Compiled, on) ? Compiled : standard, [.. law.Chain(court).Skip(1)], files);
    }

    /// <summary>The files of the matter that stand, as documents; read together with other things.</summary>
    public static async Task<IReadOnlyList<MatterDocument>> Files(Office office, Reading reading, Petition petition) =>
        Standing(await office.Attachments.Of(reading, petition));

    /// <summary>Those of the files that stand, as documents.</summary>
    public static IReadOnlyList<MatterDocument> Standing(IReadOnlyList<KnownAttachment> files) =>
        [.. files.Where(Stands).Select(f => new MatterDocument(DocumentSource.File, f.Id.Id.ToString(), string.Empty, f.Name, null))];

    /// <summary>What the act of this petition offers by post: the posts that may verify.</summary>
    public static IReadOnlyList<string> MayVerify(Law law) => law.Posts(WriteOffReviewing.Verifying);

    private static bool Stands(KnownAttachment file) => file.Withdrawn is null && file.State != AttachmentState.Refused;

    private static async Task<IReadOnlyList<MatterDocument>> Files(ActCall call, CancellationToken stop)
    {
        var reading = new Reading(call.Who.Scope);
        var files = Files(call.Office, reading, call.Petition);
        await reading.Run(call.Office.Db, null, stop);
        return await files;
    }

    private static async Task<PetitionActs.Prepared> Apply(ActCall call, CancellationToken stop)
    {
        var rules = Rules(call.Office.Law.Now, call.Petition, call.Input.On, call.List(WritingOff.GroundList)!, await Files(call, stop));
        var chosen = (rules.Materials?.Items ?? []).SelectMany(item => Split(call.Input.Field(Field(item.Code))).Select(reference => (item.Code, reference))).ToList();
        var command = new ApplyForWriteOff(call.Input.Blank("ground"), call.Input.Blank("standard"), call.Input.Blank("result"), chosen);
        return new PetitionActs.Prepared(p => WritingOff.Apply(p, command, rules, call.Who.Actors));
    }

    /// <summary>The field of a material.</summary>
    internal static string Field(string material) => "material-" + material;

    private static async Task<PetitionActs.Prepared> Send(ActCall call, string sending, CancellationToken stop)
    {
        var files = (await Files(call, stop)).Select(f => f.Key).ToHashSet(StringComparer.Ordinal);
        return new PetitionActs.Prepared(p => WriteOffReviewing.Send(p, call.Who.Court, sending, call.Input.Field("to"), call.Input.Field("document"), files, call.Who.Actors));
    }

    private static async Task<PetitionActs.Prepared> Name(ActCall call, CancellationToken stop)
    {
        var verifier = Candidates.Find(await Candidates.At(call.Office, call.Who.Court, stop), call.Input.Field("verifier"));
        var posts = MayVerify(call.Office.Law.Now);
        return new PetitionActs.Prepared(p => WriteOffReviewing.Name(p, call.Who.Court, verifier, posts, call.Who.Actors));
    }

    /// <summary>The ground must be there still; by the list under which it was applied for, which may have ended since.</summary>
    private static Task<PetitionActs.Prepared> Verify(ActCall call, CancellationToken stop) => PetitionActs.Pure(p => call.Input.Choose("submits", submits => WriteOffReviewing.Verify(
        p, call.Who.Court, submits, call.Input.Field("opinion"), Unfounded(p), call.Who.Actors)));

    private static Refusal? Unfounded(Petition petition) => petition.WriteOffs.Pending?.Applied is { } applied
        ? WritingOff.Unfounded(petition, applied.Ground, new CodeList(WritingOff.GroundList, string.Empty, applied.GroundClause, [new CodeItem(applied.Ground, string.Empty, applied.GroundClause, [], string.Empty)], string.Empty))
        : null;

    private static Func<PetitionActs.Place, Refusal?> At(WriteOffStation station) => place => WriteOffReviewing.NotHere(place.Petition, place.Court, station);

    private static Func<PetitionActs.Place, Refusal?> Sending(string clause) => place => WriteOffReviewing.NotSendable(place.Petition, place.Court, clause);

    /// <summary>Before anybody applied, the chain behind the application concerns nobody.</summary>
    private static bool Begun(PetitionActs.Place place) => place.Petition.WriteOffs is { Pending: not null } or { Standing: not null };

    private static string[] Split(string? text) => (text ?? string.Empty).Split([',', '，', '、', ' '], StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);
}
