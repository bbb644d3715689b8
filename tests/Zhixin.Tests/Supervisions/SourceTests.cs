using Zhixin.Courts;
using Zhixin.Supervisions;
using Zhixin.Supervisions.Acts;
using static Zhixin.Tests.Calendar.Days;
using static Zhixin.Tests.Supervisions.Supervised;

namespace Zhixin.Tests.Supervisions;

/// <summary>Where supervision comes from: complaints, and bodies and leaders of nine kinds; none of them chooses the mode, and none makes a report up owed by itself.</summary>
public sealed class SourceTests
{
    public static TheoryData<string> Codes => [.. List("HNP", "sources").Items.SelectMany(i => i.Sub.Select(s => s.Code).Prepend(i.Code))];

    [Theory]
    [MemberData(nameof(Codes))]
    [Trait("Clause", "HNP-1 accepted")]
    [Trait("Clause", "HNP-4(1) accepted")]
    [Trait("Clause", "HNP-4(2) accepted")]
    [Trait("Clause", "HNP-4(3) accepted")]
    [Trait("Clause", "HNP-4(4) accepted")]
    [Trait("Clause", "HNP-4(5) accepted")]
    [Trait("Clause", "HNP-4(6) accepted")]
    [Trait("Clause", "HNP-4(7) accepted")]
    [Trait("Clause", "HNP-4(8) accepted")]
    [Trait("Clause", "HNP-4(9) accepted")]
    public void Each_source_opens_a_supervision(string code)
    {
        var opened = Open(code).ShouldBeOfType<Decision<SupervisionMaterialReceived>.Done>().Events.ShouldHaveSingleItem();
        (opened.Source, opened.Court, opened.Enforcing).ShouldBe((code, High.Number, Basic.Number));
    }

    [Theory]
    [InlineData(SupervisionMode.DirectTransfer)]
    [InlineData(SupervisionMode.TransferWithResult)]
    [InlineData(SupervisionMode.HandDown)]
    [InlineData(SupervisionMode.Correct)]
    [Trait("Clause", "HNP-4(1) refused")]
    [Trait("Clause", "HNP-4(2) refused")]
    [Trait("Clause", "HNP-4(3) refused")]
    [Trait("Clause", "HNP-4(6) refused")]
    [Trait("Clause", "HNP-4(8) refused")]
    public void A_source_owes_no_report_up_and_fixes_no_mode(SupervisionMode mode)
    {
        foreach (var code in List("HNP", "sources").Items.Select(i => i.Code))
        {
            Open(code).ShouldBeOfType<Decision<SupervisionMaterialReceived>.Done>();
        }

        var matter = Supervised.Reviewed(mode: mode);
        matter.Supervision.Obligations.ShouldNotContain(o => o.Rule.Kind == "report-up-by-date" || o.Rule.Kind == "supervision-report-up", "nobody asked");
        matter.Do(s => Instructing.Record(s.Supervision, new SupervisionInstructionReceived(s.Supervision.Instructions.Count + 1, "省委政法委", false, "督办通知", null, true, On("2026-03-02"), true, On("2026-04-10")), null, On("2026-03-02")), "2026-03-02");
        matter.The("report-up-by-date").Due.ShouldBe(On("2026-04-10"), "somebody asked");
    }

    [Theory]
    [InlineData("")]
    [InlineData("0")]
    [InlineData("10")]
    [InlineData("2-unknown")]
    [InlineData("central")]
    [Trait("Clause", "HNP-4(4) refused")]
    [Trait("Clause", "HNP-4(5) refused")]
    [Trait("Clause", "HNP-4(7) refused")]
    [Trait("Clause", "HNP-4(9) refused")]
    public void What_is_no_source_of_the_list_opens_nothing(string code) => Why(Open(code)).ShouldBeOfType<Refusal.Input>().Message.ShouldBe("supervision-source-unknown");

    [Fact]
    [Trait("Clause", "HNP-2 accepted")]
    [Trait("Clause", "HNP-2 refused")]
    public void By_level_the_high_court_supervises_the_whole_province_and_an_intermediate_court_its_own_area()
    {
        var maritime = Zhixin.Tests.Courts.Directory.Shipped.ByName("海口海事法院")!;
        Open("9", High, Supervised.Case with { Court = maritime }).ShouldBeOfType<Decision<SupervisionMaterialReceived>.Done>("the maritime court stands under the High Court too");
        Open("9", Mid).ShouldBeOfType<Decision<SupervisionMaterialReceived>.Done>();
        var sanya = Zhixin.Tests.Courts.Directory.Shipped.ByName("三亚市城郊人民法院")!;
        Why(Open("9", Mid, Supervised.Case with { Court = sanya })).ShouldBeOfType<Refusal.Law>().Clause.ShouldBe("HNI-2");
        Why(Open("9", Mid, Supervised.Case with { Court = High })).ShouldBeOfType<Refusal.Law>().Clause.ShouldBe("HNI-2");
    }

    [Fact]
    [Trait("Clause", "HNP-1 refused")]
    [Trait("Clause", "HNP-3 refused")]
    public void What_no_enforcement_bureau_handles_is_not_supervised_here()
    {
        foreach (var type in new[] { "民初", "刑初", "行终", "民再" })
        {
            Why(Open("9", number: Supervised.Case with { Type = type })).ShouldBeOfType<Refusal.Law>().Clause.ShouldBe("HNI-17", type);
        }
    }

    [Fact]
    [Trait("Clause", "HNP-3 accepted")]
    [Trait("Clause", "HNI-17 accepted")]
    public void Every_kind_of_case_of_a_bureau_is_supervised()
    {
        foreach (var type in new[] { "执", "执恢", "执保", "执异", "执复", "执监" })
        {
            Open("9", number: Supervised.Case with { Type = type }).ShouldBeOfType<Decision<SupervisionMaterialReceived>.Done>(type);
        }
    }

    private static Refusal Why(Decision<SupervisionMaterialReceived> decision) => decision.ShouldBeOfType<Decision<SupervisionMaterialReceived>.Refused>().Why;

    private static Decision<SupervisionMaterialReceived> Open(string source, Court? by = null, CaseNumber? number = null) => Opening.Decide(
        new OpenSupervision(by ?? High, number ?? Supervised.Case, null, source, null, "长期不执行", [], null),
        new OpeningRules(Superiors, List("HNP", "sources"), List("HNP", "panel-conditions"), List("SPC16", "exclusion-grounds"), null, On("2026-03-02")));
}
