using Zhixin.Calendar;
using Zhixin.Courts;
using Zhixin.Regulations;

namespace Zhixin.Petitions.Acts;

/// <summary>What the first review found.</summary>
/// <param name="From">The court that reviews.</param>
/// <param name="Mode">The way down; null where a supervision was opened instead.</param>
/// <param name="Supervision">Number of the supervision that this court leads on the matter; null where none runs.</param>
public sealed record ReviewHandDown(Court From, HandDownMode? Mode, string? Situation, string? InstructedBy, DateOnly? InstructedOn, string? Opinion, string? Supervision);

/// <summary>
/// The first review of material about a court below (HNI-4, HNP-7): in which way it goes down, or that it is supervised. The days of the way (HNP-8 to 10) count
/// from it, those of a transfer with result from the instruction.
/// </summary>
public static partial class HandingDown
{
    /// <summary>The act by which a superior reviews, as the authority matrix names it.</summary>
    public const string Reviewing = "review-hand-down";

    /// <summary>Why a court reviews nothing; null where material lies with it.</summary>
    public static Refusal? NotReviewable(Petition petition, CodeList bars, int court) => NotIssuable(petition, bars) ?? petition switch
    {
        { Opened.Responsible: var responsible } when responsible != court => new Refusal.State("hand-down-review-elsewhere"),
        _ when petition.HandDowns.Open.FirstOrDefault(h => h.Issued.From == court) is { } hop => new Refusal.State("hand-down-open", hop.Issued.Letter),
        _ => null,
    };

    /// <summary>The way is chosen by the situation, and on an instruction where the way needs one.</summary>
    public static Decision<object> Review(Petition petition, ReviewHandDown command, HandDownRules rules) => command switch
    {
        _ when NotReviewable(petition, rules.Bars, command.From.Number) is { } not => not,
        { Mode: HandDownMode.OrderProcedure or HandDownMode.OrderRuling } => new Refusal.Input("way", "hand-down-way-unknown"),
        { Mode: HandDownMode.DirectTransfer, From.Level: not CourtLevel.High } => new Refusal.Law("HNP-8", "hand-down-only-high"),
        { Mode: HandDownMode.TransferWithResult, From.Level: not CourtLevel.High } => new Refusal.Law("HNP-9", "hand-down-only-high"),
        { Mode: { } mode } when Unfit(mode, command.Situation, rules) is { } unfit => unfit,
        { Mode: HandDownMode.TransferWithResult } when rules.Situations is not null && Uninstructed(command.InstructedBy, command.InstructedOn, rules.Today) is { } uninstructed => uninstructed,
        { InstructedOn: not null } when Uninstructed(command.InstructedBy, command.InstructedOn, rules.Today) is { } unreal => unreal,
        { Mode: null, Supervision: null } => new Refusal.State("hand-down-no-supervision"),
        _ when Empty(command.Opinion) => new Refusal.Law("HNI-4", "hand-down-review-needs-opinion"),
        _ => new object[]
        {
            new HandDownReviewed(
                command.From.Number, command.From.Level, command.Mode, command.Mode is null ? null : Blank(command.Situation), Blank(command.InstructedBy), command.InstructedOn,
                command.Mode is null ? command.Supervision : null, command.Opinion!.Trim()),
        },
    };

    /// <summary>What was reviewed stands: the instruction named then counts where none is named with the letter.</summary>
    private static HandDown Instructed(Petition petition, HandDown command) =>
        command.InstructedOn is null && Empty(command.InstructedBy) && petition.HandDowns.Review(command.From.Number) is { } reviewed && reviewed.Mode == command.Mode
            ? command with { InstructedBy = reviewed.InstructedBy, InstructedOn = reviewed.InstructedOn }
            : command;

    /// <summary>A way was chosen already, and it is another one: it is reviewed anew first, so that no days are lost by choosing.</summary>
    private static Refusal.State? Otherwise(Petition petition, HandDown command) =>
        command.Mode is HandDownMode.HandDown or HandDownMode.DirectTransfer or HandDownMode.TransferWithResult
        && petition.Opened.Responsible == command.From.Number && petition.HandDowns.Review(command.From.Number) is { Mode: { } chosen } && chosen != command.Mode
            ? new Refusal.State("hand-down-reviewed-otherwise")
            : null;

    /// <summary>Who hands down without having reviewed before does both in one: where an instrument asks for the situation, the review is on record then.</summary>
    private static HandDownReviewed? ReviewedNow(Petition petition, HandDown command, HandDownRules rules) =>
        rules.Situations is null || command.Mode is HandDownMode.OrderProcedure or HandDownMode.OrderRuling || petition.HandDowns.Review(command.From.Number) is not null
            ? null
            : new HandDownReviewed(
                command.From.Number, command.From.Level, command.Mode, Blank(command.Situation), Blank(command.InstructedBy), command.InstructedOn, null, command.Ground!.Trim());

    /// <summary>An instruction has somebody who gave it and a day on which it came, which is over or today.</summary>
    private static Refusal? Uninstructed(string? by, DateOnly? on, DateOnly today) => on switch
    {
        _ when Empty(by) || on is null => new Refusal.Law("HNP-9", "hand-down-needs-instruction"),
        { } day when day > today => new Refusal.Input("instructedOn", "date-in-future", day),
        { } day when day < WorkCalendar.First => new Refusal.Input("instructedOn", "date-too-early", WorkCalendar.First),
        _ => null,
    };
}
