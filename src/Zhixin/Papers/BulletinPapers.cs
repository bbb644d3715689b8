namespace Zhixin.Papers;

/// <summary>The papers that a court issues to those under it about a period.</summary>
public static class BulletinPapers
{
    public const string Ranking = "ranking-bulletin";

    /// <summary>Every kind.</summary>
    public static IReadOnlyList<PaperKind> All { get; } =
    [
        new(Ranking, "SPC09-1.3",
        [
            new("court", "制发法院名称"), new("issued_on", "制发日期"), new("began_on", "本期第一天"), new("ended_on", "本期最后一天"), new("to_courts", "主送法院，几个法院的用顿号隔开"),
            new("ranked", "参加排名的法院，一院一行", true), new("unranked", "没有新收案件、不参加排名的法院，一院一行", true), new("visits", "赴省、进京情况，一院一行", true),
            new("how", "各项数字的算法，一项一行"), new("remarks", "要求", true),
        ], []),
    ];
}
