using System.Text.RegularExpressions;

namespace Zhixin.Web.Tests.Shell;

public sealed partial class StylesheetTests
{
    // Later than Chromium 109, or left out on purpose (:has, slow and not needed).
    private static readonly string[] Banned =
    [
        "color-mix(", ":has(", "@scope", "subgrid", "popover", "style(", "oklch(", "oklab(", "light-dark(", "@starting-style", "anchor(", "@property", "text-wrap", "scrollbar-color", "linear(",
    ];

    public static TheoryData<string> Stylesheets => [.. Directory.GetFiles(Root(), "*.css", SearchOption.AllDirectories).Select(f => Path.GetRelativePath(Root(), f))];

    [Theory]
    [MemberData(nameof(Stylesheets))]
    public void A_stylesheet_keeps_to_Chromium_109(string file) =>
        Later(File.ReadAllText(Path.Combine(Root(), file))).ShouldBeEmpty();

    [Theory]
    [InlineData("a { color: color-mix(in srgb, red, blue); }")]
    [InlineData("p:has(a) { color: red; }")]
    [InlineData("@scope (.a) { b { color: red; } }")]
    [InlineData("a { grid-template-columns: subgrid; }")]
    [InlineData("@container style(--x: 1) { a { color: red; } }")]
    [InlineData("a { color: oklch(0.5 0.1 20); }")]
    [InlineData("a { color: light-dark(#fff, #000); }")]
    [InlineData(".a { color: red; & b { color: blue; } }")]
    [InlineData(".a { .b { color: blue; } }")]
    [InlineData("@media print { .a { color: red; .b { color: blue; } } }")]
    public void The_scan_sees_a_planted_feature(string css) => Later(css).ShouldNotBeEmpty();

    [Fact]
    public void The_two_blocks_of_dark_tokens_are_equal()
    {
        var (media, attribute) = DarkBlocks(Sheet());
        media.ShouldNotBeEmpty();
        media.ShouldBe(attribute);
    }

    [Fact]
    public void A_dark_token_that_differs_is_seen()
    {
        var last = Sheet().LastIndexOf("--bg: #11151b", StringComparison.Ordinal);
        var (media, attribute) = DarkBlocks(Sheet().Remove(last, "--bg: #11151b".Length).Insert(last, "--bg: #000000"));
        media.ShouldNotBe(attribute);
    }

    [Fact]
    public void A_stylesheet_asks_nobody_for_anything() => Sheet().ShouldNotContain("url(");

    private static IReadOnlyList<string> Later(string css)
    {
        var plain = Comment().Replace(css, "");
        return [.. Banned.Where(b => plain.Contains(b, StringComparison.OrdinalIgnoreCase)), .. Nested(plain)];
    }

    // A block within a block is nesting unless the outer one is a conditional or keyframes rule.
    private static IEnumerable<string> Nested(string css)
    {
        var open = new Stack<string>();
        var start = 0;
        for (var i = 0; i < css.Length; i++)
        {
            if (css[i] is '{')
            {
                var prelude = css[start..i].Trim();
                if (open.TryPeek(out var outer) && !outer.StartsWith('@'))
                {
                    yield return $"nesting: {outer} {{ {prelude}";
                }

                open.Push(prelude);
            }
            else if (css[i] is '}')
            {
                open.Pop();
            }

            start = css[i] is '{' or '}' or ';' ? i + 1 : start;
        }
    }

    private static (string[] Media, string[] Attribute) DarkBlocks(string css) =>
        (Declarations(css, ":root:not([data-theme=\"light\"])"), Declarations(css, ":root[data-theme=\"dark\"]"));

    private static string[] Declarations(string css, string selector)
    {
        var open = css.IndexOf('{', css.IndexOf(selector, StringComparison.Ordinal)) + 1;
        return css[open..css.IndexOf('}', open)].Split(';', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries);
    }

    private static string Sheet() => File.ReadAllText(Path.Combine(Root(), "zhixin.css"));

    private static string Root()
    {
        var folder = new DirectoryInfo(AppContext.BaseDirectory);
        while (!File.Exists(Path.Combine(folder.FullName, "Zhixin.slnx")))
        {
            folder = folder.Parent ?? throw new InvalidOperationException("The solution was not found above the tests.");
        }

        return Path.Combine(folder.FullName, "src", "Zhixin.Web", "wwwroot");
    }

    [GeneratedRegex(@"/\*.*?\*/", RegexOptions.Singleline | RegexOptions.ExplicitCapture)]
    private static partial Regex Comment();
}
