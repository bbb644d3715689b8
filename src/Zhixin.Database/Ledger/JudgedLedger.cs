using System.Globalization;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Security.Cryptography;
using System.Text;
using Zhixin.Ledger;

namespace Zhixin.Database.Ledger;

/// <summary>
/// A ledger, read once and judged, in memory that hardly grows with it: its contacts lie in a spool on disk, and of each are kept here only
/// its place, fingerprint, group and reasons (64 bytes). A row that is asked for is read and judged again. Not for several threads.
/// </summary>
public sealed class JudgedLedger : IDisposable
{
    private readonly LedgerContext _context;
    private readonly RowSpool _spool;
    private readonly List<Kept> _rows = [];
    private readonly Dictionary<LedgerRowKind, int> _ignored = [];

    private JudgedLedger(LedgerContext context, string folder) => (_context, _spool) = (context, new RowSpool(folder));

    /// <summary>How many contacts the file has.</summary>
    public int Count => _rows.Count;

    /// <summary>How many of them can go in.</summary>
    public int Accepted { get; private set; }

    /// <summary>Rows that are no contacts, by what they are.</summary>
    public IReadOnlyDictionary<LedgerRowKind, int> Ignored => _ignored;

    /// <summary>A contact of the file, by its position from 0, and what an import makes of it.</summary>
    public (LedgerRow Row, RowVerdict Verdict) this[int at]
    {
        get
        {
            var row = RowAt(at);
            return IsAccepted(at) ? (row, LedgerRules.Check(row, Fingerprint(at), _context)) : (row, new RowVerdict.Reject(ReasonsAt(at)));
        }
    }

    /// <summary>Every contact in the order of the file.</summary>
    public IEnumerable<(LedgerRow Row, RowVerdict Verdict)> Rows => Enumerable.Range(0, Count).Select(at => this[at]);

    /// <summary>Positions of the rows that cannot go in.</summary>
    public IEnumerable<int> Rejected => Enumerable.Range(0, Count).Where(at => !IsAccepted(at));

    /// <summary>Reads a file to its end and judges it.</summary>
    /// <param name="folder">Where the spool lies while the ledger is open; not in memory, if it is to be of use.</param>
    /// <exception cref="IOException">The disk is full.</exception>
    public static JudgedLedger Read(LedgerFile file, LedgerContext context, string folder)
    {
        var ledger = new JudgedLedger(context, folder);
        try
        {
            foreach (var (row, verdict) in LedgerRules.CheckAll(ledger.Contacts(file), context))
            {
                ledger.Keep(row, verdict);
            }

            ledger._rows.TrimExcess();
            return ledger;
        }
        catch
        {
            ledger.Dispose();
            throw;
        }
    }

    /// <summary>Whether the row can go in.</summary>
    public bool IsAccepted(int at) => _rows[at].Reasons == 0;

    /// <summary>Why a row cannot go in, in the order of the checks.</summary>
    public IReadOnlyList<LedgerReason> ReasonsAt(int at) => [.. Enum.GetValues<LedgerReason>().Where(reason => (_rows[at].Reasons & Bit(reason)) != 0)];

    /// <summary>The row as it stands in the file.</summary>
    public LedgerRow RowAt(int at) => _spool.Read(_rows[at].Place);

    /// <summary>The row's fingerprint: 32 bytes.</summary>
    public byte[] Print(int at)
    {
        var print = _rows[at].Print;
        return ((ReadOnlySpan<byte>)print).ToArray();
    }

    /// <summary>
    /// Positions of the accepted rows that are wanted, some at a time, so that all rows of one petitioner and case come together: first those
    /// whose first row stands first in the file. Within a part they stand in the order of the file.
    /// </summary>
    /// <param name="rowsAtOnce">So many at least, save in the last part; more where one petitioner and case have more.</param>
    public IEnumerable<IReadOnlyList<int>> Together(Func<int, bool> isWanted, int rowsAtOnce)
    {
        var (firsts, next) = Chains(isWanted);
        var part = new List<int>(rowsAtOnce);
        foreach (var first in firsts)
        {
            for (var at = first; at >= 0; at = next[at])
            {
                part.Add(at);
            }

            if (part.Count >= rowsAtOnce)
            {
                part.Sort();
                yield return part;
                part = new List<int>(rowsAtOnce);
            }
        }

        part.Sort();
        if (part.Count > 0)
        {
            yield return part;
        }
    }

    /// <inheritdoc/>
    public void Dispose() => _spool.Dispose();

    /// <summary>Each group's first row, and for every row the next of its group, or −1.</summary>
    private (List<int> Firsts, int[] Next) Chains(Func<int, bool> isWanted)
    {
        var (firsts, next, last) = (new List<int>(), new int[Count], new Dictionary<UInt128, int>());
        for (var at = 0; at < Count; at++)
        {
            next[at] = -1;
            if (!IsAccepted(at) || !isWanted(at))
            {
                continue;
            }

            ref var before = ref CollectionsMarshal.GetValueRefOrAddDefault(last, _rows[at].Group, out var isKnown);
            if (isKnown)
            {
                next[before] = at;
            }
            else
            {
                firsts.Add(at);
            }

            before = at;
        }

        return (firsts, next);
    }

    private IEnumerable<LedgerRow> Contacts(LedgerFile file)
    {
        foreach (var (row, kind) in file.Rows())
        {
            if (kind == LedgerRowKind.Contact)
            {
                yield return row;
            }
            else
            {
                _ignored[kind] = _ignored.GetValueOrDefault(kind) + 1;
            }
        }
    }

    private void Keep(LedgerRow row, RowVerdict verdict)
    {
        var entry = (verdict as RowVerdict.Ok)?.Entry;
        Digest print = default;
        Convert.FromHexString(entry?.Fingerprint ?? LedgerFingerprint.Of(row), (Span<byte>)print, out _, out _);
        var reasons = verdict is RowVerdict.Reject reject ? reject.Reasons.Aggregate(0u, (bits, reason) => bits | Bit(reason)) : 0;
        _rows.Add(new Kept(entry is null ? UInt128.Zero : Group(entry), print, _spool.Append(row), reasons));
        Accepted += entry is null ? 0 : 1;
    }

    private string Fingerprint(int at) => Convert.ToHexStringLower(Print(at));

    /// <summary>Half of a hash of petitioner and case: two of a billion do not meet.</summary>
    private static UInt128 Group(LedgerEntry entry)
    {
        var hash = SHA256.HashData(Encoding.UTF8.GetBytes(string.Create(CultureInfo.InvariantCulture, $"{entry.Petitioners[0]}\n{entry.CaseNumber}")));
        return MemoryMarshal.Read<UInt128>(hash);
    }

    private static uint Bit(LedgerReason reason) => 1u << (int)reason;

    [InlineArray(32)]
    private struct Digest
    {
        private byte _first;
    }

    private readonly record struct Kept(UInt128 Group, Digest Print, long Place, uint Reasons);
}
