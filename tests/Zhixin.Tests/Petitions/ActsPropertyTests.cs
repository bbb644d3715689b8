using FsCheck;
using FsCheck.Fluent;
using Zhixin.History;
using Zhixin.Intake;
using Zhixin.Obligations;
using Zhixin.Papers;
using Zhixin.Petitions;
using Zhixin.Petitions.Acts;
using static Zhixin.Tests.Calendar.Days;
using static Zhixin.Tests.Petitions.Matter;
using Directory = Zhixin.Tests.Courts.Directory;

namespace Zhixin.Tests.Petitions;

/// <summary>Whatever is tried on a petition, in whatever order: no act throws, nothing owed is lost, and the history tells the same petition.</summary>
public sealed class ActsPropertyTests
{
    private static readonly DateOnly First = On("2026-02-12");

    /// <summary>One attempt: which act, with which of the few people, contacts and reasons.</summary>
    private sealed record Attempt(int Act, int Who, int Contact, bool WithReason, int Days);

    private static Gen<Attempt[]> Attempts() =>
        from attempts in (
            from act in Gen.Choose(0, 90 + HandDownAttempts.Acts + WriteOffAttempts.Acts + TerminationAttempts.Acts)
            from who in Gen.Choose(0, 4)
            from contact in Gen.Choose(1, 4)
            from reason in Gen.Frequency((3, Gen.Constant(true)), (1, Gen.Constant(false)))
            from days in Gen.Choose(0, 4)
            select new Attempt(act, who, contact, reason, days)).ListOf()
        select attempts.ToArray();

    [Fact]
    public void No_sequence_of_acts_throws_or_loses_what_is_owed() => Check(attempts =>
    {
        var matter = Run(attempts, out _);
        var opened = matter.Facts.Select(f => f.Fact).OfType<ObligationOpened>().Select(o => o.No).ToList();
        opened.ShouldBe(Enumerable.Range(1, opened.Count));
        matter.Petition.Obligations.Select(o => o.No).ShouldBe(opened);
        OneForEachPaper(matter.Petition);
        matter.Petition.Obligations.ShouldAllBe(o => o.State is ObligationState.Open || o.State is ObligationState.Fulfilled || o.State is ObligationState.Ended);
        (matter.Petition.IsOpen || matter.Petition.Obligations.Where(o => o.IsOpen).All(o => o.Rule.Kind is "feedback-to-body" or "tell-process-and-result" or "answer-judicial-aid" or "write-off-material" || OfProcedure(o) || OfHop(o)))
            .ShouldBeTrue("a petition that is not open owes nothing but the news of it, the aid that was asked for the material of a write-off and what procedures and hops owe");
    });

    /// <summary>A conversion's filing is owed as long as nothing decided it, and by its own clock alone.</summary>
    private static void OneForEachPaper(Petition petition)
    {
        if (petition.Stage is not Stage.Voided)
        {
            petition.Obligations.Where(o => o.IsOpen && o.Rule.Kind == "objection-file").Select(o => o.Opened.Thing!.No)
                .ShouldBe(petition.Procedures.Conversions.Where(c => c.IsOwed).Select(c => c.Owed.No));
        }
    }

    [Fact]
    public void The_version_is_the_number_of_facts_and_the_fold_of_the_facts_is_the_petition() => Check(attempts =>
    {
        var matter = Run(attempts, out _);
        matter.Petition.Version.ShouldBe(matter.Facts.Count);
        Shape(Petition.Fold(matter.Petition.Id, matter.Facts)).ShouldBe(Shape(matter.Petition));
        Shape(Petition.Fold(matter.Petition.Id, matter.Facts.Select(Stored))).ShouldBe(Shape(matter.Petition), "and so do the facts as they are stored");
    });

    [Fact]
    public void An_accused_person_never_holds_an_open_petition_nor_anything_owed_in_it() => Check(attempts =>
    {
        var petition = Run(attempts, out _).Petition;
        petition.Accused.ShouldNotContain(petition.Assignment?.Handler ?? Guid.Empty);
        petition.Team.Members.Select(m => m.Person).Concat(petition.CoHandlers).ShouldAllBe(id => !petition.Accused.Contains(id));
        petition.Obligations.Where(o => o.IsOpen && o.Person is not null).ShouldAllBe(o => !petition.Accused.Contains(o.Person!.Value));
    });

