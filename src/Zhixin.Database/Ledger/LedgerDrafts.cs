using Zhixin.Calendar;
using Zhixin.Intake;
using Zhixin.Ledger;
using Zhixin.Petitions;

namespace Zhixin.Database.Ledger;

/// <summary>Turns a ledger's entry into what a clerk would have typed, so that both are read by the same rules.</summary>
public static class LedgerDrafts
{
    private static readonly string[] Bodies = ["公司", "厂", "合作社", "商行", "经营部", "委员会", "银行", "中心", "学校", "医院", "酒店", "商店"];

    /// <summary>The contact of an entry, with what is missing flagged; number, receiver and persons are left to the desk.</summary>
    public static ContactRegistered Contact(LedgerEntry entry, LedgerCauses causes, DateTime now)
    {
        var form = new RegistrationForm
        {
            Channel = entry.Channel.Code(), Venue = entry.Venue.Code(), People = entry.PeopleCount.ToString(),
            Petitioners = [.. entry.Petitioners.Select((name, at) => Petitioner(entry, name, at == 0))],
            CaseNumber = entry.CaseNumber.Text, Parties = Parties(entry), Summary = entry.Claims, Handler = entry.Handler, Cause = causes.Code(entry),
        };
        var reading = new CaseReading(CaseText(entry), entry.CaseNumber.Text, null);
        var draft = Registering.Read(form, reading, now, WorkCalendar.First).Draft
            ?? throw new InvalidOperationException("A checked row can be registered.");
        return draft.Facts with { ReceivedOn = entry.VisitedOn, ReceivedAt = null, LedgerRow = entry.Fingerprint, Flags = [.. Flags(entry, draft.Facts.Flags), .. causes.Flags(entry)] };
    }

    /// <summary>What the contacts of a group say of the time before, the latest first; the day is that of the last thing said.</summary>
    public static (PetitionHistoryImported History, DateOnly On) History(LedgerGroup group, LedgerCauses causes)
    {
        var latest = group.Contacts.Select(c => c.Entry).Reverse().ToList();
        var resolvedOn = group.Resolved ? latest[0].ResolvedOn : null;
        var handedDownOn = latest.Select(e => e.HandedDownOn).FirstOrDefault(day => day is not null);
        var history = new PetitionHistoryImported(
            First(e => e.Handler), First(e => e.LeaderInCharge), First(e => e.Liaison), All(e => e.Measures), group.Resolved, resolvedOn, handedDownOn, All(Remarks));
        return (history, new[] { resolvedOn, handedDownOn, latest[0].VisitedOn }.Max()!.Value);

        string? Remarks(LedgerEntry entry) => string.Join('；', causes.Kept(entry).Append(entry.Remarks).OfType<string>()) is { Length: > 0 } text ? text : null;

        string? First(Func<LedgerEntry, string?> part) => latest.Select(part).FirstOrDefault(text => text is not null);

        string? All(Func<LedgerEntry, string?> part) =>
            string.Join('；', latest.AsEnumerable().Reverse().Select(part).OfType<string>().Distinct(StringComparer.Ordinal)) is { Length: > 0 } text ? text : null;
    }

    /// <summary>The petitioners of a group, each once, with the numbers that the ledger gives for the first of a row.</summary>
    public static IReadOnlyList<PersonDraft> Petitioners(LedgerGroup group)
    {
        var entries = group.Contacts.Select(c => c.Entry).ToList();
        return [.. entries.SelectMany(e => e.Petitioners).Distinct(StringComparer.Ordinal).Select(Draft)];

        PersonDraft Draft(string name)
        {
            var own = entries.Where(e => e.Petitioners[0] == name).ToList();
            var number = own.Select(e => e.IdentityNumber ?? e.OtherDocument).FirstOrDefault(n => n is not null);
            var details = new PersonDetails(name, number, own.SelectMany(e => e.Phones).FirstOrDefault(), null);
            return new PersonDraft(Kind(name), details, Capacity(entries, name));
        }
    }

