namespace Zhixin.Intake;

/// <summary>What is doubtful in a person's details. A doubt is a flag, never a refusal.</summary>
public static class PersonChecks
{
    /// <summary>The flags of one person.</summary>
    /// <param name="kind">"natural" persons alone have identity numbers of the citizens' form.</param>
    /// <param name="today">Nobody is born later.</param>
    public static IEnumerable<IntakeFlag> Flags(string kind, PersonDetails details, DateOnly today)
    {
        if (kind == "natural" && !string.IsNullOrEmpty(details.IdentityNumber))
        {
            var defects = IdentityNumber.Of(details.IdentityNumber, today).Defects;
            if (defects.HasFlag(IdentityDefects.Length) || defects.HasFlag(IdentityDefects.Characters))
            {
                yield return IntakeFlag.IdentityNumberLength;
            }
            else if (defects.HasFlag(IdentityDefects.Checksum) || defects.HasFlag(IdentityDefects.BirthDate))
            {
                yield return IntakeFlag.IdentityNumberChecksum;
            }

            if (defects.HasFlag(IdentityDefects.Province))
            {
                yield return IntakeFlag.ImpossibleProvinceCode;
            }
        }

        switch (PhoneNumber.Of(details.Phone).Defect)
        {
            case PhoneDefect.Missing:
                yield return IntakeFlag.PhoneMissing;
                break;
            case PhoneDefect.Characters or PhoneDefect.NoAreaCode or PhoneDefect.Length:
                yield return IntakeFlag.PhoneOdd;
                break;
            default:
                break;
        }
    }
}
