namespace Zhixin.Ledger;

/// <summary>How the petitioner came. The code of each is its name in lower case.</summary>
public enum LedgerChannel
{
    /// <summary>Nothing is written.</summary>
    Unstated,

    /// <summary>来访</summary>
    Visit,

    /// <summary>来信</summary>
    Letter,

    /// <summary>电话</summary>
    Phone,

    /// <summary>网上</summary>
    Web,

    /// <summary>视频</summary>
    Video,

    /// <summary>转办: forwarded by a body.</summary>
    Forwarded,

    /// <summary>Something else; the text is kept.</summary>
    Other,
}

/// <summary>Where the petitioner went. Codes: <see cref="LedgerWords.Code(LedgerVenue)"/>.</summary>
public enum LedgerVenue
{
    /// <summary>Nothing is written.</summary>
    Unstated,

    /// <summary>The responsible court itself.</summary>
    OwnCourt,

    /// <summary>A court above the responsible court, below the High Court.</summary>
    Superior,

    /// <summary>到省: the High Court or another body of the province.</summary>
    Province,

    /// <summary>赴四巡: a circuit court of the Supreme Court.</summary>
    CircuitCourt,

    /// <summary>进京</summary>
    Beijing,

    /// <summary>驻点指导组</summary>
    GuidanceTeam,

    /// <summary>Somewhere else; the text is kept.</summary>
    Other,
}

/// <summary>Words of the ledger that stand for a choice. Words are looked for inside the text, because offices write 进京访, 赴四巡上访, 已化解（撤访）.</summary>
public static class LedgerWords
{
    private static readonly (LedgerChannel Channel, string[] Words)[] Channels =
    [
        (LedgerChannel.Forwarded, ["转办", "交办", "转来", "批转", "移送", "督办"]),
        (LedgerChannel.Video, ["视频", "远程"]),
        (LedgerChannel.Web, ["网", "微信", "邮箱", "电子邮件", "小程序", "平台", "APP"]),
        (LedgerChannel.Phone, ["电话", "来电", "热线", "12368", "12345"]),
        (LedgerChannel.Visit, ["访", "接待", "当面"]),
        (LedgerChannel.Letter, ["信", "邮寄", "寄"]),
    ];

    private static readonly (LedgerVenue Venue, string[] Words)[] Venues =
    [
        (LedgerVenue.GuidanceTeam, ["指导组", "督导组", "巡视组", "巡察组"]),
        (LedgerVenue.CircuitCourt, ["巡回法庭", "一巡", "二巡", "三巡", "四巡", "五巡", "六巡"]),
        (LedgerVenue.Beijing, ["进京", "赴京", "到京", "来京", "在京", "北京", "最高法", "最高人民法院", "最高院", "国家信访局"]),
        (LedgerVenue.Province, ["到省", "赴省", "去省", "省高", "高院", "高级人民法院", "高级法院", "省法院", "省委", "省政", "省信访", "省里", "省级", "自治区"]),
    ];

    private static readonly string[] No = ["否", "未", "不", "没", "正在", "尚", "部分", "N", "×", "X", "化解中", "办理中"];
    private static readonly string[] Yes = ["是", "已", "化解", "息诉", "息访", "办结", "结", "完成", "撤", "Y", "√", "✓", "☑"];
    private static readonly string[] Repeat = ["否", "重", "多次", "再次", "N", "×", "X", "不是"];
    private static readonly string[] First = ["是", "初", "首", "第一次", "Y", "√", "✓", "☑"];

    /// <summary>The channel's code: unstated, visit, letter, phone, web, video, forwarded, other.</summary>
    public static string Code(this LedgerChannel channel) => channel.ToString().ToLowerInvariant();

    /// <summary>The venue's code.</summary>
    public static string Code(this LedgerVenue venue) => venue switch
    {
        LedgerVenue.Unstated => "unstated",
        LedgerVenue.OwnCourt => "own-court",
        LedgerVenue.Superior => "superior",
        LedgerVenue.Province => "province",
        LedgerVenue.CircuitCourt => "circuit-court",
        LedgerVenue.Beijing => "beijing",
        LedgerVenue.GuidanceTeam => "guidance-team",
        LedgerVenue.Other => "other",
    };

    /// <summary>The code of what a row says of its channel, whether the row is right or not.</summary>
    public static string ChannelOf(LedgerRow row) => Channel(row[LedgerColumn.Channel]).Code();

    /// <summary>The code of what a row's words say of its venue; "other" for a court or place that would have to be looked up.</summary>
    public static string VenueOf(LedgerRow row) => (Venue(row[LedgerColumn.Venue]) ?? LedgerVenue.Other).Code();

    internal static LedgerChannel Channel(LedgerCell cell) => cell.IsEmpty
        ? LedgerChannel.Unstated
        : Channels.Where(entry => entry.Words.Any(Dense(cell).Contains)).Select(entry => entry.Channel).FirstOrDefault(LedgerChannel.Other);

    /// <summary>The venues that words tell; null for a text that names a court or a place and must be looked up.</summary>
    internal static LedgerVenue? Venue(LedgerCell cell)
    {
        var text = Dense(cell);
        return cell.IsEmpty ? LedgerVenue.Unstated
            : text is "本院" or "我院" or "到院" or "本级法院" ? LedgerVenue.OwnCourt
            : Venues.Where(entry => entry.Words.Any(text.Contains)).Select(entry => (LedgerVenue?)entry.Venue).FirstOrDefault();
    }

    /// <summary>Resolved or not; null when nothing is written or the words say neither.</summary>
    internal static bool? Resolved(LedgerCell cell) => Choice(cell, No, Yes) is { } no ? !no : null;

    /// <summary>First visit or not; null when nothing is written or the words say neither.</summary>
    internal static bool? FirstVisit(LedgerCell first, LedgerCell repeat) =>
        Choice(first, Repeat, First) is { } again ? !again
        : Choice(repeat, ["否", "初", "首", "不", "N", "×", "X"], ["是", "重", "Y", "√", "✓", "☑"]);

    /// <summary>化解日期 sometimes holds words instead: 未化解, 正在化解.</summary>
    internal static bool IsNotYet(LedgerCell cell) => Array.Exists(["未", "正在", "尚", "没有", "化解中", "办理中"], word => Dense(cell).StartsWith(word, StringComparison.Ordinal));

    private static bool? Choice(LedgerCell cell, string[] whenTrue, string[] whenFalse)
    {
        var text = Dense(cell).ToUpperInvariant();
        return text.Length == 0 || cell.IsEmpty && text is not "没有" ? null
            : Array.Exists(whenTrue, word => text.StartsWith(word, StringComparison.Ordinal)) ? true
            : Array.Exists(whenFalse, word => text.StartsWith(word, StringComparison.Ordinal)) ? false
            : null;
    }

    private static string Dense(LedgerCell cell) => LedgerText.Dense(cell.Plain);
}
