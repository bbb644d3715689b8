using Zhixin.Database.Matters;
using Zhixin.Database.Petitions;
using Zhixin.Database.Setup;
using Zhixin.History;
using Zhixin.Petitions;
using Zhixin.Web.Checks;
using Zhixin.Web.Hosting;
using Zhixin.Web.Matters;
using Zhixin.Web.Petitions;
using Zhixin.Web.PlatformItems;
using Zhixin.Web.ReportBox;
using Zhixin.Web.Supervisions;

namespace Zhixin.Web.Demo;

/// <summary>Tells the supervisions, platform items, records of checks, reports, procedures and terminations of the demo, act by act on its own day, through the same acts as pages and API.</summary>
/// <param name="data">The people and courts, which are there already.</param>
public sealed class DemoOffice(Office office, DemoClock clock, DemoData data)
{
    private readonly DateOnly _today = office.Today;

    /// <summary>Tells all of them day by day, so that numbers follow days; the clock stands at today again afterwards.</summary>
    public async Task Tell(CancellationToken stop)
    {
        List<(int Before, Func<Task> Happens)> agenda = 
        [
            .. Story(stop), .. DemoSupervisions.All.SelectMany(s => Told(s, () => Task.FromResult<Petition?>(null), stop)), .. DemoItems.All.SelectMany(i => Told(i, stop)),
            .. DemoChecks.All.SelectMany(c => Told(c, stop)), .. DemoChecks.Reports.SelectMany(r => Told(r, stop)), .. DemoEndings.All.SelectMany(e => Told(e, stop)),
        ];
        foreach (var (before, happens) in agenda.OrderByDescending(entry => entry.Before))
        {
            clock.DaysBack = before;
            await happens();
        }

        clock.DaysBack = 0;
    }

    /// <summary>The visit to Beijing, down, supervised, and up again.</summary>
    private IEnumerable<(int Before, Func<Task> Happens)> Story(CancellationToken stop)
    {
        var visited = default(StreamId);
        var supervision = new DemoSupervision("hi", string.Empty, "判决生效一年，房屋一直没有处置。", DemoStory.VisitedBefore - 1, DemoStory.Supervised, ("flags", "major"));
        return
        [
            (DemoStory.VisitedBefore, async () => visited = await data.Visit("spc", "ml", DemoStory.Visit, stop)), .. DemoStory.Down.Select(step => (step.Before, Act(step))),
            .. Told(supervision, async () => (await office.Petitions.Load(data.People["hi-head"].Scope, visited, stop))!.Value.Petition, stop), .. DemoStory.Up.Select(step => (step.Before, Act(step))),
        ];

        Func<Task> Act(DemoStep step) => () => OnPetition(visited, step, stop);
    }

    private IEnumerable<(int Before, Func<Task> Happens)> Told(DemoSupervision told, Func<Task<Petition?>> on, CancellationToken stop)
    {
        var id = default(StreamId);
        return [(told.ReceivedBefore, async () => id = await Opened(told, await on(), stop)), .. told.Steps.Select(step => (step.Before, (Func<Task>)(() => On(SupervisionPages.Pages, SupervisionActs.All, id, step, stop))))];
    }

    private IEnumerable<(int Before, Func<Task> Happens)> Told(DemoEnding told, CancellationToken stop)
    {
        var id = default(StreamId);
        return [(told.ReceivedBefore, async () => id = await data.Visit(DemoEnding.Court, DemoEnding.Court, told.Form(null), stop)), .. told.Steps.Select(step => (step.Before, Act(step)))];

        Func<Task> Act(DemoStep step) => step.Act == DemoEnding.Again
            ? () => data.Visit(DemoEnding.Court, DemoEnding.Court, told.Form(step.Fields[0].Value), stop, id)
            : () => OnPetition(id, step, stop);
    }

    private IEnumerable<(int Before, Func<Task> Happens)> Told(DemoItem told, CancellationToken stop)
    {
        var id = default(StreamId);
        return [(told.EnteredBefore, async () => id = await Entered(told, stop)), .. told.Steps.Select(step => (step.Before, (Func<Task>)(() => On(PlatformPages.Pages, PlatformActs.All, id, step, stop))))];
    }

