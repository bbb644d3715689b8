using Zhixin.History;

namespace Zhixin.Supervisions.Acts;

/// <summary>What follows when a report or a correction is overdue (HNI-9, 12, HNP-16, 23, SPC16-5(4)).</summary>
public static partial class Pressing
{
    /// <summary>The threshold of the packs: how many days overdue before the urging letter is owed.</summary>
    public const string OverrunDays = "urging-overrun";

    /// <summary>
    /// The first letter whose report, or whose correction after an improper report, has been due for the days of the pack, as of that day. The days count on from
    /// the due date, through rest days (HNP-23).
    /// </summary>
    /// <param name="days">After how many days at the court below; null where no instrument in force there says.</param>
    public static DatedFact? Overrun(Supervision supervision, Func<Letter, int?> days, DateOnly today) => !supervision.IsOpen ? null :
        (from letter in supervision.Open
         where letter.OverrunOn is null && letter.AwaitsReport && days(letter) is not null
         let due = Awaited(supervision, letter)
         where due is not null && due.Value.AddDays(days(letter)!.Value) <= today
         orderby due, letter.No
         select (DatedFact?)new DatedFact(new SupervisionReportOverrun(letter.No, letter.LastReport is not null), due.Value.AddDays(days(letter)!.Value))).FirstOrDefault();

    /// <summary>Until when something was to come from below on the letter that did not come; null where nothing is missing.</summary>
    internal static DateOnly? Awaited(Supervision supervision, Letter letter) => supervision.Obligations
        .Where(o => o.IsOpen && o.Due is not null && !o.IsWindow && o.Opened.Court == letter.Issued.To
            && (o.Opened.Thing == Letter.Thing(letter.No) || supervision.Opinions.Any(p => p.Issued.Letter == letter.No && o.Opened.Thing == Opinion.Thing(p.No))))
        .Where(o => Reports(o.Rule.FulfilledBy)).Min(o => o.Due);

    private static bool Reports(IReadOnlyList<string> fulfilledBy) =>
        fulfilledBy.Contains("supervision.report-submitted") || fulfilledBy.Contains("supervision.hearing-report-submitted") || fulfilledBy.Contains("supervision.compliance-reported")
        || fulfilledBy.Contains("supervision.hearing-held");
}
