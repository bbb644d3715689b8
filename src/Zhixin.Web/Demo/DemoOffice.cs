using Zhixin.Database.Matters;
using Zhixin.Database.Petitions;
using Zhixin.Database.Setup;
using Zhixin.History;
using Zhixin.Petitions;
using Zhixin.Web.Hosting;
using Zhixin.Web.Matters;
using Zhixin.Web.Petitions;
using Zhixin.Web.PlatformItems;
using Zhixin.Web.Supervisions;

namespace Zhixin.Web.Demo;

/// <summary>Tells the supervisions and platform items of the demo, act by act on its own day, through the same acts as pages and API.</summary>
/// <param name="data">The people and courts, which are there already.</param>
internal sealed class DemoOffice(Office office, DemoClock clock, DemoData data)
{
    private readonly DateOnly _today = office.Today;

    /// <summary>Tells all of them; the clock stands at today again afterwards.</summary>
    public async Task Tell(CancellationToken stop)
    {
        await Story(stop);
        foreach (var supervision in DemoSupervisions.All)
        {
            await Tell(supervision, null, stop);
        }

        foreach (var item in DemoItems.All)
        {
            await Tell(item, stop);
        }

        clock.DaysBack = 0;
    }

    /// <summary>The visit to Beijing, down, supervised, and up again.</summary>
    private async Task Story(CancellationToken stop)
    {
        clock.DaysBack = DemoStory.VisitedBefore;
        var visited = await data.Visit("spc", "ml", DemoStory.Visit, stop);
        await Steps(visited, DemoStory.Down, stop);
        var petition = (await office.Petitions.Load(data.People["hi-head"].Scope, visited, stop))!.Value.Petition;
        await Tell(new DemoSupervision("hi", petition.Opened.CaseNumber!, "判决生效一年，房屋一直没有处置。", DemoStory.VisitedBefore, DemoStory.Supervised, ("flags", "major")), petition, stop);
        await Steps(visited, DemoStory.Up, stop);
    }

    private async Task Tell(DemoSupervision told, Petition? on, CancellationToken stop)
    {
        clock.DaysBack = told.ReceivedBefore;
        var who = data.People[told.By + "-head"];
        (string Name, string Value)[] fields = [("caseNumber", told.CaseNumber), ("complaint", told.Complaint), ("source", "9"), .. told.Fields];
        var input = new ActInput(name => fields.LastOrDefault(f => f.Name == name).Value, office.Today);
        var made = Must(await SupervisionPages.Open(who, office, input, on, null, stop), told.Complaint);
        await Steps(SupervisionPages.Pages, SupervisionActs.All, new StreamId(made.Home, made.Id), told.Steps, stop);
    }

    private async Task Tell(DemoItem told, CancellationToken stop)
    {
        clock.DaysBack = told.EnteredBefore;
        (string Name, string? Value)[] fields = [("external", told.External), ("kind", told.Kind), ("court", told.To), ("content", told.Content), ("due", told.Due is { } due ? DateText(due) : null)];
        var (answer, _) = await PlatformEntering.Enter(office, data.People["hi-command"], [(1, name => fields.FirstOrDefault(f => f.Name == name).Value)], null, stop);
        var made = Must(answer, told.External)[0];
        await Steps(PlatformPages.Pages, PlatformActs.All, new StreamId(made.Home, made.Id), told.Steps, stop);
    }

    private async Task Steps<T>(MatterPages<T> pages, IReadOnlyList<MatterEntry<T>> acts, StreamId id, IReadOnlyList<DemoStep> steps, CancellationToken stop)
        where T : class
    {
        foreach (var step in steps)
        {
            clock.DaysBack = step.Before;
            var entry = acts.First(a => a.Path == step.Act);
            var input = new ActInput(new DemoTyped(step, _today, data.People).Field, office.Today);
            Must(await pages.Carry(office, data.People[step.User], new MatterAct(entry.Act, id, null, office.Today, null), entry, input, stop), $"{step.Act} by {step.User}, {step.Before} days ago");
        }
    }

    private async Task Steps(StreamId petition, IReadOnlyList<DemoStep> steps, CancellationToken stop)
    {
        foreach (var step in steps)
        {
            clock.DaysBack = step.Before;
            var (who, entry) = (data.People[step.User], PetitionActs.All.First(a => a.Path == step.Act));
            var (seen, history) = (await office.Petitions.Load(who.Scope, petition, stop))!.Value;
            var act = new PetitionAct(entry.Act, petition, null, office.Today, null);
            var prepared = await entry.Begin(new ActCall(office, who, seen, new ActInput(new DemoTyped(step, _today, data.People).Field, office.Today)), stop);
            Must(prepared.Act is { } special ? await special(act, stop) : await office.Petitions.Do(who, act, prepared.Decide!, stop, (seen, history)), $"{step.Act} by {step.User}, {step.Before} days ago");
        }
    }

    private string DateText(int days) => _today.AddDays(days).ToString("yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture);

    private static T Must<T>(Answer<T> answer, string what)
        where T : notnull => answer switch
    {
        Answer<T>.Given given => given.Value,
        Answer<T>.Refused refused => throw new InvalidOperationException($"The demo was refused ({what}): {refused.Why}"),
        _ => throw new InvalidOperationException($"The demo found nothing where it had just written ({what})."),
    };
}
