using Zhixin.Database.Papers;
using Zhixin.Database.Setup;
using Zhixin.Papers;
using Zhixin.Web.Hosting;
using Zhixin.Web.Tests.Shared;
using Thread = Zhixin.Web.Tests.Petitions.Thread;

namespace Zhixin.Web.Tests.Papers;

/// <summary>A court's own templates take the place of those of the software; a wrong one is told before anything starts.</summary>
public sealed class PaperFilesTests(WebDatabase database) : IDisposable
{
    private static readonly Zhixin.Courts.CourtDirectory Courts = DataFiles.Read().Courts;

    private readonly DirectoryInfo _data = Directory.CreateTempSubdirectory("zx-papers");

    [Fact]
    public void A_courts_own_template_comes_before_the_installations_and_that_one_before_the_softwares()
    {
        var jiefang = Courts.ByName(TestApp.Jiefang)!;
        Write("papers/remedy-notice.yaml", Template("本省告知书"));
        Write($"papers/{jiefang.Code}/remedy-notice.yaml", Template("本院告知书"));
        var files = PaperFiles.Read(DataFiles.Root, _data.FullName, Courts);
        files.Of(PaperKinds.RemedyNotice, jiefang.Number).Title.ShouldBe("本院告知书");
        files.Of(PaperKinds.RemedyNotice, Courts.ByName(TestApp.Gangcheng)!.Number).Title.ShouldBe("本省告知书");
        files.Of(PaperKinds.Reply, jiefang.Number).Title.ShouldBe("信访事项答复意见书");
        files.Of(PaperKinds.RemedyNotice, jiefang.Number).Hash.ShouldNotBe(files.Of(PaperKinds.RemedyNotice, 0).Hash);
    }

    [Fact]
    public void Everything_that_is_wrong_is_told_at_once_with_file_and_line()
    {
        Write("papers/reply.yaml", "kind: reply\nversion: 1\ntitle: 答复\nseries: 信复\nblocks:\n- text: \"{nothing}\"\n");
        Write("papers/notice.yaml", Template("告知书"));
        Write("papers/某院/remedy-notice.yaml", Template("告知书"));
        var errors = Should.Throw<DataFilesException>(() => PaperFiles.Read(DataFiles.Root, _data.FullName, Courts)).Errors;
        errors.Count.ShouldBe(3);
        errors.ShouldContain(e => e.Contains("papers/reply.yaml:6: reply has no field {nothing}", StringComparison.Ordinal));
        errors.ShouldContain(e => e.Contains("notice.yaml:1: the file of the kind \"remedy-notice\" is called remedy-notice.yaml", StringComparison.Ordinal));
        errors.ShouldContain(e => e.Contains("no court has the code \"某院\"", StringComparison.Ordinal));
    }

    [Fact]
    public async Task The_office_does_not_open_over_a_wrong_template()
    {
        Write("papers/reply.yaml", "kind: reply\n");
        await Should.ThrowAsync<DataFilesException>(async () =>
            await Office.Open(new OfficeOptions(await database.Fresh(), _data.FullName), new TestClock(TestClock.Noon("2026-02-12")), default));
    }

    [Fact]
    public async Task A_paper_keeps_the_template_it_was_filled_from_and_a_new_series_begins_with_one()
    {
        var connection = await database.Fresh();
        await using var app = await TestApp.On(connection);
        var thread = await Thread.Of(app);
        await Desk.Issue(thread, "remedy-notice", new { remedies = "objection" }, thread.Head);
        File.Copy(Path.Combine(app.DataDirectory, "master.key"), Path.Combine(_data.FullName, "master.key"));
        Write("papers/remedy-notice.yaml", Template("新告知书").Replace("信告", "执告"));
        await using var later = await Office.Open(new OfficeOptions(connection, _data.FullName), app.Clock, default);
        later.PaperFiles.Of(PaperKinds.RemedyNotice, thread.Home).Series.ShouldBe("执告");
        var scope = new Zhixin.Database.Petitions.ActingPerson(Guid.CreateVersion7(app.Clock.Now), "朱念慈", thread.Home, ["petition-unit-head"], Zhixin.History.Origin.Page);
        var id = new Zhixin.History.StreamId(thread.Home, thread.Receipt.GetProperty("petition").GetGuid());
        var (petition, _) = (await later.Petitions.Load(scope.Scope, id, default))!.Value;
        var wish = new Zhixin.Petitions.Acts.PaperWish(PaperKinds.RemedyNotice, null, null, ["objection"], later.Today, thread.Home);
        var draft = await Zhixin.Web.Papers.PaperValues.Draft(later, scope.Scope, petition, wish, default);
        var answer = await later.Papers.Issue(scope, new("issue-paper", id, petition.Version, later.Today, null), draft, default);
        answer.ShouldBeOfType<Answer<Zhixin.Database.Petitions.PetitionAnswer>.Given>().Value.PaperNumber.ShouldBe("（2026）豫0802执告1号");
        (await later.Paper.Open(scope.Scope, id, 1, default))!.Title.ShouldBe("救济途径告知书", "what was issued stays");
        (await later.Paper.Open(scope.Scope, id, 2, default))!.Title.ShouldBe("新告知书");
        (await History.Matter.Verify(app)).First.ShouldBeNull();
    }

    public void Dispose() => _data.Delete(recursive: true);

    private static string Template(string title) => $"kind: remedy-notice\nversion: 2\ntitle: {title}\nseries: 信告\nblocks:\n- list: \"{{remedies}}\"\n";

    private void Write(string file, string text)
    {
        var path = Path.Combine(_data.FullName, file);
        Directory.CreateDirectory(Path.GetDirectoryName(path)!);
        File.WriteAllText(path, text);
    }
}
