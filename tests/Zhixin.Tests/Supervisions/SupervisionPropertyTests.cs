using FsCheck;
using FsCheck.Fluent;
using Zhixin.Petitions.Acts;
using Zhixin.Supervisions;
using Zhixin.Supervisions.Acts;
using static Zhixin.Tests.Calendar.Days;
using static Zhixin.Tests.Supervisions.Supervised;
using Directory = Zhixin.Tests.Courts.Directory;

namespace Zhixin.Tests.Supervisions;

/// <summary>Whatever is tried on a supervision, in whatever order: no act throws, no letter is lost, and nothing is owed that nobody could do.</summary>
public sealed class SupervisionPropertyTests
{
    private static readonly DateOnly First = On("2026-03-02");
    private static readonly Zhixin.Courts.Court Sister = Directory.Named("海口市龙华区人民法院");
    private static readonly Actors[] People = [Above, Other, new(Second.Id, null), new(Third.Id, null)];

    /// <summary>One attempt: which act, by whom, on which letter, opinion or instruction, after how many days.</summary>
    private sealed record Attempt(int Act, int Who, int No, bool Yes, int Days);

    private static Gen<Attempt[]> Attempts() =>
        from attempts in (
            from act in Gen.Frequency((20, Gen.Choose(0, 29)), (4, Gen.Choose(13, 16)), (1, Gen.Choose(30, 33)))
            from who in Gen.Choose(0, 3)
            from no in Gen.Frequency((4, Gen.Constant(1)), (2, Gen.Constant(2)), (1, Gen.Constant(3)))
            from yes in Gen.Frequency((3, Gen.Constant(true)), (1, Gen.Constant(false)))
            from days in Gen.Frequency((4, Gen.Choose(0, 2)), (1, Gen.Choose(5, 40)))
            select new Attempt(act, who, no, yes, days)).ListOf()
        select attempts.ToArray();

    [Fact]
    public void No_letter_is_lost_and_each_obligation_has_a_court_of_the_matter() => Check(s =>
    {
        s.Letters.Select(l => l.No).ShouldBe(Enumerable.Range(1, s.Letters.Count));
        s.Obligations.Select(o => o.No).ShouldBe(Enumerable.Range(1, s.Obligations.Count));
        int[] courts = [s.Court, s.Enforcing, .. s.Letters.SelectMany(l => new[] { l.Issued.From, l.Issued.To }), .. s.TakenOver.Select(t => t.From)];
        s.Obligations.Where(o => o.IsOpen && !courts.Contains(o.Opened.Court)).Select(o => o.Rule.Kind).ShouldBeEmpty();
    });

    [Fact]
    public void A_letter_has_one_date_under_every_instrument_that_asks_for_its_report() => Check(s =>
    {
        foreach (var letter in s.Open)
        {
            s.Obligations.Where(o => o.IsOpen && o.Rule.OpenedBy == "supervision.letter-received" && o.Due is not null && o.Opened.Thing == Zhixin.Supervisions.Letter.Thing(letter.No))
                .Select(o => o.Due).Distinct().Count().ShouldBeLessThanOrEqualTo(1);
        }
    });

    [Fact]
    public void Nothing_is_owed_below_on_a_letter_that_is_over() => Check(s => s.Obligations
        .Where(o => o.IsOpen && !o.IsWindow && s.About(o.Opened.Thing) is { IsOpen: false } letter && o.Opened.Court == letter.Issued.To && o.Opened.Court != s.Court)
        .Select(o => o.Rule.Kind).ShouldBeEmpty());

    [Fact]
    public void What_is_closed_owes_nothing_but_bulletin_and_accountability_and_an_answer_that_a_body_awaits() => Check(s =>
    {
        var open = s.Obligations.Where(o => o.IsOpen).Select(o => o.Rule.Kind);
        string[] left = s.End switch
        {
            null => [.. open],
            { How: "closed", Condition: "unqualified" or "passed-on" } => ["supervision-report-up", "report-up-by-date"],
            { How: "closed" } => ["bulletin-not-followed", "accountability-not-followed"],
            _ => [],
        };
        open.Except(left).ShouldBeEmpty(s.End?.ToString());
        (s.IsOpen || s.Letters.All(l => !l.IsOpen)).ShouldBeTrue();
        s.Approvals.Where(a => a.DecidedOn is null && SupervisionApprovals.Waits(s, a) && !s.IsOpen && a.Act is not (Instructing.Reviewing or Instructing.Approving)).ShouldBeEmpty();
    });

