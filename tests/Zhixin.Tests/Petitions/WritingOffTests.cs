using Zhixin.Petitions;
using Zhixin.Petitions.Acts;
using static Zhixin.Tests.Calendar.Days;
using static Zhixin.Tests.Petitions.Handled;
using static Zhixin.Tests.Petitions.Matter;
using static Zhixin.Tests.Petitions.WriteOffDesk;

namespace Zhixin.Tests.Petitions;

/// <summary>A handled matter is written off only with a ground, with its documents, and by every court on the way; what recurs is reversed and charged.</summary>
public sealed class WritingOffTests
{
    [Fact]
    [Trait("Clause", "HNP-16 accepted")]
    [Trait("Clause", "GC21-14 accepted")]
    public void From_the_handler_through_every_court_to_the_one_that_handed_down_first_each_step_has_its_person()
    {
        var matter = HandedDown().Ready();
        matter.Do(Apply(matter), "2026-03-20");
        matter.Petition.WriteOffs.Pending!.Applied.Way.ShouldBe([Mid.Number, High.Number]);
        matter.Open("write-off-material").ShouldBeTrue("the command centre owes the material");

        matter.Do(Agree(matter), "2026-03-21").Do(Send(matter), "2026-03-22");
        matter.Open("write-off-material").ShouldBeFalse();
        matter.Do(WriteOffReviewing.PassUp(matter.Petition, Mid.Number, "同意上报", MidHead), "2026-03-23");
        matter.Do(Name(matter), "2026-03-24").Do(Verify(matter), "2026-03-25").Do(Record(matter), "2026-03-26");

        matter.Petition.Stage.ShouldBe(new Stage.Closed(ClosedBy.WrittenOff, On("2026-03-26")));
        matter.Petition.HandDowns.All.ShouldAllBe(h => h.Ended == HopEnd.WrittenOff);
        matter.Petition.WriteOffs.Standing!.Steps.Select(s => (s.Station, s.Court, s.By)).ShouldBe(
        [
            (WriteOffStation.Apply, Home.Number, Zhang.Id), (WriteOffStation.Agree, Home.Number, HomeHead.Person), (WriteOffStation.Material, Home.Number, Centre.Person),
            (WriteOffStation.PassUp, Mid.Number, MidHead.Person), (WriteOffStation.NameVerifier, High.Number, HighHead.Person),
            (WriteOffStation.Verify, High.Number, Verifier.Id), (WriteOffStation.Outcome, High.Number, HighHead.Person),
        ]);
    }

    [Fact]
    [Trait("Clause", "HNP-16 accepted")]
    public void Where_nobody_handed_down_the_court_verifies_itself_by_a_person_who_took_no_part()
    {
        var matter = Of().Ready();
        matter.Do(Apply(matter), "2026-03-20").Do(Agree(matter), "2026-03-20").Do(Send(matter), "2026-03-20");
        matter.Petition.WriteOffs.Pending!.Top.ShouldBe(Home.Number);
        WriteOffReviewing.Name(matter.Petition, Home.Number, AsVerifier(Zhang), MayVerify, HomeHead).ShouldBeRefusedFor("verifier", "write-off-verifier-took-part");
        WriteOffReviewing.Name(matter.Petition, Home.Number, new Candidate(HomeHead.Person, "负责人", Home.Number, true, ["petition-unit-head"]), MayVerify, HomeHead)
            .ShouldBeRefusedFor("verifier", "write-off-verifier-took-part");
        matter.Do(WriteOffReviewing.Name(matter.Petition, Home.Number, AsVerifier(Li), MayVerify, HomeHead), "2026-03-21");
        matter.Do(WriteOffReviewing.Verify(matter.Petition, Home.Number, true, "属实", null, new Actors(Li.Id, null)), "2026-03-21");
        matter.Do(WriteOffReviewing.Record(matter.Petition, Home.Number, true, "平台回执", null, HomeHead), "2026-03-21");
        matter.Petition.WriteOffs.Standing.ShouldNotBeNull();
    }

