using Zhixin.Courts;
using Zhixin.History;
using Zhixin.Obligations;
using Zhixin.Petitions.Acts;
using Zhixin.Regulations;
using Zhixin.Supervisions;
using Zhixin.Supervisions.Acts;
using Zhixin.Tests.Calendar;
using Zhixin.Tests.Petitions;
using Directory = Zhixin.Tests.Courts.Directory;

namespace Zhixin.Tests.Supervisions;

/// <summary>A supervision in Hainan under both of its instruments, act by act. 2026-03-02 is a Monday.</summary>
internal sealed class Supervised
{
    public static readonly Court Basic = Directory.Named("海口市美兰区人民法院");
    public static readonly Court Mid = Directory.Named("海南省海口市中级人民法院");
    public static readonly Court High = Directory.Named("海南省高级人民法院");
    public static readonly Court Supreme = Directory.Named("中华人民共和国最高人民法院");
    public static readonly CaseNumber Case = new(2025, "琼0108", Basic, "执", 12);

    /// <summary>Of the High Court.</summary>
    public static readonly Candidate Reviewer = Of(1, "苏法官", High);
    public static readonly Candidate Second = Of(2, "韩法官", High);
    public static readonly Candidate Third = Of(3, "冯法官", High);
    public static readonly Candidate Fourth = Of(4, "符法官", High);
    public static readonly Candidate Fifth = Of(5, "林法官", High);
    public static readonly Candidate Sixth = Of(6, "邢法官", High);

    /// <summary>Of the basic and of the intermediate court.</summary>
    public static readonly Candidate Below = Of(11, "王法官", Basic);
    public static readonly Candidate Middle = Of(12, "吴法官", Mid);

    /// <summary>Who acts above and below.</summary>
    public static readonly Actors Above = new(Reviewer.Id, null);
    public static readonly Actors Reporter = new(Below.Id, null);
    public static readonly Actors Other = new(Matter.Id(99), null);

    private static readonly RuleBook Rules = Adopted(both: true);
    private readonly RuleBook _rules;
    private readonly List<DatedFact> _facts = [];

    private Supervised(Supervision supervision, RuleBook rules) => (Supervision, _rules) = (supervision, rules);

    public Supervision Supervision { get; private set; }

    public IReadOnlyList<DatedFact> Facts => _facts;

    public IEnumerable<object> Last { get; private set; } = [];

    /// <summary>Material received by a court about the case of the basic court.</summary>
    /// <param name="hainan">Whether the two instruments of Hainan are in force.</param>
    public static Supervised Opened(string on = "2026-03-02", Court? by = null, bool hainan = true, params string[] flags)
    {
        var id = new StreamId((by ?? High).Number, Matter.Id(500));
        var material = new SupervisionMaterialReceived(
            "2026-琼-督0001", (by ?? High).Number, Basic.Number, new SupervisionSubject(null, null, null, Case.Text), "9", null, "长期不执行", flags, [], Days.On(on));
        var made = new Supervised(Supervision.Begin(id, new DatedFact(material, Days.On(on))), hainan ? Rules : Adopted(both: false));
        made.Begin(id, material, Days.On(on));
        return made;
    }

    /// <summary>Opened and reviewed: to be supervised by letter, or in a mode.</summary>
    public static Supervised Reviewed(string on = "2026-03-02", SupervisionMode? mode = null, Court? by = null, string? ground = "1") =>
        Opened(on, by).Asked(mode, on, by ?? High).Do(s => Review(s.Supervision, mode: mode, ground: ground, on: on), on);

    /// <summary>What a mode needs before the matter is taken up in it: the instruction that asks for it, and somebody for a full review.</summary>
    public Supervised Asked(SupervisionMode? mode, string on, Court? by = null)
    {
        if (mode is SupervisionMode.TransferWithResult or SupervisionMode.Correct)
        {
            Do(s => Instructing.Record(
                s.Supervision, new SupervisionInstructionReceived(s.Supervision.Instructions.Count + 1, "省委政法委", false, "督办通知", mode, false, Days.On(on), false, null), null, Days.On(on)), on);
        }

        return mode is SupervisionMode.Correct ? Do(s => Reviewing.Name(s.Supervision, Reviewer with { Court = (by ?? High).Number }, (by ?? High).Number), on) : this;
    }

    /// <summary>A letter to the basic court that is to be reported by a day.</summary>
    public static Supervised Lettered(string on = "2026-03-02", string due = "2026-03-20") => Reviewed(on).Do(s => Letter(s.Supervision, due: due), on);

    /// <summary>The same with a person named and a report made.</summary>
    public static Supervised Reported(string on = "2026-03-10") => Lettered().Named().Do(s => Report(s.Supervision), on);

    /// <summary>The handler of the basic court is named for a letter.</summary>
    public Supervised Named(int letter = 1, string on = "2026-03-03") =>
        Do(s => Reporting.Name(s.Supervision, letter, s.Supervision.Letter(letter)!.Issued.To, s.Supervision.Letter(letter)!.Issued.To == Basic.Number ? Below : Middle, null), on);

    public static Decision<object> Review(
        Supervision s, bool qualifies = true, string? ground = "1", string? situation = null, SupervisionMode? mode = null, string? opinion = "超期未执结", string? late = null, string on = "2026-03-02") =>
        Reviewing.Decide(s, new ReviewMaterial(qualifies, ground, situation ?? Situation(mode), mode, opinion, late, Above), new ReviewRules(List("HNI", "grounds"), List("HNP", "mode-situations"), Days.On(on)));

