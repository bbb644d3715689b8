using Zhixin.Intake;
using Zhixin.Obligations;

namespace Zhixin.Petitions.Acts;

/// <summary>Correct, prioritise, void and merge, and undo what was an error. Nothing is ever deleted (GC21-12).</summary>
public static class LifeCycle
{
    /// <summary>The priority changes, with a reason (GC21-5(3)).</summary>
    public static Decision<object> Prioritise(Petition petition, Priority priority, string reason) => petition switch
    {
        { IsOpen: false } => new Refusal.State("petition-not-open", petition.Stage.Code),
        _ when petition.Priority == priority => new Refusal.State("same-priority"),
        _ when string.IsNullOrWhiteSpace(reason) => new Refusal.Input("reason", "reason-required"),
        _ => new object[] { new PetitionPrioritised(priority, reason) },
    };

    /// <summary>The petition was opened in error.</summary>
    public static Decision<object> Void(Petition petition, string reason) => petition switch
    {
        { IsOpen: false } => new Refusal.State("petition-not-open", petition.Stage.Code),
        _ when HandingDown.Running(petition) is { } running => running,
        _ when string.IsNullOrWhiteSpace(reason) => new Refusal.Law("GC21-12", "void-needs-reason"),
        _ => new object[] { new PetitionVoided(reason) },
    };

    /// <summary>A contact was registered by mistake: what happens to it (GC21-12).</summary>
    /// <param name="petitions">The petitions that it belongs to, all of its own court.</param>
    public static Decision<object> VoidContact(Contact contact, IReadOnlyList<Petition> petitions, string reason) => contact switch
    {
        { VoidedBecause: not null } => new Refusal.State("contact-voided"),
        _ when string.IsNullOrWhiteSpace(reason) => new Refusal.Law("GC21-12", "void-needs-reason"),
        _ when contact.Petitions.FirstOrDefault(p => p.PetitionHome != contact.Id.Home) is { } elsewhere =>
            new Refusal.State("contact-joined-elsewhere", elsewhere.PetitionNumber),
        _ when petitions.Select(p => p.Stage).OfType<Stage.Merged>().FirstOrDefault() is { } merged => new Refusal.State("petition-merged", merged.SurvivorNumber),
        _ when petitions.Where(p => p.Contacts.Count == 1).Select(HandingDown.Running).FirstOrDefault(why => why is not null) is { } running => running,
        _ => new object[] { new ContactVoided(reason.Trim()) },
    };

    /// <summary>What that does to a petition: the contact goes with what it brought; a petition that has no other one is voided too.</summary>
    public static IReadOnlyList<object> WithoutContact(Petition petition, Guid contact, string reason) =>
        petition.Contacts.All(c => c.Contact == contact) && petition.Stage is not Stage.Voided
            ? [new PetitionContactVoided(contact, reason.Trim()), new PetitionVoided(reason.Trim())]
            : [new PetitionContactVoided(contact, reason.Trim())];

    /// <summary>The void was an error.</summary>
    public static Decision<object> Restore(Petition petition, string reason) => petition switch
    {
        { Stage: not Stage.Voided } => new Refusal.State("petition-not-voided"),
        { Contacts.Count: 0 } => new Refusal.State("petition-without-contact"),
        _ when string.IsNullOrWhiteSpace(reason) => new Refusal.Input("reason", "reason-required"),
        _ => new object[] { new PetitionRestored(reason) },
    };

    /// <summary>Why a petition cannot go into another: what its court owes in it would be owed by nobody. Null where nothing holds it.</summary>
    public static Refusal? Bound(Petition petition) => petition switch
    {
        { Procedures.IsPending: true } => new Refusal.State("merge-procedure-open"),
        { Measures.Aids.Undecided: not null } => new Refusal.Law("GC21-11", "merge-aid-pending"),
        _ when HandingDown.Running(petition) is { } running => running,
        _ => null,
    };

