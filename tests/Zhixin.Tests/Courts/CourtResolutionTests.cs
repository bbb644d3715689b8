using FsCheck;
using FsCheck.Fluent;
using Zhixin.Courts;
using static Zhixin.Tests.Courts.Directory;

namespace Zhixin.Tests.Courts;

public sealed class CourtResolutionTests
{
    private const string Jiaozuo = "河南省焦作市中级人民法院";

    [Theory]
    [InlineData("解放法院", "焦作市解放区人民法院", "")]
    [InlineData("解放区法院", "焦作市解放区人民法院", "")]
    [InlineData("解放区人民法院", "焦作市解放区人民法院", "")]
    [InlineData("焦作解放法院", "焦作市解放区人民法院", "")]
    [InlineData("焦作市解放区法院", "焦作市解放区人民法院", "")]
    [InlineData("河南省焦作市解放区人民法院", "焦作市解放区人民法院", "")]
    [InlineData(" 解放 法院　", "焦作市解放区人民法院", "")]
    [InlineData("解放区", "焦作市解放区人民法院", "")]
    [InlineData("山阳法院", "焦作市山阳区人民法院", "")]
    [InlineData("中站法院", "焦作市中站区人民法院", "")]
    [InlineData("马村法院", "焦作市马村区人民法院", "")]
    [InlineData("温县法院", "温县人民法院", "")]
    [InlineData("温县", "温县人民法院", "")]
    [InlineData("武陟法院", "武陟县人民法院", "")]
    [InlineData("博爱法院", "博爱县人民法院", "")]
    [InlineData("修武法院", "修武县人民法院", "")]
    [InlineData("沁阳法院", "沁阳市人民法院", "")]
    [InlineData("沁阳市法院", "沁阳市人民法院", "")]
    [InlineData("孟州法院", "孟州市人民法院", "")]
    [InlineData("解放法院执行局", "焦作市解放区人民法院", "执行局")]
    [InlineData("温县法院（执行一庭）", "温县人民法院", "执行一庭")]
    [InlineData("中院执行一庭", Jiaozuo, "执行一庭")]
    [InlineData("中院执行二庭", Jiaozuo, "执行二庭")]
    [InlineData("焦作中院", Jiaozuo, "")]
    [InlineData("焦作市中院", Jiaozuo, "")]
    [InlineData("市中院执行局", Jiaozuo, "执行局")]
    [InlineData("焦作市中级人民法院执行局综合处", Jiaozuo, "执行局综合处")]
    [InlineData("本院", Jiaozuo, "")]
    [InlineData("本院执行一庭", Jiaozuo, "执行一庭")]
    [InlineData("执行二庭", Jiaozuo, "执行二庭")]
    [InlineData(Jiaozuo, Jiaozuo, "")]
    public void A_short_name_in_the_intermediate_courts_ledger_means_one_court(string text, string court, string unit) =>
        Shipped.Resolve(text, Named(Jiaozuo)).ShouldBe(new CourtResolution.Found(Named(court), unit));

    [Theory]
    [InlineData("四川省凉山彝族自治州中级人民法院", "木里法院", "木里藏族自治县人民法院")]
    [InlineData("四川省凉山彝族自治州中级人民法院", "木里县法院", "木里藏族自治县人民法院")]
    [InlineData("四川省凉山彝族自治州中级人民法院", "凉山州中院", "四川省凉山彝族自治州中级人民法院")]
    [InlineData("江苏省徐州市中级人民法院", "徐州经开区法院", "徐州经济技术开发区人民法院")]
    [InlineData("山东省济南市中级人民法院", "济南高新区法院", "济南高新技术产业开发区人民法院")]
    [InlineData("山东省济南市中级人民法院", "高新法院", "济南高新技术产业开发区人民法院")]
    [InlineData("山东省济南市中级人民法院", "钢城法院", "济南市钢城区人民法院")]
    [InlineData("北京市第一中级人民法院", "一中院", "北京市第一中级人民法院")]
    [InlineData("北京市第一中级人民法院", "海淀法院", "北京市海淀区人民法院")]
    [InlineData("北京市高级人民法院", "北京一中院", "北京市第一中级人民法院")]
    [InlineData("河南省高级人民法院", "焦作中院", "河南省焦作市中级人民法院")]
    [InlineData("河南省高级人民法院", "省高院", "河南省高级人民法院")]
    [InlineData("河南省高级人民法院", "河南高院", "河南省高级人民法院")]
    [InlineData("海南省高级人民法院", "海口海事法院", "海口海事法院")]
    [InlineData("焦作市解放区人民法院", "解放法院", "焦作市解放区人民法院")]
    [InlineData("中华人民共和国最高人民法院", "最高法", "中华人民共和国最高人民法院")]
    [InlineData("中华人民共和国最高人民法院", "最高人民法院", "中华人民共和国最高人民法院")]
    [InlineData("甘肃省临夏回族自治州中级人民法院", "东乡法院", "东乡族自治县人民法院")]
    [InlineData("新疆维吾尔自治区高级人民法院", "伊犁州分院", "新疆维吾尔自治区高级人民法院伊犁哈萨克自治州分院")]
    public void Other_courts_ledgers_are_read_the_same_way(string context, string text, string court) =>
        Shipped.Resolve(text, Named(context)).ShouldBeOfType<CourtResolution.Found>().Court.Name.ShouldBe(court);

