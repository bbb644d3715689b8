using System.Globalization;
using Zhixin.Calendar;
using Zhixin.Database.Access;
using Zhixin.Database.Petitions;
using Zhixin.History;
using Zhixin.Obligations;
using Zhixin.Regulations;
using Zhixin.Web.Access;
using Zhixin.Web.Components;
using Zhixin.Web.Hosting;

namespace Zhixin.Web.Regulations;

/// <summary>"What if the period were another?": the open obligations in the viewer's sight under an edited period. Reads only.</summary>
public static class WhatIfPages
{
    private const int Counted = 2000;
    private const int Shown = 100;

    /// <summary>Maps the page and its JSON twin.</summary>
    public static void Map(WebApplication app)
    {
        app.MapGet("/regulations/{pack}/what-if", Show);
        app.MapGet("/api/regulations/{pack}/what-if", Json).WithSummary("如果期间改变，哪些事项会逾期（只试算，不改动）");
    }

    /// <summary>The act on a clause's page; null where the clause has no period that could be tried.</summary>
    public static ActionModel? Action(RegulationPack pack, IEnumerable<ObligationRule> rules) =>
        rules.FirstOrDefault(WhatIf.Fits) is { } rule ? new ActionModel("如果改期间会怎样", $"/regulations/{pack.Id}/what-if?rule={rule.Kind}") : null;

    private static async Task<IResult> Json(HttpContext http, Office office, string pack, string? rule, string? n, string? unit, CancellationToken stop)
    {
        if (Newest(office, pack) is not { } found)
        {
            return Replies.Problem(404, "http-404");
        }

        var (trial, refusal) = await Try(http.Member(), office, found, rule, n, unit, stop);
        return refusal is not null ? Replies.Problem(refusal) : Results.Ok(new
        {
            rule = trial!.Rule.Kind, now = RuleText.Period(trial.Rule), period = trial.Period, count = trial.Dates.Count, partial = trial.IsPartial,
            effects = Enum.GetValues<WhatIfEffect>().ToDictionary(e => e, e => trial.Dates.Count(d => d.Effect == e)),
            items = trial.Dates.Select(d => new { d.Open.Home, d.Open.Stream, d.Open.No, due = d.Open.Due, then = d.New, d.Provisional, d.Effect }),
        });
    }

    private static async Task<IResult> Show(HttpContext http, Office office, string pack, string? rule, string? n, string? unit, CancellationToken stop)
    {
        if (Newest(office, pack) is not { } found || found.Rules.FirstOrDefault(WhatIf.Fits) is not { } first)
        {
            return Replies.Error(http, 404);
        }

        var chosen = found.Rules.FirstOrDefault(r => r.Kind == rule && WhatIf.Fits(r)) ?? first;
        var isAsked = !string.IsNullOrEmpty(n) || !string.IsNullOrEmpty(unit);
        var (trial, refusal) = isAsked ? await Try(http.Member(), office, found, rule, n, unit, stop) : (null, null);
        var values = new Dictionary<string, string?>(StringComparer.Ordinal)
        {
            ["rule"] = chosen.Kind, ["n"] = isAsked ? n : chosen.Period.N.ToString(CultureInfo.InvariantCulture), ["unit"] = isAsked ? unit : Code(chosen.Period.Unit),
        };
        var messages = refusal is Refusal.Input input ? new[] { new FieldMessage(input.Field, MessageKind.Error, Texts.RefusalTexts.Reason(refusal)) } : [];
        return Replies.Page<WhatIfPage>(
            http,
            new WhatIfModel(
                found.Id, found.ShortTitle, new FormState(values, messages), [.. found.Rules.Where(WhatIf.Fits).Select(r => new Choice(r.Kind, $"{r.Name}（{r.Clause}，{RuleText.Period(r)}）"))],
                [new Choice("day", "日"), new Choice("workday", "工作日"), new Choice("month", "个月")], RuleText.Period(chosen), Clauses.Ref(office.Law.Now, chosen.Clause),
                [.. Others(office.Law.Now, found, chosen)], trial is null ? null : await Result(http.Member(), office, trial, stop),
                refusal is null ? null : Replies.Model("试算", refusal, office.Law.Now)),
            refusal is null ? 200 : Replies.Status(refusal));
    }

    private static RegulationPack? Newest(Office office, string pack) => office.Law.Now.Packs.Where(p => p.Id == pack).MaxBy(p => p.Version);