    [Fact]
    [Trait("Clause", "GC21-14 refused")]
    [Trait("Clause", "JZ21-3.2.4(6) refused")]
    public void A_missing_material_is_named_and_a_bare_word_ticks_nothing_but_a_commitment_is_never_asked_for()
    {
        var matter = Of().Replied("2026-03-12");
        Apply(matter, []).Refused().Arguments.ShouldBe(["相关法律文书、谈话笔录、接访后采取的措施"]);
        Apply(matter, []).ShouldBeRefusedUnder("GC21-14", "write-off-material-missing");
        Apply(matter, [("talk-records", "record:999")]).ShouldBeRefusedFor("materials", "write-off-document-unfit");
        Apply(matter, [("unknown", "record:1")]).ShouldBeRefusedFor("materials", "write-off-document-unfit");

        var ready = Of().Ready();
        var measure = Reference(ready, "petition.measure-taken");
        Apply(ready, [("talk-records", measure)]).ShouldBeRefusedFor("materials", "write-off-document-unfit");
        var whole = Chosen(ready);
        foreach (var left in whole)
        {
            Apply(ready, [.. whole.Where(one => one != left)]).ShouldBeRefusedUnder("GC21-14", "write-off-material-missing");
        }

        Apply(ready, whole, standard: " ").ShouldBeRefusedUnder("JZ21-3.2.4(6)", "write-off-needs-standard");
        Apply(ready, whole, result: " ").ShouldBeRefusedUnder("HNP-16", "write-off-needs-result");
        Apply(ready, whole).ShouldBeOfType<Decision<object>.Done>("without any commitment");
    }

    [Fact]
    [Trait("Clause", "JZ21-3.2.4(6) accepted")]
    public void Where_the_campaign_alone_is_in_force_the_handler_says_how_the_standard_is_met_and_sends_the_material()
    {
        var matter = Of().Ready();
        var rules = Rules(matter) with { Materials = List("JZ21", "write-off-material"), MaterialClause = "JZ21-3.2.4(6)" };
        matter.Do(WritingOff.Apply(matter.Petition, Command(Chosen(matter)), rules, Handler), "2026-03-20").Do(Agree(matter), "2026-03-20");
        Send(matter).ShouldBeRefusedUnder("JZ21-3.2.4(6)", "write-off-sent-otherwise");
        matter.Do(WriteOffReviewing.Send(matter.Petition, Home.Number, "JZ21-3.2.4(6)", "中院综合处", "报送函", [], Handler), "2026-03-20");
        matter.Open("write-off-material").ShouldBeFalse();
        matter.Petition.WriteOffs.Pending!.Applied.Standard.ShouldBe("案款已发还，信访人认可");
    }

    [Fact]
    [Trait("Clause", "JZ21-3.2.4(6) refused")]
    [Trait("Clause", "GC21-14 refused")]
    public void What_was_ticked_and_is_gone_is_not_sent_nor_is_anything_without_receiver_and_letter()
    {
        var matter = Of().Ready();
        var file = new MatterDocument(DocumentSource.File, "f-1", string.Empty, "裁定书.pdf", null);
        var rules = Rules(matter) with { Files = [file] };
        matter.Do(WritingOff.Apply(matter.Petition, Command([.. Chosen(matter).Where(c => c.Code != "legal-documents"), ("legal-documents", "file:f-1")]), rules, Handler), "2026-03-20");
        matter.Do(Agree(matter), "2026-03-20");
        Send(matter).ShouldBeRefusedUnder("GC21-14", "write-off-material-gone");
        WriteOffReviewing.Send(matter.Petition, Home.Number, "JZ21-3.2.4(6)", "综合处", "函", ["f-1"], Handler).ShouldBeRefusedUnder("GC21-14", "write-off-sent-otherwise");
        WriteOffReviewing.Send(matter.Petition, Home.Number, "GC21-14", " ", "函", ["f-1"], Centre).ShouldBeRefusedUnder("GC21-14", "write-off-needs-receiver");
        WriteOffReviewing.Send(matter.Petition, Home.Number, "GC21-14", "中院", " ", ["f-1"], Centre).ShouldBeRefusedUnder("GC21-14", "write-off-needs-sending");
        matter.Do(WriteOffReviewing.Send(matter.Petition, Home.Number, "GC21-14", "中院", "函", ["f-1"], Centre), "2026-03-20");
    }

