using Zhixin.Database.Persons;
using Zhixin.Intake;

namespace Zhixin.Benchmarks.Filling;

/// <summary>Where ids and sealed persons come from: made anew here; a test gives those that the acts made.</summary>
public class MatterIds(PersonVault vault)
{
    /// <summary>The id that all events of one act share.</summary>
    public virtual Guid Command(string act, DateTimeOffset now) => Guid.CreateVersion7(now);

    /// <summary>The stream of a contact.</summary>
    public virtual Guid Contact(string number, DateTimeOffset now) => Guid.CreateVersion7(now);

    /// <summary>The stream of a petition.</summary>
    public virtual Guid Petition(string number, DateTimeOffset now) => Guid.CreateVersion7(now);

    /// <summary>A person that a command records.</summary>
    public virtual SealedPerson Person(Guid command, string kind, PersonDetails details, DateTimeOffset now) =>
        vault.Seal(Guid.CreateVersion7(now), kind, details);
}
