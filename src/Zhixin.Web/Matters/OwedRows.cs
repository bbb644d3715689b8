using Zhixin.Database.Petitions;
using Zhixin.Obligations;
using Zhixin.Web.Components;
using Zhixin.Web.Hosting;
using Zhixin.Web.Petitions;

namespace Zhixin.Web.Matters;

/// <summary>What a matter owes, as rows of its page.</summary>
internal static class OwedRows
{
    /// <summary>Open ones first, next due first; each date explains itself.</summary>
    /// <param name="who">Who owes it, in words.</param>
    /// <param name="more">What else is to be said of it; null: nothing.</param>
    public static List<ObligationModel> Rows(Law law, IReadOnlyList<Obligation> obligations, DateOnly today, Func<Obligation, string> who, Func<Obligation, string?>? more = null) =>
        [.. obligations.OrderBy(o => IsOver(o, today)).ThenBy(o => o.Due ?? DateOnly.MaxValue).ThenBy(o => o.No).Select((o, i) => Row(law, o, today, (IsOfParty(o) ? "当事人" : who(o)) + more?.Invoke(o), i == 0))];

    private static bool IsOver(Obligation o, DateOnly today) => !o.IsOpen || (o.IsWindow && o.IsBreached(today));

    /// <summary>Whether it is a right of whoever came, and no duty of a court.</summary>
    private static bool IsOfParty(Obligation o) => o.Rule.Obligor.Court == "party";

    /// <summary>One row.</summary>
    public static ObligationModel Row(Law law, Obligation o, DateOnly today, string who, bool isFirst)
    {
        var (light, day) = o.State switch
        {
            ObligationState.Open when o.IsWindow && o.IsBreached(today) => (new DueLight(LightState.Untimed, "已过期，权利失去"), o.Due is { } gone ? Days.Binding(law, gone, o.Provisional) : null),
            ObligationState.Open => (Days.Owed(law, o.Due, o.Opened.CountsFrom, today), o.Due is { } due ? Days.Binding(law, due, o.Provisional) : null),
            ObligationState.Fulfilled f when o.IsWindow => (new DueLight(LightState.Fulfilled, "已经提出"), Days.Binding(law, f.On)),
            ObligationState.Fulfilled f => (new DueLight(o.IsBreached(today) ? LightState.Overdue : LightState.Fulfilled, o.IsBreached(today) ? "逾期办结" : "按期办结"), Days.Binding(law, f.On)),
            _ => (new DueLight(LightState.Untimed, "已终止"), o.Due is { } limit ? Days.Binding(law, limit, o.Provisional) : null),
        };
        var note = o.State is ObligationState.Fulfilled && o.Due is { } then ? $"{who}　期限 {DateText.MonthDay(then)}" : who;
        return new ObligationModel(o.Rule.Name, note, light, day, Clauses.Ref(law, o.Rule.Clause), DateReasons.Of(law, o, today), isFirst && o.IsOpen) { IsOver = IsOver(o, today) };
    }
}
