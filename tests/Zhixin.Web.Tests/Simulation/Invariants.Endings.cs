using Zhixin.Courts;
using Zhixin.Database.Petitions;
using Zhixin.History;
using Zhixin.Petitions;

namespace Zhixin.Web.Tests.Simulation;

/// <summary>What must hold of chains of procedures and of terminations.</summary>
internal static partial class Invariants
{
    /// <summary>Looks at one matter.</summary>
    internal static void Endings(Law law, Petition petition, IReadOnlyList<DatedFact> facts, DateOnly today, string told)
    {
        foreach (var chain in petition.Procedures.Conversions)
        {
            Steps(chain, told);
        }

        Remedies(petition, law.Procedures(today), today, told);
        if (petition.Terminations.Standing is not null)
        {
            Terminated(petition, told);
        }

        foreach (var (at, fact) in facts.Index())
        {
            if (fact.Fact is TerminationDecided decided)
            {
                Decided(law, petition.Id, [.. facts.Take(at)], decided, told);
            }
        }
    }

    /// <summary>No step is ruled on before it is filed, above the first one not without members, and by nobody who sat before.</summary>
    private static void Steps(Conversion chain, string told)
    {
        foreach (var (at, step) in chain.Steps.Index())
        {
            if (step.Ruling is { Outcome: not RulingOutcome.NotAccepted } ruling)
            {
                (step.Number is not null && step.AppliedOn <= step.FiledOn && step.FiledOn <= ruling.On).ShouldBeTrue($"{told}: a {step.Kind} is ruled on before it is filed");
                (step.IsEarlier || step.Kind == ReviewKind.Objection || step.Members.Count > 0).ShouldBeTrue($"{told}: nobody reviewed a {step.Kind}");
            }

            step.Members.Select(m => m.Person).Intersect(chain.Steps.Take(at).SelectMany(s => s.Members).Select(m => m.Person)).ShouldBeEmpty($"{told}: who sat before reviews a {step.Kind}");
        }
    }

    /// <summary>What is open has a day that is not over, or says why it has none; and every period that runs is told.</summary>
    private static void Remedies(Petition petition, ChainRules rules, DateOnly today, string told)
    {
        var open = Zhixin.Petitions.Remedies.Of(petition, rules, today);
        foreach (var remedy in open)
        {
            var served = petition.Procedures.Find(remedy.Chain)?.LastRuled?.Served is not null;
            (remedy.Time switch
            {
                RemedyTime.Until(var day) => today <= day && served,
                RemedyTime.Undated(NoLastDay.NotServed) => !served,
                RemedyTime.Undated(var why) => Enum.IsDefined(why),
                _ => false,
            }).ShouldBeTrue($"{told}: {remedy}");
        }

        var days = open.Select(r => r.Time).OfType<RemedyTime.Until>().Select(u => u.Day).ToList();
        petition.Obligations.Where(o => o.IsOpen && o.IsWindow && o.Due >= today && Zhixin.Petitions.Acts.Chains.NotInForce(petition) is null).ShouldAllBe(o => days.Contains(o.Due!.Value), told);
    }

    /// <summary>No hop runs, and nothing of the handling is owed.</summary>
    private static void Terminated(Petition petition, string told)
    {
        petition.HandDowns.Open.ShouldBeEmpty($"{told}: a hop runs below a termination");
        petition.Obligations.Where(o => o.IsOpen && o.Rule.EndedBy.Contains("petition.closed")).Select(o => o.Rule.Kind).ShouldBeEmpty($"{told}: owed in spite of a termination");
    }

    /// <summary>Before a decision stand its report, the hearing, the answer on hardship and, where a High Court decides, the accepted filing; and the law names that court.</summary>
    private static void Decided(Law law, StreamId id, IReadOnlyList<DatedFact> before, TerminationDecided decided, string told)
    {
        var petition = Zhixin.Petitions.Petition.Fold(id, before);
        List<object> since = [.. before.Skip(before.ToList().FindLastIndex(f => f.Fact is TerminationReversed) + 1).Select(f => f.Fact)];
        since.OfType<TerminationReported>().Any(f => f.No == decided.No).ShouldBeTrue($"{told}: decided without a report");
        since.OfType<TerminationHeard>().ShouldNotBeEmpty($"{told}: decided and nobody heard");
        since.OfType<TerminationHardshipAnswered>().ShouldNotBeEmpty($"{told}: decided and nobody asked about hardship");
        var named = decided.Class == PetitionClass.Implementation
            ? law.Chain(petition.Opened.Responsible).Single(c => law.Court(c).Level == CourtLevel.High)
            : petition.Procedures.Exhaustion.Last!.Court;
        var left = law.Court(named).Level == CourtLevel.Supreme ? since.OfType<TerminationDeciderNamed>().LastOrDefault(f => f.No == decided.No)?.To : null;
        decided.Court.ShouldBe(left ?? named, $"{told}: decided by another court than the law names");
        if (law.Court(decided.Court).Level == CourtLevel.High)
        {
            since.LastOrDefault(f => f is TerminationFilingSent or TerminationCorrectionAsked or TerminationCorrected or TerminationFilingAnswered)
                .ShouldBeOfType<TerminationFilingAnswered>($"{told}: decided without a filing").Answer.ShouldBe(FilingAnswer.Accepted);
        }
    }
}