    [Fact]
    [Trait("Clause", "HNP-16 refused")]
    [Trait("Clause", "SPC16-7(1) refused")]
    [Trait("Clause", "SPC16-8(1) refused")]
    public void Nobody_applies_before_the_petitioner_is_answered_nor_on_a_ground_that_is_not_there()
    {
        Apply(Of(), []).ShouldBeRefusedUnder("HNP-16", "write-off-not-handled");
        var matter = Of().Ready();
        var whole = Chosen(matter);
        Apply(matter, whole, ground: "none").ShouldBeRefusedFor("ground", "write-off-ground-unknown");
        Ground(matter, "resolved").ShouldBeRefusedUnder("SPC16-7(1)", "write-off-not-recognised");
        Ground(matter, "excluded").ShouldBeRefusedUnder("SPC16-8(1)", "write-off-not-excluded");
        Ground(matter, "replied").ShouldBeRefusedFor("ground", "write-off-ground-unknown");

        matter.Do(Resolving.Resolve(matter.Petition, ResolutionGround.Enforced, "发还凭证", null, Handler), "2026-03-18");
        Ground(matter, "resolved").ShouldBeRefusedUnder("SPC16-7(1)", "write-off-not-recognised");
        matter.Do(Resolving.Recognise(matter.Petition, true, "属实", Mid.Number, [], MidHead), "2026-03-18");
        Ground(matter, "resolved").ShouldBeOfType<Decision<object>.Done>();

        var other = Rules(matter) with { Grounds = new("g", "核销情形", "GC21-14", [new("new", "法院补充的", "GC21-14", [], string.Empty)], string.Empty) };
        WritingOff.Apply(matter.Petition, Command(whole) with { Ground = "new" }, other, Handler).ShouldBeRefusedFor("ground", "write-off-ground-not-checked");
        matter.Do(Apply(matter, whole), "2026-03-20");
        Apply(matter, whole).ShouldBeRefusedAs("write-off-pending");
    }

    [Fact]
    [Trait("Clause", "SPC16-7(1) accepted")]
    [Trait("Clause", "SPC16-8(1) accepted")]
    public void A_fact_that_bars_superiors_is_a_ground_while_it_lasts_also_for_the_verifier()
    {
        var matter = HandedDown().Ready();
        matter.Do(Barring.Exclude(matter.Petition, "filed", "立案通知书", "等候裁定", List("SPC16", "exclusion-grounds")), "2026-03-18");
        matter.Petition.HandDowns.Open.ShouldBeEmpty();
        matter.Do(WritingOff.Apply(matter.Petition, Command(Chosen(matter)) with { Ground = "excluded" }, Rules(matter) with { Grounds = List("SPC16", "write-off-grounds") }, Handler), "2026-03-20");
        matter.Petition.WriteOffs.Pending!.Applied.Way.ShouldBe([Mid.Number, High.Number], "who handed down verifies, also when the hop is over");
        matter.Do(Agree(matter), "2026-03-20").Do(Send(matter), "2026-03-20").Do(WriteOffReviewing.PassUp(matter.Petition, Mid.Number, "同意", MidHead), "2026-03-20").Do(Name(matter), "2026-03-20");
        matter.Do(Barring.Lift(matter.Petition, 1, "裁定撤销"), "2026-03-21");
        var unfounded = WritingOff.Unfounded(matter.Petition, "excluded", List("SPC16", "write-off-grounds"));
        WriteOffReviewing.Verify(matter.Petition, High.Number, true, "属实", unfounded, new Actors(Verifier.Id, null)).ShouldBeRefusedUnder("SPC16-8(1)", "write-off-not-excluded");
        matter.Do(WriteOffReviewing.Verify(matter.Petition, High.Number, false, "继续督办", unfounded, new Actors(Verifier.Id, null)), "2026-03-21");
        (matter.Petition.WriteOffs.All.Single().Ended, matter.Petition.IsOpen).ShouldBe((WriteOffEnd.Refused, true));
    }

    [Fact]
    [Trait("Clause", "HNP-16 accepted")]
    public void A_new_contact_reverses_the_write_off_and_its_leaving_lets_it_stand_again()
    {
        var matter = WrittenOff();
        matter.Joined(2, "2026-04-02");
        var reversed = matter.Petition.WriteOffs.All.Single();
        (reversed.Reversed!.Because, reversed.ReversedOn, matter.Petition.IsOpen, matter.Petition.WriteOffs.Standing).ShouldBe((Recurrence.Contact, On("2026-04-02"), true, null));
        reversed.Steps.Select(s => s.By).ShouldContain(Verifier.Id, "who verified stays visible");
        WritingOff.Barred(matter.Petition).ShouldBeNull("superiors may hand down again");

        matter.Do(Joining.Leave(matter.Petition, Id(202), "登记错了"), "2026-04-03");
        matter.Petition.WriteOffs.Standing.ShouldNotBeNull();
        matter.Petition.Stage.ShouldBeOfType<Stage.Closed>();
    }

