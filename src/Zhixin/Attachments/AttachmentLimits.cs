namespace Zhixin.Attachments;

/// <summary>What a file may be: the only place where the limits stand.</summary>
/// <param name="Papers">Largest image or PDF, in bytes, inclusive.</param>
/// <param name="Recordings">Largest sound or video recording, in bytes, inclusive.</param>
/// <param name="Files">Most files that one act adds, inclusive.</param>
/// <param name="NameLength">Longest file name in UTF-16 units; a longer one is cut, its ending stays.</param>
/// <param name="Unfinished">How long a file that no act took is kept after its last byte came in.</param>
public sealed record AttachmentLimits(long Papers, long Recordings, int Files, int NameLength, TimeSpan Unfinished)
{
    /// <summary>50 MB, 4 GB, 20 files, a day.</summary>
    public static AttachmentLimits Usual { get; } = new(50L << 20, 4L << 30, 20, 120, TimeSpan.FromDays(1));

    /// <summary>The largest file of a family.</summary>
    public long Of(FileFamily family) => family switch
    {
        FileFamily.Image or FileFamily.Document => Papers,
        FileFamily.Recording => Recordings,
    };
}
