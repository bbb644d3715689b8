using FsCheck;
using FsCheck.Fluent;
using Zhixin.Courts;
using Zhixin.History;
using Zhixin.Petitions;
using Zhixin.Petitions.Acts;
using static Zhixin.Tests.Calendar.Days;
using static Zhixin.Tests.Petitions.Handled;
using static Zhixin.Tests.Petitions.Matter;
using Directory = Zhixin.Tests.Courts.Directory;

namespace Zhixin.Tests.Petitions;

/// <summary>Whatever is tried, in whatever order: nothing is terminated without every fact, an accepted filing where a High Court decides, and the petitioner heard before.</summary>
public sealed class TerminationPropertyTests
{
    /// <summary>The act that would come next, if nothing were in its way.</summary>
    private const int Next = -1;

    private sealed record Attempt(int Act, int Who, int Contact, bool WithReason, int Days);

    private static Gen<Attempt[]> Attempts() =>
        from attempts in (
            from act in Gen.Frequency((3, Gen.Constant(Next)), (2, Gen.Choose(0, 12)), (2, Gen.Choose(13, TerminationAttempts.Acts + 6)))
            from who in Gen.Choose(0, 9)
            from contact in Gen.Frequency((3, Gen.Choose(1, 3)), (1, Gen.Constant(4)))
            from reason in Gen.Frequency((9, Gen.Constant(true)), (1, Gen.Constant(false)))
            from days in Gen.Choose(0, 2)
            select new Attempt(act, who, contact, reason, days)).ListOf(60)
        select attempts.ToArray();

    [Fact]
    [Trait("Clause", "SPC16-19 refused")]
    [Trait("Clause", "SPC16-23 refused")]
    public void Nothing_is_terminated_without_every_fact_an_accepted_filing_and_the_petitioner_heard_before()
    {
        var decided = 0;
        Prop.ForAll(Attempts().ToArbitrary(), attempts =>
        {
            var matter = Run(attempts);
            foreach (var at in matter.Facts.Select((f, i) => (f, i)).Where(one => one.f.Fact is TerminationDecided).Select(one => one.i))
            {
                decided++;
                Whole(matter.Facts, at);
            }
        }).QuickCheckThrowOnFailure();
        decided.ShouldBeGreaterThan(0, "else the property says nothing");
    }

    [Fact]
    public void The_fold_of_the_stored_facts_is_the_petition_and_a_terminated_matter_owes_only_what_follows_it() =>
        Prop.ForAll(Attempts().ToArbitrary(), attempts =>
        {
            var petition = Run(attempts);
            var again = Petition.Fold(petition.Petition.Id, petition.Facts.Select(Stored));
            CanonicalJson.Of(again.Terminations).ShouldBe(CanonicalJson.Of(petition.Petition.Terminations));
            if (petition.Petition.Terminations.Standing is not null)
            {
                petition.Petition.Stage.ShouldBeOfType<Stage.Closed>();
                string[] owed = ["property-query", "termination-notice", "judge-late-contact", "standing-answer", "report-repeat", "resume", "verify-clue", "tell-process-and-result", "acceptance-notice"];
                petition.Petition.Obligations.Where(o => o.IsOpen).Select(o => o.Rule.Kind).Except(owed).ShouldBeEmpty();
            }
        }).QuickCheckThrowOnFailure();

    /// <summary>Every fact stands before the decision, by what the history tells.</summary>
    private static void Whole(IReadOnlyList<DatedFact> facts, int at)
    {
        var before = facts.Take(at).ToList();
        var decision = (TerminationDecided)facts[at].Fact;
        var report = before.Select(f => f.Fact).OfType<TerminationReported>().Single(r => r.No == decision.No);
        (before.Last(f => f.Fact is PetitionPropertyChecked).Fact as PetitionPropertyChecked)!.Found.ShouldBeFalse();
        var commitment = before.Last(f => f.Fact is PetitionCommitmentMade).On;
        before.Select(f => f.Fact).OfType<PetitionContactJoined>().ShouldContain(c => report.Repeats.Contains(c.Contact) && c.ReceivedOn > commitment);
        before.ShouldContain(f => f.Fact is TerminationHeard);
        before.ShouldContain(f => f.Fact is TerminationHardshipAnswered);
        before.Select(f => f.Fact).OfType<TerminationFilingAnswered>().ShouldContain(f => f.No == decision.No && f.Answer == FilingAnswer.Accepted);
        Directory.Shipped.ByNumber(decision.Court)!.Level.ShouldBe(CourtLevel.High);
        new[] { report.By }.ShouldNotContain(decision.By);
    }

    private static Matter Run(Attempt[] attempts)
    {
        var (matter, today) = (Of(), On("2026-03-05"));
        foreach (var attempt in attempts)
        {
            today = today.AddDays(attempt.Days);
            if (Answered.InTime(Decide(matter.Petition, attempt, today), matter.Petition, today) is Decision<object>.Done done)
            {
                matter.Tell(done.Events, today, today);
            }
        }

        return matter;
    }

    private static Decision<object> Decide(Petition petition, Attempt attempt, DateOnly today)
    {
        var reason = attempt.WithReason ? "理由" : " ";
        return attempt.Act switch
        {
            Next => Decide(petition, attempt with { Act = Following(petition) }, today),
            < TerminationAttempts.Acts => TerminationAttempts.Decide(petition, attempt.Act, attempt.Contact, reason, today, new Actors(Id(300 + attempt.Who), null)),
            TerminationAttempts.Acts => Exhausting.Check(petition, NoProperty with { Found = attempt.Contact == 4 }),
            TerminationAttempts.Acts + 1 => Exhausting.Commit(petition, true, true, reason, "告知书"),
            TerminationAttempts.Acts + 2 => Joining.Leave(petition, petition.Contacts[^1].Contact, reason),
            _ => Joining.Join(petition, Contact(petition.Contacts.Count + attempt.Contact, $"{today:yyyy-MM-dd}"), reason),
        };
    }

    private static int Following(Petition petition) => petition.Terminations.Pending?.Waits?.Station switch
    {
        null when petition.Measures.Exhaustion.Checks.Count == 0 => TerminationAttempts.Acts,
        null when petition.Measures.Exhaustion.Commitments.Count == 0 => TerminationAttempts.Acts + 1,
        null when petition.Contacts.Count < 2 => TerminationAttempts.Acts + 3,
        null when petition.Terminations.Heard.Count == 0 => 1,
        null when petition.Terminations.Hardship is null => 2,
        null => 0,
        TerminationStation.PassUp => 3,
        TerminationStation.File => 7,
        TerminationStation.AnswerFiling => 11,
        TerminationStation.Correct => 10,
        _ => 12,
    };

    private static DatedFact Stored(DatedFact dated)
    {
        var name = FactCatalogue.Of(dated.Fact);
        return dated with { Fact = FactCatalogue.Read(name.Name, name.Schema, CanonicalJson.Of(dated.Fact)) };
    }
}
