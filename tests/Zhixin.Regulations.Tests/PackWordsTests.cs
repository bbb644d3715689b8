using System.Text.RegularExpressions;

namespace Zhixin.Regulations.Tests;

/// <summary>The packs' words for posts and units are those of the court directory: nothing is owed by a post that no court has.</summary>
public sealed partial class PackWordsTests
{
    [Fact]
    public void The_posts_of_the_packs_are_the_posts_of_the_courts() =>
        PackWords.Posts.Order().ShouldBe(Codes("posts.yaml", Code()));

    [Fact]
    public void The_administrators_are_the_posts_marked_so() =>
        PackWords.Administrators.Order().ShouldBe(Codes("posts.yaml", Administrator()));

    [Fact]
    public void The_units_of_the_packs_are_the_units_of_the_courts() =>
        PackWords.Units.Order().ShouldBe(Codes("units.yaml", Kind()));

    private static IEnumerable<string> Codes(string file, Regex pattern) =>
        pattern.Matches(File.ReadAllText(Path.Combine(Repository.Root, "courts", file))).Select(match => match.Groups[1].Value).Distinct().Order();

    [GeneratedRegex(@"\bcode: ([a-z-]+)")]
    private static partial Regex Code();

    [GeneratedRegex(@"\bcode: ([a-z-]+),.*administrator: true")]
    private static partial Regex Administrator();

    [GeneratedRegex(@"\bkind: ([a-z-]+)")]
    private static partial Regex Kind();
}
