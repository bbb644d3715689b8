using Zhixin.Courts;

namespace Zhixin.Ledger;

/// <summary>What a row names and the court directory knows: units, cases, venues; and the court that title rows name.</summary>
public static class LedgerLookup
{
    /// <summary>
    /// The court whose ledger this is, by its title rows, or null where they name none. The directory is asked as a whole; words before a
    /// court's name (2018年以来, 关于) are cut off from the left.
    /// </summary>
    public static Court? ReportingCourt(LedgerTitle title, CourtDirectory courts)
    {
        var supreme = courts.All.First(court => court.Level == CourtLevel.Supreme);
        return title.CourtNames
            .SelectMany(name => Enumerable.Range(0, Math.Max(name.Length - 2, 0)).Select(from => name[from..]))
            .Select(name => courts.ByName(name) ?? (courts.Resolve(name, supreme) as CourtResolution.Found)?.Court)
            .FirstOrDefault(court => court is not null);
    }

    internal static CourtResolution.Found? Unit(LedgerCell cell, LedgerContext context, SortedSet<LedgerReason> reasons)
    {
        if (cell.IsEmpty)
        {
            return null;
        }

        var found = Resolve(LedgerText.Dense(cell.Text), context);
        if (found is not CourtResolution.Found)
        {
            reasons.Add(found is CourtResolution.Ambiguous ? LedgerReason.UnitAmbiguous : LedgerReason.UnitUnknown);
        }

        return found as CourtResolution.Found;
    }

    /// <summary>The first case number of a cell, and the further ones as written. Without 、 or ； between them a cell holds one.</summary>
    internal static (CaseNumber? Number, IReadOnlyList<string> Others) Case(LedgerCell cell, LedgerContext context, SortedSet<LedgerReason> reasons)
    {
        var parts = cell.IsEmpty
            ? []
            : cell.Text.Split(['、', '，', ',', ';', '；', '\n'], StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);
        var (number, reason) = CaseNumberReader.Read(parts.FirstOrDefault(), context.Courts, context.Today.Year) switch
        {
            CaseNumberReading.Parsed { Number.IsEnforcement: true } parsed => (parsed.Number, (LedgerReason?)null),
            CaseNumberReading.Parsed => (null, LedgerReason.CaseNotEnforcement),
            CaseNumberReading.UnknownCourt => (null, LedgerReason.CaseCourtUnknown),
            CaseNumberReading.Malformed { Fault: CaseNumberFault.Empty } => (null, cell.Kind == LedgerCellKind.Error ? LedgerReason.CaseNumberUnreadable : LedgerReason.CaseNumberMissing),
            _ => (null, LedgerReason.CaseNumberUnreadable),
        };
        if (reason is { } found)
        {
            reasons.Add(found);
        }

        return (number, [.. parts.Skip(1)]);
    }

    /// <summary>What words tell comes first; a court is judged by where it stands to the responsible one.</summary>
    internal static LedgerVenue Venue(LedgerCell cell, Court responsible, LedgerContext context)
    {
        if (LedgerWords.Venue(cell) is { } told)
        {
            return told;
        }

        return Resolve(LedgerText.Dense(cell.Text), context) is not CourtResolution.Found found ? LedgerVenue.Other
            : found.Court.Number == responsible.Number ? LedgerVenue.OwnCourt
            : !context.Courts.IsSuperior(found.Court, responsible) ? LedgerVenue.Other
            : found.Court.Level switch
            {
                CourtLevel.Supreme => LedgerVenue.Beijing,
                CourtLevel.High => LedgerVenue.Province,
                CourtLevel.Intermediate => LedgerVenue.Superior,
                CourtLevel.Basic => LedgerVenue.Other,
            };
    }

    /// <summary>
    /// Short names are read in the importing court's area; a basic court's ledger also names its neighbours, so its superior's area is asked next;
    /// then the superiors themselves; and a full name means its court wherever it is.
    /// </summary>
    private static CourtResolution Resolve(string text, LedgerContext context)
    {
        var own = context.Courts.Resolve(text, context.ImportingCourt);
        if (own is not CourtResolution.NotFound)
        {
            return own;
        }

        if (context.Courts.ByName(text) is { } exact)
        {
            return new CourtResolution.Found(exact, "");
        }

        foreach (var superior in context.Courts.Superiors(context.ImportingCourt))
        {
            var isArea = context.ImportingCourt.Level == CourtLevel.Basic && superior.Number == context.ImportingCourt.Parent;
            if (context.Courts.Resolve(text, superior) is CourtResolution.Found found && (isArea || found.Court.Number == superior.Number))
            {
                return found;
            }
        }

        return own;
    }
}
