using System.Text.RegularExpressions;

namespace Zhixin.Courts;

/// <summary>
/// The ways in which offices shorten a court's name. A key is the place, a bar and what the court is called
/// (中, 高, 最高, 分; empty for plain 法院): 焦作市解放区人民法院 → 焦作市解放区|, 解放区|, 解放| …; 焦作中院 → 焦作|中.
/// </summary>
internal static partial class ShortName
{
    private const string Peoples =
        "蒙古|回|藏|维吾尔|苗|彝|壮|布依|朝鲜|满|侗|瑶|白|土家|哈尼|哈萨克|傣|黎|傈僳|佤|畲|高山|拉祜|水|东乡|纳西|景颇|柯尔克孜|土|达斡尔|仫佬|羌|布朗|撒拉|毛南|仡佬|锡伯|阿昌|普米|塔吉克|怒|乌孜别克|俄罗斯|鄂温克|德昂|保安|裕固|京|塔塔尔|独龙|鄂伦春|赫哲|门巴|珞巴|基诺|各";

    private static readonly (string Long, string[] Short)[] Zones =
    [
        ("高新技术产业开发区", ["高新区", "高新"]),
        ("高新技术产业园区", ["高新区", "高新"]),
        ("经济技术开发区", ["经济开发区", "经开区", "经开", "开发区"]),
        ("经济开发区", ["经开区", "经开", "开发区"]),
        ("工业园区", ["园区"]),
    ];

    private static readonly string[] ProvinceWords = ["", "省", "市", "自治区", "壮族自治区", "回族自治区", "维吾尔自治区"];

    /// <summary>The key of a text that is one court's name, long or short; a text without 法院 is taken as a place.</summary>
    public static string Key(string text) => CourtWord().Match(text) is { Success: true } word
        ? Make(text[..word.Index], Called(word.Value))
        : Make(text, "");

    /// <summary>The place in a text: what stands before the word for court.</summary>
    public static string Place(string text) => CourtWord().Match(text) is { Success: true } word ? text[..word.Index] : text;

    /// <summary>Where in the text a name may end: behind each word for court.</summary>
    public static IEnumerable<int> Ends(string text) => AnyCourtWord().Matches(text).Select(m => m.Index + m.Length);

    /// <summary>All keys of a court, its full name's included; some perhaps twice.</summary>
    public static IEnumerable<string> Of(Court court, Court? parent)
    {
        var word = CourtWord().Match(court.Name);
        var called = Called(word.Value);
        var place = word.Success ? court.Name[..word.Index] : court.Name;
        if (called == "最高")
        {
            return [Make("", called)];
        }

        var prefixes = Prefixes(court, called == "" ? parent : null).ToList();
        var cores = prefixes.Where(p => place.Length > p.Length && place.StartsWith(p, StringComparison.Ordinal))
            .Select(p => place[p.Length..]).Append(place).SelectMany(Cores).Distinct(StringComparer.Ordinal).ToList();
        var keys = prefixes.Append("").SelectMany(p => cores.Select(c => Make(p + c, called))).Append(Make(place, called));
        return called == "" ? keys : keys.Concat(Titles(court.Level).Select(t => Make(t, called)));
    }

    private static string Make(string place, string called) => place + "|" + called;

    /// <summary>A court with a title of its own is meant by the title alone: 中院, 市中院, 省高院.</summary>
    private static string[] Titles(CourtLevel level) =>
        level == CourtLevel.High ? ["", "省", "市", "自治区", "区"] : ["", "市", "州", "盟", "地区"];

    private static string Called(string word) => word switch
    {
        _ when word.Contains("最高", StringComparison.Ordinal) => "最高",
        _ when word.StartsWith('高') => "高",
        _ when word.StartsWith('中') => "中",
        "分院" => "分",
        _ => "",
    };

    /// <summary>What may stand before a court's own place: province and, for a basic court, the place of the court above.</summary>
    private static IEnumerable<string> Prefixes(Court court, Court? parent)
    {
        var provinces = ProvinceWords.Select(s => court.Province + s).ToList();
        IEnumerable<string> above = parent is { Level: CourtLevel.Intermediate } ? Above(parent, provinces) : [];
        return provinces.Concat(above).Append("新疆维吾尔自治区高级人民法院").Append("新疆生产建设兵团");
    }

    private static IEnumerable<string> Above(Court parent, List<string> provinces)
    {
        var place = Place(parent.Name);
        var bare = provinces.Where(p => place.Length > p.Length && place.StartsWith(p, StringComparison.Ordinal))
            .Select(p => place[p.Length..]).OrderBy(p => p.Length).FirstOrDefault(place);
        return Ordinal().IsMatch(bare) ? [] : Cores(bare).Append(place);
    }

    /// <summary>A place and what is left of it in daily use: 解放区 → 解放; 阜新蒙古族自治县 → 阜新县, 阜新.</summary>
    private static IEnumerable<string> Cores(string place)
    {
        var cores = new List<string> { place };
        if (Autonomous().Match(place) is { Success: true } own)
        {
            cores.AddRange([own.Groups[1].Value, own.Groups[1].Value + own.Groups[2].Value]);
        }
        else if (Division().Match(place) is { Success: true } plain)
        {
            cores.Add(plain.Groups[1].Value);
        }

        foreach (var (full, brief) in Zones.Where(z => place.EndsWith(z.Long, StringComparison.Ordinal)).Take(1))
        {
            cores.AddRange(brief.Select(b => place[..^full.Length] + b));
        }

        if (Ordinal().Match(place) is { Success: true } number)
        {
            cores.Add(place[..number.Index] + number.Groups[1].Value);
        }

        return cores.Where(c => c.Length > 0);
    }

    // The end of a name: the first word for court from the left whose end is the end of the text.
    [GeneratedRegex("(中华人民共和国最高人民法院|最高人民法院|最高法院|最高院|最高法|高级人民法院|高级法院|高院|高法|中级人民法院|中级人法院|中级法院|中院|中法|人民法院|基层法院|法院|分院)$")]
    private static partial Regex CourtWord();

    [GeneratedRegex("中华人民共和国最高人民法院|最高人民法院|最高法院|最高院|最高法|高级人民法院|高级法院|高院|高法|中级人民法院|中级人法院|中级法院|中院|中法(?!院)|人民法院|基层法院|法院|分院")]
    private static partial Regex AnyCourtWord();

    [GeneratedRegex($"^(.+?)(?:(?:{Peoples})族?)*族?自治([县州旗])$")]
    private static partial Regex Autonomous();

    [GeneratedRegex("^(.{2,})(?:地区|林区|新区|垦区|[省市县区旗州盟])$")]
    private static partial Regex Division();

    [GeneratedRegex("第([一二三四五六七八九])$")]
    private static partial Regex Ordinal();
}
