using System.Globalization;
using Zhixin.Database.Petitions;
using Zhixin.Petitions;

namespace Zhixin.Web.Demo;

/// <summary>One act of a script: how many days before today, by which sign-in, by which form, with what typed.</summary>
/// <param name="Before">Days before today, at least 0; a script goes forward.</param>
/// <param name="User">The sign-in: "hi-head".</param>
/// <param name="Act">The act's noun in the address.</param>
/// <param name="Fields">
/// The fields of the form. A value "+6" or "-3" is a day so many days after or before today; "@hi-review" is somebody's id; "{y}" is the year of the step; "#contacts" are
/// the numbers of all contacts of the petition, and "#petition.met" is its first record of that fact.
/// </param>
internal sealed record DemoStep(int Before, string User, string Act, params (string Name, string Value)[] Fields);

/// <summary>A supervision of the demo.</summary>
/// <param name="By">Short name of the court that supervises.</param>
/// <param name="CaseNumber">The enforcement case.</param>
/// <param name="ReceivedBefore">Days before today on which the material came.</param>
/// <param name="Fields">Further fields of the form that begins it.</param>
internal sealed record DemoSupervision(string By, string CaseNumber, string Complaint, int ReceivedBefore, IReadOnlyList<DemoStep> Steps, params (string Name, string Value)[] Fields);

/// <summary>A platform item of the demo, entered by the High Court.</summary>
/// <param name="Kind">Code of the list of kinds.</param>
/// <param name="To">Full name of the court that it goes to.</param>
/// <param name="Due">Days after today until when it is due; negative before; null where the platform says none.</param>
internal sealed record DemoItem(string External, string Kind, string To, string Content, int EnteredBefore, int? Due, IReadOnlyList<DemoStep> Steps);

/// <summary>A record of checks of the demo.</summary>
/// <param name="By">Sign-in of whoever begins it, at the enforcing court.</param>
/// <param name="FiledBefore">Days before today on which the case was filed.</param>
internal sealed record DemoCheck(string By, string CaseNumber, int FiledBefore, IReadOnlyList<DemoStep> Steps);

/// <summary>A report of the demo.</summary>
/// <param name="By">Sign-in of whoever puts it in, at the court that it is about.</param>
/// <param name="Fields">Of the form.</param>
internal sealed record DemoReport(string By, int ReceivedBefore, IReadOnlyList<DemoStep> Steps, params (string Name, string Value)[] Fields);

/// <summary>What is typed in a step, as it is meant on a day for the people of the demo.</summary>
/// <param name="on">The petition that it is typed for; null where it is another matter.</param>
internal sealed class DemoTyped(DemoStep step, DateOnly today, IReadOnlyDictionary<string, ActingPerson> people, Petition? on)
{
    /// <summary>A field; null where nothing was typed.</summary>
    public string? Field(string name) => step.Fields.FirstOrDefault(f => f.Name == name).Value is { } value ? Meant(value) : null;

    private string Meant(string value) => value switch
    {
        ['@', ..] => string.Join(',', value.Split(',').Select(user => people[user[1..]].Id)),
        "#contacts" => string.Join(',', on!.Contacts.Select(c => c.Number)),
        ['#', .. var kind] => on!.WriteOffs.Records.First(r => r.Kind == kind).Reference(),
        ['+' or '-', .. var days] when days.All(char.IsAsciiDigit) => today.AddDays(int.Parse(value, CultureInfo.InvariantCulture)).ToString("yyyy-MM-dd", CultureInfo.InvariantCulture),
        _ => value.Replace("{y}", today.AddDays(-step.Before).Year.ToString(CultureInfo.InvariantCulture), StringComparison.Ordinal),
    };
}