    [Fact]
    public void What_is_owed_is_owed_by_the_court_that_answers_now() => Check(attempts =>
    {
        var petition = Run(attempts, out _).Petition;
        petition.Obligations.Where(o => o.IsOpen && OfHop(o)).ShouldAllBe(o => Between(petition, o));
        petition.Obligations.Where(o => o.IsOpen && OfTermination(o)).ShouldAllBe(o => Decides(petition, o));
        petition.Obligations.Where(o => o.IsOpen && !o.IsWindow && !OfHop(o) && !OfTermination(o) && o.Opened.Court != petition.Opened.Responsible).Select(o => $"{o.Rule.Kind} opened by {o.Rule.OpenedBy}").ShouldBeEmpty();
        petition.Courts.ShouldBe(petition.Courts.Distinct());
    });

    [Fact]
    public void No_hop_is_lost_and_no_two_dates_of_a_hop_contradict_each_other() => Check(attempts =>
    {
        var petition = Run(attempts, out _).Petition;
        var hops = petition.HandDowns;
        hops.All.Select(h => h.Issued.No).ShouldBe(Enumerable.Range(1, hops.All.Count));
        hops.Open.ShouldAllBe(h => h.Issued.Parent == null || hops.Find(h.Issued.Parent.Value)!.IsOpen, "nothing runs below what is over");
        hops.Open.ShouldAllBe(h => IsNotLater(hops, h), "who hands on asks for the result no later than it owes it");
        foreach (var hop in hops.Open.Where(h => h is { Pending: null, Issued.Mode: HandDownMode.HandDown }))
        {
            petition.Obligations.Single(o => o.IsOpen && o.Rule.Kind == "report" && o.Opened.Thing == Hop.Thing(hop.Issued.No)).Due.ShouldBe(hop.DueOn);
        }

        petition.Obligations.Where(o => o.IsOpen && o.Rule.Kind == "report").ShouldAllBe(o => hops.Find(o.Opened.Thing!.No)!.IsOpen);
        petition.Stage.ShouldNotBeOfType<Stage.Merged>();
        (petition.Stage is Stage.Voided && hops.Open.Any()).ShouldBeFalse();
    });

    [Fact]
    public void Many_attempts_succeed_and_many_are_refused()
    {
        var (done, refused) = (0, 0);
        Check(attempts =>
        {
            _ = Run(attempts, out var counts);
            (done, refused) = (done + counts.Done, refused + counts.Refused);
        });
        done.ShouldBeGreaterThan(20, "else the properties say nothing");
        refused.ShouldBeGreaterThan(20, "else the properties say nothing");
    }

    private static void Check(Action<Attempt[]> property) => Prop.ForAll(Attempts().ToArbitrary(), property).QuickCheckThrowOnFailure();

    private static Matter Run(Attempt[] attempts, out (int Done, int Refused) counts)
    {
        var matter = Received("2026-02-12", at: attempts.Length % 3 == 2 ? Directory.Shipped.Parent(Enforcing) : null);
        var today = First;
        counts = (0, 0);
        foreach (var attempt in attempts)
        {
            today = today.AddDays(attempt.Days);
            if (Decide(matter.Petition, attempt, today) is Decision<object>.Done done)
            {
                matter.Tell(done.Events, today, today);
                counts.Done++;
            }
            else
            {
                counts.Refused++;
            }
        }

        return matter;
    }

