using Zhixin.Web.Components;

namespace Zhixin.Web.Ledger;

/// <summary>The ledger. Filter fields (GET): court, stage, channel, from, to, words; also view, density, before (keyset).</summary>
/// <param name="Where">Whose petitions, in which order.</param>
/// <param name="Range">第 1–50 件.</param>
/// <param name="Total">共 1,284 件，截至 09:40; null where it was not counted.</param>
/// <param name="Lights">Counts of this page by light.</param>
/// <param name="IsTight">The dense row height.</param>
/// <param name="SavedName">Name of the saved view that is open, which can be removed; null otherwise.</param>
/// <param name="JumpFrom">What stands in the form "from this day back"; its field is before.</param>
public sealed record LedgerModel(
    string Where,
    IReadOnlyList<ViewTab> Views,
    string SaveViewAction,
    string SaveViewKey,
    string QueryString,
    FormState Filter,
    LedgerChoices Choices,
    string Range,
    string? Total,
    IReadOnlyList<DueLight> Lights,
    IReadOnlyList<ViewTab> Density,
    bool IsTight,
    IReadOnlyList<LedgerLine> Rows,
    PagerModel Pager,
    string? JumpFrom,
    string? ImportHref,
    string? ExportHref,
    string ExportText,
    string? SavedName = null);

/// <summary>The lists of the filter; each begins with the wide choice.</summary>
public sealed record LedgerChoices(IReadOnlyList<Choice> Courts, IReadOnlyList<Choice> Stages, IReadOnlyList<Choice> Channels);

/// <summary>One petition. <paramref name="CaseNumber"/> null means that the case is not identified; <paramref name="Handler"/> null that it waits for assignment.</summary>
public sealed record LedgerLine(
    DateOnly Registered,
    string Number,
    string Href,
    string Petitioner,
    int Contacts,
    string? MaskedId,
    string CourtShort,
    string Court,
    string? CaseNumber,
    string Channel,
    string? Cause,
    string Stage,
    string? Handler,
    DueLight? Light,
    BindingDay? Day);

/// <summary>The import page. Fields: file, court; confirmed with batch.</summary>
/// <param name="Preview">Null before a file was read.</param>
/// <param name="Result">Set after the import.</param>
public sealed record ImportModel(
    FormState Form,
    string Key,
    IReadOnlyList<Choice> Courts,
    ImportPreview? Preview,
    ImportResult? Result);

/// <summary>What an import would do. Nothing is written before it is confirmed, and nothing is half imported.</summary>
/// <param name="Batch">Sent back on confirmation.</param>
/// <param name="Rows">The rejected rows first, then samples of the good ones.</param>
public sealed record ImportPreview(
    string Batch,
    string FileName,
    string Court,
    int Total,
    int Accepted,
    int Rejected,
    int Petitions,
    int AlreadyPresent,
    IReadOnlyList<KeyValue> Reading,
    IReadOnlyList<ReasonCount> Reasons,
    IReadOnlyList<ImportRow> Rows,
    string CsvHref);

/// <summary>How many rows have a reason.</summary>
public sealed record ReasonCount(string Reason, int Rows);

/// <summary>A row of the file. <paramref name="Number"/> is its 序号, <paramref name="SheetRow"/> the line in the sheet.</summary>
public sealed record ImportRow(string Number, int SheetRow, bool IsAccepted, string Petitioner, string CaseText, string? Court, string Outcome);

/// <summary>What was imported.</summary>
public sealed record ImportResult(int Contacts, int Petitions, int Rejected, int AlreadyPresent, string LedgerHref, string CorrectionsHref, int Corrected = 0);

/// <summary>Rejected rows that wait for a person.</summary>
public sealed record CorrectionsModel(
    string Summary,
    IReadOnlyList<ViewTab> Views,
    IReadOnlyList<CorrectionRow> Rows,
    PagerModel Pager,
    string DownloadHref,
    IReadOnlyList<SettledLine>? Settled = null);

/// <summary>A rejected row that waits no more, and how it was settled.</summary>
public sealed record SettledLine(string Number, string FileName, DateOnly ImportedOn, string Petitioner, string CaseText, string Reason, string How, string Who);

/// <summary>A rejected row with its original words, and the two ways out: register it with its defects flagged, or set it aside with a reason.</summary>
public sealed record CorrectionRow(
    string Number,
    string FileName,
    DateOnly ImportedOn,
    string Petitioner,
    string CaseText,
    string Reason,
    IReadOnlyList<KeyValue> Original,
    ActionModel Register,
    ActionModel? Dismiss);

/// <summary>Sets a rejected row aside. Field: reason.</summary>
public sealed record DismissalModel(FormState Form, string Key, string Action, IReadOnlyList<KeyValue> Row);