    [Fact]
    [Trait("Clause", "HNP-16 accepted")]
    [Trait("Clause", "HNP-16 refused")]
    public void A_reopening_and_a_finding_reverse_it_too_and_only_what_stands_is_reversed()
    {
        var reopened = WrittenOff();
        reopened.Do(Answering.Reopen(reopened.Petition, "新的财产线索"), "2026-04-02");
        reopened.Petition.WriteOffs.All.Single().Reversed!.Because.ShouldBe(Recurrence.Reopened);

        var found = WrittenOff();
        WritingOff.Reverse(found.Petition, " ").ShouldBeRefusedUnder("HNP-16", "write-off-reverse-needs-reason");
        WritingOff.Reverse(found.Petition, "又到省").On(found, "2026-03-25").ShouldBeRefusedFor("on", "before-what-it-answers");
        found.Do(WritingOff.Reverse(found.Petition, "平台再次出现"), "2026-04-02");
        (found.Petition.IsOpen, found.Petition.WriteOffs.All.Single().Reversed!.Reason).ShouldBe((true, "平台再次出现"));
        WritingOff.Reverse(found.Petition, "又来").ShouldBeRefusedAs("write-off-does-not-stand");
    }

    [Fact]
    [Trait("Clause", "HNP-16 accepted")]
    public void Who_comes_again_while_it_is_under_way_ends_the_application_and_the_old_records_do_not_serve_the_next()
    {
        var matter = Of().Ready();
        matter.Do(Apply(matter), "2026-03-20");
        matter.Joined(2, "2026-03-23");
        matter.Petition.WriteOffs.All.Single().Ended.ShouldBe(WriteOffEnd.Withdrawn);
        matter.Open("write-off-material").ShouldBeFalse();
        matter.Petition.WriteOffs.Records.ShouldBeEmpty();
    }

    [Fact]
    [Trait("Clause", "HNP-16 refused")]
    public void What_is_written_off_is_handed_down_by_nobody_and_closed_by_no_other_name()
    {
        var matter = WrittenOff();
        var bars = List("SPC16", "exclusion-grounds");
        HandingDown.NotIssuable(matter.Petition, bars).ShouldBe(new Refusal.Law("HNP-16", "hand-down-written-off"));
        HandingDown.Barred(matter.Petition, bars)!.Message.ShouldBe("hand-down-written-off");
        var replied = Of().Replied("2026-03-12");
        Answering.Close(replied.Petition, ClosedBy.WrittenOff, "回执").ShouldBeRefusedUnder("HNP-16", "close-written-off-otherwise");
    }

    [Fact]
    public void Another_hop_or_another_court_meanwhile_ends_the_application_because_the_way_is_another()
    {
        var matter = HandedDown().Ready();
        matter.Do(Apply(matter), "2026-03-20");
        matter.Tell([new HandDownIssued(3, null, Supreme.Number, Home.Number, [], HandDownMode.OrderRuling, "批示", "裁定", "函", On("2026-05-01"), false, null, null, null, null)], On("2026-03-21"), On("2026-03-21"));
        matter.Petition.WriteOffs.All.Single().Ended.ShouldBe(WriteOffEnd.Lapsed);
        matter.Last.OfType<WriteOffLapsed>().Count().ShouldBe(1, "it is told");
        matter.Open("write-off-material").ShouldBeFalse("nobody sends the material of an application that is gone");
        WritingOff.Way(matter.Petition, [Mid.Number, High.Number, Supreme.Number]).ShouldBe([Mid.Number, High.Number, Supreme.Number]);
        WritingOff.Way(Of().Petition, [Mid.Number, High.Number, Supreme.Number]).ShouldBeEmpty();
    }

    private static Decision<object> Ground(Matter matter, string ground) => WritingOff.Apply(
        matter.Petition, Command(Chosen(matter)) with { Ground = ground }, Rules(matter) with { Grounds = List("SPC16", "write-off-grounds") }, Handler);
}
