namespace Zhixin.Regulations;

/// <summary>Whether a pack's rules bind, or only stand beside the binding ones in "why this date?".</summary>
public enum PackStanding
{
    /// <summary>Opens obligations.</summary>
    Binding,

    /// <summary>Never opens an obligation; its dates are shown for comparison.</summary>
    Reference,
}

/// <summary>
/// One instrument as data. <see cref="Hash"/> identifies the version: SHA-256 over the canonical text of its files, lower-case hex.
/// <see cref="InForceFrom"/> and <see cref="InForceUntil"/> are inclusive; null means that the source prints none.
/// <see cref="Scope"/> is the name of a court (it and everything under it) or "*".
/// </summary>
public sealed record RegulationPack(
    string Id,
    int Version,
    string Hash,
    string Title,
    string ShortTitle,
    string Issuer,
    string DocumentNumber,
    DateOnly? IssuedOn,
    DateOnly? InForceFrom,
    DateOnly? InForceUntil,
    PackStanding Standing,
    string Scope,
    IReadOnlyList<string> Replaces,
    IReadOnlyList<Precedence> Precedence,
    IReadOnlyList<string> Notes,
    IReadOnlyList<Clause> Clauses,
    IReadOnlyList<ObligationRule> Rules,
    IReadOnlyList<CodeList> Lists,
    IReadOnlyList<Threshold> Thresholds,
    IReadOnlyList<PackExample> Examples,
    string File)
{
    /// <summary>The rule of this kind; the kind must exist (the reader checked every reference).</summary>
    public ObligationRule Rule(string kind) => Rules.Single(rule => string.Equals(rule.Kind, kind, StringComparison.Ordinal));
}

/// <summary>
/// This pack prevails over the pack <paramref name="Over"/> at equal scope, but only where <paramref name="Declared"/> is true: a
/// suspected precedence is written down undeclared, with its reason, and changes nothing.
/// </summary>
public sealed record Precedence(string Over, bool Declared, string Note);

/// <summary>One clause in short words of our own: <see cref="Zh"/> and <see cref="En"/> paraphrase it, <see cref="Does"/> says in Chinese what the software does.</summary>
public sealed record Clause(
    string Id,
    string Article,
    string Heading,
    string Part,
    string Module,
    string Zh,
    string En,
    IReadOnlyList<string> Does,
    string Note);

/// <summary>A coded list that a clause gives: causes, grounds, sources, materials, checklists.</summary>
public sealed record CodeList(string Id, string Name, string Clause, IReadOnlyList<CodeItem> Items, string Note)
{
    /// <summary>The item or sub-item with this code, or null.</summary>
    public CodeItem? Find(string code) => Items.SelectMany(item => item.Sub.Prepend(item))
        .FirstOrDefault(item => string.Equals(item.Code, code, StringComparison.Ordinal));
}

/// <summary>One entry of a list; <see cref="Sub"/> holds its alternatives, one level deep.</summary>
public sealed record CodeItem(string Code, string Name, string Clause, IReadOnlyList<CodeItem> Sub, string Note)
{
    /// <summary>In a list of materials: whether it must be there. What is voluntary is never required.</summary>
    public bool IsRequired { get; init; }

    /// <summary>In a list of ways: the court, seen from the one that ruled last; null in every other list.</summary>
    public EdgeCourt? Court { get; init; }

    /// <summary>In a list of ways: whether a period for going there runs.</summary>
    public bool IsLimited { get; init; }
}

/// <summary>Which court hears the next step, seen from the one that ruled last.</summary>
public enum EdgeCourt
{
    /// <summary>The one right above it.</summary>
    Superior,

    /// <summary>The court that enforces.</summary>
    Enforcing,

    /// <summary>The same court.</summary>
    Same,
}

/// <summary>A number that rules and flags compare with. <see cref="PackChoice"/>: no source gives it, a court may choose.</summary>
public sealed record Threshold(string Id, string Name, decimal Value, string Unit, string Clause, bool PackChoice, string Note);

/// <summary>A case with its answer that a jurist can check; all run as tests.</summary>
public sealed record PackExample(
    string Name,
    string Rule,
    string Event,
    DateOnly? On,
    IReadOnlyDictionary<string, string> Fields,
    IReadOnlyDictionary<string, DateOnly> Dates,
    ExampleAnswer Due,
    bool Provisional,
    IReadOnlyList<ExampleExclusion> Exclusions,
    string Explain,
    string File,
    int Line);

/// <summary>What an example expects: a date; no date because the rule is untimed; or a missing trigger.</summary>
public sealed record ExampleAnswer(DateOnly? Due, DueBasis? WithoutDate);

/// <summary>Excluded days, both inclusive.</summary>
public sealed record ExampleExclusion(DateOnly From, DateOnly To, string Ground);