    public static Decision<object> Letter(
        Supervision s, LetterKind kind = LetterKind.Supervision, Court? from = null, Court? to = null, string? due = "2026-03-20", string? demands = "依法执行并报告", string? materials = "投诉材料",
        string today = "2026-03-02", Refusal.Law? barred = null, bool inPerson = false, bool withFile = false) => Sending.Decide(
            s, new SendLetter(kind, from ?? High, to ?? Basic, demands, materials, due is null ? null : Days.On(due), inPerson, withFile, null), new SendingRules(Superiors, barred, Days.On(today)));

    public static Decision<object> Report(Supervision s, int letter = 1, Court? court = null, string? progress = "已查控", string? result = "已扣划", string? document = "报告一份", bool inPerson = false, bool withFile = false) =>
        Reporting.Report(s, letter, (court ?? Basic).Number, new ReportResult(progress, result, document, inPerson, withFile, Reporter));

    public static IReadOnlyList<Court> Superiors(int court) => [.. Directory.Shipped.Superiors(Directory.Shipped.ByNumber(court)!)];

    public static CodeList List(string pack, string id) => Matter.List(pack, id);

    /// <summary>Carries a decision through; it must not be refused.</summary>
    /// <param name="on">The legal day.</param>
    public Supervised Do(Func<Supervised, Decision<object>> decide, string on, string? today = null) => Do(decide(this), on, today);

    public Supervised Do(Decision<object> decision, string on, string? today = null)
    {
        var done = decision.ShouldBeOfType<Decision<object>.Done>();
        done.Events.ShouldAllBe(f => Days.On(on) >= SupervisionTimes.Since(Supervision, f), "nothing happens before what it answers");
        Tell(done.Events, Days.On(on), Days.On(today ?? on));
        return this;
    }

    /// <summary>Carries a decision through unless it is refused, or would have happened before what it answers.</summary>
    public Supervised Try(Decision<object> decision, string on)
    {
        if (decision is Decision<object>.Done done && done.Events.All(f => Days.On(on) >= SupervisionTimes.Since(Supervision, f)))
        {
            Tell(done.Events, Days.On(on), Days.On(on));
        }

        return this;
    }

    /// <summary>What the law makes happen by itself by a day, as the desk lets it happen before any act.</summary>
    public Supervised Until(string day)
    {
        while (Pressing.Overrun(Supervision, Overrun, Days.On(day)) is { } moment)
        {
            Tell([moment.Fact], moment.On, Days.On(day));
        }

        return this;
    }

    /// <summary>After how many days the urging letter is owed at the court below.</summary>
    public int? Overrun(Letter letter) => (int?)_rules.Threshold(Pressing.OverrunDays, [letter.Issued.To, .. Superiors(letter.Issued.To).Select(c => c.Number)], Days.On("2026-03-02"))?.Value;

    /// <summary>The obligations of a kind, in the order of their numbers.</summary>
    public IReadOnlyList<Obligation> Owed(string kind) => [.. Supervision.Obligations.Where(o => o.Rule.Kind == kind)];

    public Obligation The(string kind) => Owed(kind).ShouldHaveSingleItem();

    public bool Open(string kind) => Owed(kind).Any(o => o.IsOpen);

    private static string? Situation(SupervisionMode? mode) => mode switch
    {
        SupervisionMode.DirectTransfer => "1-level-skipping",
        SupervisionMode.TransferWithResult => "2-body",
        SupervisionMode.HandDown => "3-bureau",
        SupervisionMode.Correct => "4-leader",
        _ => null,
    };

    private static Candidate Of(int n, string name, Court court) => new(Matter.Id(700 + n), name, court.Number, true, ["handler"]);

    private void Begin(StreamId id, SupervisionMaterialReceived material, DateOnly on)
    {
        var (after, facts) = SupervisionStory.Tell(null, id, [new DatedFact(material, on)], s => Setting(s, on));
        Supervision = after;
        _facts.AddRange(facts);
    }

    private void Tell(IEnumerable<object> events, DateOnly on, DateOnly today)
    {
        var (after, facts) = SupervisionStory.Tell(Supervision, Supervision.Id, events.Select(e => new DatedFact(e, on)), s => Setting(s, today));
        Supervision = after;
        _facts.AddRange(facts);
        Last = [.. facts.Select(f => f.Fact)];
        Supervision.Fold(Supervision.Id, _facts).Version.ShouldBe(Supervision.Version);
    }

    private ClockSetting Setting(Supervision supervision, DateOnly today) => SupervisionStory.Setting(supervision, _rules, Days.Shipped, Directory.Shipped, today);

    /// <summary>SPC16 everywhere; the two instruments of Hainan in its courts.</summary>
    private static RuleBook Adopted(bool both)
    {
        var (ni, np, all) = (Matter.Packs.Single(p => p.Id == "HNI"), Matter.Packs.Single(p => p.Id == "HNP"), Matter.Packs.Single(p => p.Id == "SPC16"));
        static Adoption At(RegulationPack pack, int court) => new(pack.Id, pack.Version, pack.Hash, court, new DateOnly(2021, 1, 1), null, "采用");
        return new RuleBook([ni, np, all], both ? [At(ni, High.Number), At(np, High.Number), At(all, 0)] : [At(all, 0)]);
    }
}
