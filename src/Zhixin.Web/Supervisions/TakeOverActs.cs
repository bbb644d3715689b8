using Zhixin.Database.Courts;
using Zhixin.Petitions;
using Zhixin.Petitions.Acts;
using Zhixin.Supervisions.Acts;
using Zhixin.Web.Components;
using Zhixin.Web.Hosting;
using Zhixin.Web.Matters;
using Zhixin.Web.Petitions;
using Supervision = Zhixin.Supervisions.Supervision;

namespace Zhixin.Web.Supervisions;

/// <summary>Rulings by which another court enforces (HNI-9, SPC09-4); the petition on which the supervision stands goes along.</summary>
internal static class TakeOverActs
{
    /// <summary>In the order of the page.</summary>
    public static IReadOnlyList<MatterEntry<Supervision>> All { get; } =
    [
        new("designation", "designate", "指定执行", PressActs.Press, true, Designate, (s, _) => ReviewActs.Closed(s), form => ("逾期未报，或者意见经催办仍未落实的，可以裁定指定辖区内另一法院执行；两个法院互换执行的，为交叉执行。原法院未办结的函件随之终止，信访案件一并转到新的法院。",
        [
            new("court", "指定哪个法院执行", FieldKind.Text, [], "写法院全称。") { Span = 6 }, new("ruling", "裁定书文号", FieldKind.Text, []) { Span = 6 }, new("reason", "理由", FieldKind.TextArea, []),
            new("cross", "是否交叉执行", FieldKind.Radio, [new("no", "不是"), new("yes", "是，两个法院互换执行")]) { Span = 6, Value = "no" },
            new("exchanged", "换出的执行案件", FieldKind.Text, [], "交叉执行的才填：该法院换给原法院的案号。") { Span = 6 },
        ]))
        {
            AgainstToday = (_, s, court, today) => TakingOver.NotPossible(s, court, today), Fetch = Named, After = (office, id, court, stop) => office.TakeOvers.Run(id, court, stop), Facts = PressActs.Overdue,
        },
        new("elevation", "elevate", "提级执行", PressActs.Press, true, Elevate, (s, _) => ReviewActs.Closed(s), form => ("逾期未报，或者意见经催办仍未落实的，可以裁定由本院提级执行。原法院未办结的函件随之终止，信访案件一并转到本院。",
            [new("ruling", "裁定书文号", FieldKind.Text, []) { Span = 6 }, new("reason", "理由", FieldKind.TextArea, [])]))
        {
            AgainstToday = (_, s, court, today) => TakingOver.NotPossible(s, court, today), Fetch = Own, After = (office, id, court, stop) => office.TakeOvers.Run(id, court, stop), Facts = PressActs.Overdue,
        },
    ];

    private static Decision<object> Designate(MatterCall<Supervision> call) => TakingOver.Decide(
        call.Matter,
        new Designate(To(call.Law, call.Input), call.Input.Yes("cross"), call.Input.Blank("exchanged"), call.Input.Field("ruling"), call.Input.Field("reason")), call.Law.Court(call.Court), Rules(call));

    private static Decision<object> Elevate(MatterCall<Supervision> call) =>
        TakingOver.Elevate(call.Matter, call.Input.Field("ruling"), call.Input.Field("reason"), call.Law.Court(call.Court), Rules(call));

    /// <summary>A petition that is with the court before, and cannot go along, holds the ruling up; one that is elsewhere, or ended, does not.</summary>
    private static TakingOverRules Rules(MatterCall<Supervision> call)
    {
        var (petition, isInUse) = ((Petition?, bool))call.Beside!;
        var stuck = petition is null ? null : Moving.Stuck(petition, call.Matter.Enforcing);
        return new TakingOverRules(n => [.. call.Law.Courts.Superiors(call.Law.Court(n))], isInUse, stuck, call.Input.On);
    }

    private static async Task<object?> Named(Office office, Database.Petitions.ActingPerson who, Supervision supervision, ActInput input, CancellationToken stop) =>
        (await SupervisionPages.Beside(office, who, supervision, stop) as Petition,
            To(office.Law.Now, input) is { Number: var number } && (await StaffLists.InUse(office.Db, [number], stop)).Contains(number));

    private static async Task<object?> Own(Office office, Database.Petitions.ActingPerson who, Supervision supervision, ActInput input, CancellationToken stop) =>
        (await SupervisionPages.Beside(office, who, supervision, stop) as Petition, true);

    private static Zhixin.Courts.Court? To(Database.Petitions.Law law, ActInput input) => input.Blank("court") is { } name ? law.Courts.ByName(name) : null;
}
