using Zhixin.Database.History;
using Zhixin.Database.Petitions;
using Zhixin.Papers;
using Zhixin.Petitions;
using Zhixin.Petitions.Acts;

namespace Zhixin.Database.Papers;

/// <summary>A paper ready to be issued.</summary>
/// <param name="Version">Of the petition from which the values were taken.</param>
/// <param name="Values">What the template is filled with.</param>
public sealed record PaperDraft(PaperWish Wish, PaperTemplate Template, int Version, IReadOnlyDictionary<string, IReadOnlyList<string>> Values);

/// <summary>Issues papers of petitions.</summary>
public sealed class PaperDesk(Db db, PetitionDesk petitions, PaperBox box)
{
    /// <summary>Issues a paper under the next number of its series.</summary>
    public async Task<Answer<PetitionAnswer>> Issue(ActingPerson who, PetitionAct act, PaperDraft draft, CancellationToken stop)
    {
        if (await petitions.Ready(who, act, stop) is not { } ready)
        {
            return new Answer<PetitionAnswer>.Unknown();
        }

        if (ready.Instead is { } instead)
        {
            return instead;
        }

        var petition = ready.Petition;
        if (petition.Version != draft.Version)
        {
            return await petitions.Refused(who, act, new Refusal.Conflict(draft.Version, petition.Version), stop);
        }

        return Issuing.Against(petition, draft.Wish, petitions.Today) is { } refusal ? await petitions.Refused(who, act, refusal, stop) : await Write(who, act, draft, petition, ready.History, stop);
    }

    private async Task<Answer<PetitionAnswer>> Write(
        ActingPerson who, PetitionAct act, PaperDraft draft, Petition petition, LoadedHistory history, CancellationToken stop)
    {
        var context = petitions.Begin(who, act.Act);
        using var place = await box.Enter(petition.Id.Home, stop);
        await using var connection = await db.OpenAsync(stop);
        var batch = new CommandBatch(who.Court);
        var (no, order) = (petition.Papers.Issued.Count + 1, new PaperOrder(draft.Template, draft.Wish.Item, draft.Values));
        var paper = await box.Take(connection, batch, petition.Id, no, who.Court, order, petitions.Today.Year, stop);
        var issued = new PetitionPaperIssued(
            no, paper.Kind, paper.Item, paper.Number, paper.Court, paper.Series, paper.Year, paper.Sequence, paper.TemplateVersion, paper.Template, paper.Content);
        var after = petitions.Stage(batch, context, petition.Id, petition, history.Head, petitions.Happened(who, act, petition, [issued]));
        var answer = new PetitionAnswer(petition.Id.Home, petition.Id.Id, petition.Opened.Number, after.Version) { Paper = issued.No, PaperNumber = issued.Number };
        KeptAnswers.Keep(batch, petition.Id.Home, who.Id, act.Resend, answer, context.Now);
        return await Finishing.Run(db, batch.Finish(connection), who, act, answer, petition.Version, stop);
    }
}