    private IEnumerable<(int Before, Func<Task> Happens)> Told(DemoCheck told, CancellationToken stop)
    {
        var id = default(StreamId);
        return [(told.FiledBefore, async () => id = await Filed(told, stop)), .. told.Steps.Select(step => (step.Before, (Func<Task>)(() => On(CheckPages.Pages, CheckActs.All, id, step, stop))))];
    }

    private IEnumerable<(int Before, Func<Task> Happens)> Told(DemoReport told, CancellationToken stop)
    {
        var id = default(StreamId);
        return [(told.ReceivedBefore, async () => id = await Put(told, stop)), .. told.Steps.Select(step => (step.Before, (Func<Task>)(() => On(ReportPages.Pages, ReportActs.All, id, step, stop))))];
    }

    private async Task<StreamId> Filed(DemoCheck told, CancellationToken stop)
    {
        var made = Must(await CheckPages.Begin(data.People[told.By], office, Typed(new DemoStep(told.FiledBefore, told.By, "begin", ("caseNumber", told.CaseNumber))), null, stop), told.CaseNumber);
        return new StreamId(made.Home, made.Id);
    }

    private async Task<StreamId> Put(DemoReport told, CancellationToken stop)
    {
        var made = Must(await ReportPages.Put(data.People[told.By], office, Typed(new DemoStep(told.ReceivedBefore, told.By, "put", told.Fields)), null, stop), told.By);
        return new StreamId(made.Home, made.Id);
    }

    private async Task<StreamId> Opened(DemoSupervision told, Petition? on, CancellationToken stop)
    {
        (string Name, string? Value)[] fields = [("caseNumber", on?.Opened.CaseNumber ?? told.CaseNumber), ("complaint", told.Complaint), ("source", "9"), .. told.Fields];
        var input = new ActInput(name => fields.LastOrDefault(f => f.Name == name).Value, office.Today);
        var made = Must(await SupervisionPages.Open(data.People[told.By + "-head"], office, input, on is null ? null : $"{on.Id.Home}_{on.Id.Id}", null, stop), told.Complaint);
        return new StreamId(made.Home, made.Id);
    }

    private async Task<StreamId> Entered(DemoItem told, CancellationToken stop)
    {
        (string Name, string? Value)[] fields = [("external", told.External), ("kind", told.Kind), ("court", told.To), ("content", told.Content), ("due", told.Due is { } due ? DateText(due) : null)];
        var (answer, _) = await PlatformEntering.Enter(office, data.People["hi-command"], [(1, name => fields.FirstOrDefault(f => f.Name == name).Value)], null, stop);
        var made = Must(answer, told.External)[0];
        return new StreamId(made.Home, made.Id);
    }

    private async Task On<T>(MatterPages<T> pages, IReadOnlyList<MatterEntry<T>> acts, StreamId id, DemoStep step, CancellationToken stop)
        where T : class
    {
        var entry = acts.First(a => a.Path == step.Act);
        Must(await pages.Carry(office, data.People[step.User], new MatterAct(entry.Act, id, null, office.Today, null), entry, Typed(step), stop), What(step));
    }

    private async Task OnPetition(StreamId petition, DemoStep step, CancellationToken stop)
    {
        var (who, entry) = (data.People[step.User], PetitionActs.All.First(a => a.Path == step.Act));
        var (seen, history) = (await office.Petitions.Load(who.Scope, petition, stop))!.Value;
        var act = new PetitionAct(entry.Act, petition, null, office.Today, null);
        var prepared = await entry.Begin(new ActCall(office, who, seen, Typed(step, seen)), stop);
        Must(prepared.Act is { } special ? await special(act, stop) : await office.Petitions.Do(who, act, prepared.Decide!, stop, (seen, history)), What(step));
    }

    private ActInput Typed(DemoStep step, Petition? on = null) => new(new DemoTyped(step, _today, data.People, on).Field, office.Today);

    private static string What(DemoStep step) => $"{step.Act} by {step.User}, {step.Before} days ago";

    private string DateText(int days) => _today.AddDays(days).ToString("yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture);

    private static T Must<T>(Answer<T> answer, string what)
        where T : notnull => answer switch
    {
        Answer<T>.Given given => given.Value,
        Answer<T>.Refused refused => throw new InvalidOperationException($"The demo was refused ({what}): {refused.Why}"),
        _ => throw new InvalidOperationException($"The demo found nothing where it had just written ({what})."),
    };
}
