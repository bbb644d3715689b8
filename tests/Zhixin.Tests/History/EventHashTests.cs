using Zhixin.History;

namespace Zhixin.Tests.History;

/// <summary>The hash of an event: pinned for ever, and over every field.</summary>
public sealed class EventHashTests
{
    private static readonly byte[] Before = [.. Enumerable.Range(0, 32).Select(i => (byte)i)];

    private static readonly RecordedEvent Sample = new(
        new StreamId(412, Guid.Parse("01890a5d-ac96-774b-bcce-b302099a8057")), 3, "petition.assigned", 1, """{"handler_name":"张法官"}""",
        new DateOnly(2026, 2, 12), new DateTimeOffset(2026, 2, 12, 1, 30, 0, 123, 456, TimeSpan.Zero),
        Guid.Parse("01890a5d-ac96-774b-bcce-b302099a8058"), null, 412, "assign", Guid.Parse("01890a5d-ac96-774b-bcce-b302099a8059"),
        Origin.Page, RecordedEvent.Sha256, Before);

    [Fact]
    public void The_hash_of_a_known_event_never_changes() =>
        Convert.ToHexStringLower(Sample.Hash()).ShouldBe("84f2d6ae8dc11edd4ba505e2b527d5e27a1bf7b31244faa35664cc46409ade61");

    public static TheoryData<string> Fields() => [.. Changes.Keys];

    [Theory]
    [MemberData(nameof(Fields))]
    public void Every_field_changes_the_hash(string field) => Changes[field](Sample).Hash().ShouldNotBe(Sample.Hash());

    [Fact]
    public void Every_field_of_the_envelope_is_among_those_that_were_changed() =>
        typeof(RecordedEvent).GetProperties().Where(p => p.CanWrite).Select(p => p.Name)
            .ShouldBe(Changes.Keys.Select(k => k.Split('.')[0]).Distinct(), ignoreOrder: true);

    [Fact]
    public void Nobody_on_whose_behalf_differs_from_the_software_itself() =>
        (Sample with { OnBehalfOf = Guid.Empty }).Hash().ShouldNotBe(Sample.Hash());

    [Fact]
    public void Text_that_moves_from_one_field_to_the_next_changes_the_hash() =>
        (Sample with { Type = "petition.assigned1", Act = "ssign" }).Hash().ShouldNotBe((Sample with { Type = "petition.assigned", Act = "1ssign" }).Hash());

    [Fact]
    public void The_same_instant_in_another_offset_has_the_same_hash() =>
        (Sample with { RecordedAt = Sample.RecordedAt.ToOffset(TimeSpan.FromHours(8)) }).Hash().ShouldBe(Sample.Hash());

    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    [InlineData(9)]
    public void An_instant_is_cut_to_whole_microseconds_and_never_rounded_up(int ticks)
    {
        var whole = new DateTimeOffset(2026, 2, 12, 9, 30, 0, 123, 456, TimeSpan.FromHours(8));
        var cut = RecordedEvent.Cut(whole.AddTicks(ticks));
        cut.ShouldBe(whole);
        cut.Offset.ShouldBe(TimeSpan.Zero);
    }

    [Fact]
    public void What_is_less_than_a_microsecond_is_not_in_the_hash() =>
        (Sample with { RecordedAt = Sample.RecordedAt.AddTicks(9) }).Hash().ShouldBe(Sample.Hash());

    [Fact]
    public void The_first_event_of_a_stream_follows_thirty_two_zero_bytes() => RecordedEvent.Genesis.ToArray().ShouldBe(new byte[32]);

    [Fact]
    public void Every_origin_has_its_own_word() => Enum.GetValues<Origin>().Select(RecordedEvent.Word).ShouldBe(["page", "api", "import", "exchange", "job"]);

    private static readonly Dictionary<string, Func<RecordedEvent, RecordedEvent>> Changes = new(StringComparer.Ordinal)
    {
        ["Stream.Home"] = e => e with { Stream = e.Stream with { Home = 413 } },
        ["Stream.Id"] = e => e with { Stream = e.Stream with { Id = Guid.Empty } },
        ["Version"] = e => e with { Version = 4 },
        ["Type"] = e => e with { Type = "petition.assigneD" },
        ["Schema"] = e => e with { Schema = 2 },
        ["Body"] = e => e with { Body = """{"handler_name":"张法宫"}""" },
        ["OccurredOn"] = e => e with { OccurredOn = e.OccurredOn.AddDays(1) },
        ["RecordedAt"] = e => e with { RecordedAt = e.RecordedAt.AddMicroseconds(1) },
        ["Actor"] = e => e with { Actor = Guid.Empty },
        ["OnBehalfOf"] = e => e with { OnBehalfOf = e.Actor },
        ["ActorCourt"] = e => e with { ActorCourt = 0 },
        ["Act"] = e => e with { Act = "" },
        ["CausedBy"] = e => e with { CausedBy = e.Actor },
        ["Origin"] = e => e with { Origin = Origin.Job },
        ["HashAlg"] = e => e with { HashAlg = 2 },
        ["PrevHash"] = e => e with { PrevHash = RecordedEvent.Genesis },
    };
}