    private static Decision<object> Decide(Petition petition, Attempt attempt, DateOnly today)
    {
        Candidate[] people = [Zhang, Li, Wang, Gone, Elsewhere];
        var who = attempt.Who == 4 ? Elsewhere : people[attempt.Who] with { Court = petition.Opened.Responsible };
        var reason = attempt.WithReason ? "理由" : " ";
        var contact = Contact(attempt.Contact, "2026-02-12", accused: attempt.Contact == 4 ? who : null, forwardedDue: attempt.Contact == 3 ? "" : null);
        return attempt.Act switch
        {
            0 => Joining.Join(petition, contact, reason),
            1 => Joining.Leave(petition, contact.Id.Id, reason),
            2 => Assigning.Decide(new Assign(who, attempt.Contact == 1 ? [Wang] : [], reason), petition, Zhang, attempt.WithReason),
            3 or 4 => Assigning.Acknowledge(petition, petition.Assignment?.Handler ?? who.Id, today, today),
            5 => Assigning.DeemReceipt(petition, attempt.Contact, today),
            6 => LifeCycle.Prioritise(petition, (Priority)(attempt.Who % 3), reason),
            7 => LifeCycle.Void(petition, reason),
            8 => LifeCycle.Restore(petition, reason),
            9 => !Joined(petition, contact) ? new Refusal.State("contact-not-joined")
                : LifeCycle.VoidContact(contact, [petition], reason) is Decision<object>.Refused not ? not : LifeCycle.WithoutContact(petition, contact.Id.Id, reason).ToArray(),
            10 => TimeKeeping.Ask(petition, new AskExclusion(attempt.Contact, today.AddDays(-attempt.Who), today, "appraisal", "书", reason, new Actors(who.Id, null)), today),
            11 => TimeKeeping.Decide(petition, attempt.Contact, attempt.WithReason, "理由", new Actors(who.Id, null), Shipped),
            12 => TimeKeeping.Extend(petition, attempt.Contact, today.AddDays(attempt.Who * 10), "书", reason, Shipped),
            13 => TimeKeeping.Waive(petition, attempt.Contact, reason),
            14 => new object[] { new PetitionEnteredLate("assign", "邮戳", 3) },
            15 => !Joined(petition, contact) ? new Refusal.State("contact-not-joined") : new object[] { new PetitionContactCorrected(contact.Id.Id, First.AddDays(-attempt.Who), "（2025）鲁0117执12号", null) },
            > 90 + HandDownAttempts.Acts + WriteOffAttempts.Acts => TerminationAttempts.Decide(petition, attempt.Act - 91 - HandDownAttempts.Acts - WriteOffAttempts.Acts, attempt.Contact, reason, today, new Actors(who.Id, null)),
            > 90 + HandDownAttempts.Acts => WriteOffAttempts.Decide(petition, attempt.Act - 91 - HandDownAttempts.Acts, attempt.Contact, reason, new Actors(who.Id, null)),
            > 90 => HandDownAttempts.Decide(petition, attempt.Act - 91, who, attempt.Contact, reason, today),
            > 82 => Receive(petition, attempt with { Act = attempt.Act - 46 }, today, reason, who),
            > 70 => TeamAttempts.Decide(petition, attempt.Act - 71, who, attempt.Contact, reason, today),
            < 27 => Accept(petition, attempt, today, reason, new Actors(who.Id, null)),
            < 37 => Handle(petition, attempt, reason, new Actors(who.Id, null)),
            < 45 => Convert(petition, attempt, reason, today),
            < 69 => MeasureAttempts.Decide(petition, attempt.Act - 45, attempt.Who, attempt.Contact, reason, today),
            69 => Issuing.Against(petition, new PaperWish(PaperKinds.Issued.ElementAt(attempt.Who + attempt.Days).Code, attempt.Contact, reason, ["objection"], today, petition.Opened.Responsible), today) is { } not
                ? not : new object[] { IssuingTests.Paper(petition.Papers.Issued.Count + 1) },
            _ => Issuing.Void(petition, attempt.Contact, reason, petition.Opened.Responsible),
        };
    }

    private static Decision<object> Convert(Petition petition, Attempt attempt, string reason, DateOnly today)
    {
        var no = attempt.Contact / 2 + 1;
        return attempt.Act switch
        {
            37 => Guiding.Claim(petition, today.AddDays(-attempt.Who), (ClosedAs)(attempt.Who % 2), reason, "没有执行到位", today),
            38 => Guiding.Answer(petition, no, "通知书", reason, ServiceMethod.Post, "回执"),
            39 => Converting.Receive(petition, new ReceivePaper(today.AddDays(-attempt.Who), (ObjectionKind)(attempt.Who % 2), attempt.Contact == 1, reason, "查封有误", null, null), today),
            40 => Converting.File(petition, no, new Zhixin.Courts.CaseNumber(2026, "鲁0117", Enforcing, "执异", attempt.Who + 1)),
            41 => Converting.Refuse(petition, no, reason, "不是利害关系人", "可以申请复议"),
            42 => Converting.Notify(petition, no, "双方", ServiceMethod.Post, reason),
            43 => Converting.Rule(petition, no, reason, (ObjectionOutcome)(attempt.Who % 3)),
            _ => Converting.Withdraw(petition, no, reason),
        };
    }

