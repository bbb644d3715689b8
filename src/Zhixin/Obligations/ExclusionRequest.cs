namespace Zhixin.Obligations;

/// <summary>What became of a request to leave days out.</summary>
public enum ExclusionOutcome
{
    /// <summary>Nobody has decided.</summary>
    Asked,

    /// <summary>The days are left out.</summary>
    Approved,

    /// <summary>They are not.</summary>
    Refused,
}

/// <summary>A request to leave days out of a period, with its outcome.</summary>
public sealed record ExclusionRequest(ExclusionAsked Asked, ExclusionOutcome Outcome)
{
    /// <summary>Number within the stream.</summary>
    public int No => Asked.Request;
}

/// <summary>The requests of one stream: the fold of their facts.</summary>
public static class ExclusionList
{
    /// <summary>Applies a fact to the list; null when the fact is not about a request.</summary>
    public static IReadOnlyList<ExclusionRequest>? Apply(IReadOnlyList<ExclusionRequest> list, object fact) => fact switch
    {
        ExclusionAsked asked => [.. list, new ExclusionRequest(asked, ExclusionOutcome.Asked)],
        ExclusionApproved approved => Settled(list, approved.Request, ExclusionOutcome.Approved),
        ExclusionRefused refused => Settled(list, refused.Request, ExclusionOutcome.Refused),
        _ => null,
    };

    private static List<ExclusionRequest> Settled(IReadOnlyList<ExclusionRequest> list, int no, ExclusionOutcome outcome) =>
        [.. list.Select(r => r.No == no ? r with { Outcome = outcome } : r)];
}
