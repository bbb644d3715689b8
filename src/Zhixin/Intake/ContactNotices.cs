using Zhixin.Notices;

namespace Zhixin.Intake;

/// <summary>Who is told of what when a contact is proposed for another court's petition: the units of the two courts (GC21-12).</summary>
public static class ContactNotices
{
    /// <summary>The word for a proposal in <see cref="NoticeMatter"/>: it is answered on a page of its own.</summary>
    public const string Proposal = "proposal";

    /// <summary>The word for a contact.</summary>
    public const string Kind = "contact";

    /// <summary>The notices of one command.</summary>
    /// <param name="after">The contact after the facts.</param>
    public static IReadOnlyList<Notice> Of(Contact after, IEnumerable<object> facts) => [.. facts.SelectMany(fact => OfFact(after, fact))];

    private static IEnumerable<Notice> OfFact(Contact contact, object fact) => fact switch
    {
        ContactJoinProposed f => [new(NoticeTopics.JoinProposed, f.Court, new Addressee.Unit(), new(Proposal, contact.Id, f.PetitionNumber), NoticeDetail.None, contact.Facts.Accused)],
        ContactJoinAnswered f =>
        [
            new(
                f.Agreed ? NoticeTopics.JoinAgreed : NoticeTopics.JoinRefused, contact.Id.Home, new Addressee.Unit(),
                new(Kind, contact.Id, contact.Proposals.First(p => p.Proposed.No == f.No).Proposed.PetitionNumber), NoticeDetail.None, contact.Facts.Accused),
        ],
        _ => [],
    };
}
