namespace Zhixin;

/// <summary>
/// A lawful "no". It is a value, never an exception: it says why in a message key with arguments (texts stand in one
/// zh-CN resource), and where law is the reason it names the clause. <see cref="Remedy"/> is the message key that says
/// what would make the act possible.
/// </summary>
public abstract record Refusal(string Message, IReadOnlyList<object?> Arguments)
{
    /// <summary>Message key of the remedy: "&lt;message&gt;.remedy".</summary>
    public string Remedy => Message + ".remedy";

    /// <summary>The law forbids the act. <paramref name="Clause"/> is a clause id such as "GC21-13".</summary>
    public sealed record Law(string Clause, string Message, params object?[] Args) : Refusal(Message, Args);

    /// <summary>The matter is in a state in which the act has no meaning.</summary>
    public sealed record State(string Message, params object?[] Args) : Refusal(Message, Args);

    /// <summary>The actor is not listed for the act. <paramref name="Act"/> names the rows of the authority matrix.</summary>
    public sealed record Authority(string Act, string Message, params object?[] Args) : Refusal(Message, Args);

    /// <summary>What was given cannot be understood or is impossible. <paramref name="Field"/> is the field's name.</summary>
    public sealed record Input(string Field, string Message, params object?[] Args) : Refusal(Message, Args);

    /// <summary>Someone else has acted meanwhile: the expected version is no longer the stream's version.</summary>
    public sealed record Conflict(int Expected, int Actual) : Refusal("conflict", [Expected, Actual]);
}
