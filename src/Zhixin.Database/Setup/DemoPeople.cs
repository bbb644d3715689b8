using Zhixin.Courts;

namespace Zhixin.Database.Setup;

/// <summary>An invented person of the demo.</summary>
/// <param name="User">"jf-clerk": the court's short name and the post's.</param>
/// <param name="UnitKind">Kind of the unit; null for leaders, who stand above the units.</param>
public sealed record DemoPerson(string User, string Name, string Post, string? UnitKind);

/// <summary>A court of the demo with the short name that its user names begin with.</summary>
public sealed record DemoCourt(string Prefix, string Name);

/// <summary>The courts and the invented people of the demo: the same on every run.</summary>
public static class DemoPeople
{
    /// <summary>The courts that the demo fills, from the top down along three provinces.</summary>
    public static IReadOnlyList<DemoCourt> Courts { get; } =
    [
        new("spc", "中华人民共和国最高人民法院"), new("hn", "河南省高级人民法院"), new("jz", "河南省焦作市中级人民法院"), new("jf", "焦作市解放区人民法院"),
        new("sy", "焦作市山阳区人民法院"), new("hi", "海南省高级人民法院"), new("hk", "海南省海口市中级人民法院"), new("ml", "海口市美兰区人民法院"),
        new("sd", "山东省高级人民法院"), new("jn", "山东省济南市中级人民法院"), new("gc", "济南市钢城区人民法院"),
    ];

    /// <summary>The administrators of the platform.</summary>
    public static IReadOnlyList<DemoPerson> Administrators { get; } =
    [
        new("demo-system", "演示系统管理员", "system-administrator", null), new("demo-security", "演示安全管理员", "security-administrator", null),
        new("demo-audit", "演示审计管理员", "audit-administrator", null),
    ];

    private static readonly CourtLevel[] Below = [CourtLevel.High, CourtLevel.Intermediate, CourtLevel.Basic];
    private static readonly CourtLevel[] Local = [CourtLevel.Intermediate, CourtLevel.Basic];
    private static readonly CourtLevel[] All = Enum.GetValues<CourtLevel>();

    /// <summary>Short name, post, the kinds of unit it may belong to (the first that the court has; "petitions" is the one that owns them), levels.</summary>
    private static readonly (string Prefix, string Post, string[] Units, CourtLevel[] Levels)[] Desks =
    [
        ("clerk", "receptionist", ["petitions"], All), ("officer", "petition-officer", ["petitions"], All),
        ("head", "petition-unit-head", ["petitions"], All), ("handler", "handler", ["implementation", "coordination-guidance", "petitions"], All),
        ("handler2", "handler", ["implementation"], Local), ("judge", "co-handling-judge", ["review"], Local),
        ("enforcer", "implementation-unit", ["implementation"], Local), ("review", "review-unit", ["review", "complaint-review", "petitions"], All),
        ("recon", "reconsideration-supervision-unit", ["reconsideration-supervision"], [CourtLevel.High]), ("chief", "division-chief", ["petitions"], All),
        ("director", "bureau-director", ["bureau"], All), ("deputy", "deputy-director", ["bureau"], All), ("leader", "court-leader", [], All),
        ("vice", "president-in-charge", [], All), ("president", "president", [], All), ("charge", "leader-in-charge", [], Below),
        ("liaison", "liaison", ["petitions"], All), ("command", "command-centre", ["command-centre"], [CourtLevel.High, CourtLevel.Intermediate]),
        ("office", "general-office", ["general-management"], Below), ("archive", "archivist", ["general-management"], All),
        ("quality", "quality-management", ["quality-management", "trial-supervision"], Below), ("inspect", "inspection", [], All),
        ("reviewer", "reviewer", [], Below), ("filing", "filing-officer", ["petitions"], [CourtLevel.Supreme]),
    ];

    private static readonly string[] Surnames =
    [
        "赵", "钱", "孙", "李", "周", "吴", "郑", "王", "冯", "陈", "褚", "卫", "蒋", "沈", "韩", "杨", "朱", "秦", "尤", "许", "何", "吕", "施", "张", "孔", "曹", "严", "华", "金",
    ];

    private static readonly string[] GivenNames =
    [
        "安和", "本立", "承义", "德明", "恩泽", "方正", "广平", "海宁", "景行", "可为", "立信", "明远", "念慈", "平章", "其昌", "仁甫", "守正", "庭芳", "维新", "文渊", "向荣",
        "雅言", "友直", "远志", "允中", "知新", "志诚", "子谦", "宗源", "作新", "秉公",
    ];

    /// <summary>The people of a court.</summary>
    /// <param name="index">The court's place in <see cref="Courts"/>.</param>
    public static IReadOnlyList<DemoPerson> Of(int index, CourtLevel level, IReadOnlyList<UnitKind> units)
    {
        var here = units.Where(u => u.Level == level).ToList();
        return
        [
            .. Desks.Where(d => d.Levels.Contains(level)).Select((desk, place) => new DemoPerson(
                $"{Courts[index].Prefix}-{desk.Prefix}", NameOf((index * Desks.Length) + place), desk.Post,
                desk.Units.Select(kind => here.Find(u => kind == "petitions" ? u.OwnsPetitions : u.Kind == kind)?.Kind).FirstOrDefault(kind => kind is not null))),
        ];
    }

    /// <summary>An invented name; the first 899 are all different, because the lists have coprime lengths.</summary>
    public static string NameOf(int number) => Surnames[number % Surnames.Length] + GivenNames[number % GivenNames.Length];
}
