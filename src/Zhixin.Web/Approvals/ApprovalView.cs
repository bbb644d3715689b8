using Zhixin.Database.Petitions;
using Zhixin.Petitions.Acts;
using Zhixin.Web.Components;
using Zhixin.Web.Hosting;
using Zhixin.Web.Petitions;
using Zhixin.Web.Texts;

namespace Zhixin.Web.Approvals;

/// <summary>Makes the approvals page of what waits and of what was just decided.</summary>
internal static class ApprovalView
{
    /// <summary>The page. What was typed for a row that was not decided stays.</summary>
    public static async Task<ApprovalsModel> Of(
        Office office, ActingPerson who, IReadOnlyList<Represented> represented,
        IReadOnlyList<(ApiDecision Decision, string Number, string Act, Refusal? Why)> decided, IEnumerable<KeyValuePair<string, string?>> typed, CancellationToken stop)
    {
        var lines = await ApprovalPages.Waiting(office, who, stop);
        var names = await StaffNames.Of(office, lines.Select(l => l.AskedBy), stop);
        var (law, most) = (office.Law.Now, 50);
        var done = decided.Where(d => d.Why is null).Select(d => Field(d.Decision.Home, d.Decision.Petition, d.Decision.No)).ToHashSet(StringComparer.Ordinal);
        return new ApprovalsModel(
            [.. lines.Take(most).Select(l => Row(law, l, names.GetValueOrDefault(l.AskedBy, string.Empty)))], lines.Count > most, Views(who, represented),
            who.For?.Id.ToString() ?? string.Empty, [.. decided.Select(d => Result(law, d))],
            FormState.Of(typed.Where(t => !done.Any(field => t.Key.EndsWith(field, StringComparison.Ordinal))).ToDictionary(t => t.Key, t => t.Value, StringComparer.Ordinal)),
            Replies.FreshKey());
    }

    private static string Field(int home, Guid stream, int no) => $"{home}.{stream}.{no}";

    private static ApprovalRow Row(Law law, WaitingLine line, string asker)
    {
        var address = $"/petitions/{line.Home}/{line.Stream}";
        return new ApprovalRow(
            Field(line.Home, line.Stream, line.No), new Anchor(line.Number, address), What(line.Act), Word(law, line), line.About, asker, Days.Binding(law, line.AskedOn),
            line.NextDue is { } due ? Days.Binding(law, due) : null, line.Version, $"{address}/act/{ApprovalPages.Entry(line.Act).Path}")
        {
            IsBrief = ApprovalPages.IsBrief(line.Act),
        };
    }

    private static ApprovalResult Result(Law law, (ApiDecision Decision, string Number, string Act, Refusal? Why) decided) => new(
        decided.Number, $"/petitions/{decided.Decision.Home}/{decided.Decision.Petition}", What(decided.Act), decided.Decision.Agreed,
        decided.Why is { } why ? Replies.Model(What(decided.Act), why, law) : null);

    private static List<ViewTab> Views(ActingPerson who, IReadOnlyList<Represented> represented) => represented.Count == 0 ? [] :
    [
        new ViewTab("本人", "/approvals", who.For is null),
        .. represented.Select(r => new ViewTab("代" + r.Name, "/approvals?onBehalfOf=" + r.Id, who.For?.Id == r.Id)),
    ];

    private static string What(string act) => act switch
    {
        Answering.Approving => "办理意见",
        Declining.Approving => "不予受理",
        TimeKeeping.Approving => "扣除时间",
        Aiding.Approving => "司法救助",
        ConductDeciding.Deciding or ConductDeciding.Coercing => "处置违法行为",
        _ => act,
    };

    private static string Word(Law law, WaitingLine line) => line.Act switch
    {
        Declining.Approving => Lists.Name(law, Lists.DeclineGrounds, line.Code),
        _ => CodeWords.Of(line.Code),
    };
}