    [Fact]
    public void The_attempts_reach_every_end_and_every_kind_of_pressure()
    {
        var seen = new HashSet<string>(StringComparer.Ordinal);
        foreach (var attempts in Attempts().Sample(400, 120))
        {
            seen.UnionWith(Run(attempts).Facts.Select(f => f.Fact.GetType().Name));
        }

        new[]
        {
            nameof(SupervisionUrged), nameof(SupervisionUrgingLetterIssued), nameof(SupervisionEnforcementOrderIssued), nameof(SupervisionDelayExplained), nameof(SupervisionDesignated),
            nameof(SupervisionElevated), nameof(SupervisionAdmonished), nameof(SupervisionClosed), nameof(SupervisionVoided), nameof(SupervisionMerged), nameof(SupervisionRoundOpened),
            nameof(SupervisionSpecialReportDrafted), nameof(SupervisionOpinionIssued), nameof(SupervisionReportOverrun),
        }.Except(seen).ShouldBeEmpty();
    }

    private static void Check(Action<Supervision> holds) =>
        Prop.ForAll(Attempts().ToArbitrary(), attempts => holds(Run(attempts).Supervision)).Check(Config.QuickThrowOnFailure.WithMaxTest(400).WithStartSize(5).WithEndSize(120));

    private static Supervised Run(IEnumerable<Attempt> attempts)
    {
        var (matter, day) = (attempts.FirstOrDefault() is { Yes: true } ? Reported() : Opened(), First.AddDays(8));
        foreach (var attempt in attempts)
        {
            day = day.AddDays(attempt.Days);
            matter.Until(Iso(day)).Try(Decide(matter.Supervision, attempt, day), Iso(day));
        }

        return matter;
    }