    private static Decision<object> Accept(Petition petition, Attempt attempt, DateOnly today, string reason, Actors by) => attempt.Act switch
    {
        16 when attempt.Days == 0 => Accepting.CorrectConcern(petition, petition.Acceptance.Accepted?.Concerned is [var named, ..] ? named : Guid.Empty, attempt.Contact == 1 ? Zhang.Id : null, reason, "核实笔录", by),
        16 => Accepting.Decide(new Classify((PetitionClass)(attempt.Who % 2), (Claim)(attempt.Contact % 3), attempt.Days == 4 ? Capacity.Respondent : Capacity.Applicant, reason), petition),
        17 or 18 => Accepting.Decide(
            new Accept(Capacity.Applicant, attempt.WithReason ? ["2a", "3"] : [], null, null, attempt.Who == 1 ? [by.Person] : [], "没有指向个人"), petition, List("GC21", "causes")),
        19 => Accepting.ServeAcceptance(petition, ServiceMethod.Post, reason),
        20 => Accepting.Tell(petition, ServiceMethod.Phone, "进展", reason),
        21 => Accepting.Withdraw(petition, reason, null),
        22 => Declining.Propose(
            petition, new DeclineFacts(
                attempt.Who == 0 ? "1a" : "2", attempt.Days == 0 ? [] : [new ContactAttempt(today, ServiceMethod.Phone, reason)], "派驻组", reason, null, null, false, null, "释明"), List("GC21", "decline-grounds"), by, today, null),
        23 => Declining.Decide(petition, attempt.WithReason, "不同意", by, null),
        24 => Declining.Explain(petition, ServiceMethod.InPerson, reason, null),
        25 => Declining.Undo(petition, reason),
        _ => attempt.Who == 0 ? Barring.Lift(petition, attempt.Contact, reason) : Barring.Exclude(petition, "filed", "立案通知书", reason, List("SPC16", "exclusion-grounds")),
    };

    private static Decision<object> Handle(Petition petition, Attempt attempt, string reason, Actors by) => attempt.Act switch
    {
        27 => Working.Meet(petition, new PetitionMet((ServiceMethod)attempt.Who, "信访人", "说明", new Signing(attempt.WithReason, reason, "张法官"), "笔录")),
        28 => Working.Inquire(petition, new PetitionInquiryMade((InquiryKind)(attempt.Who % 4), "评估机构", reason, reason, "笔录")),
        29 => Working.FeedBack(petition, new PetitionFeedbackSent("政法委", reason, "回函")),
        30 or 31 => Answering.Submit(petition, new PetitionOpinionSubmitted((Finding)(attempt.Who % 3), false, false, "进展", reason, by.Person, null)),
        32 => Answering.Decide(petition, attempt.Contact != 1, attempt.Contact == 2, "纪要", reason, by),
        33 => Answering.Reply(petition, ServiceMethod.InPerson, true, new Signing(true, null), reason, "回执", attempt.Contact == 1, attempt.Contact == 1 ? new ReplyTalk("09:30", "接待室", reason) : null),
        34 => Resolving.Resolve(petition, (ResolutionGround)(attempt.Who % 3), reason, null, by),
        35 => Answering.Close(petition, (ClosedBy)(attempt.Who % 4), reason),
        _ => Answering.Reopen(petition, reason),
    };

    private static bool IsNotLater(HandDowns hops, Hop hop) =>
        hop.Issued.Parent is not { } no || hops.Find(no) is not { DueOn: { } own } || hop.DueOn is not { } due || due <= own;

    /// <summary>What a hop owes is its courts' and goes on when the petition has ended.</summary>
    private static bool OfHop(Obligation obligation) => obligation.Rule.Kind is "report" or "name-person-online" or "report-up";

