using Zhixin.Database.Petitions;
using Zhixin.Database.Regulations;
using Zhixin.Regulations;
using Zhixin.Web.Access;
using Zhixin.Web.Components;
using Zhixin.Web.Hosting;

namespace Zhixin.Web.Regulations;

/// <summary>The packs and their clauses, as pages and as JSON.</summary>
public static class RegulationPages
{
    private const int MostHits = 50;

    /// <summary>Maps the pages and the JSON.</summary>
    public static void Map(WebApplication app)
    {
        app.MapGet("/regulations", async (HttpContext http, Office office, string? words, CancellationToken stop) =>
            Replies.Page<RegulationsIndex>(http, await Index(http, office, words, null, null, stop)));
        app.MapGet("/regulations/go", (HttpContext http, Office office, string? pack) =>
            pack is not null && office.Law.Now.Packs.Any(p => p.Id == pack) ? Results.Redirect("/regulations/" + pack) : Replies.Error(http, 404));
        app.MapGet("/regulations/{pack}", (HttpContext http, Office office, string pack, CancellationToken stop) => Clause(http, office, pack, null, stop));
        app.MapGet("/regulations/{pack}/{clause}", (HttpContext http, Office office, string pack, string clause, CancellationToken stop) => Clause(http, office, pack, clause, stop));
        app.MapGet("/api/regulations", (HttpContext http, Office office) => Results.Ok(office.Law.Now.Packs.Select(p => PackJson.Head(p, office, http.Member().Court)))).WithSummary("规程");
        app.MapGet("/api/regulations/{pack}", (HttpContext http, Office office, string pack, int? version) =>
            Find(office.Law.Now, pack, version) is { } found ? Results.Ok(PackJson.Whole(found, office, http.Member().Court)) : Replies.Problem(404, "http-404")).WithSummary("一部规程的条文和期限规则");
        AdoptionPages.Map(app);
        ComparePages.Map(app);
        WhatIfPages.Map(app);
    }

    /// <summary>The index again, with why the act was refused and what was typed.</summary>
    internal static async Task<IResult> Again(HttpContext http, Office office, string act, Refusal why, PostedForm? form, CancellationToken stop) =>
        Replies.Page<RegulationsIndex>(http, await Index(http, office, null, Replies.Model(act, why, office.Law.Now), Typed(why, form), stop), Replies.Status(why));

    /// <summary>The courts whose adoptions count for a court: itself and its superiors; none for the platform.</summary>
    internal static IReadOnlyList<int> Chain(Law law, int court) => court == 0 ? [] : law.Chain(court);

    /// <summary>A version of a pack; the newest when none is asked for.</summary>
    private static RegulationPack? Find(Law law, string pack, int? version) =>
        law.Packs.Where(p => p.Id == pack && (version is null || p.Version == version)).MaxBy(p => p.Version);

    private static FormState? Typed(Refusal why, PostedForm? form) => form is null ? null : new FormState(
        form.Values, why is Refusal.Input input ? [new FieldMessage(input.Field, MessageKind.Error, Texts.RefusalTexts.Reason(why))] : []);

    private static async Task<IResult> Clause(HttpContext http, Office office, string pack, string? clause, CancellationToken stop)
    {
        var found = Find(office.Law.Now, pack, null);
        var shown = clause is null ? found?.Clauses[0] : found?.Clauses.FirstOrDefault(c => c.Id == clause)
            ?? found?.Clauses.FirstOrDefault(c => clause.StartsWith(c.Id + "(", StringComparison.Ordinal));
        return found is null || shown is null ? Replies.Error(http, 404) : Replies.Page<RegulationPage>(http, await ClauseView.Of(http.Member(), office, found, shown, stop));
    }

    private static async Task<RegulationsIndexModel> Index(
        HttpContext http, Office office, string? words, RefusalModel? refused, FormState? typed, CancellationToken stop)
    {
        var (member, law) = (http.Member(), office.Law.Now);
        var live = await LiveObligations.ByPack(office, member, stop);
        var all = await office.Adoptions.Of(null, stop);
        var waiting = await office.Adoptions.Waiting(stop);
        var first = MayNot(law, http, "propose-pack-adoption", null) is null;
        var inForce = law.Rules.InForce(Chain(law, member.Court), office.Today).ToDictionary(p => p.Pack.Id);
        return new RegulationsIndexModel(
            "原文印有施行日期的规程自该日起适用；其他规程由法院采用后才产生期限；参考性文件只作对照。",
            [.. law.Packs.OrderBy(p => p.Standing).ThenBy(p => p.Id, StringComparer.Ordinal).ThenByDescending(p => p.Version).Select(p => Row(
                p, member.IsAdministrator ? null : new Here(inForce.GetValueOrDefault(p.Id)), law, live,
                [.. law.Rules.Adopters(p, office.Today).Select(court => CourtName(law, court))],
                id => office.Files.Coverage.Of(id) is ClauseStatus.Done or ClauseStatus.Data))],
            [.. waiting.Select(a => Waiting(a, http, law))],
            FormState.Of(new Dictionary<string, string?>(StringComparer.Ordinal) { ["words"] = words }),
            Hits(law, words?.Trim()),
            first ? new AdoptionFormModel(typed ?? FormState.Empty, [.. law.Packs.Select(p => new Choice($"{p.Id} {p.Version}", $"{p.ShortTitle}（{p.Id}）第 {p.Version} 版"))], Replies.FreshKey()) : null,
            [.. all.Where(a => a.State is "confirmed" or "ended" or "ending").Select(a => Adopted(a, first && a.State == "confirmed"))],
            refused) { IsPlatform = member.IsAdministrator };
    }

