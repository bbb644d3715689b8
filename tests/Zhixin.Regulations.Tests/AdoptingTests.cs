using Zhixin.Authority;
using Zhixin.Courts;
using StreamId = Zhixin.History.StreamId;

namespace Zhixin.Regulations.Tests;

/// <summary>Adoption by two persons: a source that prints no date holds only from a date that persons state.</summary>
public sealed class AdoptingTests
{
    private static readonly Guid Ge = Guid.Parse("11111111-1111-7111-8111-111111111111");
    private static readonly Guid Wei = Guid.Parse("22222222-2222-7222-8222-222222222222");
    private static readonly DateOnly March = new(2026, 3, 1);

    private static CourtDirectory Courts { get; } =
        CourtDirectory.Parse("courts/directory.csv", File.ReadAllText(Path.Combine(Repository.Root, "courts", "directory.csv")));

    private static int Gangcheng => Courts.ByName("济南市钢城区人民法院")!.Number;

    private static int Hainan => Courts.ByName("海南省高级人民法院")!.Number;

    [Theory]
    [Trait("Clause", "GC21-18 accepted")]
    [Trait("Clause", "HNI-18 accepted")]
    [Trait("Clause", "HNP-30 accepted")]
    [InlineData("GC21")]
    [InlineData("HNI")]
    [InlineData("HNP")]
    public void A_pack_without_a_printed_date_opens_obligations_from_the_stated_day_and_not_the_day_before(string id)
    {
        var pack = Repository.Pack(id);
        var court = id == "GC21" ? Gangcheng : Hainan;
        var proposed = Events(Adopting.Propose(Proposal(pack, court), Ge, [pack], Courts, [])).ShouldHaveSingleItem().ShouldBeOfType<AdoptionProposed>();
        var adoption = AdoptionCase.Begin(new StreamId(court, Guid.Empty), proposed);

        Events(Adopting.Confirm(adoption, Wei, [])).ShouldBe([new AdoptionConfirmed(Wei)]);

        var book = new RuleBook([pack], [new Adoption(pack.Id, pack.Version, pack.Hash, court, proposed.From, null, proposed.Reason)]);
        book.InForce([court], March.AddDays(-1)).ShouldBeEmpty();
        book.InForce([court], March).ShouldHaveSingleItem();
    }

    [Theory]
    [Trait("Clause", "GC21-18 refused")]
    [Trait("Clause", "HNI-18 refused")]
    [Trait("Clause", "HNP-30 refused")]
    [InlineData("GC21")]
    [InlineData("HNI")]
    [InlineData("HNP")]
    public void The_first_day_is_never_a_default(string id)
    {
        var pack = Repository.Pack(id);
        pack.InForceFrom.ShouldBeNull();

        Key(Adopting.Propose(Proposal(pack, Hainan) with { From = null }, Ge, [pack], Courts, [])).ShouldBe("adoption-from-missing");
        new RuleBook([pack], []).InForce([Hainan], March).ShouldBeEmpty();
    }

    [Fact]
    [Trait("Clause", "HNI-16 accepted")]
    [Trait("Clause", "HNP-29 accepted")]
    public void The_two_packs_of_Hainan_name_the_court_that_interprets_them() =>
        new[] { "HNI", "HNP" }.ShouldAllBe(id => Repository.Pack(id).Issuer == "海南省高级人民法院");

    [Fact]
    public void An_unknown_pack_version_or_court_is_refused()
    {
        var pack = Repository.Pack("GC21");

        Key(Propose(pack, p => p with { Pack = "GC99" })).ShouldBe("adoption-pack-unknown");
        Key(Propose(pack, p => p with { Version = 99 })).ShouldBe("adoption-pack-unknown");
        Key(Propose(pack, p => p with { Version = null })).ShouldBe("adoption-pack-unknown");
        Key(Propose(pack, p => p with { Court = 987654 })).ShouldBe("adoption-court-unknown");
        Key(Propose(pack, p => p with { Court = null })).ShouldBe("adoption-court-unknown");
        Events(Propose(pack, p => p with { Court = 0 })).ShouldHaveSingleItem();
    }

