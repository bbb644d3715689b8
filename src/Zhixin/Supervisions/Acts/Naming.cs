using Zhixin.Petitions.Acts;
using Zhixin.Regulations;

namespace Zhixin.Supervisions.Acts;

/// <summary>Whom the matter accuses (GC21-5(1)): he or she sees nothing of it, acts nowhere in it and is named for nothing. And who is named instead.</summary>
public static class Naming
{
    /// <summary>The act in the authority matrix.</summary>
    public const string Act = "name-accused";

    /// <summary>Staff are accused, beside those whom the petition accuses.</summary>
    /// <param name="names">The names as they were given.</param>
    /// <param name="found">The staff of these names, of the courts that take part.</param>
    public static Decision<object> Accuse(Supervision supervision, IReadOnlyList<string> names, IReadOnlyList<(Guid Id, string Name)> found, string? reason) => supervision switch
    {
        { IsOpen: false } => Reviewing.Over(supervision),
        _ when names.Count == 0 => new Refusal.Input("accused", "supervision-needs-accused"),
        _ when Unknown(names, found) is { } unknown => unknown,
        _ when found.All(f => supervision.Material.Accused.Contains(f.Id)) => new Refusal.State("supervision-accused-before"),
        _ when string.IsNullOrWhiteSpace(reason) => new Refusal.Law("GC21-5(1)", "supervision-accused-needs-reason"),
        _ => new object[] { new SupervisionAccusedNamed([.. New(supervision, found.Select(f => f.Id))], reason.Trim()) },
    };

    /// <summary>Whom the petition on which it stands has come to accuse, is barred here too; nothing where all of them are.</summary>
    public static IReadOnlyList<object> Follow(Supervision supervision, IEnumerable<Guid> accused) =>
        New(supervision, accused) is { Count: > 0 } added ? [new SupervisionAccusedNamed(added, null)] : [];

    /// <summary>Why a name that was given cannot stand; null where every one is somebody.</summary>
    public static Refusal.Input? Unknown(IReadOnlyList<string> names, IReadOnlyList<(Guid Id, string Name)> found) =>
        names.FirstOrDefault(n => found.All(f => f.Name != n)) is { } unknown ? new Refusal.Input("accused", "supervision-accused-unknown", unknown) : null;

    /// <summary>Why somebody cannot be named for something in the matter; null where he or she can.</summary>
    /// <param name="field">Where he or she was given.</param>
    internal static Refusal? Against(Supervision supervision, Candidate? person, int court, string field) => person switch
    {
        null => new Refusal.Input(field, "handler-not-in-post", string.Empty),
        { AtCourt: false } => new Refusal.Input(field, "handler-not-in-post", person.Name),
        _ when person.Court != court || person.Posts.Any(PackWords.Administrators.Contains) => new Refusal.Input(field, "handler-not-in-post", person.Name),
        _ when supervision.Material.Accused.Contains(person.Id) => new Refusal.Law("GC21-5(1)", "assign-accused", person.Name),
        _ => null,
    };

    private static IReadOnlyList<Guid> New(Supervision supervision, IEnumerable<Guid> accused) => [.. accused.Except(supervision.Material.Accused)];
}
