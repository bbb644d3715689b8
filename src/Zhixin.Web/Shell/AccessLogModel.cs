using Zhixin.Web.Components;

namespace Zhixin.Web.Shell;

/// <summary>The access log. Filter fields: person, petition, act, from, to.</summary>
public sealed record AccessLogModel(
    FormState Filter,
    IReadOnlyList<Choice> Acts,
    IReadOnlyList<AccessRow> Rows,
    PagerModel Pager,
    string Summary);

/// <summary>Who saw or did what. <paramref name="Purpose"/> is given where a masked number was shown in full;
/// <paramref name="IsOutOfScope"/> marks a match that showed only four fields of a matter out of sight.</summary>
public sealed record AccessRow(
    DateOnly On,
    TimeOnly At,
    string Person,
    string Post,
    string Court,
    string Act,
    string Subject,
    string? SubjectHref,
    string? Purpose,
    string Address,
    bool IsOutOfScope = false);

/// <summary>The health page.</summary>
public sealed record HealthModel(DateOnly On, TimeOnly At, IReadOnlyList<HealthCheck> Checks, IReadOnlyList<KeyValue> Facts);

/// <summary>How a check stands.</summary>
public enum HealthState
{
    /// <summary>In order.</summary>
    Good,

    /// <summary>Works, but needs attention.</summary>
    Warning,

    /// <summary>Does not work.</summary>
    Failed,
}

/// <summary>One check: what was found, and what to do if it is not in order.</summary>
public sealed record HealthCheck(string Name, HealthState State, string Finding, string? Cure = null)
{
    /// <summary>The state as a light.</summary>
    public DueLight Light => State switch
    {
        HealthState.Good => new(LightState.Fulfilled, "正常"),
        HealthState.Warning => new(LightState.Soon, "需要注意"),
        HealthState.Failed => new(LightState.Overdue, "不能工作"),
    };
}
