using Zhixin.Calendar;
using Zhixin.Intake;

namespace Zhixin.Benchmarks.Filling;

/// <summary>
/// Invents the matters of three years up to a day: what is older than seven weeks is over but for a few, what is younger is being handled.
/// Until the software knows closing, what is over is voided: one more event, and clocks that end, as closing will be.
/// </summary>
/// <param name="count">How many matters in all.</param>
/// <param name="today">No act is later than this day.</param>
public sealed class Inventor(Country country, long count, DateOnly today, long seed)
{
    private const int Days = 3 * 365;
    private const int StillOpen = 50;
    private static readonly string[] Channels = ["visit", "letter", "phone", "web", "forwarded", "video"];
    private static readonly string[] Venues = ["own-court", "superior", "province", "beijing", "circuit-court"];
    private static readonly string?[] Causes = ["2", "2c", "4", "7", "5", null, "3", "1"];

    /// <summary>The court of a matter; cheap, so that workers can share the courts among them.</summary>
    public CourtPeople Court(long number)
    {
        var lot = new Lot(seed, number);
        return country.Draw(ref lot);
    }

    /// <summary>A matter; those with higher numbers were registered later.</summary>
    public Matter Of(long number)
    {
        var people = Court(number);
        var lot = new Lot(seed + 1, number);
        var age = Days - (int)(number * Days / count);
        var at = At(today.AddDays(-age), 9 * 3600) + TimeSpan.FromSeconds(number % 20_000);
        var handler = lot.Skewed(people.Handlers);
        var code = people.Court.Code is null ? null : $"（{today.Year - 1 - lot.Of(3)}）{people.Court.Code}执{1 + lot.Of(90_000)}号";
        var form = Form(ref lot, code, handler.Name);
        var reading = new CaseReading(code, code, code is null ? IntakeFlag.CaseNumberMissing : null);
        var matter = new Matter(people.Clerk, people.Head, handler, form, reading, at);
        return age > StillOpen && !lot.PerMille(4)
            ? matter with { VoidedAt = at + TimeSpan.FromHours(3) }
            : Handled(ref lot, matter, age) with { ObjectedAt = code is not null && age > 10 && number % 10 == 0 ? at + TimeSpan.FromDays(10) : null };
    }

    private static Matter Handled(ref Lot lot, Matter matter, int age) => matter with
    {
        AssignedAt = age > 0 ? matter.RegisteredAt + TimeSpan.FromHours(20) : null,
        AcknowledgedAt = age > 1 ? matter.RegisteredAt + TimeSpan.FromHours(26) : null,
        Again = age > 10 && lot.PerMille(250)
            ? (matter.RegisteredAt + TimeSpan.FromDays(2 + lot.Of(8)), matter.Form with { Summary = "再次来访，询问" + Wording.Account(ref lot) })
            : null,
    };

    private static RegistrationForm Form(ref Lot lot, string? code, string handler) => new()
    {
        Channel = lot.Skewed(Channels), Venue = lot.PerMille(750) ? "own-court" : lot.Skewed(Venues), People = lot.PerMille(30) ? "12" : "1",
        Petitioners = [new PetitionerForm(Wording.Petitioner(ref lot), null, $"139{lot.Of(100_000_000):00000000}", "演示市演示区某路", "applicant", null)],
        Parties = lot.PerMille(200) ? "演示商贸有限公司" : null, Summary = Wording.Account(ref lot), Request = Wording.Request(ref lot), Cause = lot.Skewed(Causes),
        CaseNumber = code, Handler = handler, ProposedOpinion = "建议转承办人约谈。",
    };

    private static DateTimeOffset At(DateOnly day, int seconds) => new DateTimeOffset(day.ToDateTime(TimeOnly.MinValue), ChinaDate.Offset).AddSeconds(seconds);
}