    private static string Iso(DateOnly day) => day.ToString("yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture);

    private static Decision<object> Decide(Supervision s, Attempt a, DateOnly on) => a.Act switch
    {
        <= 4 => Down(s, a, on),
        <= 12 => Below(s, a, on),
        <= 17 => Judged(s, a, on),
        <= 25 => Pressed(s, a, on),
        <= 29 => Up(s, a, on),
        _ => Ended(s, a),
    };

    private static Decision<object> Down(Supervision s, Attempt a, DateOnly on) => a.Act switch
    {
        0 => Review(s, qualifies: a.Yes || a.Who > 0, on: Iso(on), late: "情况复杂", mode: a.Who == 3 ? SupervisionMode.HandDown : null),
        1 => Letter(s, to: Enforcing(s), due: Iso(on.AddDays(a.Who * 7)), today: Iso(on)),
        2 => Letter(s, LetterKind.HandDown, to: Mid, due: Iso(on.AddDays(20)), today: Iso(on)),
        3 => Letter(s, LetterKind.HandDown, from: Mid, to: Enforcing(s), due: Iso(on.AddDays(5)), today: Iso(on)),
        _ => Letter(s, LetterKind.Child, from: Supreme, to: Enforcing(s), due: null, today: Iso(on)),
    };

    private static Decision<object> Below(Supervision s, Attempt a, DateOnly on)
    {
        var court = s.Letter(a.No)?.Issued.To ?? Basic.Number;
        return a.Act switch
        {
            5 or 6 => Reporting.Name(s, a.No, court, Supervised.Below with { Court = court }, null),
            7 => Report(s, a.No, Directory.Shipped.ByNumber(court)),
            8 => Reporting.AnswerNoProperty(s, a.No, court, "网络查控无财产", "答复", Reporter),
            9 => Reporting.Hear(s, a.No, court, new HoldHearing(a.Yes ? null : on.AddDays(-a.Who), [], "回证", "查控", "笔录", a.Yes ? "网络查控无财产" : null, "答复", on, Reporter)),
            10 => Reporting.ReportAfterHearing(s, a.No, court, "确无财产", "报告", Reporter),
            11 when a.Yes => Progressing.Report(s, a.No, court, "已查控", "拍卖", "报告", Reporter),
            11 => Reporting.AskNewDate(s, court, new SupervisionPreExpiryReported(a.No, "下落不明", "查找", on.AddDays(60), "报告", Supervised.Below.Id, null), on),
            _ => a.Yes ? Reporting.Measure(s, a.No, court, "到场督办", "记录") : Reporting.ReportUrgent(s, a.No, court, "汇报", "材料"),
        };
    }

    private static Decision<object> Judged(Supervision s, Attempt a, DateOnly on)
    {
        var court = s.Letter(a.No)?.Issued.From ?? High.Number;
        return a.Act switch
        {
            13 => a.Yes ? Judging.Accept(s, a.No, court, "妥当") : Judging.FindUnlawful(s, a.No, court, "没有处理"),
            14 => Judging.FindImproper(s, a.No, court, "不当"),
            15 when a is { Yes: true, Who: > 1 } => Progressing.Answer(s, a.No, court, a.Who > 2, on.AddDays(30), "知悉", on),
            15 => Opining.Give(s, court, new GiveOpinion(a.No, "扣划", "有财产", on.AddDays(a.Who * 5), on, Above)),
            16 => a.Yes ? Opining.Comply(s, a.No, s.Opinion(a.No)?.Issued.To ?? Basic.Number, "已扣划", "报告", Reporter)
                : Opining.Ask(s, s.Opinion(a.No)?.Issued.To ?? Basic.Number, new SupervisionReconsiderationAsked(a.No, on, "有误", "提请书", Supervised.Below.Id, null), on),
            _ => a.Yes ? Reporting.DecideNewDate(s, a.No, court, a.Who > 1, on.AddDays(70), "同意", on, Other) : Reporting.OrderUrgent(s, a.No, court, "立即汇报"),
        };
    }

    private static Decision<object> Pressed(Supervision s, Attempt a, DateOnly on) => a.Act switch
    {
        18 => Pressing.DecideUrging(s, new Urge(a.No, a.Yes ? null : a.Who, null, "催"), High.Number, List("HNP", "overdue-means"), on),
        19 => Pressing.DecideLetter(s, new PressByLetter(a.No, !a.Yes, "报告", on.AddDays(5)), High.Number, on),
        20 => Pressing.Explain(s, a.No, s.Letter(a.No)?.Issued.To ?? Basic.Number, "查找", "说明", Reporter),
        21 => Pressing.FindUnfollowed(s, a.No, High.Number, "未落实", on),
        22 => a.Yes ? Pressing.Bulletin(s, High.Number, "通1号", "通报", on) : Pressing.OpenAccountability(s, High.Number, "承办人", "拒不落实", "已陈述", "决定", on),
        23 => Pressing.DecideAdmonition(s, new Admonish(s.Enforcing, "副院长", "滞后", "整改", on.AddDays(10)), High.Number, 180, on),
        24 => Pressing.Rectify(s, a.No, s.Admonitions.FirstOrDefault(x => x.Facts.No == a.No)?.Facts.To ?? Basic.Number, "整改", "报告", Reporter),
        _ when a.Yes => TakingOver.Decide(s, new Designate(s.Enforcing == Sister.Number ? Basic : Sister, false, null, "裁定", "逾期"), High, new TakingOverRules(Superiors, true, null, on)),
        _ => TakingOver.Elevate(s, "裁定", "逾期", High, new TakingOverRules(Superiors, true, null, on)),
    };

    private static Decision<object> Up(Supervision s, Attempt a, DateOnly on) => a.Act switch
    {
        26 => Instructing.Record(s, new SupervisionInstructionReceived(s.Instructions.Count + 1, "省委", false, "批示", null, a.Yes, on, a.Yes && a.Who > 1, a.Yes && a.Who > 1 ? on.AddDays(9) : null), null, on),
        27 => Instructing.Draft(s, a.No, High.Number, "省委", "已办", People[a.Who]),
        28 => a.Yes ? Instructing.Review(s, a.No, High.Number, a.Who < 3, "同意", People[a.Who]) : Instructing.Approve(s, a.No, High.Number, true, "同意", People[a.Who]),
        _ => Instructing.Send(s, a.No, High.Number),
    };

    private static Decision<object> Ended(Supervision s, Attempt a) => (a.Act, a.Yes) switch
    {
        (30, true) => ClosingTests.Ask(s, a.Who switch { 0 => "1", 1 => "2", _ => "8" }),
        (30, false) => ClosingTests.Consent(s, a.Who > 0, "再办"),
        (31, true) => Closing.Again(s, High.Number, "再督办"),
        (31, false) => Closing.FindSettled(s, High.Number, true, "合法"),
        (32, _) => Closing.AfterReview(s, s.Enforcing, "执结"),
        (_, true) when a.Who == 0 => Closing.Merge(s, High.Number, new RunningSupervision(0, Petitions.Matter.Id(1), "2026-最高-0001", "最高人民法院"), "重复"),
        (_, true) when a.Who == 1 => Closing.Void(s, High.Number, "错登"),
        _ => Telling.Decide(s, "已督办", "phone", "录音"),
    };

    private static Zhixin.Courts.Court Enforcing(Supervision s) => Directory.Shipped.ByNumber(s.Enforcing)!;
}
