using Directory = Zhixin.Tests.Courts.Directory;
using Zhixin.Courts;
using Zhixin.Petitions;
using Zhixin.Petitions.Acts;
using static Zhixin.Tests.Calendar.Days;
using static Zhixin.Tests.Petitions.Handled;
using static Zhixin.Tests.Petitions.Matter;

namespace Zhixin.Tests.Petitions;

/// <summary>A matter on its way to termination, and the people of the courts on that way.</summary>
internal static class TerminationDesk
{
    public static readonly Court Mid = WriteOffDesk.Mid;
    public static readonly Court High = WriteOffDesk.High;
    public static readonly Court Supreme = WriteOffDesk.Supreme;
    public static readonly Actors Head = new(Id(91), null);
    public static readonly Actors MidHead = new(Id(92), null);
    public static readonly Actors HighHead = new(Id(93), null);
    public static readonly Actors HighPresident = new(Id(94), null);
    public static readonly Actors SupremeOfficer = new(Id(95), null);
    public static readonly Actors SupremePresident = new(Id(96), null);

    public static readonly TerminationHeard Meeting = new(TerminationHearingKind.Meeting, ServiceMethod.InPerson, "申请执行人、承办人", "坚持要求执行", Signed, "终结约谈笔录 1 号", Zhang.Id, null);
    public static readonly TerminationHardshipAnswered NoHardship = new("有退休金，生活没有困难", false, false, "已告知可以申请司法救助", "困难询问笔录 1 号", Zhang.Id, null);

    /// <summary>Of the implementation class, with every fact on record by 2026-03-17: the commitment is of the 9th, the petitioner came again on the 16th.</summary>
    public static Matter Ready() => Facts();

    /// <summary>The same without one of the facts.</summary>
    public static Matter Facts(bool check = true, bool found = false, bool commitment = true, string? repeat = "2026-03-16", bool heard = true, TerminationHardshipAnswered? hardship = null, bool asked = true)
    {
        var matter = Of();
        matter.Do(Working.Meet(matter.Petition, new PetitionMet(ServiceMethod.InPerson, "信访人", "说明进展", Signed, "约谈笔录 1 号")), "2026-03-05");
        matter.Do(Exhausting.Take(matter.Petition, new PetitionMeasureTaken("spending-limit", "限制消费", "限消令 1 号"), List("SPC16", "enforcement-measures")), "2026-03-05");
        if (check)
        {
            matter.Do(Exhausting.Check(matter.Petition, NoProperty with { Found = found }), "2026-03-06");
        }

        if (commitment)
        {
            matter.Do(Exhausting.Commit(matter.Petition, true, true, "息诉承诺书", "后果告知书"), "2026-03-09");
        }

        if (repeat is not null)
        {
            matter.Joined(2, repeat);
        }

        return matter.Heard(heard).Answered(asked ? hardship ?? NoHardship : null);
    }

    public static Matter Heard(this Matter matter, bool heard = true, string on = "2026-03-17") => heard ? matter.Do(Terminating.Hear(matter.Petition, Meeting), on) : matter;

    public static Matter Answered(this Matter matter, TerminationHardshipAnswered? hardship, string on = "2026-03-17") =>
        hardship is null ? matter : matter.Do(Terminating.AnswerHardship(matter.Petition, hardship), on);

    /// <summary>Of the review class, heard and asked, and the petitioner came again on the 16th.</summary>
    public static Matter Reviewed(string? repeat = "2026-03-16", bool heard = true)
    {
        var matter = Review();
        matter.Do(Working.Meet(matter.Petition, new PetitionMet(ServiceMethod.InPerson, "信访人", "说明进展", Signed, "约谈笔录 1 号")), "2026-03-05");
        if (repeat is not null)
        {
            matter.Joined(2, repeat);
        }

        return matter.Heard(heard).Answered(NoHardship);
    }

    /// <summary>All three procedures, rejected, the last by a court.</summary>
    public static ReviewExhaustion Used(Court last, bool rejected = true, string on = "2026-03-10") => new(
        1, Ruling(ReviewKind.Objection, Home, "2026-01-10"), Ruling(ReviewKind.Reconsideration, Mid, "2026-02-10"), Ruling(ReviewKind.Supervision, last, on) with { Rejected = rejected });

    /// <summary>The Supreme Court itself ruled on the reconsideration: no court supervises that.</summary>
    public static ReviewExhaustion Reconsidered() => new(1, Ruling(ReviewKind.Objection, High, "2026-01-10"), Ruling(ReviewKind.Reconsideration, Supreme, "2026-02-10"), null);

