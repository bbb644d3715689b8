namespace Zhixin.Intake;

/// <summary>What is doubtful in a person's details. A doubt is a flag, never a refusal.</summary>
public static class PersonChecks
{
    /// <summary>The flags of one person.</summary>
    public static IEnumerable<IntakeFlag> Flags(string kind, PersonDetails details) => [];
}
