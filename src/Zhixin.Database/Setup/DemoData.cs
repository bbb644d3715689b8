using Zhixin.Calendar;
using Zhixin.Courts;
using Zhixin.Database.Courts;
using Zhixin.Database.Petitions;
using Zhixin.Database.Regulations;
using Zhixin.History;
using Zhixin.Intake;
using Zhixin.Petitions.Acts;
using Zhixin.Regulations;

namespace Zhixin.Database.Setup;

/// <summary>Somebody who can sign in to the demo.</summary>
public sealed record DemoSignIn(string Court, string Name, string User, string Post);

/// <summary>Fills an empty database with an invented court tree, people and matters, all through the ordinary acts.</summary>
public sealed class DemoData(
    Db db, DataFiles files, AdoptionDesk adoptions, StaffDesk staff, RegistrationDesk registrations, PetitionDesk petitions, MoveDesk moves, TimeProvider clock)
{
    /// <summary>The packs that the demo adopts, and for whom. Their sources print no date, so the day is a stated choice.</summary>
    private static readonly (string Pack, string Court)[] Adopted =
        [("GC21", "济南市钢城区人民法院"), ("HNI", "海南省高级人民法院"), ("HNP", "海南省高级人民法院"), ("JZ21", "海南省高级人民法院")];

    private static readonly DateOnly AdoptedFrom = new(2025, 1, 1);

    private readonly Dictionary<string, ActingPerson> _people = new(StringComparer.Ordinal);

    /// <summary>Who acts in the demo, by sign-in.</summary>
    public IReadOnlyDictionary<string, ActingPerson> People => _people;

    /// <summary>Whether nobody has worked with this database yet.</summary>
    public async Task<bool> IsEmpty(CancellationToken stop) => (await db.Maintenance<bool>(
        "select not exists (select from stream where kind <> 'staff') and not exists (select from staff where court <> 0) and not exists (select from adoption)",
        [], stop)).Single();

    /// <summary>Fills the database.</summary>
    /// <param name="signIn">Makes a sign-in; all have the same password.</param>
    public async Task<IReadOnlyList<DemoSignIn>> Fill(Func<NewSignIn> signIn, CancellationToken stop)
    {
        var made = new List<DemoSignIn>();
        var installer = new ActingPerson(Guid.CreateVersion7(clock.GetUtcNow()), "安装程序", Court.Platform, ["system-administrator"], Origin.Job);
        foreach (var person in DemoPeople.Administrators)
        {
            made.Add(await Appoint(installer, Court.Platform, "系统平台", person, string.Empty, signIn(), stop));
        }

        var system = _people["demo-system"];
        for (var i = 0; i < DemoPeople.Courts.Count; i++)
        {
            made.AddRange(await FillCourt(system, i, signIn, stop));
        }

        await Adopt(stop);
        foreach (var matter in DemoMatters.All(petitions.Today))
        {
            await Tell(matter, stop);
        }

        foreach (var descent in new DemoHandDown(files.Courts, [.. files.Packs.Select(p => p.Pack)], ByPrefix, user => _people[user]).All)
        {
            await Tell(descent, stop);
        }

        return made;
    }

    private async Task<List<DemoSignIn>> FillCourt(ActingPerson system, int index, Func<NewSignIn> signIn, CancellationToken stop)
    {
        var court = ByPrefix(DemoPeople.Courts[index].Prefix);
        var isTeamed = DemoPeople.Courts[index].Prefix == "gc";
        var units = files.Units.Where(u => u.Level == court.Level && (!u.May || (isTeamed && u.Kind == "petition-team"))).ToList();
        foreach (var unit in units)
        {
            Must(await staff.CreateUnit(system, court.Number, unit.Kind, unit.Name, stop));
        }

        var made = new List<DemoSignIn>();
        foreach (var person in DemoPeople.Of(index, court.Level, units))
        {
            made.Add(await Appoint(system, court.Number, court.Name, person, units.Find(u => u.Kind == person.UnitKind)?.Name ?? string.Empty, signIn(), stop));
        }

        var prefix = DemoPeople.Courts[index].Prefix;
        Must(await ContactCards.Publish(db, court.Number, Card(court, _people[prefix + "-clerk"].Id, _people[prefix + "-officer"].Id), clock.GetUtcNow(), stop));
        return made;
    }

    private async Task<DemoSignIn> Appoint(
        ActingPerson system, int court, string courtName, DemoPerson person, string unit, NewSignIn signIn, CancellationToken stop)
    {
        var id = new StreamId(court, _people.Count == 0 ? system.Id : Guid.CreateVersion7(clock.GetUtcNow()));
        Must(await staff.Appoint(system, id, new Appoint(person.Name, person.User, unit, [person.Post]), signIn, null, stop));
        _people[person.User] = new ActingPerson(id.Id, person.Name, court, [person.Post], Origin.Page);
        return new DemoSignIn(courtName, person.Name, person.User, staff.Posts.ByCode(person.Post)!.Name);
    }

    /// <summary>Proposed by one administrator, confirmed by the other, as the pages do it.</summary>
    private async Task Adopt(CancellationToken stop)
    {
        foreach (var (id, court) in Adopted)
        {
            var pack = files.Packs.Select(p => p.Pack).Single(p => p.Id == id);
            var proposal = new AdoptionProposal(
                pack.Id, pack.Version, files.Courts.ByName(court)!.Number, AdoptedFrom, null, true, false, "演示：原文没有印出施行日期，自所填之日起采用。");
            var proposed = Must(await adoptions.Propose(_people["demo-system"], proposal, null, stop));
            Must(await adoptions.Confirm(_people["demo-security"], proposed.Id, null, null, stop));
        }
    }

    /// <summary>The demo tells of days that are over: each such entry names its paper.</summary>
    private const string Proof = "演示登记簿";

    private async Task Tell(DemoMatter matter, CancellationToken stop)
    {
        var packs = files.Packs.Select(p => p.Pack).ToList();
        var received = petitions.Today.AddDays(-matter.ReceivedBefore);
        var (clerk, handler) = (_people[$"{matter.Court}-clerk"], _people[$"{matter.Court}-{matter.Handler}"]);
        var form = matter.Form with { Handler = matter.AssignedAfter is null ? null : handler.Name };
        var receipt = await Register(clerk, matter.Court, form, received, null, handler.Id, stop);
        var petition = new StreamId(receipt.Home, receipt.Petition);
        if (matter.AssignedAfter is { } assigned)
        {
            var candidate = new Candidate(handler.Id, handler.Name, handler.Court, true, handler.Posts);
            Must(await petitions.Do(
                _people[$"{matter.Court}-head"], new PetitionAct("assign", petition, null, Day(received, assigned), null) { Proof = Proof },
                p => Assigning.Decide(new Assign(candidate, [], null), p, candidate, actorIsUnitHead: true), stop));
        }

        if (matter.AcknowledgedAfter is { } acknowledged)
        {
            var on = Day(received, acknowledged);
            Must(await petitions.Do(
                handler, new PetitionAct("acknowledge", petition, null, on, null) { Proof = Proof },
                p => Assigning.Acknowledge(p, handler.Id, on, petitions.Today), stop));
        }

        foreach (var act in Course(matter, handler, packs))
        {
            Must(await petitions.Do(act.Post is not { } post ? handler : _people.GetValueOrDefault(post) ?? _people[$"{matter.Court}-{post}"], new PetitionAct(act.Act, petition, null, petitions.Today, null), act.Decide, stop));
        }

        if (matter.Again is { } again)
        {
            var second = form with { Summary = "再次来访，询问办理进展。" };
            await Register(clerk, matter.Court, second, petitions.Today.AddDays(-again), petition, handler.Id, stop);
        }
    }

    /// <summary>Registered above, handed down hop by hop, reported back, each on its day.</summary>
    private async Task Tell(DemoDescent descent, CancellationToken stop)
    {
        var received = petitions.Today.AddDays(-descent.ReceivedBefore);
        var receipt = await Register(_people[descent.At + "-clerk"], descent.Enforcing, descent.Form, received, null, Guid.Empty, stop);
        foreach (var step in descent.Steps)
        {
            var (who, on) = (_people[step.User], Day(received, step.After));
            var act = new PetitionAct(step.Act, new StreamId(receipt.Home, receipt.Petition), null, on, null) { Proof = Proof };
            Must(step.Moves ? await moves.Move(who, act, p => step.Decide(p, on), stop) : await petitions.Do(who, act, p => step.Decide(p, on), stop));
        }
    }

    /// <summary>Registers an invented visit today at a court, about a case of another.</summary>
    /// <param name="at">Short name of the court that registers it.</param>
    /// <param name="enforcing">Short name of the court whose case it is.</param>
    /// <param name="join">The petition that it is joined to; null: a new one.</param>
    public async Task<StreamId> Visit(string at, string enforcing, RegistrationForm form, CancellationToken stop, StreamId? join = null)
    {
        var receipt = await Register(_people[at + "-clerk"], enforcing, form, petitions.Today, join, Guid.Empty, stop);
        return new StreamId(receipt.Home, receipt.Petition);
    }

    private IEnumerable<DemoAct> Course(DemoMatter matter, ActingPerson handler, IReadOnlyList<RegulationPack> packs) =>
        matter.Stage is DemoStage.WritingOff or DemoStage.WrittenOff or DemoStage.WriteOffReversed
            ? new DemoWriteOffs(handler, ByPrefix(matter.Court), files.Courts.Superiors(ByPrefix(matter.Court)).First(), _people, packs, petitions.Today).Of(matter.Stage)
            : DemoCourse.Of(matter.Stage, handler, _people[$"{matter.Court}-officer"], petitions.Today, packs);

    private async Task<Receipt> Register(
        ActingPerson clerk, string enforcing, RegistrationForm form, DateOnly on, StreamId? join, Guid handler, CancellationToken stop)
    {
        var court = ByPrefix(enforcing);
        var number = form.CaseNumber is null ? null : $"（{petitions.Today.Year - 1}）{court.Code}{form.CaseNumber}";
        var (draft, refusals) = Registering.Read(
            form with { ReceivedAt = on.ToString("yyyy-MM-dd"), LateProof = Proof }, new CaseReading(number, number, number is null ? IntakeFlag.CaseNumberMissing : null),
            petitions.Today.ToDateTime(new TimeOnly(23, 59)), WorkCalendar.First);
        var registration = new Registration(
            draft ?? throw new InvalidOperationException(refusals[0].Message), join, join is null ? null : "同一人就同一执行案件再次来访", form.Handler is null ? null : handler, null, null);
        return Must(await registrations.Register(clerk, registration, stop));
    }

    private Court ByPrefix(string prefix) => files.Courts.ByName(DemoPeople.Courts.First(c => c.Prefix == prefix).Name)
        ?? throw new InvalidDataException($"courts/directory.csv: the demo's court '{prefix}' is missing.");

    private DateOnly Day(DateOnly from, int days) => from.AddDays(days) < petitions.Today ? from.AddDays(days) : petitions.Today;

    private static ContactCard Card(Court court, Guid window, Guid mail) => new()
    {
        PostalAddress = $"{court.Province}演示路 {court.Number} 号，{court.Name}", ReceptionWindow = "诉讼服务中心 3 号窗口", Hours = "工作日 8:30–12:00，13:30–17:00",
        Phones = "12368", ReportPhone = $"0000-12368{court.Number % 10}", Web = string.Empty, WindowStaff = window, MailStaff = mail,
    };

    private static T Must<T>(Answer<T> answer) => answer switch
    {
        Answer<T>.Given given => given.Value,
        Answer<T>.Refused refused => throw new InvalidOperationException($"The demo was refused: {refused.Why}"),
        _ => throw new InvalidOperationException("The demo found nothing where it had just written."),
    };
}
