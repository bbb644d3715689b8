using Zhixin.History;

namespace Zhixin.Attachments;

/// <summary>What an attachment belongs to.</summary>
public enum MatterKind
{
    /// <summary>Came with an approach; goes where the contact goes.</summary>
    Contact,

    /// <summary>Added to the petition itself.</summary>
    Petition,
}

/// <summary>
/// A file became part of a matter of the same home (GC21-16: evidence and papers are kept and can be traced). The file's name tells of persons: it is
/// sealed under the file's own key, as the content is.
/// </summary>
/// <param name="Algorithm">"A256GCM-64K": how content and name are sealed.</param>
/// <param name="SealedName">Base64 of nonce, ciphertext and tag.</param>
/// <param name="MediaType">As recognised in the content, never as claimed.</param>
/// <param name="Size">Bytes of the plain content; at least 1.</param>
/// <param name="Address">SHA-256 of the sealed content, 64 lower-case hexadecimal digits: where it is kept.</param>
/// <param name="PlainHash">SHA-256 of the plain content, as <paramref name="Address"/>.</param>
[Fact("attachment.received", Shown = true, Clause = "GC21-16")]
public sealed record AttachmentReceived(
    MatterKind MatterKind, Guid Matter, string Algorithm, string SealedName, string MediaType, long Size, string Address, string PlainHash);

/// <summary>A virus scanner found nothing.</summary>
/// <param name="Scanner">Such as "clamd".</param>
[Fact("attachment.checked")]
public sealed record AttachmentChecked(string Scanner);

/// <summary>A virus scanner found something: the content is kept and never served.</summary>
/// <param name="Reason">What was found, in the scanner's words.</param>
[Fact("attachment.refused", Shown = true)]
public sealed record AttachmentRefused(string Scanner, string Reason);

/// <summary>
/// A file that should not have been added was withdrawn. Nothing vanishes: content and history stay, and the file is marked; only a post that the
/// authority table names still opens it.
/// </summary>
/// <param name="Reason">In the words of whoever withdrew it; not empty.</param>
[Fact("attachment.withdrawn", Shown = true, Clause = "GC21-16")]
public sealed record AttachmentWithdrawn(string Reason);
