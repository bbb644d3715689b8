using Zhixin.Database.Petitions;
using Zhixin.History;
using Zhixin.Papers;
using Zhixin.Petitions.Acts;
using Zhixin.Web.Hosting;
using Zhixin.Web.Petitions;

namespace Zhixin.Web.Matters;

/// <summary>An act on a matter as it was asked for.</summary>
/// <param name="Staff">Of the actor's own court, leavers included.</param>
/// <param name="Beside">What else the kind's decisions look at, such as the petition that a supervision stands on; null where there is none.</param>
public sealed record MatterCall<T>(Office Office, ActingPerson Who, T Matter, ActInput Input, IReadOnlyList<Candidate> Staff, object? Beside)
{
    /// <summary>The actor's court.</summary>
    public int Court => Who.Court;

    /// <summary>The law of the moment.</summary>
    public Law Law => Office.Law.Now;

    /// <summary>The member of staff whose id stands in a field; null where it is nobody of the court.</summary>
    public Candidate? Person(string field) => Candidates.Find(Staff, Input.Field(field));

    /// <summary>The members of staff whose ids stand in a field, with commas between; unknown ones are left out.</summary>
    public IReadOnlyList<Candidate> People(string field) =>
        [.. Input.Text(field).Split([',', '，'], StringSplitOptions.RemoveEmptyEntries).Select(id => Candidates.Find(Staff, id.Trim())).OfType<Candidate>()];
}

/// <summary>What a form is made from.</summary>
/// <param name="Staff">Of the viewer's own court, leavers included.</param>
public sealed record MatterForm<T>(Law Law, int Court, T Matter, IReadOnlyList<Candidate> Staff, DateOnly Today);

/// <summary>An act on a matter of a kind: one entry serves button, form and JSON.</summary>
/// <param name="Path">The noun in the address.</param>
/// <param name="Act">Code in the authority matrix.</param>
/// <param name="Name">On the button.</param>
/// <param name="Group">Where it stands on the page.</param>
/// <param name="NeedsVersion">Acts that decide need the version that the actor saw.</param>
/// <param name="Decide">The decision.</param>
/// <param name="Against">What speaks against it before anything is typed, for the court that would do it.</param>
/// <param name="Form">Hint and fields.</param>
public sealed record MatterEntry<T>(
    string Path, string Act, string Name, string Group, bool NeedsVersion, Func<MatterCall<T>, Decision<object>> Decide, Func<T, int, Refusal?> Against,
    Func<MatterForm<T>, (string Hint, IReadOnlyList<Petitions.ActField> Fields)> Form)
{
    /// <summary>What somebody has before his eyes who decides what was laid before him.</summary>
    public Func<MatterForm<T>, IReadOnlyList<Components.KeyValue>>? Facts { get; init; }

    /// <summary>What speaks against it where that depends on the day or on thresholds of the packs; null where it does not.</summary>
    public Func<Law, T, int, DateOnly, Refusal?>? AgainstToday { get; init; }

    /// <summary>Fetches what this act's decision looks at beside the matter; null where it is what every act of the kind looks at.</summary>
    public Func<Office, ActingPerson, T, ActInput, CancellationToken, Task<object?>>? Fetch { get; init; }

    /// <summary>What follows in other homes once it is done; null where nothing does. A job does it where it was lost on the way.</summary>
    public Func<Office, StreamId, int, CancellationToken, Task>? After { get; init; }

    /// <summary>What speaks against it before anything is typed; null where nothing does.</summary>
    public Refusal? Why(Law law, T matter, int court, DateOnly today) =>
        (AgainstToday is { } against ? against(law, matter, court, today) : Against(matter, court)) is { } why ? law.Cited(court, why, today) : null;

    /// <summary>Whether what is decided bears the number of its paper: nobody has it before it goes out, so it is of today and the form asks for no day.</summary>
    public bool IsOfToday { get; init; }

    /// <summary>The paper that goes out with what was decided; null where none does.</summary>
    public Func<MatterCall<T>, IReadOnlyList<object>, PaperOrder?>? Paper { get; init; }
}
