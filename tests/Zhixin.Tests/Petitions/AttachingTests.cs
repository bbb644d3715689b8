using Zhixin.Petitions;
using Zhixin.Petitions.Acts;

namespace Zhixin.Tests.Petitions;

/// <summary>Files are added to a petition that is open, at least one and not too many at once.</summary>
public sealed class AttachingTests
{
    [Theory]
    [InlineData(0, "attachment-none")]
    [InlineData(1, null)]
    [InlineData(20, null)]
    [InlineData(21, "attachment-too-many")]
    public void An_open_petition_takes_one_to_the_most(int files, string? message) =>
        (Attaching.Refuse(Matter.Received("2026-02-12").Petition, files, 20) is { } why ? why.Message : null).ShouldBe(message);

    [Fact]
    public void A_petition_that_went_into_another_takes_none() =>
        Attaching.Refuse(Matter.Received("2026-02-12").Petition with { Stage = new Stage.Merged(1, Guid.Empty, "2026-鲁0117-0002", new DateOnly(2026, 2, 13)) }, 1, 20)!.Message.ShouldBe("petition-not-open");
}
