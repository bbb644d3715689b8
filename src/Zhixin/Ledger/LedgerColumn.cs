namespace Zhixin.Ledger;

/// <summary>The columns of the hand-down ledger (JZ21-A1) that an import understands, in the order of the export.</summary>
public enum LedgerColumn
{
    /// <summary>序号</summary>
    Number,

    /// <summary>交办日期</summary>
    HandedDownOn,

    /// <summary>责任单位</summary>
    ResponsibleUnit,

    /// <summary>信访人; required.</summary>
    Petitioner,

    /// <summary>身份证号</summary>
    IdentityNumber,

    /// <summary>联系电话</summary>
    Phone,

    /// <summary>人数</summary>
    PeopleCount,

    /// <summary>信访形式</summary>
    Channel,

    /// <summary>信访地点</summary>
    Venue,

    /// <summary>信访日期; required.</summary>
    VisitedOn,

    /// <summary>执行案号; required.</summary>
    CaseNumber,

    /// <summary>申请执行人</summary>
    Applicant,

    /// <summary>被执行人</summary>
    Respondent,

    /// <summary>承办人</summary>
    Handler,

    /// <summary>主要诉求</summary>
    Claims,

    /// <summary>案件类别</summary>
    CaseClass,

    /// <summary>是否初访</summary>
    FirstVisit,

    /// <summary>包案领导</summary>
    LeaderInCharge,

    /// <summary>联络人</summary>
    Liaison,

    /// <summary>化解措施</summary>
    Measures,

    /// <summary>是否化解</summary>
    Resolved,

    /// <summary>化解日期</summary>
    ResolvedOn,

    /// <summary>备注</summary>
    Remarks,

    /// <summary>是否重访: the opposite of 是否初访; read, never written.</summary>
    RepeatVisit,

    /// <summary>受理事由: one of the causes of the pack, by name; read, never written.</summary>
    Cause,
}
