using System.Text.RegularExpressions;

namespace Zhixin.Tests.Architecture;

/// <summary>A source file of the product: its path from the project's root with "/", and its text.</summary>
internal sealed record SourceFile(string Path, string Text)
{
    /// <summary>The lines without comments, with their numbers from 1.</summary>
    public IEnumerable<(int Number, string Line)> Code => Text.Split('\n')
        .Select((line, i) => (i + 1, line))
        .Where(l => !l.line.TrimStart().StartsWith("//", StringComparison.Ordinal));
}

/// <summary>The rules about source text, apart from the sources, so that each rule can be seen to fail.</summary>
internal static partial class SourceRules
{
    /// <summary>The modules of src/Zhixin from the ground up: each may use those before it.</summary>
    public static readonly string[] Modules = ["History", "Courts", "Calendar", "Regulations", "Authority", "Obligations", "Notices", "Attachments", "Intake", "Papers", "Petitions", "Supervisions", "PlatformItems", "Checks", "ReportBox", "Reception", "Bulletins", "Ledger"];

    /// <summary>Every use of a later module.</summary>
    public static IEnumerable<string> UsesOfLaterModules(SourceFile file)
    {
        var own = Array.IndexOf(Modules, Module(file.Path));
        return from code in file.Code
               from Match use in Use().Matches(code.Line)
               let used = Array.IndexOf(Modules, use.Groups["module"].Value)
               where own >= 0 && used > own
               select $"{file.Path}:{code.Number}: {Modules[own]} uses {Modules[used]}, which stands above it";
    }

    /// <summary>Every touch of files, clock, network, process or a framework.</summary>
    public static IEnumerable<string> Impurities(SourceFile file) =>
        from code in file.Code
        from Match touch in Impure().Matches(code.Line)
        select $"{file.Path}:{code.Number}: {touch.Value}";

    /// <summary>Every look at the clock of the machine.</summary>
    public static IEnumerable<string> ClockReadings(SourceFile file) =>
        from code in file.Code
        from Match look in Clock().Matches(code.Line)
        select $"{file.Path}:{code.Number}: {look.Value}";

    /// <summary>The module of a path such as "src/Zhixin/Intake/Contact.cs"; empty for the root.</summary>
    public static string Module(string path) => path.Split('/') is [_, _, var module, _, ..] ? module : string.Empty;

    [GeneratedRegex(@"(\bZhixin\.|(?<![\w.""])(?=[A-Z]\w+\.[A-Z]\w+))(?<module>History|Courts|Calendar|Regulations|Authority|Obligations|Attachments|Intake|Papers|Petitions|Reception|Ledger)(?=;|\.[A-Z])")]
    private static partial Regex Use();

    [GeneratedRegex(@"(?<![\w.])(File|Directory|Path)\.(Read|Write|Open|Exists|Create|Delete|GetFiles|GetTemp|Enumerate|Append|Move|Copy)\w*|\bnew (FileStream|FileInfo|DirectoryInfo|StreamReader|StreamWriter|HttpClient|Random)\b|\b(Environment|Console|Process|Random)\.[A-Z]\w*|\bTimeProvider\b|\bStopwatch\b|\bGuid\.NewGuid\b|\bNpgsql\w*|\bDapper\b|\bMicrosoft\.(AspNetCore|Extensions)\b")]
    private static partial Regex Impure();

    [GeneratedRegex(@"\bDateTime(Offset)?\.(Now|UtcNow|Today)\b|\bGuid\.CreateVersion7\(\)")]
    private static partial Regex Clock();
}
