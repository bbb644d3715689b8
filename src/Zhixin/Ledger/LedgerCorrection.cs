namespace Zhixin.Ledger;

/// <summary>
/// Tells whether a row of a later ledger is a rejected row put right: what was not in doubt stands as before. A row is never taken for the
/// answer on less, because a petitioner comes again in the same case, and a visit that looks like another one is a visit all the same.
/// </summary>
public static class LedgerCorrection
{
    /// <summary>Who came, when, in which case: what tells a contact.</summary>
    private static readonly LedgerColumn[] Telling = [LedgerColumn.Petitioner, LedgerColumn.VisitedOn, LedgerColumn.CaseNumber];

    /// <summary>
    /// What a later row must share with this one, at least once: each pair of telling cells that are written and not in doubt. Names stand in
    /// them. Empty for a row that is none's correction.
    /// </summary>
    /// <param name="reasons">Why the row was rejected; empty for a good one.</param>
    public static IReadOnlyList<string> Marks(LedgerRow row, IReadOnlyList<LedgerReason> reasons)
    {
        if (reasons.Contains(LedgerReason.RepeatsEarlierRow))
        {
            return [];
        }

        var certain = Certain(row, Doubted(row, reasons)).ToList();
        return
        [
            .. from one in certain
               from other in certain
               where one < other
               select $"{one} {other}\n{LedgerFingerprint.Canonical(row, one)}\n{LedgerFingerprint.Canonical(row, other)}",
        ];
    }

    /// <summary>
    /// Whether the later row answers the rejected one. Petitioner, day and case are the same, or two of them where the third was in doubt and
    /// the rows have the same 序号; channel and venue are the same; identity number and telephone do not differ unless they were in doubt.
    /// A row that repeated another one of its file is answered by none.
    /// </summary>
    /// <param name="laterReasons">Why the later row is rejected in its turn; empty for a good one.</param>
    public static bool Answers(LedgerRow later, IReadOnlyList<LedgerReason> laterReasons, LedgerRow rejected, IReadOnlyList<LedgerReason> reasons)
    {
        if (reasons.Concat(laterReasons).Contains(LedgerReason.RepeatsEarlierRow))
        {
            return false;
        }

        HashSet<LedgerColumn> doubted = [.. Doubted(rejected, reasons), .. Doubted(later, laterReasons)];
        var certain = Certain(rejected, doubted).ToList();
        return Telling.Except(doubted).All(column => Same(column, later, rejected))
            && Same(LedgerColumn.Channel, later, rejected)
            && Same(LedgerColumn.Venue, later, rejected)
            && new[] { LedgerColumn.IdentityNumber, LedgerColumn.Phone }.Except(doubted).All(column => Agrees(column, later, rejected))
            && (certain.Count == Telling.Length || (certain.Count == Telling.Length - 1 && HasSameNumber(later, rejected)));
    }

    private static IEnumerable<LedgerColumn> Certain(LedgerRow row, HashSet<LedgerColumn> doubted) =>
        Telling.Where(column => !doubted.Contains(column) && LedgerFingerprint.Canonical(row, column).Length > 0);

    private static bool Same(LedgerColumn column, LedgerRow one, LedgerRow other) =>
        LedgerFingerprint.Canonical(one, column) == LedgerFingerprint.Canonical(other, column);

    private static bool Agrees(LedgerColumn column, LedgerRow one, LedgerRow other) => one[column].IsEmpty || other[column].IsEmpty || Same(column, one, other);

    private static bool HasSameNumber(LedgerRow one, LedgerRow other) => !one[LedgerColumn.Number].IsEmpty && Same(LedgerColumn.Number, one, other);

    private static HashSet<LedgerColumn> Doubted(LedgerRow row, IReadOnlyList<LedgerReason> reasons) => [.. reasons
        .Where(reason => reason != LedgerReason.DateUnreadable || LedgerDate.Parse(row[LedgerColumn.VisitedOn]) is not LedgerDate.Is)
        .Select(Doubted).OfType<LedgerColumn>()];

    /// <summary>The column that may have to be put right; where dates contradict each other, it may be the day of the visit.</summary>
    private static LedgerColumn? Doubted(LedgerReason reason) => reason switch
    {
        LedgerReason.PetitionerMissing => LedgerColumn.Petitioner,
        LedgerReason.VisitDateMissing or LedgerReason.DateUnreadable or LedgerReason.VisitInFuture or LedgerReason.VisitAfterHandDown
            or LedgerReason.ResolutionBeforeVisit => LedgerColumn.VisitedOn,
        LedgerReason.IdentityNumberLength or LedgerReason.IdentityNumberUnreadable or LedgerReason.IdentityNumberChecksum
            or LedgerReason.IdentityNumberBirthDate => LedgerColumn.IdentityNumber,
        LedgerReason.PhoneUnreadable or LedgerReason.PhoneLength => LedgerColumn.Phone,
        LedgerReason.CaseNumberMissing or LedgerReason.CaseNumberUnreadable or LedgerReason.CaseCourtUnknown
            or LedgerReason.CaseNotEnforcement => LedgerColumn.CaseNumber,
        LedgerReason.UnitUnknown or LedgerReason.UnitAmbiguous or LedgerReason.HandDownInFuture or LedgerReason.ResolutionInFuture
            or LedgerReason.UnresolvedWithDate or LedgerReason.RepeatsEarlierRow => null,
    };
}
