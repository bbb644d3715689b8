namespace Zhixin;

/// <summary>What an act or a query answers to whoever asked: page and API show it each in their way.</summary>
public abstract record Answer<T>
{
    private Answer()
    {
    }

    /// <summary>It is done; here is the result.</summary>
    public sealed record Given(T Value) : Answer<T>;

    /// <summary>It was refused, and nothing happened.</summary>
    public sealed record Refused(Refusal Why) : Answer<T>;

    /// <summary>There is no such thing in the asker's sight.</summary>
    public sealed record Unknown : Answer<T>;

    /// <summary>A result is an answer.</summary>
    public static implicit operator Answer<T>(T value) => new Given(value);

    /// <summary>A refusal is an answer.</summary>
    public static implicit operator Answer<T>(Refusal why) => new Refused(why);
}
