using FsCheck;
using FsCheck.Fluent;
using Zhixin.Petitions;
using Zhixin.Petitions.Acts;
using static Zhixin.Tests.Calendar.Days;
using static Zhixin.Tests.Petitions.Handled;
using static Zhixin.Tests.Petitions.Matter;
using static Zhixin.Tests.Petitions.WriteOffDesk;

namespace Zhixin.Tests.Petitions;

/// <summary>The chain of a write-off: no station is skipped, none is of another court, and nobody decides on what he or she took part in.</summary>
public sealed class WriteOffChainTests
{
    private static readonly int[] Courts = [Home.Number, Mid.Number, High.Number, Supreme.Number];

    [Fact]
    [Trait("Clause", "HNP-16 refused")]
    public void At_every_station_every_other_step_is_refused_and_so_is_every_other_court()
    {
        var matter = HandedDown().Ready();
        Elsewhere(matter, null);
        matter.Do(Apply(matter), "2026-03-20");
        Elsewhere(matter, WriteOffStation.Agree, Home.Number);
        matter.Do(Agree(matter), "2026-03-20");
        Elsewhere(matter, WriteOffStation.Material, Home.Number);
        matter.Do(Send(matter), "2026-03-20");
        Elsewhere(matter, WriteOffStation.PassUp, Mid.Number);
        matter.Do(WriteOffReviewing.PassUp(matter.Petition, Mid.Number, "同意", MidHead), "2026-03-20");
        Elsewhere(matter, WriteOffStation.NameVerifier, High.Number);
        matter.Do(Name(matter), "2026-03-20");
        Elsewhere(matter, WriteOffStation.Verify, High.Number);
        matter.Do(Verify(matter), "2026-03-20");
        Elsewhere(matter, WriteOffStation.Outcome, High.Number);
        matter.Do(Record(matter), "2026-03-20");
        Elsewhere(matter, null);
    }

    [Fact]
    [Trait("Clause", "HNP-16 refused")]
    public void Nobody_who_took_a_step_takes_another_personally_or_through_a_deputy()
    {
        var matter = HandedDown().Ready();
        matter.Do(Apply(matter), "2026-03-20");
        foreach (var twice in new[] { Handler, new Actors(Id(99), Zhang.Id), new Actors(Zhang.Id, HomeHead.Person) })
        {
            WriteOffReviewing.Agree(matter.Petition, Home.Number, "同意", twice).Refused().ShouldBe(new Refusal.Authority("agree-write-off", "write-off-own"));
            WriteOffReviewing.Return(matter.Petition, Home.Number, "理由", twice).Refused().ShouldBe(new Refusal.Authority("return-write-off", "write-off-own"));
        }

        matter.Do(Agree(matter), "2026-03-20").Do(Send(matter), "2026-03-20");
        WriteOffReviewing.PassUp(matter.Petition, Mid.Number, "同意", HomeHead).Refused().ShouldBe(new Refusal.Authority("pass-up-write-off", "write-off-own"));
        matter.Do(WriteOffReviewing.PassUp(matter.Petition, Mid.Number, "同意", MidHead), "2026-03-20").Do(Name(matter), "2026-03-20");
        WriteOffReviewing.Verify(matter.Petition, High.Number, true, "属实", null, HighHead).Refused().Message.ShouldBe("write-off-verifier-other");
        WriteOffReviewing.Verify(matter.Petition, High.Number, true, "属实", null, new Actors(MidHead.Person, Verifier.Id)).Refused().ShouldBe(new Refusal.Authority("verify-write-off", "write-off-own"));
    }

    [Fact]
    [Trait("Clause", "HNP-16 refused")]
    public void Every_step_needs_its_words_and_the_verifier_a_post_and_no_accusation()
    {
        var matter = HandedDown().Ready();
        matter.Do(Apply(matter), "2026-03-20");
        WriteOffReviewing.Agree(matter.Petition, Home.Number, " ", HomeHead).ShouldBeRefusedUnder("HNP-16", "write-off-needs-opinion");
        WriteOffReviewing.Return(matter.Petition, Home.Number, " ", HomeHead).ShouldBeRefusedUnder("HNP-16", "write-off-return-needs-reason");
        WritingOff.Withdraw(matter.Petition, " ").ShouldBeRefusedFor("reason", "reason-required");
        matter.Do(Agree(matter), "2026-03-20").Do(Send(matter), "2026-03-20");
        WriteOffReviewing.PassUp(matter.Petition, Mid.Number, " ", MidHead).ShouldBeRefusedUnder("HNP-16", "write-off-needs-opinion");
        matter.Do(WriteOffReviewing.PassUp(matter.Petition, Mid.Number, "同意", MidHead), "2026-03-20");
        Naming(matter, null).ShouldBeRefusedFor("verifier", "write-off-verifier-not-in-post");
        Naming(matter, Verifier with { Court = Mid.Number }).ShouldBeRefusedFor("verifier", "write-off-verifier-not-in-post");
        Naming(matter, Verifier with { Posts = ["receptionist"] }).ShouldBeRefusedFor("verifier", "write-off-verifier-not-in-post");
        Naming(matter, Verifier with { AtCourt = false }).ShouldBeRefusedFor("verifier", "write-off-verifier-not-in-post");
        matter.Do(Name(matter), "2026-03-20");
        Naming(matter, Verifier).ShouldBeRefusedAs("already-assigned");
        Verify(matter).On(matter, "2026-03-19").ShouldBeRefusedFor("on", "before-what-it-answers");
        WriteOffReviewing.Verify(matter.Petition, High.Number, true, " ", null, new Actors(Verifier.Id, null)).ShouldBeRefusedUnder("HNP-16", "write-off-needs-opinion");
        matter.Do(Verify(matter), "2026-03-20");
        WriteOffReviewing.Record(matter.Petition, High.Number, true, " ", null, HighHead).ShouldBeRefusedUnder("HNP-16", "write-off-outcome-needs-document");
        WriteOffReviewing.Record(matter.Petition, High.Number, false, "回执", " ", HighHead).ShouldBeRefusedFor("reason", "reason-required");
        WritingOff.Withdraw(matter.Petition, "撤回").ShouldBeRefusedAs("write-off-submitted");
    }

