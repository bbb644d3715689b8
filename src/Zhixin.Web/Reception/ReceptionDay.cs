using Zhixin.Database;
using Zhixin.Database.Access;
using Zhixin.Database.Persons;
using Zhixin.Database.Reception;
using Zhixin.History;
using Zhixin.Web.Access;
using Zhixin.Web.Hosting;
using Zhixin.Web.Petitions;

namespace Zhixin.Web.Reception;

/// <summary>An appointment or a contact of a day; of a kept appointment both.</summary>
/// <param name="Petition">Null where the viewer does not see it.</param>
public sealed record ReceptionLine(AppointmentLine? Appointment, ReceivedLine? Contact, ReceptionPetition? Petition)
{
    /// <summary>By which the log is ordered; what has no time comes last.</summary>
    public string At => Agreed?.FromTime ?? Contact?.ReceivedAt ?? "99:99";

    /// <summary>The appointment, where the reception was agreed on before.</summary>
    public AppointmentLine? Agreed => Appointment is { FromTime.Length: > 0 } agreed ? agreed : null;

    /// <summary>Who receives or received.</summary>
    public Guid Receiver => Appointment?.Receiver ?? Contact!.Receiver;

    /// <summary>Where persons' keys lie.</summary>
    public IEnumerable<StreamId> People => Appointment is { } a ? a.Petitioners.Select(p => new StreamId(a.Home, p)) : Contact!.Petitioners.Select(p => new StreamId(Contact.Home, p));

    /// <summary>What came of it on the spot, as a code; null where nothing was recorded.</summary>
    public string? Outcome => Contact?.Outcome ?? Appointment?.Outcome;

    /// <summary>Whether the line belongs to a part of the log; the parts are those of the statistic.</summary>
    public bool IsIn(string show) => show switch
    {
        "received" => Contact is not null,
        "same-day" => Contact is { } c && c.EnteredOn == c.ReceivedOn,
        "later" => Contact is { } c && c.EnteredOn > c.ReceivedOn,
        "from-before" => false,
        "appointments" => Agreed is { State: not ("cancelled" or "transferred" or "lapsed") },
        "waiting" => Agreed is { State: "booked" },
        ReceptionQuery.All => true,
        _ => Contact?.Outcome == show,
    };
}

/// <summary>Reads the day of a court: what was agreed on, what came, and the petitions and persons behind it.</summary>
public sealed record ReceptionDay(
    IReadOnlyList<ReceptionLine> Lines, IReadOnlyList<ReceptionLine> FromBefore, IReadOnlyDictionary<Guid, KnownPerson> People, IReadOnlyDictionary<Guid, string> Staff)
{
    /// <summary>The lines that a query shows.</summary>
    public IReadOnlyList<ReceptionLine> Shown(ReceptionQuery query) =>
        [.. (query.Show == "from-before" ? FromBefore : Lines.Where(l => l.IsIn(query.Show))).Where(l => query.Receiver is not { } who || l.Receiver == who)];

    /// <summary>Of a query; the access is noted with it.</summary>
    public static async Task<ReceptionDay> Of(HttpContext http, Office office, ReceptionQuery query, CancellationToken stop)
    {
        var member = http.Member();
        var reading = new Reading(member.Scope);
        var appointments = ReceptionLists.Appointments(reading, member.Id, query.Court, query.Day);
        var received = ReceptionLists.Received(reading, member.Id, query.Court, query.Day);
        var before = ReceptionLists.EnteredLate(reading, member.Id, query.Court, query.Day);
        await reading.Run(office.Db, AccessLog.Note(member, "read-reception", office.Clock.GetUtcNow(), detail: $"{query.Court} {query.Day:yyyy-MM-dd}"), stop);
        var seen = await Petitions(office, member, await appointments, [.. await received, .. await before], stop);
        var lines = Join(await appointments, await received, seen, member);
        var late = Join([], await before, seen, member);
        var people = await office.Persons.Open(member.Scope, [.. lines.Concat(late).SelectMany(l => l.People).Distinct()], stop);
        var staff = await StaffNames.Of(office, lines.Concat(late).Select(l => l.Receiver), stop);
        return new ReceptionDay(lines, late, people, staff);
    }

    private static async Task<Dictionary<Guid, ReceptionPetition>> Petitions(
        Office office, Member member, IReadOnlyList<AppointmentLine> appointments, IReadOnlyList<ReceivedLine> contacts, CancellationToken stop)
    {
        var ids = appointments.Select(a => new StreamId(a.Home, a.Petition)).Concat(contacts.Where(c => c.Petition is not null).Select(c => new StreamId(c.PetitionHome ?? c.Home, c.Petition!.Value)));
        return (await office.Reception.Petitions(member.Scope, [.. ids.Distinct()], stop)).ToDictionary(p => p.Id);
    }

    /// <summary>
    /// A kept appointment and the contact of its petition that came that day are one line. Of a petition in which the viewer is accused nothing
    /// is shown, neither by the appointment nor by any contact (GC21-5(1)).
    /// </summary>
    private static IReadOnlyList<ReceptionLine> Join(
        IReadOnlyList<AppointmentLine> appointments, IReadOnlyList<ReceivedLine> contacts, Dictionary<Guid, ReceptionPetition> petitions, Member member)
    {
        var shown = contacts.Where(c => c.Petition is not { } p || petitions.GetValueOrDefault(p)?.Accused.Contains(member.Id) != true).ToList();
        var (lines, taken) = (new List<ReceptionLine>(), new HashSet<Guid>());
        foreach (var appointment in appointments)
        {
            var contact = appointment.State == "kept" ? shown.Find(c => c.Petition == appointment.Petition && !taken.Contains(c.Id)) : null;
            taken.Add(contact?.Id ?? Guid.Empty);
            lines.Add(new ReceptionLine(appointment, contact, petitions.GetValueOrDefault(appointment.Petition)));
        }

        lines.AddRange(shown.Where(c => !taken.Contains(c.Id)).Select(c => new ReceptionLine(null, c, c.Petition is { } p ? petitions.GetValueOrDefault(p) : null)));
        return [.. lines.OrderBy(l => l.At, StringComparer.Ordinal)];
    }
}
