using Zhixin.Authority;
using Zhixin.Courts;
using Zhixin.History;
using Zhixin.Intake;
using Zhixin.Obligations;
using Zhixin.Petitions;
using Zhixin.Petitions.Acts;
using Zhixin.Regulations;
using Zhixin.Tests.Calendar;
using Directory = Zhixin.Tests.Courts.Directory;

namespace Zhixin.Tests.Petitions;

/// <summary>A petition of 钢城 under its own rules, act by act. Named people, so that tests read as sentences.</summary>
internal sealed class Matter
{
    public static readonly Candidate Zhang = Person(1, "张法官");
    public static readonly Candidate Li = Person(2, "李法官");
    public static readonly Candidate Wang = Person(3, "王法官");
    public static readonly Candidate Gone = Person(4, "赵法官") with { InPost = false, AtCourt = false };
    public static readonly Candidate Elsewhere = Person(5, "外院法官") with { Court = 1 };

    public static readonly Court Enforcing = Directory.Named("济南市钢城区人民法院");

    /// <summary>Another court of the city under the same rules, to which a matter can go.</summary>
    public static readonly Court Other = Directory.Named("济南市莱芜区人民法院");

    /// <summary>The court of the matter as it begins.</summary>
    public static Court Home => Enforcing;
    private static readonly RegulationLibrary Library = Shipped();
    public static readonly IReadOnlyList<RegulationPack> Packs = Library.Packs;
    private static readonly RuleBook Rules = Adopted();
    private readonly List<DatedFact> _facts = [];

    private Matter(Petition petition) => Petition = petition;

    public Petition Petition { get; private set; }

    public IReadOnlyList<DatedFact> Facts => _facts;

    public IEnumerable<object> Last { get; private set; } = [];

    /// <summary>A petition with one contact, received and registered on days written short.</summary>
    public static Matter Received(string on, string? registered = null, Candidate? accused = null, string? forwardedDue = null, Guid? original = null, string? caseNumber = null, Court? at = null)
    {
        var id = new StreamId((at ?? Enforcing).Number, Id(100));
        var opened = new PetitionOpened(
            "2026-鲁0117-0001", (at ?? Enforcing).Number, null, caseNumber, caseNumber, [new PetitionerRef(Id(50), Capacity.Applicant)], [], original, null,
            Priority.Ordinary, "拖欠工程款", null, null, []);
        var matter = new Matter(Petition.Begin(id, opened));
        matter._facts.Add(new DatedFact(opened, Days.On(on)));
        matter.Do(Joining.Join(matter.Petition, Contact(1, on, accused, forwardedDue), null), on, registered);
        return matter;
    }

    public static Contact Contact(int n, string on, Candidate? accused = null, string? forwardedDue = null, string? voided = null)
    {
        var facts = new ContactRegistered(
            $"2026-鲁0117-件{n:0000}", Channel.Visit, Venue.OwnCourt, Days.On(on), null, Id(60), 1, [new PetitionerRef(Id(50), Capacity.Applicant)],
            "拖欠工程款", "尽快执行", null, null, null, null, [], [], accused is null ? [] : [accused.Id], null, SpotOutcome.PassedOn, null, null, null,
            forwardedDue is null ? null : new ForwardingBody("区委政法委", null, forwardedDue.Length == 0 ? null : Days.On(forwardedDue)), [], null, null);
        return new Contact(new StreamId(Enforcing.Number, Id(200 + n)), 1, facts, [], voided);
    }

    /// <summary>The shipped table of who may.</summary>
    public static AuthorityMatrix Authority => Library.Authority;

    public static Guid Id(int n) => new(n, 0, 0, new byte[8]);

    public Matter Joined(int n, string on, Candidate? accused = null, string? forwardedDue = null) =>
        Do(Joining.Join(Petition, Contact(n, on, accused, forwardedDue), "同一申请人同一案件"), on);

    public Matter AssignedTo(Candidate handler, string on) =>
        Do(Assigning.Decide(new Assign(handler, [], "案件由其办理"), Petition, null, Petition.Accused.Count > 0), on);

    public Matter Acknowledged(Candidate handler, string on) => Do(Assigning.Acknowledge(Petition, handler.Id, Days.On(on), Days.On(on)), on);

    /// <summary>Carries a decision through; it must not be refused.</summary>
    /// <param name="on">The legal day.</param>
    /// <param name="today">The day of recording; the legal day unless said.</param>
    public Matter Do(Decision<object> decision, string on, string? today = null)
    {
        var done = Answered.InTime(decision, Petition, Days.On(on)).ShouldBeOfType<Decision<object>.Done>();
        Tell(done.Events, Days.On(on), Days.On(today ?? on));
        return this;
    }

