using Zhixin.History;

namespace Zhixin.ReportBox;

/// <summary>How a report came in.</summary>
public enum ReportChannel
{
    /// <summary>来信.</summary>
    Letter,

    /// <summary>举报电话.</summary>
    Phone,

    /// <summary>举报箱.</summary>
    Box,

    /// <summary>网络.</summary>
    Web,

    /// <summary>来访.</summary>
    Visit,
}

/// <summary>What a report came to.</summary>
public enum ReportOutcome
{
    /// <summary>查不属实.</summary>
    NotConfirmed,

    /// <summary>移送有权处理的部门.</summary>
    Transferred,

    /// <summary>属于执行信访，登记办理.</summary>
    Petition,
}

/// <summary>
/// A report about the enforcement of a court came in (SPC09-4). What it says and who made it is sealed: in the history stands only what the software needs to bring it
/// before those who may read it.
/// </summary>
/// <param name="Number">Gapless per court and year.</param>
/// <param name="Court">Number of the court that it is about, and whose box it was put in: the home.</param>
/// <param name="Handling">Number of the court whose inspection handles it: the same, or its superior where a leader of the court is named.</param>
/// <param name="Sealed">Content, reporter, phone and case number under the master key, in Base64.</param>
/// <param name="Accused">Staff whom it names; they never see it.</param>
/// <param name="NamesLeader">Whether it names a leader, or somebody of the inspection, of the court.</param>
[Fact("report.received", Clause = "SPC09-4")]
public sealed record ReportReceived(
    string Number, int Court, int Handling, ReportChannel Channel, bool Anonymous, string Sealed, IReadOnlyList<Guid> Accused, bool NamesLeader);

/// <summary>The inspection found out more: what was done, sealed.</summary>
[Fact("report.looked-into", Clause = "SPC09-4")]
public sealed record ReportLookedInto(string Sealed);

/// <summary>A report was handled.</summary>
/// <param name="To">To whom it was transferred, or the number of the petition; null where it was not confirmed.</param>
/// <param name="Sealed">The reason, under the master key, in Base64.</param>
[Fact("report.handled", Clause = "SPC09-4")]
public sealed record ReportHandled(ReportOutcome Outcome, string? To, string Sealed);

/// <summary>An act was entered later than the packs let pass, with what proves its day.</summary>
[Fact("report.entered-late")]
public sealed record ReportEnteredLate(string Act, string Proof, int Workdays);
