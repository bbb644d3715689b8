using System.Net;
using System.Text.Json;
using Zhixin.Database;
using Zhixin.Database.History;
using Zhixin.Database.Petitions;
using Zhixin.Intake;
using Zhixin.Petitions;
using Zhixin.Petitions.Acts;
using Zhixin.Web.Tests.History;
using Zhixin.Web.Tests.Shared;
using DatedFact = Zhixin.History.DatedFact;
using Origin = Zhixin.History.Origin;
using StreamId = Zhixin.History.StreamId;

namespace Zhixin.Web.Tests.Scale;

/// <summary>
/// On a cluster a read across homes is no snapshot: a contact of one court that joined a petition of another may be seen from one side alone.
/// Pages and lists answer, and verify says what it saw by half.
/// </summary>
public sealed class HalfVisibleTests(WebDatabase database)
{
    [Fact]
    public async Task A_contact_that_joined_a_petition_which_does_not_know_it_yet_is_shown_and_named()
    {
        await using var app = await TestApp.Start(database);
        var (petition, contact, own) = await Two(app);
        await ContactHalf(app, petition, contact, own);

        await Everything_answers(app, petition, contact);

        var found = await Matter.Verify(app);
        found.First.ShouldBeNull();
        found.Halves.ShouldBe([$"contact {contact.Home}, {contact.Id}"]);
    }

    [Fact]
    public async Task A_contact_whose_petition_is_not_there_yet_is_shown_and_named()
    {
        await using var app = await TestApp.Start(database);
        var (_, contact, own) = await Two(app);
        await ContactHalf(app, new StreamId(app.Court(TestApp.Jiefang), Guid.CreateVersion7(app.Clock.Now)), contact, own);

        await Everything_answers(app, own, contact);

        var found = await Matter.Verify(app);
        (found.First, found.Halves.Count).ShouldBe((null, 1));
    }

    [Fact]
    public async Task A_petition_that_was_joined_by_a_contact_which_does_not_know_it_yet_is_shown_and_named()
    {
        await using var app = await TestApp.Start(database);
        var (petition, contact, _) = await Two(app);
        await PetitionHalf(app, petition, contact);

        await Everything_answers(app, petition, contact);

        var found = await Matter.Verify(app);
        found.First.ShouldBeNull();
        found.Halves.ShouldBe([$"petition {petition.Home}, {petition.Id}, contact {contact.Home}, {contact.Id}"]);
    }

    [Fact]
    public async Task When_both_halves_are_there_nothing_is_named()
    {
        await using var app = await TestApp.Start(database);
        var (petition, contact, own) = await Two(app);
        await PetitionHalf(app, petition, contact);
        await ContactHalf(app, petition, contact, own);

        await Everything_answers(app, petition, contact);

        (await Matter.Verify(app)).Halves.ShouldBeEmpty();
    }

    /// <summary>A petition of one court, and a contact with a petition of its own at another.</summary>
    private static async Task<(StreamId Petition, StreamId Contact, StreamId Own)> Two(TestApp app)
    {
        await Matter.Staff(app);
        await app.Person("far", "外地人员", TestApp.Gangcheng, "receptionist", "petition-unit-head");
        var here = await Matter.Register(await app.SignIn("clerk"), "佟桂兰");
        var there = await Matter.Register(await app.SignIn("far"), "佟桂兰");
        return (Id(here, "petition"), Id(there, "contact"), Id(there, "petition"));
    }

    private static StreamId Id(JsonElement receipt, string of) => new(receipt.GetProperty("home").GetInt32(), receipt.GetProperty(of).GetGuid());

    /// <summary>What a joining across courts writes at the contact's home.</summary>
    private static async Task ContactHalf(TestApp app, StreamId petition, StreamId contact, StreamId own)
    {
        var office = app.Office;
        var who = new ActingPerson(Guid.Empty, string.Empty, contact.Home, [], Origin.Job);
        var history = (await EventStore.Load(office.Db, who.Scope, contact, default))!;
        var (left, leftHistory) = (await office.Petitions.Load(who.Scope, own, default))!.Value;
        var facts = new[] { new DatedFact(new ContactLeft(own.Id, "试验"), office.Today), new DatedFact(new ContactJoined(petition.Home, petition.Id, "2026-豫0802-0001", petition.Home), office.Today) };
        var after = Contact.Fold(contact, history.Facts).After(facts);
        var context = office.Petitions.Begin(who, "join");
        var batch = new CommandBatch(who.Court);
        var (responsible, seenBy) = (petition.Home, office.Rows.SeenBy(contact.Home, petition.Home));
        EventStore.Append(batch, context, history.Head, "contact", facts, seenBy);
        SightRows.Change(batch, contact, [], office.Rows.Sight(contact.Home, responsible));
        office.Rows.Of(after, responsible).Write(batch);
        office.Petitions.Stage(batch, context, own, left, leftHistory.Head, [new DatedFact(new PetitionContactLeft(contact.Id, "试验"), office.Today)]);
        foreach (var person in after.Facts.Petitioners.Select(p => p.Person).Concat(after.Facts.Parties))
        {
            batch.Add("update person set seen_by = $3 where home = $1 and id = $2", contact.Home, person, seenBy);
            batch.Add("update stream set seen_by = $3 where home = $1 and stream = $2", contact.Home, person, seenBy);
        }

        await Commands.Execute(office.Db, batch, default);
    }

    /// <summary>What a joining across courts writes at the petition's home.</summary>
    private static async Task PetitionHalf(TestApp app, StreamId petition, StreamId contact)
    {
        var office = app.Office;
        var there = Contact.Fold(contact, (await EventStore.Load(office.Db, new Scope(contact.Home, Guid.Empty), contact, default))!.Facts);
        var who = new ActingPerson(Guid.Empty, string.Empty, petition.Home, [], Origin.Job);
        var (before, history) = (await office.Petitions.Load(who.Scope, petition, default))!.Value;
        var joined = ((Decision<object>.Done)Joining.Join(before, there, "同一事项")).Events.Select(e => new DatedFact(e, office.Today));
        var batch = new CommandBatch(who.Court);
        office.Petitions.Stage(batch, office.Petitions.Begin(who, "join"), petition, before, history.Head, joined);
        await Commands.Execute(office.Db, batch, default);
    }

    private static async Task Everything_answers(TestApp app, StreamId petition, StreamId contact)
    {
        var (head, far) = (await app.SignIn("head"), await app.SignIn("far"));
        var session = petition.Home == contact.Home ? far : head;
        foreach (var address in new[] { "/", "/?scope=unit", "/ledger?view=all&stage=any", "/ledger?view=all&words=佟桂", "/ledger/export?view=all", "/api/obligations?scope=unit", "/api/petitions", "/regulations/GC21/GC21-13" })
        {
            foreach (var viewer in new[] { head, far })
            {
                using var answer = await viewer.Client.GetAsync(address);
                answer.StatusCode.ShouldBe(HttpStatusCode.OK, address);
            }
        }

        (await session.Open($"/petitions/{petition.Home}/{petition.Id}")).Body!.TextContent.ShouldContain("佟桂兰");
        (await session.GetJson($"/api/petitions/{petition.Home}/{petition.Id}")).GetProperty("number").GetString().ShouldNotBeNullOrEmpty();
        (await far.Open($"/contacts/{contact.Home}/{contact.Id}/receipt")).Body!.TextContent.ShouldContain("佟桂兰");
    }
}