    [Fact]
    [Trait("Clause", "GC21-5(1) refused")]
    public void Whom_the_petitioner_accuses_verifies_nothing()
    {
        var matter = HandedDown().Ready().With(p => p with { Opened = p.Opened with { Concerned = [Verifier.Id] } });
        matter.Do(Apply(matter), "2026-03-20").Do(Agree(matter), "2026-03-20").Do(Send(matter), "2026-03-20");
        matter.Do(WriteOffReviewing.PassUp(matter.Petition, Mid.Number, "同意", MidHead), "2026-03-20");
        Name(matter).ShouldBeRefusedUnder("GC21-5(1)", "assign-accused");
    }

    [Fact]
    [Trait("Clause", "HNP-16 accepted")]
    public void It_goes_back_one_court_at_a_time_and_comes_up_again_through_the_same_courts()
    {
        var matter = HandedDown().Ready();
        matter.Do(Apply(matter), "2026-03-20").Do(Agree(matter), "2026-03-20").Do(Send(matter), "2026-03-20");
        matter.Do(WriteOffReviewing.PassUp(matter.Petition, Mid.Number, "同意", MidHead), "2026-03-21").Do(Name(matter), "2026-03-21");
        matter.Do(WriteOffReviewing.Return(matter.Petition, High.Number, "没有回访记录", HighHead), "2026-03-22");
        matter.Petition.WriteOffs.Pending!.Waits.ShouldBe(new WriteOffPlace(WriteOffStation.PassUp, Mid.Number));
        matter.Petition.WriteOffs.Pending.Verifier.ShouldBeNull();

        matter.Do(WriteOffReviewing.PassUp(matter.Petition, Mid.Number, "已补", MidHead), "2026-03-23").Do(Name(matter), "2026-03-23");
        matter.Do(WriteOffReviewing.Return(matter.Petition, High.Number, "仍然没有", HighHead), "2026-03-24").Do(WriteOffReviewing.Return(matter.Petition, Mid.Number, "请补回访", MidHead), "2026-03-25");
        (matter.Petition.WriteOffs.Pending, matter.Petition.WriteOffs.All.Single().Ended).ShouldBe((null, WriteOffEnd.Returned));
        matter.Do(Apply(matter), "2026-03-26");
        matter.Petition.WriteOffs.Pending.ShouldNotBeNull().Applied.No.ShouldBe(2);
    }

    [Fact]
    [Trait("Clause", "HNP-16 accepted")]
    public void Refused_by_verifier_or_platform_the_matter_goes_on_with_its_clocks_as_they_were()
    {
        foreach (var byPlatform in new[] { true, false })
        {
            var matter = HandedDown().Ready();
            var before = matter.Petition.Obligations.Where(o => o.IsOpen).Select(o => (o.No, o.Due)).ToList();
            matter.Do(Apply(matter), "2026-03-20").Do(Agree(matter), "2026-03-20").Do(Send(matter), "2026-03-20");
            matter.Do(WriteOffReviewing.PassUp(matter.Petition, Mid.Number, "同意", MidHead), "2026-03-20").Do(Name(matter), "2026-03-20").Do(Verify(matter, byPlatform), "2026-03-20");
            if (byPlatform)
            {
                matter.Do(Record(matter, writtenOff: false), "2026-03-21");
            }

            matter.Petition.WriteOffs.All.Single().Ended.ShouldBe(WriteOffEnd.Refused);
            matter.Petition.Obligations.Where(o => o.IsOpen).Select(o => (o.No, o.Due)).ShouldBe(before);
            matter.Petition.HandDowns.Open.Count().ShouldBe(2);
            WritingOff.NotAppliable(matter.Petition).ShouldBeNull("a better application may follow");
        }
    }