    /// <summary>Owed by the court that has the hop; the special report by that which handed down, or by its High Court.</summary>
    private static bool Between(Petition petition, Obligation obligation) =>
        petition.HandDowns.Find(obligation.Opened.Thing!.No) is { Issued: var issued } && (obligation.Opened.Court == issued.To || obligation.Rule.Kind == "report-up");

    /// <summary>The filing, its correction and the notice are not owed by the court that answers but by the one above that the ground names.</summary>
    private static bool OfTermination(Obligation obligation) => obligation.Rule.Kind is "filing-answer" or "filing-correction" or "termination-notice";

    private static bool Decides(Petition petition, Obligation obligation) =>
        petition.Terminations.Find(obligation.Opened.Thing!.No) is { } one && obligation.Opened.Court == (obligation.Rule.Kind == "filing-answer" ? one.Reported.Supreme : one.Decider);

    /// <summary>A procedure goes on when the petition has ended.</summary>
    private static bool OfProcedure(Obligation obligation) => obligation.Opened.Thing is { Series: "conversion" or "closing-claim" };
    private static Decision<object> Receive(Petition petition, Attempt attempt, DateOnly today, string reason, Candidate who)
    {
        var receiver = attempt.Contact == 4 ? who with { Posts = ["deputy-director"], AtCourt = true } : who;
        var rules = BookingTests.Rules() with { Now = today.ToDateTime(new TimeOnly(8, 0)), RepeatFrom = attempt.Contact == 1 ? null : 2 };
        var book = BookingTests.With(receiver) with { Day = today.AddDays(attempt.Days), AgreedWith = reason, OutsideHours = reason };
        var handled = new SpotHandling((SpotOutcome)(attempt.Who % 4), reason, reason, reason);
        return attempt.Act switch
        {
            37 or 38 => Booking.Decide(book, petition, rules),
            39 => Booking.Move(petition, petition.Receptions.Open?.No ?? 1, book, reason, rules),
            40 => Booking.Cancel(petition, attempt.Contact, reason),
            41 => Booking.Miss(petition, petition.Receptions.Open?.No ?? 1, today, reason),
            42 => Receiving.Hold(petition, new Receive(null, who.Id, who.Name, true, "谈话", handled, reason), today, new ReceptionRules(2, true)),
            43 => Receiving.Hold(petition, new Receive(petition.Receptions.Open?.No, who.Id, who.Name, attempt.WithReason, "谈话", handled, reason), petition.Receptions.Open?.Slot.Day ?? today, new ReceptionRules(2, true)),
            _ => petition.Contacts.Count == 0 ? new Refusal.State("contact-not-joined") : new object[] { new PetitionContactOutcomeRecorded(petition.Contacts[0].Contact, petition.Contacts[0].Number, handled) },
        };
    }

    private static bool Joined(Petition petition, Zhixin.Intake.Contact contact) => petition.Contacts.Any(c => c.Contact == contact.Id.Id);

    private static DatedFact Stored(DatedFact dated)
    {
        var name = FactCatalogue.Of(dated.Fact);
        return dated with { Fact = FactCatalogue.Read(name.Name, name.Schema, CanonicalJson.Of(dated.Fact)) };
    }

    private static string Shape(Petition petition) => CanonicalJson.Of(new
    {
        petition.Version,
        petition.Opened,
        Stage = petition.Stage.ToString(),
        petition.Priority,
        petition.Contacts,
        petition.Petitioners,
        petition.Exclusions,
        petition.Acceptance,
        petition.Handling,
        petition.Papers,
        petition.Procedures,
        petition.Measures,
        petition.WriteOffs,
        petition.Terminations,
        petition.Team,
        petition.Scene,
        petition.HandDowns,
        petition.Transfers,
        petition.CoHandlers,
        petition.Receptions,
        petition.Accused,
        petition.LateEntries,
        petition.Assignment,
        petition.ReceiptOn,
        Obligations = petition.Obligations.Select(o => new { o.Opened, o.Trigger, o.Due, o.Provisional, o.Unit, o.Person, o.Moves, State = o.State.ToString() }),
    });
}
