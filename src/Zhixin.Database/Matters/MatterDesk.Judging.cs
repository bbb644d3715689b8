using Zhixin.Database.Petitions;
using Zhixin.History;
using Zhixin.Papers;

namespace Zhixin.Database.Matters;

/// <summary>Whether an act can be done: whoever acts, its day and its version, and what the decision says.</summary>
public sealed partial class MatterDesk<T>
{
    /// <summary>What an act would come to on a matter as it stands; nothing is written.</summary>
    public Decision<object> Judge(ActingPerson who, MatterAct act, T matter, Func<T, Decision<object>> decide) =>
        Decided(who, act, matter, decide) switch
        {
            Decision<object>.Refused refused => law.Now.Cited(who.Court, refused.Why, Today),
            var done => done,
        };

    private Decision<object> Decided(ActingPerson who, MatterAct act, T matter, Func<T, Decision<object>> decide) =>
        Against(who, act, matter) is { } against ? against : InTime(act, matter, decide(matter)) switch
        {
            Decision<object>.Done done when act.On != Today && done.Events.OfType<IOnPaper>().Any() => new Refusal.Input("on", "paper-today"), // Nobody has it before it goes out.
            Decision<object>.Done done when act.On != Today && string.IsNullOrWhiteSpace(act.Proof) && done.Events.OfType<IDelivered>().Any() => new Refusal.Input("lateProof", "delivery-needs-proof"),
            var decision => decision,
        };

    /// <summary>Why a person may not do an act on a matter, whatever is given; null when he or she may.</summary>
    public Refusal? MayNot(ActingPerson who, string act, T matter) => kind.MayNot(law.Now, who, act, matter);

    /// <summary>What the same sending was answered before; null where it comes for the first time.</summary>
    public Task<Answer<MatterAnswer>?> Earlier(ActingPerson who, int home, Resend? resend, CancellationToken stop) =>
        KeptAnswers.Find<MatterAnswer>(db, who.Scope, home, who.Id, resend, stop);

    private Refusal? Against(ActingPerson who, MatterAct act, T matter) => act switch
    {
        _ when act.On > Today => new Refusal.Input("on", "date-in-future", act.On),
        _ when act.On < Calendar.WorkCalendar.First => new Refusal.Input("on", "date-too-early", Calendar.WorkCalendar.First),
        { Expected: { } expected } when expected != kind.Version(matter) => new Refusal.Conflict(expected, kind.Version(matter)),
        _ when kind.MayNot(law.Now, who, act.Act, matter) is { } may => may,
        _ when string.IsNullOrWhiteSpace(act.Proof) && law.Now.DaysLate(kind.Court(matter), act.On, Today) is { } days =>
            new Refusal.Input("lateProof", "late-proof-required", days, law.Now.LateAfter(kind.Court(matter), Today)),
        _ => null,
    };

    private Decision<object> InTime(MatterAct act, T matter, Decision<object> decision) =>
        decision is Decision<object>.Done done && done.Events.Max(fact => kind.Since(matter, fact)) is var since && act.On < since
            ? new Refusal.Input("on", "before-what-it-answers", since)
            : decision;
}