    [Fact]
    [Trait("Clause", "HNP-16 accepted")]
    public void Written_off_while_a_paper_waits_for_filing_it_closes_only_when_its_own_conditions_let_it()
    {
        var matter = HandedDown().Ready();
        matter.Do(Apply(matter), "2026-03-20").Do(Agree(matter), "2026-03-20").Do(Send(matter), "2026-03-20");
        matter.Do(WriteOffReviewing.PassUp(matter.Petition, Mid.Number, "同意", MidHead), "2026-03-20").Do(Name(matter), "2026-03-20").Do(Verify(matter), "2026-03-20");
        matter.Do(Converting.Receive(matter.Petition, new ReceivePaper(On("2026-03-21"), ObjectionKind.Act, true, "异议书", "查封有误", null, null), On("2026-03-21")), "2026-03-21");
        matter.Do(Record(matter), "2026-03-23");
        (matter.Petition.WriteOffs.Standing is not null, matter.Petition.Stage).ShouldBe((true, new Stage.Replied(On("2026-03-12"))));
        matter.Joined(2, "2026-03-24");
        matter.Petition.WriteOffs.Standing.ShouldBeNull("who comes again reverses it, whatever the stage");
    }

    [Fact]
    public void No_path_leads_to_a_write_off_without_every_station_in_its_order() =>
        Prop.ForAll(Gen.Choose(0, 63).ListOf().ToArbitrary(), moves =>
        {
            var matter = HandedDown().Ready();
            var people = new[] { Handler, HomeHead, Centre, MidHead, HighHead, new Actors(Verifier.Id, null) };
            foreach (var (move, at) in moves.Select((m, i) => (m, i)))
            {
                // Every other move is the one that is due, so that long paths are common.
                if ((at % 2 == 0 ? Due(matter) : Try(matter, move / 8, Courts[move % 4], people[move % people.Length])) is Decision<object>.Done done)
                {
                    matter.Tell(done.Events, On("2026-03-20"), On("2026-03-20"));
                }
            }

            foreach (var one in matter.Petition.WriteOffs.All.Where(w => w.Ended == WriteOffEnd.Approved))
            {
                one.Steps.Select(s => (s.Station, s.Court)).ShouldBe(one.Stations.Select(s => (s.Station, s.Court)));
                var signed = one.Steps.Where(s => s.Station is not (WriteOffStation.NameVerifier or WriteOffStation.Material or WriteOffStation.Outcome)).Select(s => s.By).ToList();
                signed.ShouldBeUnique();
            }
        }).QuickCheckThrowOnFailure();

    private static Decision<object> Due(Matter matter) => matter.Petition.WriteOffs.Pending?.Waits switch
    {
        null => Apply(matter),
        { Station: WriteOffStation.Agree } => Agree(matter),
        { Station: WriteOffStation.Material } => Send(matter),
        { Station: WriteOffStation.PassUp, Court: var court } => WriteOffReviewing.PassUp(matter.Petition, court, "同意", MidHead),
        { Station: WriteOffStation.NameVerifier } => Name(matter),
        { Station: WriteOffStation.Verify } => Verify(matter),
        _ => Record(matter),
    };

    private static Decision<object> Try(Matter matter, int act, int court, Actors by) => act switch
    {
        0 => WriteOffReviewing.Agree(matter.Petition, court, "同意", by),
        1 => WriteOffReviewing.Send(matter.Petition, court, "GC21-14", "中院", "函", [], by),
        2 => WriteOffReviewing.PassUp(matter.Petition, court, "同意", by),
        3 => WriteOffReviewing.Return(matter.Petition, court, "退回", by),
        4 => WriteOffReviewing.Name(matter.Petition, court, Verifier, MayVerify, by),
        5 => WriteOffReviewing.Verify(matter.Petition, court, true, "属实", null, by),
        6 => WriteOffReviewing.Record(matter.Petition, court, true, "回执", null, by),
        _ => WritingOff.Withdraw(matter.Petition, "撤回"),
    };

    /// <summary>Whatever does not wait, or waits at another court, is refused.</summary>
    private static void Elsewhere(Matter matter, WriteOffStation? waits, int at = 0)
    {
        foreach (var court in Courts)
        {
            foreach (var station in Enum.GetValues<WriteOffStation>().Where(s => s is not WriteOffStation.Apply))
            {
                var refused = WriteOffReviewing.NotHere(matter.Petition, court, station);
                (refused is null).ShouldBe(station == waits && court == at, $"{station} at {court}");
            }
        }

        if (waits is not null)
        {
            Apply(matter, Chosen(matter)).ShouldBeRefusedAs("write-off-pending");
        }
    }

    private static Decision<object> Naming(Matter matter, Candidate? who) => WriteOffReviewing.Name(matter.Petition, High.Number, who, MayVerify, HighHead);
}