    /// <summary>The names of both parties of a group's rows, each once.</summary>
    public static IReadOnlyList<PersonDetails> PartiesOf(LedgerGroup group) =>
    [
        .. group.Contacts.SelectMany(c => new[] { c.Entry.Applicant, c.Entry.Respondent }).OfType<string>()
            .SelectMany(Split).Distinct(StringComparer.Ordinal).Select(name => new PersonDetails(name, null, null, null)),
    ];

    /// <summary>The case number as it stands in the file.</summary>
    public static string CaseText(LedgerEntry entry) => entry.Row[LedgerColumn.CaseNumber].Plain;

    /// <summary>A rejected row as a clerk would type it: whatever it says, right or wrong.</summary>
    public static IReadOnlyDictionary<string, string?> Typed(LedgerRow row)
    {
        var petitioners = row[LedgerColumn.Petitioner].Plain;
        return new Dictionary<string, string?>(StringComparer.Ordinal)
        {
            ["receivedAt"] = LedgerDate.Parse(row[LedgerColumn.VisitedOn]) is LedgerDate.Is day ? day.On.ToString("yyyy-MM-dd") : row[LedgerColumn.VisitedOn].Plain,
            ["channel"] = Code(LedgerWords.ChannelOf(row)), ["venue"] = Code(LedgerWords.VenueOf(row)),
            ["personCount"] = int.TryParse(row[LedgerColumn.PeopleCount].Plain, out var people) && people > 0 ? people.ToString() : "1",
            ["personName"] = petitioners, ["idNumber"] = row[LedgerColumn.IdentityNumber].Plain, ["phone"] = row[LedgerColumn.Phone].Plain,
            ["capacity"] = "unknown", ["caseNumber"] = row[LedgerColumn.CaseNumber].Plain, ["account"] = row[LedgerColumn.Claims].Plain,
            ["parties"] = string.Join('；', new[] { row[LedgerColumn.Applicant].Plain, row[LedgerColumn.Respondent].Plain }.Where(p => p.Length > 0)),
            ["caseHandler"] = row[LedgerColumn.Handler].Plain, ["accused"] = "no", ["outcome"] = "passed-on",
        };
    }

    private static string Code(string word) => word is "unstated" or "other" ? string.Empty : word;

    private static PetitionerForm Petitioner(LedgerEntry entry, string name, bool isFirst) =>
        new(name, isFirst ? entry.IdentityNumber : null, isFirst && entry.Phones.Count > 0 ? entry.Phones[0] : null, null, null, Kind(name));

    private static string Kind(string name) => name.Length > 3 && Bodies.Any(body => name.EndsWith(body, StringComparison.Ordinal)) ? "legal" : "natural";

    private static Capacity Capacity(List<LedgerEntry> entries, string name) =>
        entries.Any(e => e.Applicant is { } applicant && Split(applicant).Contains(name, StringComparer.Ordinal)) ? Intake.Capacity.Applicant
        : entries.Any(e => e.Respondent is { } respondent && Split(respondent).Contains(name, StringComparer.Ordinal)) ? Intake.Capacity.Respondent
        : Intake.Capacity.Unknown;

    private static string? Parties(LedgerEntry entry) =>
        string.Join('；', new[] { entry.Applicant, entry.Respondent }.OfType<string>()) is { Length: > 0 } text ? text : null;

    private static string[] Split(string names) =>
        names.Split(['；', ';', '，', ',', '、'], StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries);

    private static IReadOnlyList<IntakeFlag> Flags(LedgerEntry entry, IReadOnlyList<IntakeFlag> flags) =>
        entry.Channel is LedgerChannel.Unstated or LedgerChannel.Other || entry.Venue is LedgerVenue.Unstated or LedgerVenue.Other
            ? [.. flags, IntakeFlag.SourceMissing]
            : flags;
}
