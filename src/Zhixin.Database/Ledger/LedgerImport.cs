using System.Collections;
using Zhixin.Database.Petitions;

namespace Zhixin.Database.Ledger;

/// <summary>A ledger to import.</summary>
/// <param name="FileName">As the person named it.</param>
/// <param name="FileHash">SHA-256 of the file.</param>
/// <param name="Ledger">Stays the caller's.</param>
public sealed record LedgerImport(string FileName, byte[] FileHash, JudgedLedger Ledger, Resend? Resend);

/// <summary>What an import did.</summary>
/// <param name="Batch">Null when every row was known already, so that nothing was written.</param>
/// <param name="Petitions">Petitions opened.</param>
/// <param name="Joined">Petitions that were there before and got a contact.</param>
/// <param name="Completed">Rows whose contact was there before; what they say of the outcome was recorded.</param>
/// <param name="AlreadyPresent">Rows that came in before, or wait already.</param>
/// <param name="Corrected">Rows of earlier files that waited and are settled by a row of this one.</param>
public sealed record ImportOutcome(Guid? Batch, int Contacts, int Petitions, int Joined, int Completed, int Rejected, int AlreadyPresent, int Corrected);

/// <summary>What an import would do, without doing it.</summary>
/// <param name="Known">By position: whether the row came in before.</param>
public sealed record ImportForecast(int Accepted, int Rejected, int Petitions, BitArray Known)
{
    /// <summary>How many rows came in before.</summary>
    public int AlreadyPresent => Known.Count - Accepted - Rejected;
}
