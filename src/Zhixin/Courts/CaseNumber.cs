using System.Collections.Frozen;

namespace Zhixin.Courts;

/// <summary>
/// The number of a case: year, court, type, sequence. <paramref name="Court"/> is null where the code is not in the
/// directory. <paramref name="Suffix"/> is empty or the part behind the sequence (之一).
/// </summary>
public sealed record CaseNumber(int Year, string CourtCode, Court? Court, string Type, int Sequence, string Suffix = "")
{
    /// <summary>The types of enforcement cases, with what each is.</summary>
    public static readonly FrozenDictionary<string, string> EnforcementTypes = new Dictionary<string, string>(StringComparer.Ordinal)
    {
        ["执"] = "首次执行",
        ["执恢"] = "恢复执行",
        ["执保"] = "财产保全执行",
        ["执异"] = "执行异议",
        ["执复"] = "执行复议",
        ["执监"] = "执行监督",
        ["执协"] = "执行协调",
        ["执请"] = "执行请示",
        ["执他"] = "其他执行",
    }.ToFrozenDictionary(StringComparer.Ordinal);

    /// <summary>True for a case of enforcement or of its review.</summary>
    public bool IsEnforcement => EnforcementTypes.ContainsKey(Type);

    /// <summary>The one written form: <c>（2021）鲁0117执1234号</c>, <c>（2021）鲁0117执1234号之一</c>.</summary>
    public string Text => $"（{Year}）{CourtCode}{Type}{Sequence}号{Suffix}";

    /// <inheritdoc/>
    public override string ToString() => Text;
}

/// <summary>What is wrong with a text that is no case number.</summary>
public enum CaseNumberFault
{
    /// <summary>Nothing was written.</summary>
    Empty,

    /// <summary>Not the shape year in brackets, court code, type, sequence.</summary>
    Shape,

    /// <summary>The year is in the future, or long before there were such numbers.</summary>
    Year,

    /// <summary>The sequence is 0 or longer than any court's.</summary>
    Sequence,
}

/// <summary>What a text says as a case number. Reading never throws.</summary>
public abstract record CaseNumberReading
{
    private CaseNumberReading()
    {
    }

    /// <summary>A case number of a court in the directory; it may be no enforcement case.</summary>
    public sealed record Parsed(CaseNumber Number) : CaseNumberReading;

    /// <summary>Well formed, but no court has this code; up to five courts whose code is near.</summary>
    public sealed record UnknownCourt(CaseNumber Number, IReadOnlyList<Court> Near) : CaseNumberReading;

    /// <summary>No case number.</summary>
    public sealed record Malformed(CaseNumberFault Fault) : CaseNumberReading;
}