    private static async Task<(Trial? Trial, Refusal? Refusal)> Try(
        Member member, Office office, RegulationPack pack, string? kind, string? n, string? unit, CancellationToken stop)
    {
        if (pack.Rules.FirstOrDefault(r => r.Kind == kind && WhatIf.Fits(r)) is not { } rule)
        {
            return (null, new Refusal.Input("rule", "what-if-rule"));
        }

        var number = int.TryParse(n, NumberStyles.None, CultureInfo.InvariantCulture, out var typed) ? typed : (int?)null;
        var period = WhatIf.Period(number, Unit(unit));
        if (period is not Decision<RulePeriod>.Done { Events: [var tried] })
        {
            return (null, ((Decision<RulePeriod>.Refused)period).Why);
        }

        var all = member.IsAdministrator ? [] : await office.Lists.UnderClause(member.Scope, rule.Clause, Counted, stop);
        var lines = all.Where(o => o.Kind == rule.Kind).ToList();
        try
        {
            var open = new List<OpenDate>();
            foreach (var line in lines)
            {
                open.Add(new OpenDate(line.Home, line.Stream, line.No, line.TriggerOn, line.Due, line.CountsFrom, await Exclusions(member, office, rule, line, stop)));
            }

            return (new Trial(rule, tried, lines, WhatIf.Recompute(open, rule, tried, office.Law.Now.Calendar, office.Today), all.Count == Counted), null);
        }
        catch (CalendarRangeException)
        {
            return (null, new Refusal.Input("n", "what-if-range"));
        }
    }

    /// <summary>Only where the date is not the plain one has time been excluded; then the history says which.</summary>
    private static async Task<IReadOnlyList<Exclusion>> Exclusions(Member member, Office office, ObligationRule rule, OwedLine line, CancellationToken stop) =>
        rule.Exclusions.Count == 0 || Opening.Due(rule, line.TriggerOn, null, office.Law.Now.Calendar, []).Due == line.Due
            || await office.Petitions.Load(member.Scope, new StreamId(line.Home, line.Stream), stop) is not var (petition, _)
            ? []
            : petition.Obligations.FirstOrDefault(o => o.No == line.No)?.Exclusions ?? [];

    private static async Task<WhatIfResult> Result(Member member, Office office, Trial trial, CancellationToken stop)
    {
        var shown = trial.Dates.Take(Shown).ToList();
        var lines = trial.Lines.ToDictionary(l => (l.Home, l.Stream, l.No));
        var people = new Dictionary<Guid, string>();
        foreach (var home in shown.GroupBy(d => d.Open.Home))
        {
            var persons = home.SelectMany(d => lines[(d.Open.Home, d.Open.Stream, d.Open.No)].Petitioners).Distinct();
            foreach (var person in await office.Persons.Open(member.Scope, home.Key, persons, stop))
            {
                people[person.Id] = person.Details.Name ?? "未具名";
            }
        }

        EffectCount Count(WhatIfEffect effect) => new(Word(effect), trial.Dates.Count(d => d.Effect == effect));
        return new WhatIfResult(
            RuleText.Period(trial.Rule with { Period = trial.Period }), trial.Dates.Count, trial.IsPartial, [.. Enum.GetValues<WhatIfEffect>().Select(Count)],
            [.. shown.Select(d => Line(office, d, lines[(d.Open.Home, d.Open.Stream, d.Open.No)], people))]);
    }

    private static WhatIfLine Line(Office office, WhatIfDate date, OwedLine line, Dictionary<Guid, string> people) => new(
        string.Join('、', line.Petitioners.Select(p => people.GetValueOrDefault(p, "未具名"))), $"/petitions/{line.Home}/{line.Stream}", line.CaseNumber,
        line.Due is { } now ? Days.Binding(office.Law.Now, now, line.Provisional) : null, date.New is { } then ? Days.Binding(office.Law.Now, then, date.Provisional) : null,
        Days.Owed(office.Law.Now, date.New, line.CountsFrom, office.Today), Word(date.Effect), date.Effect == WhatIfEffect.BecomesOverdue);

    private static IEnumerable<Anchor> Others(Law law, RegulationPack pack, ObligationRule rule) =>
        from other in law.Packs
        where other != pack
        from theirs in other.Rules
        where theirs.Slot == rule.Slot && WhatIf.Fits(theirs) && theirs.Period != rule.Period
        select new Anchor($"按{other.ShortTitle}：{RuleText.Period(theirs)}", $"/regulations/{pack.Id}/what-if?rule={rule.Kind}&n={theirs.Period.N}&unit={Code(theirs.Period.Unit)}");

    private static string Word(WhatIfEffect effect) => effect switch
    {
        WhatIfEffect.BecomesOverdue => "将变为逾期",
        WhatIfEffect.NoLongerOverdue => "不再逾期",
        WhatIfEffect.Earlier => "提前",
        WhatIfEffect.Later => "推后",
        WhatIfEffect.Same => "不变",
        WhatIfEffect.NoTrigger => "起算日缺失",
    };

    private static string Code(PeriodUnit unit) => unit switch
    {
        PeriodUnit.Day => "day",
        PeriodUnit.Workday => "workday",
        PeriodUnit.Month => "month",
        _ => string.Empty,
    };

    private static PeriodUnit? Unit(string? code) => code switch
    {
        "day" => PeriodUnit.Day,
        "workday" => PeriodUnit.Workday,
        "month" => PeriodUnit.Month,
        _ => null,
    };

    private sealed record Trial(ObligationRule Rule, RulePeriod Period, IReadOnlyList<OwedLine> Lines, IReadOnlyList<WhatIfDate> Dates, bool IsPartial);
}