    [Fact]
    public void Days_are_checked_at_their_bounds()
    {
        var printed = Repository.Pack("JZ21");
        var from = printed.InForceFrom!.Value;

        Key(Propose(printed, p => p with { From = from.AddDays(-1) })).ShouldBe("adoption-before-printed");
        Events(Propose(printed, p => p with { From = from })).ShouldHaveSingleItem();
        Key(Propose(printed, p => p with { From = March, Until = March.AddDays(-1) })).ShouldBe("adoption-until-early");
        Events(Propose(printed, p => p with { From = March, Until = March })).ShouldHaveSingleItem();
        Key(Propose(Repository.Pack("GC21"), p => p with { From = new DateOnly(2003, 12, 31) })).ShouldBe("adoption-from-range");
    }

    [Fact]
    public void A_reference_pack_is_adopted_for_reference_alone()
    {
        var reference = Repository.Pack("reference-2021");

        Key(Propose(reference, p => p)).ShouldBe("adoption-reference-only");
        Events(Propose(reference, p => p with { Binding = false })).ShouldHaveSingleItem();
        Key(Propose(Repository.Pack("GC21"), p => p with { Binding = false })).ShouldBe("adoption-binding-only");
    }

    [Theory]
    [InlineData(null)]
    [InlineData("　 ")]
    public void A_reason_is_required(string? reason) =>
        Key(Propose(Repository.Pack("GC21"), p => p with { Reason = reason })).ShouldBe("reason-required");

    [Fact]
    public void The_same_adoption_is_refused_on_every_day_that_it_would_share()
    {
        var pack = Repository.Pack("GC21");
        StandingAdoption[] standing = [Standing(pack, March, March.AddDays(9))];

        Key(Propose(pack, p => p with { From = March.AddDays(9) }, standing)).ShouldBe("adoption-in-force");
        Events(Propose(pack, p => p with { From = March.AddDays(10) }, standing)).ShouldHaveSingleItem();
        Key(Propose(pack, p => p with { From = March.AddDays(-5), Until = March }, standing)).ShouldBe("adoption-in-force");
        Events(Propose(pack, p => p with { From = March.AddDays(-5), Until = March.AddDays(-1) }, standing)).ShouldHaveSingleItem();
        Events(Propose(pack, p => p with { Court = Hainan }, standing)).ShouldHaveSingleItem();
    }

    [Fact]
    public void Another_version_must_end_the_older_one()
    {
        var old = SamplePack.Pack("P");
        var next = SamplePack.Pack("P", ("version: 1\n", "version: 2\n"));
        var standing = Standing(old, March, null);
        var proposal = Proposal(next, Gangcheng) with { From = March.AddDays(10) };

        Key(Adopting.Propose(proposal, Ge, [old, next], Courts, [standing])).ShouldBe("adoption-other-version");
        Key(Adopting.Propose(proposal with { EndsOlder = true, From = March }, Ge, [old, next], Courts, [standing])).ShouldBe("adoption-other-version");
        var proposed = (AdoptionProposed)Events(Adopting.Propose(proposal with { EndsOlder = true }, Ge, [old, next], Courts, [standing])).Single();
        proposed.Ends.ShouldBe([standing.Id!.Value]);
        Adopting.EndOfOlder(proposed, Wei).LastDay.ShouldBe(March.AddDays(9));
        Events(Adopting.Confirm(AdoptionCase.Begin(default, proposed), Wei, [standing])).ShouldHaveSingleItem();
    }

