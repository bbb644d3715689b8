using Zhixin.History;

namespace Zhixin.Regulations;

/// <summary>The first person proposes that a court, and everything under it, works by a version of a pack.</summary>
/// <param name="Court">The adopting court; 0 is the platform: everywhere.</param>
/// <param name="From">First day, inclusive; always given by a person, never a default.</param>
/// <param name="Until">Last day, inclusive; null until further notice.</param>
/// <param name="Ends">Adoptions of another version of the same pack that end the day before <paramref name="From"/>.</param>
[Fact("adoption.proposed")]
public sealed record AdoptionProposed(
    string Pack, int Version, string Hash, int Court, DateOnly From, DateOnly? Until, string Reason, Guid Proposer, IReadOnlyList<Guid> Ends);

/// <summary>The second person confirms: the adoption holds for obligations that open from its first day.</summary>
[Fact("adoption.confirmed")]
public sealed record AdoptionConfirmed(Guid Confirmer);

/// <summary>The second person refuses it.</summary>
[Fact("adoption.refused")]
public sealed record AdoptionRefused(Guid Confirmer, string Reason);

/// <summary>Somebody proposes that a confirmed adoption ends; <paramref name="LastDay"/> is inclusive.</summary>
[Fact("adoption.end-proposed")]
public sealed record AdoptionEndProposed(Guid Proposer, DateOnly LastDay, string Reason);

/// <summary>The second person refuses the end; the adoption goes on.</summary>
[Fact("adoption.end-refused")]
public sealed record AdoptionEndRefused(Guid Confirmer, string Reason);

/// <summary>The adoption ends after <paramref name="LastDay"/>. What opened under it stays as it is.</summary>
[Fact("adoption.ended")]
public sealed record AdoptionEnded(Guid Confirmer, DateOnly LastDay, string Reason);

/// <summary>Where an adoption stands.</summary>
public abstract record AdoptionState
{
    private AdoptionState()
    {
    }

    /// <summary>Waits for the second person.</summary>
    public sealed record Proposed : AdoptionState
    {
        /// <inheritdoc/>
        public override string Code => "proposed";
    }

    /// <summary>Holds from its first day.</summary>
    public sealed record Confirmed(Guid By) : AdoptionState
    {
        /// <inheritdoc/>
        public override string Code => "confirmed";
    }

    /// <summary>Refused; it never held.</summary>
    public sealed record Refused(Guid By, string Reason) : AdoptionState
    {
        /// <inheritdoc/>
        public override string Code => "refused";
    }

    /// <summary>Holds, and its end waits for the second person.</summary>
    public sealed record Ending(Guid ConfirmedBy, AdoptionEndProposed Proposal) : AdoptionState
    {
        /// <inheritdoc/>
        public override string Code => "ending";
    }

    /// <summary>Ended; <paramref name="LastDay"/> is inclusive.</summary>
    public sealed record Ended(Guid ConfirmedBy, DateOnly LastDay) : AdoptionState
    {
        /// <inheritdoc/>
        public override string Code => "ended";
    }

    /// <summary>The code stored and filtered by.</summary>
    public abstract string Code { get; }
}

/// <summary>The fold of an adoption's stream; its home is the adopting court.</summary>
public sealed record AdoptionCase(StreamId Id, int Version, AdoptionProposed Proposed, AdoptionState State)
{
    /// <summary>Who waits for a second person now; null when nothing waits.</summary>
    public Guid? WaitsFor => State switch
    {
        AdoptionState.Proposed => Proposed.Proposer,
        AdoptionState.Ending ending => ending.Proposal.Proposer,
        _ => null,
    };

    /// <summary>Last day, inclusive; null until further notice.</summary>
    public DateOnly? Until => State is AdoptionState.Ended ended ? ended.LastDay : Proposed.Until;

    /// <summary>Folds a history; the first fact is the proposal.</summary>
    public static AdoptionCase Fold(StreamId id, IEnumerable<DatedFact> facts) => facts.Aggregate((AdoptionCase?)null, (adoption, dated) =>
        adoption is null ? Begin(id, dated.Fact) : adoption.Apply(dated.Fact)) ?? throw new InvalidDataException("An adoption begins with its proposal.");

    /// <summary>Begins an adoption.</summary>
    public static AdoptionCase Begin(StreamId id, object fact) => fact is AdoptionProposed proposed
        ? new AdoptionCase(id, 1, proposed, new AdoptionState.Proposed())
        : throw new InvalidDataException("An adoption begins with its proposal.");

    /// <summary>The adoption after one more fact.</summary>
    public AdoptionCase Apply(object fact) => this with
    {
        Version = Version + 1,
        State = (State, fact) switch
        {
            (_, AdoptionConfirmed confirmed) => new AdoptionState.Confirmed(confirmed.Confirmer),
            (_, AdoptionRefused refused) => new AdoptionState.Refused(refused.Confirmer, refused.Reason),
            (AdoptionState.Confirmed confirmed, AdoptionEndProposed end) => new AdoptionState.Ending(confirmed.By, end),
            (AdoptionState.Ending ending, AdoptionEndRefused) => new AdoptionState.Confirmed(ending.ConfirmedBy),
            (AdoptionState.Confirmed confirmed, AdoptionEnded ended) => new AdoptionState.Ended(confirmed.By, ended.LastDay),
            (AdoptionState.Ending ending, AdoptionEnded ended) => new AdoptionState.Ended(ending.ConfirmedBy, ended.LastDay),
            _ => throw new InvalidDataException($"{fact.GetType().Name} is no fact of an adoption in state {State.Code}."),
        },
    };
}
