using Zhixin.History;
using Zhixin.Notices;
using Zhixin.Petitions.Acts;

namespace Zhixin.Petitions;

/// <summary>Who is told on the way of a procedure: the posts that take the next step, at the court where it waits; the enforcing court, of what a court above ruled or ordered.</summary>
internal static class ProcedureNotices
{
    /// <summary>The notices of one command.</summary>
    /// <param name="deciders">The posts that may do an act, from the authority matrix.</param>
    public static IEnumerable<Notice> Of(Petition before, Petition after, IReadOnlyList<DatedFact> facts, Func<string, IReadOnlyList<string>> deciders)
    {
        var waits = from chain in after.Procedures.Conversions
                    let step = Next(chain)
                    where step is not null && step != (before.Procedures.Find(chain.Owed.No) is { } was ? Next(was) : null)
                    from told in ToPosts(after, NoticeTopics.ProcedureWaits, step.Court, step.Act, deciders)
                    select told;
        return waits.Concat(facts.SelectMany(f => OfFact(after, f.Fact, deciders)));
    }

    private static IEnumerable<Notice> OfFact(Petition after, object fact, Func<string, IReadOnlyList<string>> deciders) => fact switch
    {
        ReconsiderationRuled f => Enforcing(after, f.No),
        SupervisionRuled f => Enforcing(after, f.No),
        SuperiorOrderApplied f => ToPosts(after, NoticeTopics.ProcedureWaits, f.Court, "order-enforcement", deciders),
        EnforcementOrdered f => Tell(after, NoticeTopics.EnforcementOrdered, after.Opened.Responsible, Notice.Told(after.Assignment?.Handler, null, after.Accused), new NoticeDetail(Due: f.DueOn)),
        _ => [],
    };

    /// <summary>The step that waits for its court, and the act by which it goes on; null where time alone has to pass, or somebody's wish.</summary>
    private static Waiting? Next(Conversion chain) => chain.Current switch
    {
        { IsOpen: false } => null,
        { Kind: ReviewKind.Objection } step when step.Number is null || chain.Steps.Count > 1 => new Waiting(chain.Steps.Count, step.Court, Converting.Act),
        { Kind: ReviewKind.Reconsideration, Number: null, SentUpOn: null } => new Waiting(chain.Steps.Count, chain.Court, Reconsidering.Sending),
        { Kind: ReviewKind.Reconsideration, Number: null } step => new Waiting(chain.Steps.Count, step.Court, StepReviewing.Act),
        { Kind: ReviewKind.Supervision, Number: null } step => new Waiting(chain.Steps.Count, step.Court, SupervisionCases.Filing),
        _ => null,
    };

    private static IEnumerable<Notice> Enforcing(Petition after, int no) => after.Procedures.Find(no) is { } chain
        ? Tell(after, NoticeTopics.ProcedureRuled, chain.Court, Notice.Told(chain.Court == after.Opened.Responsible ? after.Assignment?.Handler : null, null, after.Accused), NoticeDetail.None)
        : [];

    private static IEnumerable<Notice> ToPosts(Petition petition, NoticeTopic topic, int court, string act, Func<string, IReadOnlyList<string>> deciders) =>
        Tell(petition, topic, court, deciders(act).SelectMany(post => Notice.Told(null, post, petition.Accused)).Distinct(), new NoticeDetail(Act: act));

    private static IEnumerable<Notice> Tell(Petition petition, NoticeTopic topic, int court, IEnumerable<Addressee> told, NoticeDetail detail) =>
        told.Select(to => new Notice(topic, court, to, new NoticeMatter(PetitionNotices.Kind, petition.Id, petition.Opened.Number), detail, petition.Accused));

    /// <summary>A step that waits.</summary>
    /// <param name="Step">Which step of the chain, from 1.</param>
    private sealed record Waiting(int Step, int Court, string Act);
}
