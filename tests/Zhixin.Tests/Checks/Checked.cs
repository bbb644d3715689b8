using Zhixin.Checks;
using Zhixin.Checks.Acts;
using Zhixin.Courts;
using Zhixin.History;
using Zhixin.Obligations;
using Zhixin.Papers;
using Zhixin.Petitions;
using Zhixin.Petitions.Acts;
using Zhixin.Regulations;
using Zhixin.Tests.Calendar;
using Zhixin.Tests.Petitions;
using Zhixin.Tests.Supervisions;
using Directory = Zhixin.Tests.Courts.Directory;

namespace Zhixin.Tests.Checks;

/// <summary>A record of checks of the basic court, act by act. 2026-03-02 is a Monday.</summary>
internal sealed class Checked
{
    public const string Phone = "0898-12368";

    public static readonly Court Basic = Supervised.Basic;
    public static readonly Court Mid = Supervised.Mid;
    public static readonly Candidate Wang = new(Matter.Id(801), "王法官", Basic.Number, true, ["implementation-unit"]);
    public static readonly Candidate Li = new(Matter.Id(802), "李法官", Basic.Number, true, ["implementation-unit"]);
    public static readonly Candidate Elsewhere = new(Matter.Id(803), "吴法官", Mid.Number, true, ["implementation-unit"]);

    private static readonly RuleBook Rules = Book();
    private readonly List<DatedFact> _facts = [];

    private Checked(CheckRecord record) => Record = record;

    public CheckRecord Record { get; private set; }

    public static CodeList Nodes => Matter.List("SPC09", "key-nodes");

    public static CodeList Exceptions => Matter.List("SPC09", "check-exceptions");

    public static CodeList Openness => Matter.List("SPC09", "openness");

    /// <summary>A record on a case that was filed on a day.</summary>
    public static Checked Filed(string on = "2026-03-02")
    {
        var filed = new EnforcementCaseFiled("2026-琼0108-0001", Basic.Number, "（2026）琼0108执12号");
        var made = new Checked(CheckRecord.Begin(new StreamId(Basic.Number, Matter.Id(800)), new DatedFact(filed, Days.On(on))));
        made.Tell([filed], Days.On(on), first: true);
        return made;
    }

    /// <summary>The same with a card given.</summary>
    public static Checked Carded() => Filed().Do(c => Give(c.Record), "2026-03-02");

    /// <summary>The same with a node that Wang did.</summary>
    public static Checked WithNode(string node = "control") => Carded().Do(c => Node(c.Record, node), "2026-03-04");

    public static Decision<object> Give(CheckRecord record, string? phone = Phone, CaseSide? to = CaseSide.Applicant, ServiceMethod? method = ServiceMethod.InPerson, string? proof = "签收单", Court? by = null) =>
        Recording.Give(record, (by ?? Basic).Number, to, method, proof, phone);

    public static Decision<object> Feedback(
        CheckRecord record, bool? satisfied = false, string? node = "control", string? content = "冻结没有告知", int card = 1, CaseSide? from = CaseSide.Applicant) =>
        Recording.Receive(record, Basic.Number, card, from, satisfied, node, content, Nodes);

    public static Decision<object> Answer(CheckRecord record, Candidate by, int no = 1, string? answer = "已当面说明", string? document = "谈话记录", Guid? forWhom = null) =>
        Recording.Answer(record, Basic.Number, no, answer, document, new Actors(by.Id, forWhom));

    public static Decision<object> Serve(CheckRecord record, string? paper = "执行通知书", CaseSide? to = CaseSide.Respondent, ServiceMethod? method = ServiceMethod.Post, string? proof = "回执") =>
        Recording.Serve(record, Basic.Number, paper, to, method, proof);

    public static Decision<object> Node(CheckRecord record, string? node = "control", Candidate? doer = null, string? content = "冻结银行账户", string? unit = null, bool nobody = false) =>
        Guarding.Record(record, Basic.Number, node, nobody ? null : doer ?? Wang, unit, content, Nodes, ["basic:implementation"]);

    public static Decision<object> Check(
        CheckRecord record, Candidate by, int no = 1, string? opinion = "手续齐全", string? risk = null, string? due = null, string? exception = null, string? reason = null, Guid? forWhom = null,
        string on = "2026-03-05") => Guarding.Check(
            record, Basic.Number, new CheckNode(no, opinion, risk, due is null ? null : Days.On(due), exception, reason, new Actors(by.Id, forWhom), by.Name), Exceptions, Days.On(on));

    /// <summary>Carries a decision through; it must not be refused.</summary>
    public Checked Do(Func<Checked, Decision<object>> decide, string on)
    {
        var done = decide(this).ShouldBeOfType<Decision<object>.Done>();
        done.Events.ShouldAllBe(f => Days.On(on) >= CheckStory.Since(Record, f), "nothing happens before what it answers");
        Tell(done.Events, Days.On(on), first: false);
        return this;
    }

    /// <summary>Carries a decision through unless it is refused, or would have happened before what it answers.</summary>
    public void Try(Decision<object> decision, DateOnly on)
    {
        if (decision is Decision<object>.Done done && done.Events.All(f => on >= CheckStory.Since(Record, f)))
        {
            Tell(done.Events, on, first: false);
        }
    }

    /// <summary>The obligations of a kind, in the order of their numbers.</summary>
    public IReadOnlyList<Obligation> Owed(string kind) => [.. Record.Obligations.Where(o => o.Rule.Kind == kind)];

    public Obligation The(string kind) => Owed(kind).ShouldHaveSingleItem();

    private void Tell(IEnumerable<object> events, DateOnly on, bool first)
    {
        var numbered = events.Select(e => e is IOnPaper paper ? paper.Numbered($"（2026）琼0108执监卡{Record.Cards.Count + 1}号") : e);
        var (after, facts) = CheckStory.Tell(
            first ? null : Record, Record.Id, numbered.Select(e => new DatedFact(e, on)), r => CheckStory.Setting(r, Rules, Days.Shipped, Directory.Shipped, on));
        Record = after;
        _facts.AddRange(facts);
        CheckRecord.Fold(Record.Id, _facts).Version.ShouldBe(Record.Version);
    }

    private static RuleBook Book()
    {
        var pack = Matter.Packs.Single(p => p.Id == "SPC09");
        return new RuleBook([pack], [new Adoption(pack.Id, pack.Version, pack.Hash, 0, new DateOnly(2021, 1, 1), null, "采用")]);
    }
}