    [Fact]
    public void Nobody_confirms_or_refuses_what_he_proposed_and_the_matrix_says_so_too()
    {
        var adoption = Proposed();

        Key(Adopting.Confirm(adoption, Ge, [])).ShouldBe("adoption-same-person");
        Key(Adopting.Refuse(adoption, Ge, "不同意")).ShouldBe("adoption-same-person");
        var matrix = Repository.Library.Authority;
        matrix.MayDo("confirm-pack-adoption", ["security-administrator"], CourtRelation.Own, [PersonBar.Applied])!.Message.ShouldBe("authority.bar");
        matrix.MayDo("confirm-pack-adoption", ["security-administrator"], CourtRelation.Own, []).ShouldBeNull();
        matrix.MayDo("confirm-pack-adoption", ["system-administrator"], CourtRelation.Own, [])!.Message.ShouldBe("authority.post");
        matrix.MayDo("propose-pack-adoption", ["security-administrator"], CourtRelation.Own, [])!.Message.ShouldBe("authority.post");
    }

    [Fact]
    public void What_came_into_force_since_the_proposal_stops_the_confirmation()
    {
        var pack = Repository.Pack("GC21");

        Key(Adopting.Confirm(Proposed(), Wei, [Standing(pack, March, null)])).ShouldBe("adoption-in-force");
    }

    [Fact]
    public void A_refusal_has_a_reason_and_is_final()
    {
        Key(Adopting.Refuse(Proposed(), Wei, " ")).ShouldBe("reason-required");
        var refused = Proposed().Apply(Events(Adopting.Refuse(Proposed(), Wei, "日期有误")).Single());

        refused.State.ShouldBe(new AdoptionState.Refused(Wei, "日期有误"));
        Key(Adopting.Confirm(refused, Wei, [])).ShouldBe("adoption-not-waiting");
        Key(Adopting.ProposeEnd(refused, Ge, March, "停")).ShouldBe("adoption-not-confirmed");
    }

    [Fact]
    public void An_adoption_ends_by_two_persons_on_its_first_day_at_the_earliest()
    {
        var confirmed = Proposed().Apply(new AdoptionConfirmed(Wei));

        Key(Adopting.ProposeEnd(confirmed, Ge, null, "停")).ShouldBe("adoption-last-day-missing");
        Key(Adopting.ProposeEnd(confirmed, Ge, March.AddDays(-1), "停")).ShouldBe("adoption-last-day-early");
        Key(Adopting.ProposeEnd(confirmed, Ge, March, "")).ShouldBe("reason-required");
        var ending = confirmed.Apply(Events(Adopting.ProposeEnd(confirmed, Ge, March, "改用新版")).Single());
        Key(Adopting.Confirm(ending, Ge, [])).ShouldBe("adoption-same-person");
        ending.Apply(Events(Adopting.Refuse(ending, Wei, "继续适用")).Single()).State.ShouldBe(new AdoptionState.Confirmed(Wei));
        var ended = ending.Apply(Events(Adopting.Confirm(ending, Wei, [])).Single());
        (ended.State, ended.Until, ended.Version).ShouldBe((new AdoptionState.Ended(Wei, March), March, 4));
    }

    private static AdoptionCase Proposed() => AdoptionCase.Begin(
        new StreamId(Gangcheng, Guid.Empty), Events(Propose(Repository.Pack("GC21"), p => p)).Single());

    private static Decision<object> Propose(RegulationPack pack, Func<AdoptionProposal, AdoptionProposal> change, params StandingAdoption[] standing) =>
        Adopting.Propose(change(Proposal(pack, Gangcheng)), Ge, Repository.Library.Packs, Courts, standing);

    private static AdoptionProposal Proposal(RegulationPack pack, int court) =>
        new(pack.Id, pack.Version, court, March, null, Binding: true, EndsOlder: false, "院党组会议纪要");

    private static StandingAdoption Standing(RegulationPack pack, DateOnly from, DateOnly? until) =>
        new(Guid.Parse("33333333-3333-7333-8333-333333333333"), new Adoption(pack.Id, pack.Version, pack.Hash, Gangcheng, from, until, "原决定"));

    private static IReadOnlyList<object> Events(Decision<object> decision) => decision.ShouldBeOfType<Decision<object>.Done>().Events;

    private static string Key(Decision<object> decision) => decision.ShouldBeOfType<Decision<object>.Refused>().Why.Message;
}