    /// <summary>What of a pack is in force at the court of whoever looks.</summary>
    private sealed record Here(PackInForce? InForce);

    /// <summary>The row of a pack.</summary>
    /// <param name="here">Null for the platform, which is no court.</param>
    private static PackRow Row(RegulationPack pack, Here? here, Law law, IReadOnlyDictionary<string, int> live, IReadOnlyList<string> adopters, Func<string, bool> done)
    {
        var applies = here is null ? adopters.Count > 0 : here.InForce?.Pack == pack;
        var adopted = $"{string.Join("、", adopters.Take(2))}{(adopters.Count > 2 ? $"等 {adopters.Count} 个法院" : "")}采用";
        var standing = (pack.Standing, applies) switch
        {
            (PackStanding.Reference, _) => "仅作对照，不产生期限",
            (_, true) when here?.InForce is { } inForce => $"{CourtName(law, inForce.Adoption.CourtNumber)}，自 {DateText.Iso(inForce.Adoption.From)} 起",
            (_, true) => adopted,
            _ when here is null => "没有法院采用，不产生期限",
            _ when adopters.Count > 0 => "本院未采用；" + adopted,
            _ => pack.InForceFrom is null ? "原文未印施行日期，未采用，不产生期限" : "在本院不适用",
        };
        return new PackRow(
            pack.Id, "/regulations/" + Uri.EscapeDataString(pack.Id), pack.Title, pack.DocumentNumber.Length == 0 ? null : pack.DocumentNumber,
            pack.Standing == PackStanding.Reference ? "对照" : applies ? "适用" : "未采用", pack.Clauses.Count, $"第 {pack.Version} 版", standing, applies && pack.Standing == PackStanding.Binding, live.GetValueOrDefault(pack.Id))
        {
            Done = pack.Clauses.Count(c => done(c.Id)),
        };
    }

    private static AdoptionRow Waiting(AdoptionLine line, HttpContext http, Law law)
    {
        var ends = line.State == "ending";
        var refusal = MayNot(law, http, "confirm-pack-adoption", line.WaitsFor);
        var at = "/regulations/adoptions/" + line.Id;
        var decision = ends ? $"停止采用，最后适用日 {DateText.Iso(line.EndDay!.Value)}：{line.EndReason}" : line.Reason;
        return new AdoptionRow(
            $"{line.Pack} 第 {line.Version} 版", line.CourtName, line.ProposerName, line.FromDay, decision,
            refusal is null ? new ActionModel(ends ? "复核并停止" : "复核并启用", at + "/confirmation", true, Replies.FreshKey(), line.StreamVersion) : null,
            refusal is null ? null : Replies.Model("复核", refusal, law),
            refusal is null ? new ActionModel("退回", at + "/refusal", PostKey: Replies.FreshKey(), Version: line.StreamVersion) : null);
    }

    private static AdoptedRow Adopted(AdoptionLine line, bool mayEnd) => new(
        $"{line.Pack} 第 {line.Version} 版", line.CourtName, line.FromDay, line.UntilDay,
        $"{line.Reason}；{line.ProposerName} 提出，{line.ConfirmerName} 复核", mayEnd ? $"/regulations/adoptions/{line.Id}/end" : null, Replies.FreshKey(), line.StreamVersion);

    private static Refusal? MayNot(Law law, HttpContext http, string act, Guid? proposer) => Database.TwoPersons.MayNot(law, http.Acting(), act, proposer);

    private static IReadOnlyList<ClauseHit> Hits(Law law, string? words) => words is not { Length: > 0 and <= 100 } ? [] :
    [
        .. law.Packs.SelectMany(p => p.Clauses.Select(c => (Pack: p, Clause: c)))
            .Where(x => x.Clause.Id.Contains(words, StringComparison.OrdinalIgnoreCase) || x.Clause.Heading.Contains(words, StringComparison.Ordinal)
                || x.Clause.Zh.Contains(words, StringComparison.Ordinal) || x.Clause.Does.Any(d => d.Contains(words, StringComparison.Ordinal)))
            .Take(MostHits).Select(x => new ClauseHit(new ClauseRef(x.Pack.Id, x.Clause.Id, x.Pack.ShortTitle + x.Clause.Article), x.Clause.Heading)),
    ];

    internal static string CourtName(Law law, int court) => court == 0 ? "全国" : law.Courts.ByNumber(court)?.Name ?? $"第 {court} 号法院";
}
