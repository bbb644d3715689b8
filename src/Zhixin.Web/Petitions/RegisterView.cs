using Zhixin.Calendar;
using Zhixin.Courts;
using Zhixin.Database.Petitions;
using Zhixin.Intake;
using Zhixin.Web.Access;
using Zhixin.Web.Attachments;
using Zhixin.Web.Components;
using Zhixin.Web.Hosting;
using Zhixin.Web.Texts;

namespace Zhixin.Web.Petitions;

/// <summary>Shows the registration page: its fields with what is wrong with them, and its lists of choices.</summary>
internal static class RegisterView
{
    public static async Task<RegisterModel> Checked(
        HttpContext http, Office office, PostedForm form, RegistrationForm typed, IReadOnlyList<Refusal> refusals, CancellationToken stop)
    {
        var hits = await RegisterReading.Hits(http, office, typed, stop);
        var messages = refusals.Select(r => new FieldMessage(FormField(r), MessageKind.Error, RefusalTexts.Reason(r) + RefusalTexts.Cure(r))).ToList();
        messages.AddRange(CaseMessages(office, typed.CaseNumber));
        messages.AddRange(PersonMessages(typed, ChinaDate.Of(office.Clock.GetUtcNow())));
        var values = form.Values.Where(v => v.Key is not ("__RequestVerificationToken" or "key")).ToDictionary(v => v.Key, v => v.Value, StringComparer.Ordinal);
        return Model(office, http.Member().Court, new FormState(values, messages), form["key"] ?? Replies.FreshKey(), await RepeatPanels.Of(http, office, hits, RegisterReading.IsMatchable(typed), stop)) with
        {
            Held = HeldFile.Of(office, http.Member().Id, form[FileForms.Held]),
        };
    }

    private static IEnumerable<FieldMessage> PersonMessages(RegistrationForm typed, DateOnly today) =>
        from flag in PersonChecks.Flags(typed.Petitioners[0].Kind ?? "natural", new PersonDetails(string.Empty, typed.Petitioners[0].IdentityNumber?.Trim(), typed.Petitioners[0].Phone?.Trim(), null), today)
        where flag != IntakeFlag.PhoneMissing
        select new FieldMessage(flag == IntakeFlag.PhoneOdd ? "phone" : "idNumber", MessageKind.Flag, CodeWords.Of(ReadRows.Code(flag)) + "，不影响登记");

    private static IEnumerable<FieldMessage> CaseMessages(Office office, string? text)
    {
        if (string.IsNullOrWhiteSpace(text))
        {
            return [];
        }

        return CaseNumberReader.Read(text, office.Files.Courts, RegisterReading.Now(office).Year) switch
        {
            CaseNumberReading.Parsed parsed => [new FieldMessage("caseNumber", parsed.Number.IsEnforcement ? MessageKind.Read : MessageKind.Flag,
                $"{parsed.Number.Court?.Name}\u3000{parsed.Number.Year} 年第 {parsed.Number.Sequence} 号{(parsed.Number.IsEnforcement ? string.Empty : "，不是执行案件，不影响登记")}")],
            CaseNumberReading.UnknownCourt unknown => [new FieldMessage("caseNumber", MessageKind.Flag,
                $"查无代码“{unknown.Number.CourtCode}”，先按“案件待识别”登记。{(unknown.Near.Count == 0 ? string.Empty : "相近：" + string.Join("\u3000", unknown.Near.Select(c => $"{c.Code} {c.Name}")))}")],
            _ => [new FieldMessage("caseNumber", MessageKind.Flag, "案号无法识别，先按“案件待识别”登记，原样保留。")],
        };
    }

    private static string FormField(Refusal refusal) => (refusal as Refusal.Input)?.Field switch
    {
        "summary" or null => "account",
        "people" => "personCount",
        var field => field,
    };

    public static RegisterModel Model(Office office, int court, FormState form, string key, RepeatModel repeat)
    {
        var causes = office.Law.Now.List(court, Lists.Causes, office.Today);
        var choices = new RegisterChoices(
            Choices<Channel>(), Choices<Venue>(), Choices<Capacity>(),
            [new Choice(string.Empty, "暂不确定"), .. causes?.Items.Select(i => new Choice(i.Code, $"6({i.Code}) {i.Name}")) ?? []],
            Choices<SpotOutcome>())
        {
            Kinds = [.. Registering.PetitionerKinds.Select(k => new Choice(k, CodeWords.Of(k)))],
            RequestKinds = [new Choice(string.Empty, "暂不确定"), .. Registering.RequestKinds.Select(k => new Choice(k, CodeWords.Of(k)))],
        };
        return new RegisterModel(
            form, key, null, choices, repeat, [Clauses.Ref(office.Law.Now, "GC21-3"), Clauses.Ref(office.Law.Now, "GC21-12")], null) { Limits = office.Incoming.Limits };
    }

    private static List<Choice> Choices<T>()
        where T : struct, Enum => [.. Enum.GetValues<T>().Select(v => new Choice(ReadRows.Code(v), CodeWords.Of(ReadRows.Code(v))))];
}
