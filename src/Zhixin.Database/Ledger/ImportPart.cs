using Zhixin.Database.Persons;
using Zhixin.Ledger;

namespace Zhixin.Database.Ledger;

/// <summary>Some accepted rows of a ledger, in the order of the file, that are written together: all rows of their petitioners and cases are among them.</summary>
public sealed class ImportPart
{
    private readonly Dictionary<LedgerEntry, string> _prints = new(ReferenceEqualityComparer.Instance);
    private readonly Dictionary<LedgerGroup, string> _keys = new(ReferenceEqualityComparer.Instance);

    /// <summary>Reads the rows at these positions.</summary>
    public ImportPart(JudgedLedger ledger, IReadOnlyList<int> positions, PersonVault vault)
    {
        Rows = [.. positions.Select(at => (at, Entry(ledger[at].Verdict)))];
        Groups = LedgerGroups.Of(Rows.Select(row => row.Entry));
        foreach (var (_, entry) in Rows)
        {
            _prints[entry] = LedgerFingerprint.OfContact(entry);
        }

        foreach (var group in Groups)
        {
            _keys[group] = ImportWork.Key(vault, group);
        }
    }

    /// <summary>Positions from 0, and what the rows say.</summary>
    public IReadOnlyList<(int At, LedgerEntry Entry)> Rows { get; }

    /// <summary>Those that become petitions.</summary>
    public IReadOnlyList<LedgerGroup> Groups { get; }

    /// <summary>The contact's fingerprint, as lower-case hexadecimal text.</summary>
    public string PrintOf(LedgerEntry entry) => _prints[entry];

    /// <summary>By which a later file finds the petition.</summary>
    public string KeyOf(LedgerGroup group) => _keys[group];

    private static LedgerEntry Entry(RowVerdict verdict) =>
        (verdict as RowVerdict.Ok)?.Entry ?? throw new InvalidOperationException("A row that was accepted is accepted again.");
}
