using Zhixin.History;

namespace Zhixin.Petitions;

/// <summary>From this day the six months run within which the case is to be enforced (CPL-237): the application came, or property was found.</summary>
/// <param name="Situation">Code of the list of situations (EPI-10).</param>
/// <param name="ReceivedOn">When the enforcing court had the application, or found the property.</param>
/// <param name="Document">What proves the day, and where it is kept.</param>
[Fact("procedure.non-execution-began", Shown = true, Clause = "CPL-237")]
public sealed record NonExecutionBegan(string Situation, DateOnly ReceivedOn, string Document);

/// <summary>The applicant goes to the court above, because nothing was enforced within six months (CPL-237).</summary>
/// <param name="No">1, 2, 3 … within the petition.</param>
/// <param name="Court">The court above the enforcing one.</param>
/// <param name="ReceivedOn">When it had the application.</param>
/// <param name="Paper">The application, and where it is kept.</param>
[Fact("procedure.superior-order-applied", Shown = true, Clause = "CPL-237")]
public sealed record SuperiorOrderApplied(int No, int Court, DateOnly ReceivedOn, string Situation, string Paper) : IAboutThing
{
    Thing IAboutThing.Thing => SuperiorOrder.Thing(No);
}

/// <summary>The court above orders enforcement by a day, and the applicant knows (EPI-11).</summary>
/// <param name="Order">Number of the order 督促执行令.</param>
/// <param name="DueOn">The last day, inclusive.</param>
[Fact("procedure.enforcement-ordered", Shown = true, Clause = "EPI-11")]
public sealed record EnforcementOrdered(int No, string Order, DateOnly DueOn, ServiceMethod Method, string Proof) : IAboutThing
{
    Thing IAboutThing.Thing => SuperiorOrder.Thing(No);
}

/// <summary>The court above finds no ground to step in, and the applicant knows why and what else can be done (EPI-10).</summary>
[Fact("procedure.superior-order-refused", Shown = true, Clause = "EPI-10")]
public sealed record SuperiorOrderRefused(int No, string Reason, string Remedy, ServiceMethod Method, string Proof) : IAboutThing
{
    Thing IAboutThing.Thing => SuperiorOrder.Thing(No);
}

/// <summary>By ruling the case is enforced by the court above, or by another below it (EPI-12).</summary>
/// <param name="To">Number of the court that enforces from now on.</param>
/// <param name="Ruling">Number of the ruling.</param>
/// <param name="Reason">After an order: that it was not followed without just cause.</param>
[Fact("procedure.enforcement-moved", Shown = true, Clause = "EPI-12")]
public sealed record EnforcementMoved(int No, int To, string Ruling, string Reason, ServiceMethod Method, string Proof) : IAboutThing
{
    Thing IAboutThing.Thing => SuperiorOrder.Thing(No);
}

/// <summary>The applicant takes the application to the court above back, in writing.</summary>
[Fact("procedure.superior-order-withdrawn", Shown = true, Clause = "CPL-237")]
public sealed record SuperiorOrderWithdrawn(int No, string Document) : IAboutThing
{
    Thing IAboutThing.Thing => SuperiorOrder.Thing(No);
}
