namespace Zhixin.Supervisions.Acts;

/// <summary>Telling the petitioner how the supervision goes, and what came of it (SPC16-3(3)); after the end too.</summary>
public static class Telling
{
    /// <summary>The petitioner is told.</summary>
    public static Decision<object> Decide(Supervision supervision, string? content, string? method, string? proof) => supervision switch
    {
        _ when Nobody(supervision) is { } not => not,
        _ when string.IsNullOrWhiteSpace(content) => new Refusal.Law("SPC16-3(3)", "told-needs-content"),
        _ when string.IsNullOrWhiteSpace(method) => new Refusal.Input("method", "told-needs-method"),
        _ when string.IsNullOrWhiteSpace(proof) => new Refusal.Law("SPC16-3(3)", "told-needs-proof"),
        _ => new object[] { new SupervisionResultTold(content.Trim(), method.Trim(), proof.Trim()) },
    };

    /// <summary>Why nobody is told; null where somebody is.</summary>
    public static Refusal? Nobody(Supervision supervision) => supervision switch
    {
        { End.How: "voided" or "merged" } => Reviewing.Over(supervision),
        _ => null,
    };
}
