namespace Zhixin.Courts;

/// <summary>
/// A post that a person holds at a court. <paramref name="Administrator"/>: one of the three exclusive roles, held with
/// no other post and without sight of any matter. <paramref name="Levels"/>: where the post exists.
/// <paramref name="OfPetitions"/>: a post of the unit that owns the petitions, and of no other (SPC16-2).
/// </summary>
public sealed record Post(string Code, string Name, bool Administrator, IReadOnlyList<CourtLevel> Levels, bool OfPetitions = false)
{
    /// <summary>Kinds of the units whose work the post does, beside that of the petition unit.</summary>
    public IReadOnlyList<string> Units { get; init; } = [];
}

/// <summary>The posts of <c>courts/posts.yaml</c>, in its order.</summary>
public sealed class Posts
{
    private readonly Dictionary<string, Post> _byCode;

    private Posts(IReadOnlyList<Post> all)
    {
        All = all;
        _byCode = all.ToDictionary(p => p.Code, StringComparer.Ordinal);
    }

    /// <summary>All posts in the order of the file.</summary>
    public IReadOnlyList<Post> All { get; }

    /// <summary>Reads <c>courts/posts.yaml</c>.</summary>
    /// <exception cref="DataFileException">A line is wrong, or a code is there twice.</exception>
    public static Posts Parse(string file, string text)
    {
        var yaml = YamlText.Parse(file, text);
        yaml.Only(yaml.Root, "posts");
        var posts = new List<Post>();
        foreach (var map in yaml.Maps(yaml.Root, "posts"))
        {
            yaml.Only(map, "code", "name", "administrator", "petitions", "levels", "units");
            var post = new Post(
                yaml.NeedText(map, "code"), yaml.NeedText(map, "name"), yaml.Flag(map, "administrator"), CourtLevels.Of(yaml, map), yaml.Flag(map, "petitions")) { Units = YamlText.Find(map, "units") is null ? [] : [.. yaml.List(map, "units").Select(yaml.Text)] };
            posts.Add(posts.Exists(p => p.Code == post.Code) ? throw yaml.Wrong(map, $"{post.Code} is there twice") : post);
        }

        return new Posts(posts);
    }

    /// <summary>The post with this code, or null.</summary>
    public Post? ByCode(string code) => _byCode.GetValueOrDefault(code);

    /// <summary>Kinds of the units whose work somebody with these posts does.</summary>
    public IReadOnlyList<string> UnitsOf(IReadOnlyCollection<string> codes) => [.. codes.SelectMany(code => ByCode(code)?.Units ?? []).Distinct()];

    /// <summary>True when one person may hold these posts together: an administrator's post stands alone.</summary>
    public static bool MayBeHeldTogether(IReadOnlyCollection<Post> posts) => posts.Count <= 1 || posts.All(p => !p.Administrator);
}
