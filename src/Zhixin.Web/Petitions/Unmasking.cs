using Zhixin.Database.Access;
using Zhixin.Web.Access;
using Zhixin.Web.Hosting;

namespace Zhixin.Web.Petitions;

/// <summary>A number in full.</summary>
/// <param name="Field">"identity-number" or "phone".</param>
public sealed record FullNumber(string Field, int Index, string Value);

/// <summary>Shows an identity number or telephone of a petitioner in full, once, for a purpose that is logged.</summary>
public static class Unmasking
{
    /// <summary>Maps the form and its JSON twin.</summary>
    public static void Map(WebApplication app) => new ActRoute<FullNumber>(
        "/petitions/{home:int}/{id:guid}/reveal/{field}/{index:int}", "显示完整号码", [new("purpose", "用途，留在查看记录中")], Show, Page).Map(app);

    private static async Task<Answer<FullNumber>> Show(HttpContext http, PostedForm form, CancellationToken stop)
    {
        var (office, member, id) = (Office.Of(http), http.Member(), http.Stream());
        var (field, index) = ((string)http.Request.RouteValues["field"]!, http.Number("index"));
        if (await office.Petitions.Load(member.Scope, id, stop) is not var (petition, _) || petition.Petitioners.ElementAtOrDefault(index) is not { } petitioner)
        {
            return new Answer<FullNumber>.Unknown();
        }

        if (office.Law.Now.MayNot(http.Acting(), "see-in-full", petition) is { } refusal)
        {
            return refusal;
        }

        if (form["purpose"]?.Trim() is not { Length: > 0 and <= 200 } purpose)
        {
            return new Refusal.Input("purpose", "unmask-purpose");
        }

        var details = (await office.Persons.Open(member.Scope, id.Home, [petitioner.Person], stop)).SingleOrDefault()?.Details;
        if ((field switch { "identity-number" => details?.IdentityNumber, "phone" => details?.Phone, _ => null }) is not { } value)
        {
            return new Answer<FullNumber>.Unknown();
        }

        await AccessLog.Write(office.Db, member, "unmask", office.Clock.GetUtcNow(), (id.Home, id.Id), purpose, field, stop);
        return new FullNumber(field, index, value);
    }

    private static async Task<IResult> Page(HttpContext http, PostedForm form, Answer<FullNumber> answer, CancellationToken stop) => answer switch
    {
        Answer<FullNumber>.Given given => Replies.Page<PetitionPage>(
            http, (await PetitionView.Of(http, Office.Of(http), http.Stream(), null, stop, (given.Value.Field, given.Value.Index)))!),
        Answer<FullNumber>.Refused refused => Replies.Error(http, Replies.Status(refused.Why)),
        _ => Replies.Error(http, 404),
    };
}
