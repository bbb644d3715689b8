using Zhixin.Regulations;

namespace Zhixin.Petitions.Acts;

/// <summary>Propose a measure against one person's act of obstruction.</summary>
/// <param name="Petitioner">Which of the petition's petitioners, from 1.</param>
/// <param name="Act">Code of the statutory act.</param>
/// <param name="Happened">What the person did, when and where.</param>
public sealed record ProposeConduct(int Petitioner, string? Act, string? Happened, string? Basis, string? Necessity, string? Measure, string? Document);

/// <summary>The lists of the pack that a conduct decision asks for.</summary>
/// <param name="Acts">Statutory acts of obstruction, each with its basis.</param>
/// <param name="Never">What is never a ground: petitioning, coming again, skipping a level.</param>
/// <param name="Measures">The measures; those under "coercive" are the president's.</param>
public sealed record ConductLists(CodeList Acts, CodeList Never, CodeList Measures);

/// <summary>
/// A single decision on an act of obstruction (GC21-10, JZ21-3.2.4(5)): refused unless a statutory act, its basis, the necessity and the document
/// are there. Petitioning is never the ground. Nothing is automatic, and nothing else ever depends on it.
/// </summary>
public static class ConductDeciding
{
    /// <summary>The act of a court leader, as the authority matrix names it.</summary>
    public const string Deciding = "decide-conduct";

    /// <summary>The act by which the president decides a fine, detention or summons by force.</summary>
    public const string Coercing = "decide-coercion";

    private const string CoercivePart = "coercive";

    /// <summary>A measure is proposed; one at a time.</summary>
    public static Decision<object> Propose(Petition petition, ProposeConduct command, ConductLists lists, Actors by) => petition switch
    {
        _ when NotProposable(petition) is { } not => not,
        _ when command.Petitioner < 1 || command.Petitioner > petition.Petitioners.Count => new Refusal.Input("petitioner", "conduct-needs-person"),
        _ when lists.Never.Find(command.Act ?? string.Empty) is { } never => new Refusal.Law("GC21-10", "conduct-never-a-ground", never.Name),
        _ when lists.Acts.Find(command.Act ?? string.Empty) is null => new Refusal.Law("GC21-10", "conduct-needs-statutory-act"),
        _ when Empty(command.Happened) => new Refusal.Law("GC21-10", "conduct-needs-facts"),
        _ when Empty(command.Basis) => new Refusal.Law("JZ21-3.2.4(5)", "conduct-needs-basis"),
        _ when Empty(command.Necessity) => new Refusal.Law("GC21-10", "conduct-needs-necessity"),
        _ when MeasureOf(lists, command.Measure) is null => new Refusal.Input("measure", "conduct-measure-unknown", command.Measure),
        _ when Empty(command.Document) => new Refusal.Law("JZ21-3.2.4(5)", "conduct-needs-document"),
        _ => new object[] { Proposed(petition, command, lists, by) },
    };

    /// <summary>Another agrees, or does not and says why. Only the president agrees to fine, detention and summons by force, and the right of reconsideration is told.</summary>
    /// <param name="asPresident">Whether the act of the president is done, not that of a court leader.</param>
    /// <param name="reconsideration">How the person was told of the right of reconsideration.</param>
    public static Decision<object> Decide(Petition petition, bool agreed, string? reason, string? reconsideration, bool asPresident, Actors by) => petition.Measures.Conducts.Pending switch
    {
        _ when NotDecidable(petition) is { } not => not,
        { Proposed: var proposed } when by.Include(proposed.ProposedBy) || by.Include(proposed.ProposedFor) => new Refusal.Authority(Deciding, "conduct-own"),
        { Proposed.Coercive: true } when !asPresident => new Refusal.Law("GC21-10", "conduct-needs-president"),
        { Proposed.Coercive: false } when asPresident => new Refusal.State("conduct-not-coercive"),
        _ when !agreed && Empty(reason) => new Refusal.Input("reason", "reason-required"),
        { Proposed.Coercive: true } when agreed && Empty(reconsideration) => new Refusal.Law("GC21-10", "conduct-needs-reconsideration"),
        { Proposed.No: var no } => new object[]
        {
            new PetitionConductDecided(no, agreed, agreed && !Empty(reconsideration) ? reconsideration!.Trim() : null, agreed ? null : reason!.Trim()),
        },
        null => NotDecidable(petition)!,
    };

    /// <summary>Why no measure can be proposed now; null when one can.</summary>
    public static Refusal? NotProposable(Petition petition) => petition switch
    {
        { IsOpen: false } => new Refusal.State("petition-not-open", petition.Stage.Code),
        { Measures.Conducts.Pending: not null } => new Refusal.State("conduct-undecided"),
        _ => null,
    };

    /// <summary>Why there is nothing to decide; null where something is proposed.</summary>
    public static Refusal? NotDecidable(Petition petition) => petition switch
    {
        { IsOpen: false } => new Refusal.State("petition-not-open", petition.Stage.Code),
        { Measures.Conducts.Pending: null } => new Refusal.State("conduct-not-proposed"),
        _ => null,
    };

    /// <summary>Why a court leader has nothing to decide: nothing is proposed, or what is proposed is the president's. Null where there is.</summary>
    public static Refusal? NotForLeader(Petition petition) => NotDecidable(petition)
        ?? (petition.Measures.Conducts.Pending is { Proposed.Coercive: true } ? new Refusal.Law("GC21-10", "conduct-needs-president") : null);

    /// <summary>Why the president has nothing to decide as president; null where there is.</summary>
    public static Refusal? NotForPresident(Petition petition) => NotDecidable(petition)
        ?? (petition.Measures.Conducts.Pending is { Proposed.Coercive: false } ? new Refusal.State("conduct-not-coercive") : null);

    private static PetitionConductProposed Proposed(Petition petition, ProposeConduct command, ConductLists lists, Actors by) => new(
        petition.Measures.Conducts.All.Count + 1, petition.Petitioners[command.Petitioner - 1].Person, command.Act!, command.Happened!.Trim(), command.Basis!.Trim(),
        command.Necessity!.Trim(), command.Measure!, MeasureOf(lists, command.Measure)!.Code == CoercivePart, command.Document!.Trim(), by.Person, by.For);

    /// <summary>The part of the list in which the measure stands; null where it stands in none.</summary>
    private static CodeItem? MeasureOf(ConductLists lists, string? code) => lists.Measures.Items.FirstOrDefault(i => i.Sub.Any(s => s.Code == code));

    private static bool Empty(string? text) => string.IsNullOrWhiteSpace(text);
}
