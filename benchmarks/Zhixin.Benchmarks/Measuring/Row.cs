namespace Zhixin.Benchmarks.Measuring;

/// <summary>What is asked of a number; what is null is not asked.</summary>
/// <param name="Must">Reached once by a prototype.</param>
/// <param name="MustP99">In milliseconds.</param>
/// <param name="Aim">Where we want to be.</param>
/// <param name="IsAtMost">The number must not be above, rather than not below.</param>
public sealed record Goal(double? Must = null, double? MustP99 = null, double? Aim = null, bool IsAtMost = false);

/// <summary>The machine's own limit, measured in the same run.</summary>
public sealed record RawLimit(string What, double PerSecond);

/// <summary>One measured number.</summary>
/// <param name="Name">For <c>--only</c>.</param>
/// <param name="What">In words.</param>
/// <param name="Petitions">In the database.</param>
/// <param name="Unit">Of the number: "/s", "ms", "MB", "s" …</param>
public sealed record Row(string Name, string What, long Petitions, double Measured, string Unit, Goal Goal)
{
    /// <summary>Half of the answers took no longer, in milliseconds; null where single answers were not timed.</summary>
    public double? P50 { get; init; }

    /// <summary>Nor did 99 of 100, in milliseconds.</summary>
    public double? P99 { get; init; }

    public RawLimit? Raw { get; init; }

    /// <summary>Processor time of the web process for one answer, in microseconds.</summary>
    public double? WebCpu { get; init; }

    /// <summary>Of the database.</summary>
    public double? DatabaseCpu { get; init; }

    /// <summary>Where it was not measured outright, or what disturbed it.</summary>
    public string? Note { get; init; }

    /// <summary>Answers that were not what was wanted.</summary>
    public int Failed { get; init; }

    /// <summary>How much of the raw limit was reached.</summary>
    public double? Ratio => Raw is null ? null : Measured / Raw.PerSecond;

    /// <summary>Whether what must be is; null where nothing is asked.</summary>
    public bool? Holds => (Failed, Goal) switch
    {
        ( > 0, _) => false,
        (_, { Must: null, MustP99: null }) => null,
        _ => (Goal.Must is not { } must || (Goal.IsAtMost ? Measured <= must : Measured >= must)) && (Goal.MustP99 is not { } most || P99 <= most),
    };

    /// <summary>A row of a load of requests.</summary>
    public static Row Of(string name, string what, long petitions, LoadResult result, Goal goal, RawLimit? raw = null) =>
        new(name, what, petitions, result.PerSecond, "/s", goal)
        {
            P50 = result.P50.TotalMilliseconds, P99 = result.P99.TotalMilliseconds, Raw = raw, Failed = result.Failed,
            WebCpu = result.Used?.Web.TotalMicroseconds / result.Count, DatabaseCpu = result.Used?.Database.TotalMicroseconds / result.Count,
        };
}
