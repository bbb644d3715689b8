using Zhixin.Papers;
using Zhixin.Petitions.Acts;
using Zhixin.Web.Petitions;

namespace Zhixin.Web.Papers;

/// <summary>The acts on papers: issue one, declare one void.</summary>
public static class PaperActs
{
    /// <summary>Both; the panel of papers offers them, by kind and by paper.</summary>
    public static IReadOnlyList<PetitionActs.Entry> All { get; } =
    [
        new("paper", Issuing.Act, "制发文书", true, Issue) { AgainstFrom = here => PaperKinds.Issued.Select(k => Issuing.Against(here.Petition, k.Code, here.Court)).Aggregate((a, b) => a is null ? a : b) },
        new("paper-void", Issuing.Voiding, "作废文书", true, (call, _) => PetitionActs.Pure(p => Issuing.Void(p, call.Input.Number("no"), call.Input.Field("reason"), call.Who.Court)))
        {
            Against = Issuing.NothingToVoid,
        },
    ];

    private static async Task<PetitionActs.Prepared> Issue(ActCall call, CancellationToken stop)
    {
        var wish = PaperWishes.Of(call.Input.Field, call.Petition, call.Office.Law.Now, call.Input.On, call.Who.Court);
        if (Issuing.Against(call.Petition, wish.Kind, wish.Court) is { } not)
        {
            return new PetitionActs.Prepared(_ => not);
        }

        var draft = await PaperValues.Draft(call.Office, call.Who.Scope, call.Petition, wish, stop);
        return new PetitionActs.Prepared(null, (act, token) => call.Office.Papers.Issue(call.Who, act, draft, token));
    }
}
