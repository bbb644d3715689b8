using Zhixin.Courts;
using static Zhixin.Tests.Courts.Directory;

namespace Zhixin.Tests.Courts;

public sealed class CourtDirectoryTests
{
    private const string Header = "number,name,level,province,parent,code,code_source\n";
    private const string Supreme = "1,中华人民共和国最高人民法院,supreme,北京,,最高法,derived\n";

    [Theory]
    [InlineData(1, "中华人民共和国最高人民法院")]
    [InlineData(2, "北京市高级人民法院")]
    [InlineData(1690, "济南市钢城区人民法院")]
    [InlineData(1692, "河南省高级人民法院")]
    [InlineData(1776, "河南省焦作市中级人民法院")]
    [InlineData(1777, "焦作市解放区人民法院")]
    [InlineData(2436, "海南省高级人民法院")]
    public void A_court_keeps_its_number_for_ever(int number, string name) => Shipped.ByNumber(number)!.Name.ShouldBe(name);

    [Fact]
    public void The_numbers_run_from_one_without_gap_and_none_is_the_platforms()
    {
        Shipped.All.Select(c => c.Number).ShouldBe(Enumerable.Range(1, 3524));
        Shipped.ByNumber(Court.Platform).ShouldBeNull();
    }

    [Fact]
    public void Every_court_but_the_Supreme_stands_under_it() =>
        Shipped.Subtree(Named("中华人民共和国最高人民法院")).Select(c => c.Number).Order().ShouldBe(Shipped.All.Select(c => c.Number));

    [Fact]
    public void Superiors_come_nearest_first() =>
        Shipped.Superiors(Named("焦作市解放区人民法院")).Select(c => c.Number).ShouldBe([1776, 1692, 1]);

    [Fact]
    public void Superior_is_who_stands_in_the_chain_and_no_court_is_its_own()
    {
        var (basic, mid, other) = (Named("焦作市解放区人民法院"), Named("河南省焦作市中级人民法院"), Named("焦作市山阳区人民法院"));
        Shipped.IsSuperior(mid, basic).ShouldBeTrue();
        Shipped.IsSuperior(Named("河南省高级人民法院"), basic).ShouldBeTrue();
        Shipped.IsSuperior(basic, mid).ShouldBeFalse();
        Shipped.IsSuperior(other, basic).ShouldBeFalse();
        Shipped.IsSuperior(basic, basic).ShouldBeFalse();
        Shipped.IsWithin(basic, basic).ShouldBeTrue();
        Shipped.Subtree(mid).Count().ShouldBe(11);
    }

    [Theory]
    [InlineData("焦作市解放区人民法院", 1692, 1776, 1777)]
    [InlineData("河南省焦作市中级人民法院", 1692, 1776, null)]
    [InlineData("河南省高级人民法院", 1692, null, null)]
    [InlineData("中华人民共和国最高人民法院", null, null, null)]
    public void The_columns_hold_the_chain_by_level(string name, int? high, int? mid, int? basic) =>
        Shipped.Columns(Named(name)).ShouldBe(new CourtColumns(high, mid, basic));

    [Fact]
    public void A_basic_court_right_under_a_high_court_has_no_middle_column() =>
        Shipped.Columns(Named("郑州铁路运输法院")).Mid.ShouldBeNull();

    [Fact]
    public void Codes_find_their_court()
    {
        Shipped.ByCode("鲁0117")!.Name.ShouldBe("济南市钢城区人民法院");
        Shipped.ByCode("最高法")!.Number.ShouldBe(1);
        Shipped.ByCode("豫0899").ShouldBeNull();
        Shipped.ByCode("京73")!.CodeSource.ShouldBe(CodeSource.Unverified);
        Named("太原铁路运输法院").CodeSource.ShouldBe(CodeSource.None);
    }

    [Theory]
    [InlineData("大连海事法院", CourtKind.Maritime)]
    [InlineData("太原铁路运输法院", CourtKind.Railway)]
    [InlineData("白河林区基层法院", CourtKind.Forest)]
    [InlineData("九三农垦法院", CourtKind.Reclamation)]
    [InlineData("北京知识产权法院", CourtKind.IntellectualProperty)]
    [InlineData("上海金融法院", CourtKind.Financial)]
    [InlineData("杭州互联网法院", CourtKind.Internet)]
    [InlineData("石河子市人民法院", CourtKind.ProductionAndConstructionCorps)]
    [InlineData("焦作市解放区人民法院", CourtKind.Ordinary)]
    public void The_name_tells_what_a_court_is_for(string name, CourtKind kind) => Named(name).Kind.ShouldBe(kind);

    [Theory]
    [InlineData("number,name\n", 1, "first line")]
    [InlineData(Header, 2, "Supreme")]
    [InlineData(Header + Supreme + "2,甲,high,甲,1,甲\n", 3, "7 cells")]
    [InlineData(Header + Supreme + "0,甲,high,甲,1,,\n", 3, "court number")]
    [InlineData(Header + Supreme + "1,甲,high,甲,1,,\n", 3, "twice")]
    [InlineData(Header + Supreme + "2,甲,high,甲,9,,\n", 3, "court 9")]
    [InlineData(Header + Supreme + "2,甲,high,甲,,,\n", 3, "superior")]
    [InlineData(Header + Supreme + "2,甲,county,甲,1,,\n", 3, "county")]
    [InlineData(Header + Supreme + "2,甲,high,甲,1,豫,\n", 3, "source")]
    [InlineData(Header + Supreme + "2,甲,high,甲,1,豫,guessed\n", 3, "guessed")]
    [InlineData(Header + Supreme + "2,甲,high,甲,1,豫,derived\n3,乙,high,乙,1,豫,derived\n", 4, "twice")]
    [InlineData(Header + Supreme + "2,甲,high,甲,1,,\n3,乙,high,乙,2,,\n", 4, "above")]
    public void A_wrong_line_is_named_with_file_and_line(string text, int line, string problem)
    {
        var error = Should.Throw<DataFileException>(() => CourtDirectory.Parse("courts/directory.csv", text));
        error.Message.ShouldStartWith($"courts/directory.csv:{line}: ");
        error.Problem.ShouldContain(problem);
    }
}
