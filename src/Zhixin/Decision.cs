namespace Zhixin;

/// <summary>What a pure <c>Decide</c> answers: the events that now happened, or one refusal.</summary>
public abstract record Decision<TEvent>
{
    private Decision()
    {
    }

    /// <summary>The act is done; the events are in the order in which they happened, at least one.</summary>
    public sealed record Done(IReadOnlyList<TEvent> Events) : Decision<TEvent>;

    /// <summary>The act is refused, and nothing happened.</summary>
    public sealed record Refused(Refusal Why) : Decision<TEvent>;

    /// <summary>Lets a rule end with <c>return new Refusal.State(…)</c>.</summary>
    public static implicit operator Decision<TEvent>(Refusal why) => new Refused(why);

    /// <summary>Lets a rule end with <c>return new[] { … }</c>.</summary>
    public static implicit operator Decision<TEvent>(TEvent[] events) => new Done(events);
}
