using Zhixin.Courts;
using Zhixin.Database.Petitions;
using Zhixin.Intake;
using Zhixin.Petitions;
using Zhixin.Petitions.Acts;

namespace Zhixin.Benchmarks.Filling;

/// <summary>What happens to one matter: registered, and perhaps assigned, acknowledged, joined by a second contact, objected to, voided, in this order.</summary>
/// <param name="Clerk">Registers; of the matter's court, as all others.</param>
/// <param name="Head">Assigns and voids.</param>
/// <param name="Handler">Is assigned and acknowledges.</param>
/// <param name="RegisteredAt">Each act has its own instant, on or after this one.</param>
public sealed record Matter(
    ActingPerson Clerk, ActingPerson Head, ActingPerson Handler, RegistrationForm Form, CaseReading Case, DateTimeOffset RegisteredAt)
{
    /// <summary>Why the second contact is the same matter.</summary>
    public const string Same = "同一人就同一执行案件再次来访";

    /// <summary>Why a matter was voided.</summary>
    public const string Voiding = "登记有误，作废";

    public DateTimeOffset? AssignedAt { get; init; }

    public DateTimeOffset? AcknowledgedAt { get; init; }

    /// <summary>When the same person came again, with this form.</summary>
    public (DateTimeOffset At, RegistrationForm Form)? Again { get; init; }

    public DateTimeOffset? VoidedAt { get; init; }

    /// <summary>When a paper came that is an objection; its filing is owed since.</summary>
    public DateTimeOffset? ObjectedAt { get; init; }

    /// <summary>The paper, as of a day.</summary>
    public static ReceivePaper Objection(DateOnly on, Court? enforcedBy) => new(on, ObjectionKind.Act, true, "异议书，卷第 3 页", "查封明显超过执行标的。", null, enforcedBy);
}
