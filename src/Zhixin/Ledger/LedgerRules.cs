using System.Globalization;

namespace Zhixin.Ledger;

/// <summary>Judges the rows of a ledger (JZ21-A1). Every check is made, so that a clerk corrects a row once; the order is that of <see cref="LedgerReason"/>.</summary>
public static class LedgerRules
{
    /// <summary>Judges rows one after another as they stream by, and rejects a row that says the same as an earlier one.</summary>
    public static IEnumerable<(LedgerRow Row, RowVerdict Verdict)> CheckAll(IEnumerable<LedgerRow> rows, LedgerContext context)
    {
        var seen = new HashSet<UInt128>();
        foreach (var row in rows)
        {
            var print = LedgerFingerprint.Of(row);
            var verdict = Check(row, print, context);
            yield return seen.Add(UInt128.Parse(print.AsSpan(0, 32), NumberStyles.HexNumber, CultureInfo.InvariantCulture)) ? (row, verdict) : (row, Repeated(verdict));
        }
    }

    /// <summary>Judges one row by itself.</summary>
    public static RowVerdict Check(LedgerRow row, LedgerContext context) => Check(row, LedgerFingerprint.Of(row), context);

    /// <summary>The same of a row whose fingerprint is known.</summary>
    public static RowVerdict Check(LedgerRow row, string fingerprint, LedgerContext context)
    {
        var reasons = new SortedSet<LedgerReason>();
        var (petitioners, counted) = LedgerNames.Read(row[LedgerColumn.Petitioner]);
        Add(reasons, petitioners.Count == 0 ? LedgerReason.PetitionerMissing : null);
        var dates = Dates(row, context.Today, reasons);
        var unit = LedgerLookup.Unit(row[LedgerColumn.ResponsibleUnit], context, reasons);
        var identity = LedgerIdentity.Read(row[LedgerColumn.IdentityNumber], context.Today);
        Add(reasons, identity.Reason);
        var (phones, phoneReason) = LedgerPhone.Read(row[LedgerColumn.Phone]);
        Add(reasons, phoneReason);
        var (number, others) = LedgerLookup.Case(row[LedgerColumn.CaseNumber], context, reasons);
        if (reasons.Count > 0 || dates.Visited is not { } visited || number is null)
        {
            return new RowVerdict.Reject([.. reasons]);
        }

        return new RowVerdict.Ok(Texts(row, fingerprint) with
        {
            Petitioners = petitioners,
            PeopleCount = Math.Max(LedgerNames.Count(row[LedgerColumn.PeopleCount]) ?? counted ?? 1, petitioners.Count),
            HandedDownOn = dates.HandedDown,
            VisitedOn = visited,
            Resolved = dates.Resolved,
            ResolvedOn = dates.ResolvedOn,
            Responsible = unit?.Court,
            Unit = unit is { Unit.Length: > 0 } ? unit.Unit : null,
            IdentityNumber = identity.Number,
            OtherDocument = identity.Other,
            Phones = phones,
            Venue = LedgerLookup.Venue(row[LedgerColumn.Venue], unit?.Court ?? context.ImportingCourt, context),
            CaseNumber = number,
            OtherCaseNumbers = others,
        });
    }

    private static RowVerdict.Reject Repeated(RowVerdict verdict) => verdict switch
    {
        RowVerdict.Reject reject => new([.. reject.Reasons, LedgerReason.RepeatsEarlierRow]),
        _ => new([LedgerReason.RepeatsEarlierRow]),
    };

    private static (DateOnly? HandedDown, DateOnly? Visited, bool Resolved, DateOnly? ResolvedOn) Dates(LedgerRow row, DateOnly today, SortedSet<LedgerReason> reasons)
    {
        var handedDown = Date(row[LedgerColumn.HandedDownOn], reasons);
        var visited = Date(row[LedgerColumn.VisitedOn], reasons);
        var notYet = LedgerWords.IsNotYet(row[LedgerColumn.ResolvedOn]);
        var resolvedOn = notYet ? null : Date(row[LedgerColumn.ResolvedOn], reasons);
        var resolved = LedgerWords.Resolved(row[LedgerColumn.Resolved]);
        Add(reasons, LedgerDate.Parse(row[LedgerColumn.VisitedOn]) is LedgerDate.Blank ? LedgerReason.VisitDateMissing : null);
        Add(reasons, visited > today ? LedgerReason.VisitInFuture : null);
        Add(reasons, handedDown > today ? LedgerReason.HandDownInFuture : null);
        Add(reasons, resolvedOn > today ? LedgerReason.ResolutionInFuture : null);
        Add(reasons, visited > handedDown ? LedgerReason.VisitAfterHandDown : null);
        Add(reasons, resolvedOn < visited ? LedgerReason.ResolutionBeforeVisit : null);
        Add(reasons, resolved == false && resolvedOn is not null ? LedgerReason.UnresolvedWithDate : null);
        return (handedDown, visited, resolved ?? resolvedOn is not null, resolvedOn);
    }

    private static DateOnly? Date(LedgerCell cell, SortedSet<LedgerReason> reasons)
    {
        var date = LedgerDate.Parse(cell);
        Add(reasons, date is LedgerDate.Unrecognised ? LedgerReason.DateUnreadable : null);
        return (date as LedgerDate.Is)?.On;
    }

    /// <summary>What needs no check. The required fields of the entry are set by the caller.</summary>
    private static LedgerEntry Texts(LedgerRow row, string fingerprint) => new()
    {
        Row = row,
        Fingerprint = fingerprint,
        Petitioners = [],
        Phones = [],
        PeopleCount = 1,
        Channel = LedgerWords.Channel(row[LedgerColumn.Channel]),
        Venue = LedgerVenue.Unstated,
        VenueText = Text(row[LedgerColumn.Venue]),
        VisitedOn = default,
        CaseNumber = null!,
        OtherCaseNumbers = [],
        Applicant = Text(row[LedgerColumn.Applicant]),
        Respondent = Text(row[LedgerColumn.Respondent]),
        Handler = LedgerNames.One(row[LedgerColumn.Handler]),
        Claims = Text(row[LedgerColumn.Claims]),
        CaseClass = Text(row[LedgerColumn.CaseClass]),
        Cause = Text(row[LedgerColumn.Cause]),
        FirstVisit = LedgerWords.FirstVisit(row[LedgerColumn.FirstVisit], row[LedgerColumn.RepeatVisit]),
        LeaderInCharge = LedgerNames.One(row[LedgerColumn.LeaderInCharge]),
        Liaison = LedgerNames.One(row[LedgerColumn.Liaison]),
        Measures = Text(row[LedgerColumn.Measures]),
        Resolved = false,
        Remarks = Text(row[LedgerColumn.Remarks]),
    };

    /// <summary>A text keeps its own punctuation and widths; only its edges and line breaks are tidied.</summary>
    private static string? Text(LedgerCell cell) => cell.IsEmpty ? null : cell.Text.ReplaceLineEndings(" ").Trim();

    private static void Add(SortedSet<LedgerReason> reasons, LedgerReason? reason)
    {
        if (reason is { } found)
        {
            reasons.Add(found);
        }
    }
}