    public void Tell(IEnumerable<object> events, DateOnly on, DateOnly today)
    {
        var (after, facts) = PetitionStory.Tell(Petition, Petition.Id, events.Select(e => new DatedFact(e, on)), p => Setting(p, today));
        Petition = after;
        _facts.AddRange(facts);
        Last = [.. facts.Select(f => f.Fact)];
    }

    /// <summary>The petition as something else left it.</summary>
    public Matter With(Func<Petition, Petition> change)
    {
        Petition = change(Petition);
        return this;
    }

    /// <summary>The obligations of a kind, in the order of their numbers.</summary>
    public IReadOnlyList<Obligation> Of(string kind) => [.. Petition.Obligations.Where(o => o.Rule.Kind == kind)];

    /// <summary>Whether anything of a kind is owed now.</summary>
    public bool Open(string kind) => Of(kind).Any(o => o.IsOpen);

    public Obligation The(string kind) => Of(kind).ShouldHaveSingleItem();

    private static Candidate Person(int n, string name) => new(Id(n), name, Directory.Named("济南市钢城区人民法院").Number, InPost: true, ["handler"]);

    private static ClockSetting Setting(Petition petition, DateOnly today) => Obligors.Setting(petition, Rules, Days.Shipped, Directory.Shipped, today);

    /// <summary>A shipped list.</summary>
    public static CodeList List(string pack, string id) => Packs.Single(p => p.Id == pack).Lists.Single(l => l.Id == id);

    private static RegulationLibrary Shipped()
    {
        var root = Path.Combine(ProjectFiles.Root, "regulations");
        var texts = System.IO.Directory.GetFiles(root, "*", SearchOption.AllDirectories)
            .ToDictionary(path => Path.GetRelativePath(root, path).Replace('\\', '/'), File.ReadAllText);
        var (library, errors) = RegulationLibrary.Read(texts);
        errors.ShouldBeEmpty();
        return library!;
    }

    /// <summary>What binds everywhere; GC21 as the court's own and as the other court's, the campaign's rules in the city, HNP in the province.</summary>
    private static RuleBook Adopted()
    {
        var (own, campaign) = (Packs.Single(p => p.Id == "GC21"), Packs.Single(p => p.Id == "JZ21"));
        var (all, procedures) = (Packs.Single(p => p.Id == "SPC16"), Packs.Single(p => p.Id == "procedural-law"));
        var (supervising, city) = (Packs.Single(p => p.Id == "HNP"), Directory.Shipped.Parent(Enforcing)!);
        return new RuleBook(
            [own, campaign, supervising, all, procedures],
            [
                new Adoption(own.Id, own.Version, own.Hash, Enforcing.Number, new DateOnly(2021, 1, 1), null, "本院采用"),
                new Adoption(own.Id, own.Version, own.Hash, Other.Number, new DateOnly(2021, 1, 1), null, "本院采用"),
                new Adoption(campaign.Id, campaign.Version, campaign.Hash, city.Number, new DateOnly(2021, 1, 1), null, "本院采用"),
                new Adoption(supervising.Id, supervising.Version, supervising.Hash, Directory.Shipped.Parent(city)!.Number, new DateOnly(2021, 1, 1), null, "本院采用"),
                new Adoption(all.Id, all.Version, all.Hash, 0, new DateOnly(2016, 6, 27), null, "施行日期见原文"),
                new Adoption(procedures.Id, procedures.Version, procedures.Hash, 0, new DateOnly(2024, 1, 1), null, "施行日期见原文"),
            ]);
    }
}

/// <summary>What a decision refused.</summary>
internal static class Refusing
{
    /// <summary>The decision as the desk takes it on a day.</summary>
    public static Decision<object> On(this Decision<object> decision, Matter matter, string day) => Answered.InTime(decision, matter.Petition, Days.On(day));

    public static Refusal Refused(this Decision<object> decision) => decision.ShouldBeOfType<Decision<object>.Refused>().Why;

    public static void ShouldBeRefusedAs(this Decision<object> decision, string message) => decision.Refused().Message.ShouldBe(message);

    public static void ShouldBeRefusedUnder(this Decision<object> decision, string clause, string message)
    {
        var law = decision.Refused().ShouldBeOfType<Refusal.Law>();
        (law.Clause, law.Message).ShouldBe((clause, message));
    }

    public static void ShouldBeRefusedFor(this Decision<object> decision, string field, string message)
    {
        var input = decision.Refused().ShouldBeOfType<Refusal.Input>();
        (input.Field, input.Message).ShouldBe((field, message));
    }
}
