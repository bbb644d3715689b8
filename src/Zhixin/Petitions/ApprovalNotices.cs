using Zhixin.Notices;

namespace Zhixin.Petitions;

/// <summary>Who is told that something waits for a decision, and what was decided: alike in every kind of matter that keeps approvals.</summary>
/// <param name="Barred">Staff who are not told of the matter.</param>
/// <param name="Waits">Whether something asked for still waits.</param>
/// <param name="Deciding">The court that decides.</param>
/// <param name="Asking">The court whose people asked.</param>
/// <param name="Named">Who alone decides; null where every post does that may.</param>
/// <param name="Deciders">The posts that may do an act, from the authority matrix.</param>
public sealed record ApprovalNotices(
    NoticeMatter About, IReadOnlyList<Guid> Barred, Func<Approval, bool> Waits, Func<Approval, int> Deciding, Func<Approval, int> Asking, Func<Approval, Guid?> Named,
    Func<string, IReadOnlyList<string>> Deciders)
{
    /// <summary>The notices of what waits after a command and did not before, then of what was decided by it.</summary>
    public IEnumerable<Notice> Of(IReadOnlyList<Approval> before, IReadOnlyList<Approval> after) => Asked(before, after).Concat(Decided(before, after));

    /// <summary>For who may decide, never for who asked.</summary>
    private IEnumerable<Notice> Asked(IReadOnlyList<Approval> before, IReadOnlyList<Approval> after) =>
        from approval in after
        where before.All(b => b.No != approval.No) && Waits(approval)
        let named = Named(approval)
        from to in named is not null ? Notice.Told(named, null, Barred) : Deciders(approval.Act).SelectMany(post => Notice.Told(null, post, Barred)).Distinct()
        select new Notice(
            NoticeTopics.ApprovalAsked, Deciding(approval), to, About, new NoticeDetail(Act: approval.Act),
            [.. Barred, approval.AskedBy, .. approval.AskedFor is { } whose ? [whose] : Array.Empty<Guid>()]);

    /// <summary>For who asked, and for whom he or she asked.</summary>
    private IEnumerable<Notice> Decided(IReadOnlyList<Approval> before, IReadOnlyList<Approval> after) =>
        from approval in after
        where approval.Agreed is not null && before.Any(b => b.No == approval.No && b.DecidedOn is null)
        let detail = new NoticeDetail(Act: approval.Act, Result: approval.Agreed == true ? "agreed" : "refused")
        from person in new[] { approval.AskedBy, approval.AskedFor ?? approval.AskedBy }.Distinct()
        from to in Notice.Told(person, null, Barred)
        select new Notice(NoticeTopics.Decided, Asking(approval), to, About, detail, Barred);
}
