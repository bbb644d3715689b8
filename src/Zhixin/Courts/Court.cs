namespace Zhixin.Courts;

/// <summary>The four levels, from the top down.</summary>
public enum CourtLevel
{
    Supreme,
    High,
    Intermediate,
    Basic,
}

/// <summary>What a court is for, as far as its name tells.</summary>
public enum CourtKind
{
    Ordinary,

    /// <summary>海事</summary>
    Maritime,

    /// <summary>铁路运输</summary>
    Railway,

    /// <summary>林区</summary>
    Forest,

    /// <summary>农垦</summary>
    Reclamation,

    /// <summary>知识产权</summary>
    IntellectualProperty,

    /// <summary>金融</summary>
    Financial,

    /// <summary>互联网</summary>
    Internet,

    /// <summary>新疆生产建设兵团</summary>
    ProductionAndConstructionCorps,
}

/// <summary>How sure the directory is of a court's code.</summary>
public enum CodeSource
{
    /// <summary>The directory has no code for this court.</summary>
    None,

    /// <summary>Follows from the division code of the court's area.</summary>
    Derived,

    /// <summary>Assigned apart from the division code and not checked.</summary>
    Unverified,
}

/// <summary>
/// A court. <paramref name="Number"/> is its permanent number (<c>home</c>): assigned once, never reused; 1 is the
/// Supreme People's Court, 0 the platform itself, which is no court. <paramref name="Parent"/> is the number of the
/// next superior, null for the Supreme Court alone. <paramref name="Code"/> is the code in case numbers (鲁0117).
/// </summary>
public sealed record Court(
    int Number, string Name, CourtLevel Level, string Province, int? Parent, string? Code, CodeSource CodeSource)
{
    /// <summary>The number reserved for the platform itself: never a court.</summary>
    public const int Platform = 0;

    /// <summary>What the court is for.</summary>
    public CourtKind Kind => this switch
    {
        { Province: "新疆兵团" } => CourtKind.ProductionAndConstructionCorps,
        _ when Name.Contains("海事", StringComparison.Ordinal) => CourtKind.Maritime,
        _ when Name.Contains("铁路运输", StringComparison.Ordinal) => CourtKind.Railway,
        _ when Name.Contains("林区", StringComparison.Ordinal) && !Name.Contains("神农架", StringComparison.Ordinal) => CourtKind.Forest,
        _ when Name.Contains("农垦", StringComparison.Ordinal) => CourtKind.Reclamation,
        _ when Name.Contains("知识产权", StringComparison.Ordinal) => CourtKind.IntellectualProperty,
        _ when Name.Contains("金融法院", StringComparison.Ordinal) => CourtKind.Financial,
        _ when Name.Contains("互联网", StringComparison.Ordinal) => CourtKind.Internet,
        _ => CourtKind.Ordinary,
    };
}

/// <summary>The chain of a court by level, for the ordered columns of the ledgers; a court stands in its own column.</summary>
public sealed record CourtColumns(int? High, int? Mid, int? Basic);
