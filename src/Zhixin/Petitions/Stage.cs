namespace Zhixin.Petitions;

/// <summary>Where a petition stands. One record per state, carrying exactly its data.</summary>
public abstract record Stage
{
    private Stage()
    {
    }

    /// <summary>Registered; not yet accepted, declined or converted.</summary>
    public sealed record Registered : Stage;

    /// <summary>Accepted; being handled until it is answered and closed.</summary>
    public sealed record Accepted(DateOnly On) : Stage;

    /// <summary>The petitioner has the answer.</summary>
    public sealed record Replied(DateOnly On) : Stage;

    /// <summary>Ended by an answer.</summary>
    public sealed record Closed(ClosedBy By, DateOnly On) : Stage;

    /// <summary>Not accepted, and the petitioner has the explanation (GC21-15).</summary>
    public sealed record Declined(string Ground, DateOnly On) : Stage;

    /// <summary>The petitioner took it back.</summary>
    public sealed record Withdrawn(DateOnly On) : Stage;

    /// <summary>Opened in error; stays visible.</summary>
    public sealed record Voided(string Reason, DateOnly On) : Stage;

    /// <summary>Went into another petition.</summary>
    public sealed record Merged(int SurvivorHome, Guid Survivor, string SurvivorNumber, DateOnly On) : Stage;

    /// <summary>A ledger says that it was resolved before it was imported.</summary>
    public sealed record ResolvedBefore(DateOnly? On) : Stage;

    /// <summary>The phase of what is being handled, in whatever stage.</summary>
    public const string OpenPhase = "open";

    /// <summary>The codes of the stages in which a petition is being handled.</summary>
    public static IReadOnlyList<string> OpenCodes { get; } = ["registered", "accepted", "replied"];

    /// <summary>What lists are kept by: <see cref="OpenPhase"/>, or the code of how it ended.</summary>
    public string Phase => IsOpen ? OpenPhase : Code;

    /// <summary>Whether it is being handled; nothing else allows an act on the matter.</summary>
    public bool IsOpen => this is Registered or Accepted or Replied;

    /// <summary>Whether a new contact starts it again: it was answered or ended, but was no error and went nowhere else.</summary>
    public bool IsReopenedByContact => CanReopen || this is Replied;

    /// <summary>Whether a person may open it again: it ended, but was no error and went nowhere else.</summary>
    public bool CanReopen => this is ResolvedBefore or Declined or Withdrawn or Closed;

    /// <summary>The code stored and filtered by.</summary>
    public string Code => this switch
    {
        Registered => "registered",
        Accepted => "accepted",
        Replied => "replied",
        Closed => "closed",
        Declined => "declined",
        Withdrawn => "withdrawn",
        Voided => "voided",
        Merged => "merged",
        ResolvedBefore => "resolved-before",
        _ => throw new InvalidOperationException(),
    };
}

/// <summary>How a petition stood, with what was done in it, before it was reopened.</summary>
/// <param name="Obligations">How many it had opened by then.</param>
/// <param name="Until">The day of the reopening.</param>
public sealed record Ending(Stage Stage, Handling Handling, Measures Measures, WriteOffs WriteOffs, Terminations Terminations, DateOnly? ReceiptOn, int? DeemedBy, int Obligations, DateOnly Until);
