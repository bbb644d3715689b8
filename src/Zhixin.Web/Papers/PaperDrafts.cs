using Zhixin.Database.Access;
using Zhixin.Database.Petitions;
using Zhixin.Database.Papers;
using Zhixin.Papers;
using Zhixin.Petitions;
using Zhixin.Petitions.Acts;
using Zhixin.Web.Access;
using Zhixin.Web.Components;
using Zhixin.Web.Hosting;

namespace Zhixin.Web.Papers;

/// <summary>The preview of a paper: drawn as the paper itself, without number. What is previewed is what is issued.</summary>
public static class PaperDrafts
{
    private const string Draft = "/petitions/{home:int}/{id:guid}/papers/draft/{kind}";

    /// <summary>Maps the preview: the first look, and what was typed, which is posted so that nothing of a matter stands in an address.</summary>
    public static void Map(WebApplication app)
    {
        app.MapGet(Draft, (HttpContext http, Office office, string kind, CancellationToken stop) => Show(http, office, kind, null, stop));
        app.MapPost(Draft, async (HttpContext http, Office office, string kind, CancellationToken stop) => await Show(http, office, kind, await Forms.Read(http), stop)).Posted();
    }

    /// <summary>The first look, or what was typed.</summary>
    /// <param name="typed">Null at the first look: nothing was typed yet, so nothing is missing yet.</param>
    private static async Task<IResult> Show(HttpContext http, Office office, string kind, PostedForm? typed, CancellationToken stop)
    {
        var (member, id, law) = (http.Member(), http.Stream(), office.Law.Now);
        if (PaperKinds.Issued.All(k => k.Code != kind) || await office.Petitions.Load(member.Scope, id, stop) is not var (petition, _))
        {
            return Replies.Error(http, 404);
        }

        var represented = await Deputies.Of(office.Db, member.Court, member.Id, office.Today, stop);
        List<ActingPerson> able = [http.Acting(), .. represented.Select(r => http.Acting() with { For = r })];
        var who = able.FirstOrDefault(w => law.MayNot(w, Issuing.Act, petition) is null);
        var barred = who is null ? law.MayNot(able[0], Issuing.Act, petition) : Issuing.Against(petition, kind, member.Court);
        await AccessLog.Write(office.Db, member, "preview-paper", office.Clock.GetUtcNow(), (id.Home, id.Id), detail: kind, stop: stop);
        var wish = PaperWishes.Of(f => f == "kind" ? kind : typed?[f], petition, law, office.Today, member.Court);
        var draft = barred is null ? await PaperValues.Draft(office, member.Scope, petition, wish, stop) : null;
        var model = Model(office, petition, wish, draft, barred ?? Issuing.Against(petition, wish, office.Today), who?.For, typed is null);
        return Replies.Page<PaperDraftPage>(http, model, barred is null ? 200 : Replies.Status(barred));
    }

    private static PaperDraftModel Model(Office office, Petition petition, PaperWish wish, PaperDraft? draft, Refusal? why, Represented? by, bool isFirst)
    {
        var address = $"/petitions/{petition.Id.Home}/{petition.Id.Id}";
        var name = PaperWishes.Name(wish.Kind);
        var values = new Dictionary<string, string?>(StringComparer.Ordinal)
        {
            ["kind"] = wish.Kind, ["item"] = wish.Item?.ToString(System.Globalization.CultureInfo.InvariantCulture), ["text"] = wish.Text, [PaperWishes.Remedies] = string.Join(',', wish.Remedies),
            ["onBehalfOf"] = by?.Id.ToString(),
        };
        return new PaperDraftModel(
            draft is null ? null : Preview(draft), name, $"{address}/papers/draft/{wish.Kind}", $"{address}/paper", address, Replies.FreshKey(), petition.Version, FormState.Of(values),
            draft is null ? [] : PaperWishes.FieldsOf(wish.Kind, petition, office.Law.Now),
            [.. values.Where(v => !string.IsNullOrEmpty(v.Value)).Select(v => new KeyValuePair<string, string>(v.Key, v.Value!))],
            why is null || (isFirst && draft is not null && PaperWishes.FieldsOf(wish.Kind, petition, office.Law.Now).Count > 0) ? null : Replies.Model(name, why, office.Law.Now), "草稿")
        {
            IsReady = why is null,
        };
    }

    /// <summary>The paper with what is known; what is still asked for is named in its place.</summary>
    private static Paper Preview(PaperDraft draft)
    {
        var values = new Dictionary<string, IReadOnlyList<string>>(draft.Values, StringComparer.Ordinal);
        foreach (var field in PaperKinds.Find(draft.Wish.Kind)!.All.Where(f => !f.IsOptional))
        {
            values.TryAdd(field.Name, [$"〔{field.Meaning}，待填写〕"]);
        }

        return draft.Template.Fill(values, null);
    }
}
