using System.Globalization;
using Zhixin.Database.History;
using Zhixin.Database.Petitions;
using Zhixin.History;
using Zhixin.Petitions;
using Zhixin.Web.Hosting;
using Zhixin.Web.Petitions;

namespace Zhixin.Web.Approvals;

/// <summary>What became of one decision.</summary>
/// <param name="Number">Of the petition; empty where the decider sees none.</param>
/// <param name="Act">The act by which it is decided; empty where nothing is known of it.</param>
public sealed record Decided(ApiDecision Decision, string Number, string Act, Answer<PetitionAnswer> Answer)
{
    /// <summary>Why it was not done; null where it was. Why somebody does not see a petition, or sees it no more, is not told.</summary>
    public Refusal? Why => Answer switch
    {
        Answer<PetitionAnswer>.Given => null,
        Answer<PetitionAnswer>.Refused refused => refused.Why,
        _ => new Refusal.State("approval-gone"),
    };
}

/// <summary>
/// Several decisions of one person, sent together. Each is the act of the petition page, decides what it names and nothing else, and stands by itself. Two on one
/// petition that were seen at the same version both count: the second goes on from what the first left, and from nothing that somebody else did meanwhile.
/// </summary>
/// <param name="key">The idempotency key of the whole; each decision has its own part of it.</param>
public sealed class DecisionBatch(Office office, ActingPerson who, string? key)
{
    private readonly Dictionary<(StreamId Petition, int Seen), int> _left = [];

    /// <summary>Decides one.</summary>
    public async Task<Decided> Decide(ApiDecision decision, CancellationToken stop)
    {
        var id = new StreamId(decision.Home, decision.Petition);
        if (await office.Petitions.Load(who.Scope, id, stop) is not var (petition, history) || petition.Approvals.FirstOrDefault(a => a.No == decision.No) is not { } asked)
        {
            return new Decided(decision, string.Empty, string.Empty, new Answer<PetitionAnswer>.Unknown());
        }

        var answer = ApprovalPages.IsBrief(asked.Act)
            ? await Decide(decision, asked, (petition, history), stop)
            : new Refusal.State("approval-not-brief", petition.Opened.Number);
        return new Decided(decision, petition.Opened.Number, asked.Act, answer);
    }

    private async Task<Answer<PetitionAnswer>> Decide(ApiDecision decision, Approval asked, (Petition Petition, LoadedHistory History) loaded, CancellationToken stop)
    {
        var id = loaded.Petition.Id;
        var resend = key is { Length: > 0 and <= 100 } ? Resend.Of($"{key}/{id.Id:N}/{asked.No}", CanonicalJson.Of(decision)) : null;
        if (decision.Version is null && resend is null)
        {
            return new Refusal.Input("version", "version-required");
        }

        // The item names the request: without a version, no other one is ever decided.
        var expected = decision.Version is { } seen ? _left.GetValueOrDefault((id, seen), seen) : (int?)null;
        var prepared = await ApprovalPages.Entry(asked.Act).Begin(new ActCall(office, who, loaded.Petition, new ActInput(Field, office.Today)), stop);
        var answer = await office.Petitions.Do(who, new PetitionAct(asked.Act, id, expected, office.Today, resend), p => NotWaiting(p, asked.No) is { } not ? not : prepared.Decide!(p), stop, loaded);
        if (decision.Version is { } from && answer is Answer<PetitionAnswer>.Given given)
        {
            _left[(id, from)] = given.Value.Version;
        }

        return answer;

        string? Field(string field) => field switch
        {
            "agreed" => decision.Agreed ? "yes" : "no",
            "reason" => decision.Reason,
            "request" => asked.Request.ToString(CultureInfo.InvariantCulture),
            _ => null,
        };
    }

    /// <summary>The act decides whatever waits of its kind; a decision here is about the one that it names.</summary>
    private static Refusal.State? NotWaiting(Petition petition, int no) =>
        petition.Approvals.Any(a => a.No == no && a.DecidedOn is null) ? null : new Refusal.State("approval-decided", petition.Opened.Number);
}
