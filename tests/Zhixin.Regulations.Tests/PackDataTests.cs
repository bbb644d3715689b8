namespace Zhixin.Regulations.Tests;

/// <summary>What the data of several packs must say together: slots, modes, closings, citations, marked choices.</summary>
public sealed class PackDataTests
{
    private const int HighCourt = 7;
    private static readonly int[] Chain = [9, 8, HighCourt, 1];
    private static readonly DateOnly Adopted = new(2020, 1, 1);

    [Fact]
    public void Of_two_hainan_reviews_the_stricter_date_binds_and_the_other_stays_visible()
    {
        var opened = Open("supervision.material-received", new DateOnly(2026, 9, 11), [], "HNI", "HNP").ShouldHaveSingleItem();

        opened.Clause.ShouldBe("HNI-4");
        opened.Due.Due.ShouldBe(new DateOnly(2026, 9, 16));
        var loser = opened.Losers.ShouldHaveSingleItem();
        loser.Clause.ShouldBe("HNP-7(1)");
        loser.Why.ShouldBe(LosingReason.Laxer);
        loser.Due.Due.ShouldBe(new DateOnly(2026, 9, 18));
    }

    [Theory]
    [InlineData("direct-transfer", "HNP-8")]
    [InlineData("hand-down", "HNP-10")]
    public void Each_mode_of_supervision_opens_its_own_dispatch(string mode, string clause) =>
        Open("supervision.accepted", new DateOnly(2026, 9, 11), new() { ["mode"] = mode }, "HNP").ShouldHaveSingleItem().Clause.ShouldBe(clause);

    [Fact]
    public void A_mode_that_sends_nothing_down_opens_no_dispatch() =>
        Open("supervision.accepted", new DateOnly(2026, 9, 11), new() { ["mode"] = "correct" }, "HNP").ShouldBeEmpty();

    [Fact]
    public void An_unheeded_opinion_owes_both_a_bulletin_and_accountability() =>
        Open("supervision.opinion-not-followed", new DateOnly(2026, 9, 11), [], "HNI").Select(one => one.Kind)
            .ShouldBe(["bulletin-not-followed", "accountability-not-followed"], ignoreOrder: true);

    [Fact]
    public void An_answer_of_no_property_counts_the_hearing_from_the_letter()
    {
        var facts = new TriggerFacts("supervision.no-property-answered", new Dictionary<string, string>(StringComparer.Ordinal), new Dictionary<string, DateOnly>(StringComparer.Ordinal)
        {
            ["occurred_on"] = new DateOnly(2026, 9, 10),
            ["letter_received_on"] = new DateOnly(2026, 9, 1),
        });

        var opened = Book("HNI").Open(facts, _ => Chain, Repository.Calendar, new DateOnly(2026, 9, 10)).ShouldHaveSingleItem();

        opened.Due.Due.ShouldBe(new DateOnly(2026, 9, 21));
        Repository.Pack("HNI").Rule("report").Fulfils("supervision.no-property-answered").ShouldBeTrue();
    }

    [Fact]
    public void A_reference_pack_stands_beside_the_date_and_opens_nothing()
    {
        Open("petition.contact-joined", new DateOnly(2026, 9, 11), new() { ["clocks"] = "start" }, "reference-2021").ShouldBeEmpty();

        Open("petition.contact-joined", new DateOnly(2026, 9, 11), new() { ["clocks"] = "start" }, "GC21", "reference-2021")
            .Single(one => one.Slot == "hand-to-handler").Losers.ShouldHaveSingleItem().Why.ShouldBe(LosingReason.Reference);
    }

    [Fact]
    public void Every_ground_of_supervision_has_a_closing_and_each_closing_serves_a_ground()
    {
        var pack = Repository.Pack("HNI");
        var fitting = List(pack, "closings-by-ground");

        fitting.Items.Select(item => item.Code).ShouldBe(List(pack, "grounds").Items.Select(item => item.Code));
        fitting.Items.ShouldAllBe(item => item.Sub.Count > 0);
        fitting.Items.SelectMany(item => item.Sub).Select(sub => sub.Clause).Distinct()
            .ShouldBe(List(pack, "closings").Items.Select(item => item.Clause), ignoreOrder: true);
    }

