using Zhixin.Database.History;
using Zhixin.Web.Tests.Shared;
using RecordedEvent = Zhixin.History.RecordedEvent;

namespace Zhixin.Web.Tests.History;

/// <summary>Nothing that is changed behind the software's back stays unseen, and each change is named.</summary>
public sealed class VerifyTests(TamperedApp tampered, WebDatabase database) : IClassFixture<TamperedApp>
{
    /// <summary>The first event of a petition.</summary>
    private const string Opening = "type = 'petition.opened' and stream = (select min(stream::text)::uuid from stream where kind = 'petition')";

    private const string CopiedPetition =
        "insert into petition select * from jsonb_populate_recordset(null::petition, (select jsonb_agg(to_jsonb(p) || jsonb_build_object('id', 'aaaaaaaa-0000-7000-8000-000000000000')) from petition p where handler is not null))";

    [Fact]
    public async Task An_untouched_history_is_clean_and_every_event_is_counted()
    {
        var app = await tampered.Untouched();

        var found = await Matter.Verify(app);

        found.First.ShouldBeNull();
        var events = await app.Office.Db.Maintenance<long>("select count(*) from event", [], TestContext.Current.CancellationToken);
        found.Events.ShouldBe(events.Single());
        found.Events.ShouldBeGreaterThan(15);
    }

    [Fact]
    public async Task An_empty_installation_is_clean()
    {
        await using var app = await TestApp.Start(database);

        var found = await Matter.Verify(app);

        (found.Streams, found.Events, found.First).ShouldBe((0, 0, null));
    }

    [Theory]
    [InlineData("update event set body = replace(body, '佟桂兰', '佟桂三') || ' ' where " + Opening, "event", "hash")]
    [InlineData("alter table event drop constraint event_hash_check; update event set hash = '' where " + Opening, "event", "hash")]
    [InlineData("update event set hash = decode(repeat('00', 32), 'hex') where " + Opening, "event", "hash")]
    [InlineData("update event set actor_court = actor_court + 1 where " + Opening, "event", "hash")]
    [InlineData("update event set occurred_on = occurred_on - 1 where " + Opening, "event", "hash")]
    [InlineData("update event set prev_hash = hash where " + Opening, "event", "prev_hash")]
    [InlineData("delete from event where " + Opening, "event", "version")]
    [InlineData("delete from event where type = 'petition.acknowledged'", "event", "version")]
    [InlineData("delete from event e using stream s where s.home = e.home and s.stream = e.stream and s.version = e.version and s.kind = 'contact'", "event", "count")]
    [InlineData("delete from stream where kind = 'contact'", "stream", "row")]
    [InlineData("delete from event where type = 'person.recorded'", "event", "count")]
    [InlineData("update stream set version = version - 1 where kind = 'petition' and version > 5", "stream", "version")]
    [InlineData("update stream set hash = decode(repeat('11', 32), 'hex') where kind = 'petition'", "stream", "hash")]
    [InlineData("update stream set kind = 'other' where kind = 'petition'", "stream", "kind")]
    [InlineData("update stream set recorded_at = recorded_at + interval '1 second' where kind = 'petition'", "stream", "recorded_at")]
    public async Task A_changed_history_is_named(string tampering, string table, string column)
    {
        var app = await tampered.Untouched();

        await Matter.Tamper(app, tampering);

        foreach (var depth in Enum.GetValues<VerificationDepth>())
        {
            var first = (await Matter.Verify(app, depth)).First;
            first.ShouldNotBeNull();
            (first.Table, first.Column).ShouldBe((table, column), first.ToString());
        }
    }

