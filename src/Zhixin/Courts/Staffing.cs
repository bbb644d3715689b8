namespace Zhixin.Courts;

/// <summary>Appoint a person.</summary>
/// <param name="Unit">Name of a unit of the court; empty for none.</param>
public sealed record Appoint(string Name, string UserName, string Unit, IReadOnlyList<string> Posts);

/// <summary>Give a person another unit or other posts.</summary>
public sealed record ChangePosts(string Unit, IReadOnlyList<string> Posts, string Reason);

/// <summary>Name a deputy from a day to a day, both inclusive.</summary>
public sealed record NameDeputy(Guid Id, StaffMember Deputy, IReadOnlyList<string> Acts, DateOnly From, DateOnly To);

/// <summary>Who holds which post, who leaves, and who acts for whom.</summary>
public static class Staffing
{
    /// <summary>Longest name of a person, in UTF-16 code units.</summary>
    public const int LongestName = 50;

    /// <summary>A person takes up posts.</summary>
    /// <param name="command">As wished; the user name is trimmed and lower-cased.</param>
    /// <param name="posts">The posts there are.</param>
    /// <param name="level">Of the court; null on the platform itself, where only administrators belong.</param>
    public static Decision<object> Take(Appoint command, Posts posts, CourtLevel? level) => command switch
    {
        _ when command.Name.Trim().Length is 0 or > LongestName => new Refusal.Input("name", "staff-name", LongestName),
        _ when !IsUserName(command.UserName) => new Refusal.Input("user", "staff-user-name"),
        _ when Unfit(command.Posts, posts, level) is { } unfit => unfit,
        _ => new object[]
        {
            new StaffAppointed(command.Name.Trim(), command.UserName.Trim().ToLowerInvariant(), command.Unit.Trim(), Ordered(command.Posts, posts)),
        },
    };

    /// <summary>Other posts or another unit. Whoever still owes something neither moves nor gives up the post of a handler or a leader.</summary>
    /// <param name="holding">The posts by which petitions are held, as the authority matrix lists them: whoever gives one up hands over first.</param>
    /// <param name="owed">Petitions and obligations in the person's name.</param>
    public static Decision<object> Change(ChangePosts command, StaffMember member, Posts posts, CourtLevel? level, IReadOnlyCollection<string> holding, int owed) => command switch
    {
        _ when !member.InPost => new Refusal.State("staff-has-left", member.Name),
        _ when Unfit(command.Posts, posts, level) is { } unfit => unfit,
        _ when IsAdministrator(command.Posts, posts) != IsAdministrator(member.Posts, posts) => new Refusal.State("staff-administrator-anew", member.Name),
        _ when command.Unit.Trim() == member.Unit && command.Posts.ToHashSet().SetEquals(member.Posts) => new Refusal.State("staff-nothing-changed"),
        _ when string.IsNullOrWhiteSpace(command.Reason) => new Refusal.Input("reason", "reason-required"),
        _ when owed > 0 && Moves(command, member, holding) => new Refusal.State("staff-owes", member.Name, owed),
        _ => new object[] { new StaffPostsChanged(command.Unit.Trim(), Ordered(command.Posts, posts), command.Reason.Trim()) },
    };

    /// <summary>The person leaves; refused while anything is owed.</summary>
    public static Decision<object> Leave(StaffMember member, string reason, int owed) => member switch
    {
        { InPost: false } => new Refusal.State("staff-has-left", member.Name),
        _ when string.IsNullOrWhiteSpace(reason) => new Refusal.Input("reason", "reason-required"),
        _ when owed > 0 => new Refusal.State("staff-owes", member.Name, owed),
        _ => new object[] { new StaffLeft(reason.Trim()) },
    };

    /// <summary>Names a deputy of the same court. Administrators have none: their roles stay apart.</summary>
    public static Decision<object> Name(NameDeputy command, StaffMember member, Posts posts, DateOnly today) => command switch
    {
        _ when !member.InPost => new Refusal.State("staff-has-left", member.Name),
        _ when !command.Deputy.InPost || command.Deputy.Id.Home != member.Id.Home => new Refusal.Input("deputy", "deputy-not-in-post", command.Deputy.Name),
        _ when command.Deputy.Id == member.Id => new Refusal.Input("deputy", "deputy-oneself"),
        _ when IsAdministrator(member.Posts, posts) || IsAdministrator(command.Deputy.Posts, posts) => new Refusal.State("deputy-administrator"),
        _ when command.To < command.From => new Refusal.Input("to", "deputy-days", command.From),
        _ when command.To < today => new Refusal.Input("to", "deputy-past", today),
        _ when member.Deputies.FirstOrDefault(d => d.Overlaps(command.From, command.To)) is { } other =>
            new Refusal.State("deputy-overlaps", other.Name, other.From, other.To),
        _ => new object[] { new StaffDeputyNamed(command.Id, command.Deputy.Id.Id, command.Deputy.Name, command.Acts, command.From, command.To) },
    };

    /// <summary>Ends a deputy's time with a day, inclusive; before its first day it never was.</summary>
    public static Decision<object> EndDeputy(StaffMember member, Guid deputy, DateOnly lastDay, string reason) =>
        member.Deputies.FirstOrDefault(d => d.Id == deputy) switch
        {
            null => new Refusal.State("deputy-unknown"),
            var d when d.To <= lastDay => new Refusal.State("deputy-ended", d.Name, d.To),
            _ when string.IsNullOrWhiteSpace(reason) => new Refusal.Input("reason", "reason-required"),
            _ => new object[] { new StaffDeputyEnded(deputy, lastDay, reason.Trim()) },
        };

    /// <summary>Whether these posts are an administrator's.</summary>
    public static bool IsAdministrator(IReadOnlyCollection<string> codes, Posts posts) => codes.Any(code => posts.ByCode(code)?.Administrator == true);

    private static bool Moves(ChangePosts command, StaffMember member, IReadOnlyCollection<string> holding) =>
        command.Unit.Trim() != member.Unit || holding.Any(post => member.Posts.Contains(post) && !command.Posts.Contains(post));

    private static Refusal? Unfit(IReadOnlyList<string> codes, Posts posts, CourtLevel? level)
    {
        var wanted = codes.Distinct(StringComparer.Ordinal).Select(code => (Code: code, Post: posts.ByCode(code))).ToList();
        return wanted switch
        {
            [] => new Refusal.Input("post", "staff-post-missing"),
            _ when wanted.Find(w => w.Post is null) is { Code: { } unknown } => new Refusal.Input("post", "staff-post-unknown", unknown),
            _ when !Posts.MayBeHeldTogether([.. wanted.Select(w => w.Post!)]) => new Refusal.Input("post", "staff-administrator-alone"),
            _ when level is null && !wanted[0].Post!.Administrator => new Refusal.Input("post", "staff-platform-administrators"),
            _ when wanted.Find(w => level is { } l && !w.Post!.Levels.Contains(l)).Post is { } elsewhere =>
                new Refusal.Input("post", "staff-post-other-level", elsewhere.Name),
            _ => null,
        };
    }

    private static List<string> Ordered(IReadOnlyList<string> codes, Posts posts) =>
        [.. posts.All.Select(p => p.Code).Where(code => codes.Contains(code, StringComparer.Ordinal))];

    /// <summary>Two to forty letters, digits, dots, hyphens and underscores, so that it can be typed anywhere.</summary>
    private static bool IsUserName(string text) =>
        text.Trim() is { Length: >= 2 and <= 40 } name && name.All(c => char.IsAsciiLetterOrDigit(c) || c is '.' or '-' or '_');
}
