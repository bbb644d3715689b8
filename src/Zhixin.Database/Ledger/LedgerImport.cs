using Zhixin.Database.Petitions;
using Zhixin.Ledger;

namespace Zhixin.Database.Ledger;

/// <summary>A ledger to import: its rows as judged, in the order of the file.</summary>
/// <param name="FileName">As the person named it.</param>
/// <param name="FileHash">SHA-256 of the file.</param>
public sealed record LedgerImport(string FileName, byte[] FileHash, IReadOnlyList<(LedgerRow Row, RowVerdict Verdict)> Rows, Resend? Resend);

/// <summary>What an import did.</summary>
/// <param name="Batch">Null when every row was known already, so that nothing was written.</param>
/// <param name="Petitions">Petitions opened.</param>
/// <param name="Joined">Petitions that were there before and got a contact.</param>
/// <param name="Completed">Rows whose contact was there before; what they say of the outcome was recorded.</param>
/// <param name="AlreadyPresent">Rows that came in before, or wait already.</param>
public sealed record ImportOutcome(Guid? Batch, int Contacts, int Petitions, int Joined, int Completed, int Rejected, int AlreadyPresent);

/// <summary>What an import would do, without doing it.</summary>
/// <param name="Known">Positions of the rows that came in before.</param>
public sealed record ImportForecast(int Accepted, int Rejected, int Petitions, IReadOnlySet<int> Known);
