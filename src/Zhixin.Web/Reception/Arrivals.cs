using Zhixin.History;
using Zhixin.Intake;
using Zhixin.Web.Access;
using Zhixin.Web.Components;
using Zhixin.Web.Hosting;
using Zhixin.Web.Texts;

namespace Zhixin.Web.Reception;

/// <summary>
/// What the log of a day fills into the registration of somebody who is here: channel, receivedOn (a day that is over), petition ("home_id", of an
/// appointment), appointment (its number). Nothing of it binds; whatever cannot be read is left out.
/// </summary>
internal static class Arrivals
{
    /// <summary>Whether the registration was opened from the log.</summary>
    public static bool IsAsked(HttpContext http) => http.Request.Query.ContainsKey("channel");

    /// <summary>Fills what is known into the values of the empty form.</summary>
    public static async Task Fill(Dictionary<string, string?> values, HttpContext http, Office office, CancellationToken stop)
    {
        var query = http.Request.Query;
        if (Codes.Of<Channel>(query["channel"]) is not null)
        {
            values["channel"] = query["channel"].ToString();
        }

        if (ReceptionQuery.DayOf(query["receivedOn"], office.Today) is var day && day < office.Today)
        {
            values["receivedAt"] = DateText.Iso(day);
        }

        if (query["petition"].ToString().Split('_') is not [var home, var id] || !int.TryParse(home, out var court) || !Guid.TryParse(id, out var stream)
            || await office.Petitions.Load(http.Member().Scope, new StreamId(court, stream), stop) is not var (petition, _))
        {
            return;
        }

        var first = petition.Petitioners is [var petitioner, ..] ? petitioner : null;
        var persons = first is null ? [] : await office.Persons.Open(http.Member().Scope, petition.Id.Home, [first.Person], stop);
        values["caseNumber"] = petition.Opened.CaseNumber ?? petition.Opened.CaseText;
        values["personName"] = persons is [var person, ..] && person.Details.Name != PersonDetails.Anonymous ? person.Details.Name : null;
        values["capacity"] = first is null ? values["capacity"] : Database.Petitions.ReadRows.Code(first.Capacity);
        values["receivedBy"] = petition.Receptions.Appointments.FirstOrDefault(a => a.No.ToString() == query["appointment"])?.Slot.ReceiverName ?? values["receivedBy"];
        values["caseHandler"] = petition.Opened.OriginalHandlerName;
    }
}
