using Zhixin.Courts;
using Zhixin.Regulations;

namespace Zhixin.Petitions.Acts;

/// <summary>What a report says beside what is on record.</summary>
/// <param name="Scope">To which procedure the matter belongs; null where nobody chose.</param>
/// <param name="Repeats">The contacts by which the petitioner came again.</param>
/// <param name="SameCause">How a person found that the cause is the same.</param>
/// <param name="ExceptionAsked">Why it is reported in spite of severe hardship.</param>
public sealed record TerminationStatement(TerminationScope? Scope, IReadOnlyList<Guid> Repeats, string? SameCause, string? ExceptionAsked);

/// <summary>Report a matter for termination.</summary>
/// <param name="Document">The report, and where it is kept.</param>
/// <param name="Chosen">Code of a material, and the reference of the document that stands for it.</param>
public sealed record ReportTermination(TerminationStatement Statement, string? Document, IReadOnlyList<(string Code, string Reference)> Chosen);

/// <summary>What termination has to know beside the petition.</summary>
/// <param name="Grounds">In which cases a matter may be terminated, each with its clause.</param>
/// <param name="Materials">What a report of a class holds, with what must be there; null where no instrument in force names any.</param>
/// <param name="Chain">The court that answers, and its superiors, nearest first.</param>
/// <param name="Acting">The court that acts.</param>
/// <param name="Enforcing">Number of the court whose case it is; null where the case is not identified.</param>
/// <param name="Court">A court by its number.</param>
/// <param name="Exhaustion">How far the remedies of a petition were used.</param>
/// <param name="RepeatFrom">From how many contacts after a termination on somebody repeats; a threshold of the packs.</param>
/// <param name="Files">Files of the matter that nobody withdrew.</param>
public sealed record TerminationRules(
    CodeList Grounds, Func<PetitionClass, CodeList?> Materials, IReadOnlyList<Court> Chain, Court Acting, int? Enforcing, Func<int, Court> Court, Func<Petition, ReviewExhaustion> Exhaustion,
    int RepeatFrom, IReadOnlyList<MatterDocument> Files, DateOnly Today)
{
    /// <summary>The list of grounds.</summary>
    public const string GroundList = "termination-grounds";

    /// <summary>The list of materials of a class.</summary>
    public static string MaterialList(PetitionClass of) => of == PetitionClass.Implementation ? "termination-material" : "termination-material-review";

    /// <summary>The threshold from which somebody repeats.</summary>
    public const string RepeatThreshold = "repeat-visit";

    /// <summary>The court without a superior.</summary>
    public Court Supreme => Chain[^1];

    /// <summary>The clause of a ground.</summary>
    public string Clause(TerminationGround ground) => Grounds.Find(Code(ground))?.Clause is { Length: > 0 } clause ? clause : Grounds.Clause;

    /// <summary>The code of a ground in the list.</summary>
    public static string Code(TerminationGround ground) => ground switch
    {
        TerminationGround.Implementation => "implementation",
        TerminationGround.ReviewHigh => "review-high",
        TerminationGround.ReviewSupreme => "review-supreme",
    };
}
