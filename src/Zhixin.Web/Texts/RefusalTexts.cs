using System.Collections.Frozen;
using System.Globalization;
using System.Text.Json;

namespace Zhixin.Web.Texts;

/// <summary>
/// The zh-CN texts of refusals and doubts, by message key; "&lt;key&gt;.remedy" says what would make the act possible.
/// A refusal without a text or without a remedy is a bug that a test finds.
/// </summary>
public static class RefusalTexts
{
    private static readonly FrozenDictionary<string, string> Texts = Read();

    /// <summary>Every key, for the test that holds code and texts together.</summary>
    public static IReadOnlyCollection<string> Keys => Texts.Keys;

    /// <summary>The reason in the user's words.</summary>
    public static string Reason(Refusal refusal) => Fill(refusal.Message, refusal.Arguments);

    /// <summary>What would make it possible.</summary>
    public static string Cure(Refusal refusal) => Fill(refusal.Remedy, refusal.Arguments);

    /// <summary>What a refusal says is missing, each under its own clause; empty where it says one thing.</summary>
    public static IReadOnlyList<Refusal.Law> Missing(Refusal refusal) => refusal.Arguments.OfType<IReadOnlyList<Refusal.Law>>().FirstOrDefault() ?? [];

    /// <summary>The clause where law is the reason, else null.</summary>
    public static string? Clause(Refusal refusal) => refusal switch
    {
        Refusal.Law law => law.Clause,
        Refusal.Authority { Arguments: [_, _, IEnumerable<string> clauses, ..] } => clauses.FirstOrDefault(),
        _ => null,
    };

    /// <summary>A text by its key.</summary>
    public static string Of(string key) => Texts.TryGetValue(key, out var text) ? text : key;

    private static string Fill(string key, IReadOnlyList<object?> arguments) =>
        string.Format(CultureInfo.InvariantCulture, Of(key), [.. arguments.Select(Plain)]);

    private static object? Plain(object? argument) => argument switch
    {
        DateOnly date => date.ToString("yyyy-MM-dd"),
        IEnumerable<Refusal.Law> missing => string.Concat(missing.Select((m, i) => $"（{i + 1}）{Reason(m)}")),
        IEnumerable<string> posts => string.Join("、", posts.Select(Hosting.PostNames.Of)),
        _ => argument,
    };

    private static FrozenDictionary<string, string> Read()
    {
        using var stream = typeof(RefusalTexts).Assembly.GetManifestResourceStream("Zhixin.Web.Texts.zh-CN.json")!;
        return JsonSerializer.Deserialize<Dictionary<string, string>>(stream)!.ToFrozenDictionary(StringComparer.Ordinal);
    }
}