    public static ReviewRuling Ruling(ReviewKind kind, Court court, string on) => new(kind, court.Number, court.Level, $"（2026）{court.Code}裁定1号", On(on), true, "裁定书");

    public static TerminationRules Rules(Matter matter, Court acting, ReviewExhaustion? used = null, string today = "2026-03-20") => new(
        List("SPC16", "termination-grounds"), of => List("SPC16", TerminationRules.MaterialList(of)), Chain(matter), acting, null, number => Directory.Shipped.ByNumber(number)!,
        used is null ? p => p.Procedures.Exhaustion : _ => used, 2, [new MatterDocument(DocumentSource.File, "f-1", string.Empty, "裁定书.pdf", null)], On(today));

    public static TerminationStatement Statement(Matter matter) => new(TerminationScope.Enforcement, [.. matter.Petition.Contacts.Select(c => c.Contact)], "仍是同一工程款的执行", null);

    public static ReportTermination Command(Matter matter) => new(Statement(matter), "终结报请报告 1 号", Chosen(matter));

    public static IReadOnlyList<(string Code, string Reference)> Chosen(Matter matter) => matter.Petition.Acceptance.Classified!.Class == PetitionClass.Review
        ? [("rulings", "file:f-1"), ("talk-records", Reference(matter, "petition.met"))]
        : [("measures", Reference(matter, "petition.measure-taken")), ("talk-records", Reference(matter, "petition.met"))];

    public static Decision<object> Report(Matter matter, Court? acting = null, ReviewExhaustion? used = null, Func<ReportTermination, ReportTermination>? change = null) =>
        Terminating.Report(matter.Petition, change is null ? Command(matter) : change(Command(matter)), Rules(matter, acting ?? Home, used), Head);

    public static Decision<object> PassUp(Matter matter, Court? at = null, ReviewExhaustion? used = null) => TerminationReviewing.PassUp(matter.Petition, "同意上报", Rules(matter, at ?? Mid, used), MidHead);

    public static Decision<object> File(Matter matter, ReviewExhaustion? used = null) => TerminationReviewing.File(matter.Petition, "备案报告 1 号", Rules(matter, High, used), HighHead);

    public static Decision<object> Accept(Matter matter, FilingAnswer answer = FilingAnswer.Accepted, ReviewExhaustion? used = null) =>
        TerminationReviewing.Answer(matter.Petition, answer, "材料不齐", "备案复函 1 号", Rules(matter, Supreme, used), SupremeOfficer);

    public static Decision<object> Decide(Matter matter, Court? at = null, ReviewExhaustion? used = null, string? exception = null, Actors? by = null) =>
        TerminationReviewing.Decide(matter.Petition, "鲁高法终字 1 号", exception, Rules(matter, at ?? High, used), by ?? HighPresident);

    /// <summary>Reported, passed up, filed and accepted: the High Court may decide.</summary>
    public static Matter Accepted(this Matter matter)
    {
        matter.Do(Report(matter), "2026-03-18").Do(PassUp(matter), "2026-03-19");
        return matter.Do(File(matter), "2026-03-20").Do(Accept(matter), "2026-03-24");
    }

    /// <summary>Decided on 2026-03-25.</summary>
    public static Matter Terminated(this Matter matter) => matter.Accepted().Do(Decide(matter), "2026-03-25");

    public static Matter Terminated() => Ready().Terminated();

    /// <summary>A review matter that the High Court terminated on its own report.</summary>
    public static Matter ReviewTerminated()
    {
        var (matter, used) = (Reviewed(), Used(High));
        matter.Do(Report(matter, High, used), "2026-03-18").Do(File(matter, used), "2026-03-19").Do(Accept(matter, used: used), "2026-03-20");
        return matter.Do(Decide(matter, used: used), "2026-03-21");
    }

    public static CaseNumber Resumed(string type = "执恢", Court? court = null) => new(2026, (court ?? Home).Code!, court ?? Home, type, 7);

    public static string Reference(Matter matter, string kind) => matter.Petition.WriteOffs.Records.First(r => r.Kind == kind).Reference();

    public static string[] Missing(this Decision<object> decision) => decision.Refused() switch
    {
        Refusal.Law { Message: "termination-missing", Arguments: [_, IReadOnlyList<Refusal.Law> all] } => [.. all.Select(m => $"{m.Clause} {m.Message}")],
        Refusal.Law law => [$"{law.Clause} {law.Message}"],
        var other => [other.Message],
    };

    private static IReadOnlyList<Court> Chain(Matter matter) =>
        Directory.Shipped.ByNumber(matter.Petition.Opened.Responsible) is { } own ? [own, .. Directory.Shipped.Superiors(own)] : [];
}