    [Fact]
    public void Every_closing_needs_consent_and_all_but_two_and_eight_the_lower_courts_report()
    {
        var closings = List(Repository.Pack("HNI"), "closings").Items;

        closings.ShouldAllBe(closing => closing.Sub.Any(need => need.Code.EndsWith("-consent", StringComparison.Ordinal)));
        closings.Where(closing => !closing.Sub.Any(need => need.Code.EndsWith("-report", StringComparison.Ordinal)))
            .Select(closing => closing.Code).ShouldBe(["2", "8"]);
    }

    [Theory]
    [InlineData("objection", "2008-04-01", "民事诉讼法第二百零二条")]
    [InlineData("objection", "2012-12-31", "民事诉讼法第二百零二条")]
    [InlineData("objection", "2013-01-01", "民事诉讼法第二百二十五条")]
    [InlineData("objection", "2021-12-31", "民事诉讼法第二百二十五条")]
    [InlineData("objection", "2022-01-01", "民事诉讼法第二百三十二条")]
    [InlineData("six-months", "2023-12-31", "民事诉讼法第二百三十三条")]
    [InlineData("six-months", "2024-01-01", "民事诉讼法第二百三十七条")]
    [InlineData("outsider", "2024-01-01", "民事诉讼法第二百三十八条")]
    public void An_article_is_cited_by_the_number_of_the_documents_day(string matter, string day, string article) =>
        List(Repository.Pack("procedural-law"), "citations").Find(matter).ShouldNotBeNull().Sub
            .Last(number => string.CompareOrdinal(number.Code.Split('@')[1], day) <= 0).Name.ShouldBe(article);

    [Fact]
    public void Only_a_party_owes_without_a_unit_and_what_a_party_has_is_a_window()
    {
        var partys = Repository.Library.Packs.SelectMany(pack => pack.Rules).Where(rule => rule.Obligor.Court == "party").ToList();

        partys.Count.ShouldBeGreaterThan(3);
        partys.ShouldAllBe(rule => rule.Type == RuleType.Window && rule.Obligor.Unit == null);
    }

    [Fact]
    public void A_number_that_no_source_gives_says_so()
    {
        var silent = Repository.Library.Packs.SelectMany(pack => pack.Rules.Where(rule => rule.PackChoice && rule.Note.Length == 0).Select(rule => pack.Id + " " + rule.Kind)
            .Concat(pack.Thresholds.Where(one => one.PackChoice && one.Note.Length == 0).Select(one => pack.Id + " " + one.Id)));

        silent.ShouldBeEmpty();
    }

    [Fact]
    public void A_pack_whose_source_prints_no_date_waits_for_its_adoption()
    {
        Repository.Pack("HNI").InForceFrom.ShouldBeNull();
        Repository.Pack("HNP").InForceFrom.ShouldBeNull();
        Book("HNI").InForce(Chain, Adopted.AddDays(-1)).ShouldBeEmpty();
        Book("HNI").InForce(Chain, Adopted).ShouldHaveSingleItem();
    }

    private static IReadOnlyList<OpenedObligation> Open(string name, DateOnly on, Dictionary<string, string> fields, params string[] packs)
    {
        var dates = Repository.Library.Events.Find(name).ShouldNotBeNull().Dates.ToDictionary(date => date, _ => on, StringComparer.Ordinal);
        return Book(packs).Open(new TriggerFacts(name, fields, dates), _ => Chain, Repository.Calendar, on);
    }

    private static RuleBook Book(params string[] packs) => new(
        Repository.Library.Packs,
        [.. packs.Select(Repository.Pack).Select(pack => new Adoption(pack.Id, pack.Version, pack.Hash, HighCourt, Adopted, null, "采用"))]);

    private static CodeList List(RegulationPack pack, string id) => pack.Lists.Single(list => list.Id == id);
}
