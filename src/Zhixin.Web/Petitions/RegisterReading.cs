using Zhixin.Calendar;
using Zhixin.Courts;
using Zhixin.Database.Access;
using Zhixin.Database.Attachments;
using Zhixin.Database.Petitions;
using Zhixin.History;
using Zhixin.Intake;
using Zhixin.Web.Access;
using Zhixin.Web.Hosting;

namespace Zhixin.Web.Petitions;

/// <summary>What was typed into the registration page, as a registration is decided on: the form, its matches, its case number, its files.</summary>
internal static class RegisterReading
{
    public static DateTime Now(Office office) => office.Clock.GetUtcNow().ToOffset(ChinaDate.Offset).DateTime;

    public static CaseReading Read(Office office, string? text) => CaseNumberReader.Read(text, office.Files.Courts, Now(office).Year) switch
    {
        CaseNumberReading.Parsed { Number.IsEnforcement: true } parsed => new CaseReading(text!.Trim(), parsed.Number.Text, null),
        CaseNumberReading.Parsed parsed => new CaseReading(text!.Trim(), parsed.Number.Text, IntakeFlag.CaseNotEnforcement),
        CaseNumberReading.UnknownCourt => new CaseReading(text!.Trim(), null, IntakeFlag.CaseCourtUnknown),
        CaseNumberReading.Malformed { Fault: CaseNumberFault.Empty } => new CaseReading(null, null, IntakeFlag.CaseNumberMissing),
        _ => new CaseReading(text!.Trim(), null, IntakeFlag.CaseNumberMalformed),
    };

    public static Registration Registration(string? join, RegistrationDraft draft, Guid? handler, Guid? receiver, Resend? resend)
    {
        var target = join?.Split('_') is [var home, var id] && int.TryParse(home, out var court) && Guid.TryParse(id, out var petition)
            ? new StreamId(court, petition)
            : (StreamId?)null;
        return new Registration(draft, target, target is null ? null : "同一事项", handler, receiver, resend);
    }

    /// <summary>The staff member of this court with a name, when exactly one is called so.</summary>
    public static async Task<Guid?> StaffCalled(Office office, HttpContext http, string? name, CancellationToken stop)
    {
        var found = string.IsNullOrWhiteSpace(name) ? [] : await office.Db.Reference<Guid>(
            "select id from staff where court = $1 and name = $2 and active", [http.Member().Court, name.Trim()], stop);
        return found is [var only] ? only : null;
    }

    public static async Task<RegistrationForm> Typed(HttpContext http, Office office, PostedForm form, CancellationToken stop)
    {
        var accused = form["accused"] == "yes" ? (form["accusedNames"] ?? string.Empty).Split(['、', '，', ',', ' '], StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries) : [];
        var staff = accused.Length == 0 ? [] : await office.Db.Reference<Guid>("select id from staff where court = $1 and name = any($2)", [http.Member().Court, accused], stop);
        return new RegistrationForm
        {
            ReceivedAt = form["receivedAt"], Channel = form["channel"], Venue = form["venue"], People = form["personCount"],
            Petitioners =
            [
                new PetitionerForm(form["personName"], form["idNumber"], form["phone"], form["address"], form["capacity"], form["personKind"]),
                new PetitionerForm(form["agentName"], null, null, null, "agent", null),
            ],
            CaseNumber = form["caseNumber"], OtherCase = form["otherCaseNumber"], Parties = form["parties"], Summary = form["account"], Request = form["request"], RequestKind = form["requestKind"], Cause = form["cause"],
            Accused = staff, AccusedText = form["accused"] == "yes" ? form["accusedNames"] ?? "未写明" : null, Outcome = form["outcome"],
            ProposedOpinion = form["proposal"], Handler = form["caseHandler"], ForwardedBy = form["referredBy"], LetterNumber = form["letterNumber"],
            ReplyBy = form["replyBy"], LateProof = form["lateProof"],
        };
    }

    public static bool IsMatchable(RegistrationForm typed) =>
        !string.IsNullOrWhiteSpace(typed.CaseNumber) || typed.Petitioners.Any(p => (p.Name?.Trim().Length ?? 0) > 1 || !string.IsNullOrWhiteSpace(p.IdentityNumber) || !string.IsNullOrWhiteSpace(p.Phone));

    public static async Task<IReadOnlyList<MatchHit>> Hits(HttpContext http, Office office, RegistrationForm typed, CancellationToken stop)
    {
        var hits = await Find(http, office, typed, stop);
        await AccessLog.Write(office.Db, http.Member(), "match-out-of-sight", office.Clock.GetUtcNow(), [.. hits.Where(h => !h.InSight).Select(h => (h.Home, h.Id))], stop);
        return hits;
    }

    /// <summary>The earlier matters, where nothing of them is shown.</summary>
    public static Task<IReadOnlyList<MatchHit>> Find(HttpContext http, Office office, RegistrationForm typed, CancellationToken stop)
    {
        var person = typed.Petitioners.Count > 0 ? typed.Petitioners[0] : new PetitionerForm(null, null, null, null, null, null);
        return office.Matching.Find(
            http.Member().Scope, new PersonDetails(person.Name?.Trim() ?? string.Empty, person.IdentityNumber?.Trim(), person.Phone?.Trim(), null),
            Read(office, typed.CaseNumber).Canonical, stop);
    }

    /// <summary>The files became part of the contact: nobody holds them any more, and the scanner may look.</summary>
    public static void Taken(Office office, IReadOnlyList<ArrivedFile> files)
    {
        foreach (var file in files)
        {
            office.Incoming.Taken(file.Id);
        }

        office.AttachmentWatch.Wake();
    }
}