    [Theory]
    [InlineData("update petition set stage = 'voided'", "petition", "stage")]
    [InlineData("update petition set seen_by = seen_by || 1", "petition", "seen_by")]
    [InlineData("update petition set handler = null where handler is not null", "petition", "handler")]
    [InlineData("delete from petition where handler is not null", "petition", "row")]
    [InlineData(CopiedPetition, "petition", "row")]
    [InlineData("update contact set summary = '别的'", "contact", "summary")]
    [InlineData("update contact set words = '{}'", "contact", "words")]
    [InlineData("delete from contact where petition is not null", "contact", "row")]
    [InlineData("update obligation set due = due + 1 where kind = 'reply'", "obligation", "due")]
    [InlineData("update obligation set state = 'fulfilled' where kind = 'reply'", "obligation", "state")]
    [InlineData("delete from obligation where kind = 'reply'", "obligation", "row")]
    [InlineData("update stream set seen_by = '{1}' where kind = 'petition'", "stream", "seen_by")]
    [InlineData("update stream set seen_by = '{1}' where kind = 'person'", "person", "seen_by")]
    [InlineData("update stream set seen_by = '{1}' where kind = 'person'; update person set seen_by = '{1}'", "stream", "seen_by")]
    [InlineData("delete from sight where ground = 'superior'", "sight", "row")]
    [InlineData("insert into sight (home, stream, court, ground) select home, stream, 2, 'superior' from stream where kind = 'petition'", "sight", "row")]
    [InlineData("update person set sealed = sealed || '\\x00'", "person", "sealed")]
    [InlineData("update person p set key_wrapped = (select key_wrapped from person o where o.id <> p.id limit 1)", "person", "key_wrapped")]
    [InlineData("delete from person", "person", "row")]
    [InlineData("delete from match_key where kind = 1 or kind = 3", "match_key", "row")]
    [InlineData("insert into match_key (home, kind, key, stream) select home, 3, 42, stream from stream where kind = 'petition'", "match_key", "count")]
    [InlineData("delete from pack_version; update number_series set last = last + 1 where series = 'contact'", "number_series", "number 4")]
    [InlineData("update number_series set last = last - 1 where series = 'petition'", "number_series", "last")]
    public async Task A_changed_read_table_is_named(string tampering, string table, string column)
    {
        var app = await tampered.Untouched();
        await Matter.Tamper(app, tampering);

        (await Matter.Verify(app, VerificationDepth.Chain)).First.ShouldBeNull();
        var first = (await Matter.Verify(app)).First;
        first.ShouldNotBeNull();
        (first.Table, first.Column).ShouldBe((table, column), first.ToString());
    }

    [Fact]
    public async Task A_matter_that_was_removed_everywhere_leaves_a_gap_in_the_numbers()
    {
        var app = await tampered.Untouched();

        await Matter.Tamper(app, """
            create temp table gone as select id from petition where handler is null union all select id from contact where petition = (select id from petition where handler is null);
            delete from event where stream in (select id from gone); delete from stream where stream in (select id from gone);
            delete from sight where stream in (select id from gone); delete from match_key where stream in (select id from gone);
            delete from obligation where stream in (select id from gone);
            delete from contact where id in (select id from gone); delete from petition where id in (select id from gone)
            """);

        var first = (await Matter.Verify(app)).First;
        first.ShouldNotBeNull();
        (first.Table, first.Column, first.Found).ShouldBe(("number_series", "number 3", "none"), first.ToString());
    }

    [Fact]
    public async Task A_history_rewritten_with_new_hashes_still_shows_in_its_read_rows()
    {
        var app = await tampered.Untouched();
        var stored = await FirstPerson(app);
        var envelope = stored with { Body = """{"algorithm":"A256GCM","kind":"legal","sealed":"AAAA"}""" };

        await Rewrite(app, envelope);

        (await Matter.Verify(app, VerificationDepth.Chain)).First.ShouldBeNull();
        (await Matter.Verify(app)).First!.Table.ShouldBe("person");
    }

    [Fact]
    public async Task A_body_that_is_not_canonical_is_named_even_when_its_hash_fits()
    {
        var app = await tampered.Untouched();
        var stored = await FirstPerson(app);
        var envelope = stored with { Body = stored.Body.Replace(":", ": ", StringComparison.Ordinal) };

        await Rewrite(app, envelope);

        var first = (await Matter.Verify(app)).First!;
        (first.Table, first.Column).ShouldBe(("event", "body"));
    }

    private static async Task<RecordedEvent> FirstPerson(TestApp app)
    {
        var stop = TestContext.Current.CancellationToken;
        var id = await app.Office.Db.Maintenance<Guid>("select stream from stream where kind = 'person' order by stream limit 1", [], stop);
        return (await app.Office.Db.Maintenance<EventRow>($"select {EventStore.Columns} from event where stream = $1", [id.Single()], stop)).Single().Envelope();
    }

    /// <summary>As somebody does who knows how hashes are made.</summary>
    private static Task Rewrite(TestApp app, RecordedEvent envelope)
    {
        var (stream, hash) = (envelope.Stream.Id, Convert.ToHexString(envelope.Hash()));
        return Matter.Tamper(app, $"""
            update event set body = '{envelope.Body}', hash = '\x{hash}' where stream = '{stream}';
            update stream set hash = '\x{hash}' where stream = '{stream}'
            """);
    }
}
