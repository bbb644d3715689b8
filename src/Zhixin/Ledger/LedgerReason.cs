namespace Zhixin.Ledger;

/// <summary>
/// Why an import rejects a row: the closed list. The order is that of the checks, so the first reason of a row is the one that
/// a report with one reason per row gives. Texts: <see cref="LedgerReasons"/>; explained in docs/ledger-import.md.
/// </summary>
public enum LedgerReason
{
    /// <summary>信访人为空</summary>
    PetitionerMissing,

    /// <summary>信访日期为空</summary>
    VisitDateMissing,

    /// <summary>日期无法识别: date of hand-down, of visit or of resolution.</summary>
    DateUnreadable,

    /// <summary>责任单位不存在</summary>
    UnitUnknown,

    /// <summary>责任单位不明确: more than one court of the area has this short name.</summary>
    UnitAmbiguous,

    /// <summary>身份证号位数不对</summary>
    IdentityNumberLength,

    /// <summary>身份证号无法识别: a character that no identity number has.</summary>
    IdentityNumberUnreadable,

    /// <summary>身份证号校验位错误</summary>
    IdentityNumberChecksum,

    /// <summary>身份证号出生日期错误</summary>
    IdentityNumberBirthDate,

    /// <summary>联系电话无法识别</summary>
    PhoneUnreadable,

    /// <summary>联系电话位数不对</summary>
    PhoneLength,

    /// <summary>案号为空</summary>
    CaseNumberMissing,

    /// <summary>案号无法识别</summary>
    CaseNumberUnreadable,

    /// <summary>案号法院代码不存在</summary>
    CaseCourtUnknown,

    /// <summary>案号类型不是执行案件</summary>
    CaseNotEnforcement,

    /// <summary>信访日期晚于今天</summary>
    VisitInFuture,

    /// <summary>交办日期晚于今天</summary>
    HandDownInFuture,

    /// <summary>化解日期晚于今天</summary>
    ResolutionInFuture,

    /// <summary>信访日期晚于交办日期</summary>
    VisitAfterHandDown,

    /// <summary>化解日期早于信访日期</summary>
    ResolutionBeforeVisit,

    /// <summary>未化解却填有化解日期</summary>
    UnresolvedWithDate,

    /// <summary>与前面的行重复: every known column but 序号 says the same as an earlier row of the file.</summary>
    RepeatsEarlierRow,
}

/// <summary>The texts of the reasons, as a clerk reads them and as <c>--format csv</c> prints them.</summary>
public static class LedgerReasons
{
    /// <summary>The reason in Chinese.</summary>
    public static string Text(this LedgerReason reason) => reason switch
    {
        LedgerReason.PetitionerMissing => "信访人为空",
        LedgerReason.VisitDateMissing => "信访日期为空",
        LedgerReason.DateUnreadable => "日期无法识别",
        LedgerReason.UnitUnknown => "责任单位不存在",
        LedgerReason.UnitAmbiguous => "责任单位不明确",
        LedgerReason.IdentityNumberUnreadable => "身份证号无法识别",
        LedgerReason.IdentityNumberLength => "身份证号位数不对",
        LedgerReason.IdentityNumberBirthDate => "身份证号出生日期错误",
        LedgerReason.IdentityNumberChecksum => "身份证号校验位错误",
        LedgerReason.PhoneUnreadable => "联系电话无法识别",
        LedgerReason.PhoneLength => "联系电话位数不对",
        LedgerReason.CaseNumberMissing => "案号为空",
        LedgerReason.CaseNumberUnreadable => "案号无法识别",
        LedgerReason.CaseCourtUnknown => "案号法院代码不存在",
        LedgerReason.CaseNotEnforcement => "案号类型不是执行案件",
        LedgerReason.VisitInFuture => "信访日期晚于今天",
        LedgerReason.HandDownInFuture => "交办日期晚于今天",
        LedgerReason.ResolutionInFuture => "化解日期晚于今天",
        LedgerReason.VisitAfterHandDown => "信访日期晚于交办日期",
        LedgerReason.ResolutionBeforeVisit => "化解日期早于信访日期",
        LedgerReason.UnresolvedWithDate => "未化解却填有化解日期",
        LedgerReason.RepeatsEarlierRow => "与前面的行重复",
    };

    /// <summary>All reasons of a row in one text, in the order of the checks.</summary>
    public static string Text(this IEnumerable<LedgerReason> reasons) => string.Join('；', reasons.Select(reason => reason.Text()));

    /// <summary>The reasons that such a text of all reasons names.</summary>
    public static IReadOnlyList<LedgerReason> Read(string texts) =>
        [.. Enum.GetValues<LedgerReason>().Where(reason => texts.Split('；').Contains(reason.Text(), StringComparer.Ordinal))];
}