    /// <summary>What happens to the petition that goes into another of the same court.</summary>
    public static Decision<object> Merge(Petition other, Petition survivor, string reason) => (other, survivor) switch
    {
        _ when other.Id == survivor.Id => new Refusal.Input("survivor", "merge-itself"),
        _ when !other.IsOpen || !survivor.IsOpen => new Refusal.State("merge-both-open"),
        _ when other.Opened.Responsible != survivor.Opened.Responsible || other.Id.Home != survivor.Id.Home =>
            new Refusal.State("merge-same-court"),
        _ when Bound(other) is { } bound => bound,
        _ when other.Contacts.Any(c => survivor.Contacts.Any(s => s.Contact == c.Contact)) => new Refusal.State("merge-shares-contact"),
        _ when string.IsNullOrWhiteSpace(reason) => new Refusal.Input("reason", "reason-required"),
        _ => new object[] { new PetitionMerged(survivor.Id.Home, survivor.Id.Id, survivor.Opened.Number, reason) },
    };

    /// <summary>
    /// What happens to the survivor: it takes the contacts; who is accused in either loses it; a key, hard, major or complex petition makes it one,
    /// so that no merger waives the joint handling or the public hearing (GC21-5(3), SPC09-1.3).
    /// </summary>
    public static IReadOnlyList<object> Absorb(Petition other, Petition survivor, string reason)
    {
        var owed = other.Obligations.Where(o => o.IsOpen && o.Due is not null).Select(o => new OwedElsewhere(o.Rule.Kind, o.Due!.Value)).ToList();
        var absorbed = new PetitionAbsorbed(other.Id.Id, other.Opened.Number, other.Opened.CaseNumber, other.Contacts, owed, other.Concerned, reason);
        object[] appeared = Declining.Appeared(survivor, other.Opened.CaseNumber) is { } undone ? [undone] : [];
        return [absorbed, .. appeared, .. Teaming.FallOut(survivor, other.Accused), .. Weight(other, survivor, reason)];
    }

    private static IEnumerable<object> Weight(Petition other, Petition survivor, string reason)
    {
        if (other.Priority > survivor.Priority)
        {
            yield return new PetitionPrioritised(other.Priority, reason);
        }

        if (other.Measures.Hearings.Flag is { } flag && Both(flag, survivor.Measures.Hearings.Flag) is var both && both != survivor.Measures.Hearings.Flag)
        {
            yield return both;
        }
    }

    private static PetitionFlagged Both(PetitionFlagged flag, PetitionFlagged? own) =>
        own is null ? flag : own with { Major = own.Major || flag.Major, Complex = own.Complex || flag.Complex };

    /// <summary>The merger is undone, seen from the petition that went in.</summary>
    public static Decision<object> UndoMerge(Petition other, Petition survivor, string reason) => other.Stage switch
    {
        _ when string.IsNullOrWhiteSpace(reason) => new Refusal.Input("reason", "reason-required"),
        Stage.Merged merged when merged.SurvivorHome != other.Id.Home => new Refusal.State("merger-other-court", merged.SurvivorNumber),
        Stage.Merged merged when merged.Survivor == survivor.Id.Id => new object[] { new PetitionMergerUndone(reason) },
        _ => new Refusal.State("petition-not-merged"),
    };

    /// <summary>A detail of a contact is corrected: field, old, new, reason. The old value stays.</summary>
    public static Decision<object> Correct(Contact contact, string field, string? value, string reason, DateOnly today)
    {
        if (!Corrections.Fields.Contains(field, StringComparer.Ordinal))
        {
            return new Refusal.Input("field", "not-correctable", field);
        }

        var old = Corrections.Value(contact.Facts, field);
        return field switch
        {
            _ when contact.VoidedBecause is not null => new Refusal.State("contact-voided"),
            _ when string.IsNullOrWhiteSpace(reason) => new Refusal.Law("GC21-12", "correction-needs-reason"),
            _ when string.Equals(old, value, StringComparison.Ordinal) => new Refusal.Input("value", "same-value"),
            "receivedOn" when !DateOnly.TryParseExact(value, "yyyy-MM-dd", out _) => new Refusal.Input("value", "date-unreadable", value),
            "receivedOn" when DateOnly.ParseExact(value, "yyyy-MM-dd") > today => new Refusal.Input("value", "date-in-future", value),
            "people" when !int.TryParse(value, out var people) || people is < 1 or > 100_000 => new Refusal.Input("value", "people-range"),
            _ => new object[] { new ContactCorrected(field, old, value, reason) },
        };
    }
}