    [Theory]
    [InlineData("高新区人民法院")]
    [InlineData("解放法院、山阳法院")]
    [InlineData("郑州市金水区人民法院")]
    [InlineData("河南高院")]
    [InlineData("法院")]
    [InlineData("")]
    [InlineData("——")]
    public void A_name_that_means_no_court_of_the_context_is_not_found(string text) =>
        Shipped.Resolve(text, Named(Jiaozuo)).ShouldBeOfType<CourtResolution.NotFound>();

    [Fact]
    public void A_slip_of_the_pen_gives_near_matches() =>
        Shipped.Resolve("解方区法院", Named(Jiaozuo)).ShouldBeOfType<CourtResolution.NotFound>()
            .Near[0].Name.ShouldBe("焦作市解放区人民法院");

    [Fact]
    public void A_full_name_outside_the_context_is_told_but_not_taken() =>
        Shipped.Resolve("济南市钢城区人民法院", Named(Jiaozuo)).ShouldBeOfType<CourtResolution.NotFound>()
            .Near.ShouldHaveSingleItem().Name.ShouldBe("济南市钢城区人民法院");

    [Fact]
    public void A_name_that_two_courts_share_is_ambiguous()
    {
        var shared = Shipped.Resolve("新华法院", Named("河北省高级人民法院")).ShouldBeOfType<CourtResolution.Ambiguous>();
        shared.Courts.Count.ShouldBeGreaterThan(1);
        shared.Courts.ShouldAllBe(c => c.Name.Contains("新华"));
        Shipped.Resolve("中院", Named("河北省高级人民法院")).ShouldBeOfType<CourtResolution.Ambiguous>();
    }

    [Fact]
    public void Every_court_is_found_by_its_full_name() =>
        Shipped.All.Where(c => Shipped.Resolve(c.Name, c) != new CourtResolution.Found(c, "")).ShouldBeEmpty();

    [Fact]
    public void Every_basic_court_is_found_under_its_superior_by_its_short_name_and_never_another()
    {
        var missed = new List<string>();
        foreach (var court in Shipped.All.Where(c => c.Level == CourtLevel.Basic))
        {
            var resolution = Shipped.Resolve(court.Name.Replace("人民法院", "法院", StringComparison.Ordinal), Shipped.Parent(court)!);
            if (resolution is CourtResolution.Ambiguous(var courts) && courts.Contains(court))
            {
                missed.Add(court.Name);
            }
            else
            {
                resolution.ShouldBe(new CourtResolution.Found(court, ""), court.Name);
            }
        }

        missed.ShouldBe(["庐山人民法院", "沙洋人民法院", "洪江人民法院"], "each stands beside a county or city of the same name");
    }

    [Fact]
    public void No_text_makes_it_fail() => Check.One(
        Config.QuickThrowOnFailure.WithMaxTest(3000),
        Prop.ForAll(Garbage.Of("中院法本我执行局庭解放区焦作市县高级人民、（） -0Aa最第一二").ToArbitrary(), text =>
            Shipped.Resolve(text, Named(Jiaozuo)) is not null));
}
