using Zhixin.Calendar;

namespace Zhixin.Tests.Calendar;

/// <summary>Messages wait for working hours; 2026-02-14 is a make-up Saturday before the Spring Festival.</summary>
public sealed class WorkingHoursTests
{
    private static readonly WorkingHours Shipped = WorkingHours.Parse("hours.yaml", ProjectFiles.Read("calendars", "hours.yaml"));

    private static readonly WorkingHours Halves = WorkingHours.Parse("hours.yaml", "hours:\n  - { from: \"08:30\", to: \"12:00\" }\n  - { from: \"14:00\", to: \"17:30\" }\n");

    [Theory]
    [InlineData("2026-02-12T08:59:59", "2026-02-12T09:00:00")]
    [InlineData("2026-02-12T09:00:00", "2026-02-12T09:00:00")]
    [InlineData("2026-02-12T17:59:59", "2026-02-12T17:59:59")]
    [InlineData("2026-02-12T18:00:00", "2026-02-13T09:00:00")]
    [InlineData("2026-02-12T23:59:59", "2026-02-13T09:00:00")]
    [InlineData("2026-02-13T18:30:00", "2026-02-14T09:00:00")]
    [InlineData("2026-02-14T10:00:00", "2026-02-14T10:00:00")]
    [InlineData("2026-02-14T18:00:00", "2026-02-24T09:00:00")]
    [InlineData("2026-02-15T12:00:00", "2026-02-24T09:00:00")]
    [InlineData("2026-02-17T00:00:00", "2026-02-24T09:00:00")]
    public void A_message_of_a_night_or_a_rest_day_goes_out_when_the_next_working_day_begins(string at, string next)
    {
        Shipped.Next(Days.Shipped, Here(at)).ShouldBe(Here(next));
        Shipped.Cover(Days.Shipped, Here(at)).ShouldBe(at == next);
    }

    [Theory]
    [InlineData("2026-02-12T12:00:00", "2026-02-12T14:00:00")]
    [InlineData("2026-02-12T11:59:59", "2026-02-12T11:59:59")]
    [InlineData("2026-02-12T17:30:00", "2026-02-13T08:30:00")]
    public void A_day_of_two_halves_rests_at_noon(string at, string next) => Halves.Next(Days.Shipped, Here(at)).ShouldBe(Here(next));

    [Theory]
    [InlineData("hours: []")]
    [InlineData("hours:\n  - { from: \"18:00\", to: \"09:00\" }")]
    [InlineData("hours:\n  - { from: \"09:00\", to: \"09:00\" }")]
    [InlineData("hours:\n  - { from: \"09:00\", to: \"12:00\" }\n  - { from: \"11:00\", to: \"18:00\" }")]
    [InlineData("hours:\n  - { from: \"9\", to: \"18:00\" }")]
    [InlineData("hours:\n  - { from: \"09:00\", to: \"18:00\", court: 1 }")]
    public void Hours_that_do_not_follow_one_another_are_refused_with_their_line(string text) =>
        Should.Throw<DataFileException>(() => WorkingHours.Parse("hours.yaml", text)).Message.ShouldStartWith("hours.yaml:");

    private static DateTimeOffset Here(string at) => new(DateTime.Parse(at, System.Globalization.CultureInfo.InvariantCulture), ChinaDate.Offset);
}
