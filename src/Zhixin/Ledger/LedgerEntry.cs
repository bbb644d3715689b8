using Zhixin.Courts;

namespace Zhixin.Ledger;

/// <summary>
/// A row that an import takes: one contact, in the field's own values. Texts are tidied and null where nothing is written; what no field
/// holds stays in <see cref="Row"/>.
/// </summary>
public sealed record LedgerEntry
{
    /// <summary>The row as it stands in the file.</summary>
    public required LedgerRow Row { get; init; }

    /// <summary>The row's stable name: <see cref="LedgerFingerprint.Of(LedgerRow)"/>.</summary>
    public required string Fingerprint { get; init; }

    /// <summary>交办日期, or null.</summary>
    public DateOnly? HandedDownOn { get; init; }

    /// <summary>The court of 责任单位, or null where the ledger names none.</summary>
    public Court? Responsible { get; init; }

    /// <summary>The unit inside that court (执行一庭), or null.</summary>
    public string? Unit { get; init; }

    /// <summary>The petitioners named, at least one, in the order written.</summary>
    public required IReadOnlyList<string> Petitioners { get; init; }

    /// <summary>The first petitioner's identity number, 18 characters with a capital X, or null.</summary>
    public string? IdentityNumber { get; init; }

    /// <summary>Another document than an identity card (passport, permit, unified social credit code), or null.</summary>
    public string? OtherDocument { get; init; }

    /// <summary>Telephone numbers as digits.</summary>
    public required IReadOnlyList<string> Phones { get; init; }

    /// <summary>People present, at least 1.</summary>
    public required int PeopleCount { get; init; }

    /// <summary>信访形式</summary>
    public required LedgerChannel Channel { get; init; }

    /// <summary>信访地点</summary>
    public required LedgerVenue Venue { get; init; }

    /// <summary>信访地点 as written, or null.</summary>
    public string? VenueText { get; init; }

    /// <summary>信访日期</summary>
    public required DateOnly VisitedOn { get; init; }

    /// <summary>The enforcement case; its court exists.</summary>
    public required CaseNumber CaseNumber { get; init; }

    /// <summary>Further case numbers of the same cell, as written.</summary>
    public required IReadOnlyList<string> OtherCaseNumbers { get; init; }

    /// <summary>申请执行人</summary>
    public string? Applicant { get; init; }

    /// <summary>被执行人</summary>
    public string? Respondent { get; init; }

    /// <summary>承办人</summary>
    public string? Handler { get; init; }

    /// <summary>主要诉求</summary>
    public string? Claims { get; init; }

    /// <summary>案件类别</summary>
    public string? CaseClass { get; init; }

    /// <summary>受理事由</summary>
    public string? Cause { get; init; }

    /// <summary>What the ledger says: true for a first visit, false for a repeat, null when it says nothing.</summary>
    public bool? FirstVisit { get; init; }

    /// <summary>包案领导</summary>
    public string? LeaderInCharge { get; init; }

    /// <summary>联络人</summary>
    public string? Liaison { get; init; }

    /// <summary>化解措施</summary>
    public string? Measures { get; init; }

    /// <summary>是否化解; true also when only a date of resolution is written.</summary>
    public required bool Resolved { get; init; }

    /// <summary>化解日期, or null when unresolved or not dated.</summary>
    public DateOnly? ResolvedOn { get; init; }

    /// <summary>备注</summary>
    public string? Remarks { get; init; }
}

/// <summary>What an import makes of a row.</summary>
public abstract record RowVerdict
{
    private RowVerdict()
    {
    }

    /// <summary>The row goes in.</summary>
    public sealed record Ok(LedgerEntry Entry) : RowVerdict;

    /// <summary>The row waits in the correction list. Reasons in the order of the checks, at least one; the first is the one that a short report gives.</summary>
    public sealed record Reject(IReadOnlyList<LedgerReason> Reasons) : RowVerdict;
}

/// <summary>What a row is judged by: the directory, the importing court (short names are read in its area), and today's date in China.</summary>
public sealed record LedgerContext(CourtDirectory Courts, Court ImportingCourt, DateOnly Today);
