using Zhixin.Web.Access;
using Zhixin.Web.Components;
using Zhixin.Web.Hosting;
using Zhixin.Web.Texts;

namespace Zhixin.Web.Courts;

/// <summary>What the viewer may do with the people of a court.</summary>
/// <param name="Change">Appoint, change posts, name deputies, record a leaving.</param>
/// <param name="Reset">Reset passwords.</param>
/// <param name="HandOver">Hand a person's petitions over: an act on petitions, so never an administrator's.</param>
public sealed record StaffSight(bool Change, bool Reset, bool HandOver)
{
    /// <summary>Whether the people are shown at all.</summary>
    public bool Any => Change || Reset || HandOver;

    /// <summary>By the authority matrix: the system administrator changes, the security administrator resets, the petition unit hands over.</summary>
    public static StaffSight Of(HttpContext http, Office office, int court)
    {
        var (who, law) = (http.Acting(), office.Law.Now);
        var isAbove = who.Court == Zhixin.Courts.Court.Platform || (law.Courts.ByNumber(court) is not null && law.Chain(court).Contains(who.Court));
        return new StaffSight(
            office.Staff.MayNot(who, court) is null,
            isAbove && law.MayNot(who, "manage-rights", null) is null,
            who.Court == court && law.MayNot(who, "assign", null) is null);
    }
}

/// <summary>Refusals in forms.</summary>
public static class FormRefusals
{
    /// <summary>The form as typed with the refusal beside its field, or beside the given one.</summary>
    public static FormState Of(PostedForm form, Refusal why, string field) => new(
        form.Values, [new FieldMessage((why as Refusal.Input)?.Field ?? field, MessageKind.Error, RefusalTexts.Reason(why) + RefusalTexts.Cure(why))]);
}
