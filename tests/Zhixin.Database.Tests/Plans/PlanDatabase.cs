using Npgsql;
using Zhixin.Courts;
using Zhixin.Database.Petitions;
using Zhixin.Database.Tests.Ledger;
using Zhixin.Tests.Shared;

namespace Zhixin.Database.Tests.Plans;

/// <summary>A database with so many petitions and contacts of one province that a wrong plan shows.</summary>
public sealed class PlanDatabase : IAsyncLifetime
{
    public const int Petitions = 40_000;

    /// <summary>Every contact has it.</summary>
    public const string CommonWord = "案款";

    public const string Supreme = "中华人民共和国最高人民法院";

    public const string City = "山东省济南市中级人民法院";

    public const string District = "济南市钢城区人民法院";

    private readonly Server _server = new();

    /// <summary>As the owner of the schema.</summary>
    public string Connection { get; private set; } = string.Empty;

    /// <summary>A handler of the district, with petitions of his own.</summary>
    public static Guid Handler { get; } = new("00000000-0000-7000-8000-000000000001");

    /// <summary>Number of a court.</summary>
    public static int Court(string name) => SampleLedger.Courts.ByName(name)!.Number;

    public async ValueTask InitializeAsync()
    {
        await _server.InitializeAsync();
        Connection = await _server.Fresh();
        await using var connection = new NpgsqlConnection(Connection);
        await connection.OpenAsync();
        var city = SampleLedger.Courts.ByName(City)!;
        var courts = SampleLedger.Courts.Subtree(SampleLedger.Courts.Parent(city)!).Where(c => c.Level == CourtLevel.Basic).ToList();
        await Fill(connection, courts);
        await using var analyze = new NpgsqlCommand("vacuum analyze", connection);
        await analyze.ExecuteNonQueryAsync();
    }

    public ValueTask DisposeAsync() => _server.DisposeAsync();

    private static async Task Fill(NpgsqlConnection connection, List<Court> courts)
    {
        foreach (var sql in new[] { FillPetitions, FillContacts, FillKeys, FillOwed, FillApprovals, FillHops, FillWriteOffs, FillTerminations, FillReviewSteps, FillMessages, FillSupervisions, FillPlatformItems, FillChecks, FillReports, FillBulletins })
        {
            await using var fill = new NpgsqlCommand(sql, connection);
            fill.Parameters.Add(new NpgsqlParameter { Value = courts.ConvertAll(c => c.Number).ToArray() });
            fill.Parameters.Add(new NpgsqlParameter { Value = courts.ConvertAll(c => SampleLedger.Courts.Columns(c).Mid!.Value).ToArray() });
            fill.Parameters.Add(new NpgsqlParameter { Value = SampleLedger.Courts.Parent(SampleLedger.Courts.ByName(City)!)!.Number });
            fill.Parameters.Add(new NpgsqlParameter { Value = Handler });
            fill.Parameters.Add(new NpgsqlParameter { Value = Petitions });
            if (sql == FillContacts)
            {
                fill.Parameters.Add(new NpgsqlParameter { Value = Words.Of(CommonWord).Single() });
            }

            await fill.ExecuteNonQueryAsync();
        }
    }

    /// <summary>Number, court, its chain: of every statement below.</summary>
    private const string Given =
        """
        with given as (
          select i, ($1::int[])[1 + i % array_length($1::int[], 1)] as basic, ($2::int[])[1 + i % array_length($1::int[], 1)] as mid, $3::int as high, $4::uuid as handler,
            ('00000000-0000-7000-9000-' || lpad(to_hex(i), 12, '0'))::uuid as id
          from generate_series(1, $5::int) as i
        )
        """;

    private const string FillPetitions = Given +
        """
        insert into petition (home, id, version, number, stage, phase, responsible, high, mid, basic, registering, petitioners, parties, summary, priority, handler, lead, in_charge, co_handlers, accused,
          contacts, people, level_skip, group_visit, channel, venue, cause, first_received_on, last_received_on, next_due, overdue_after, seen_by)
        select basic, id, 1, 'n' || i, case when i % 15 = 0 then 'registered' else 'voided' end, case when i % 15 = 0 then 'open' else 'voided' end, basic, high, mid, basic, basic, '{}', '{}', '文', 'ordinary',
          case when i % 40 = 0 then handler else ('00000000-0000-7000-8000-' || lpad(to_hex(i % 700), 12, '0'))::uuid end, case when i % 2 = 0 then handler end, case when i % 2 = 0 then handler end, '{}', '{}',
          1, 1, false, false, (array['visit', 'visit', 'letter', 'phone', 'web'])[1 + i % 5], (array['own-court', 'own-court', 'own-court', 'beijing'])[1 + i % 4],
          case when i % 10 > 0 then (1 + i % 20)::text end, date '2023-01-01' + i / 40, date '2023-01-01' + i / 40,
          case when i % 15 = 0 and i % 2 = 0 then date '2023-02-01' + i / 40 end, case when i % 15 = 0 then date '2023-02-01' + i / 40 end, array[1, high, mid, basic]
        from given
        """;

    private const string FillContacts = Given +
        """
        insert into contact (home, id, version, number, channel, venue, received_on, receiver, people, petitioners, summary, request, flags, petition, petition_home, voided, accused,
          entered_on, outcome, high, mid, basic, words, seen_by)
        select basic, id, 2, 'c' || i, 'visit', 'own-court', date '2023-01-01' + i / 40, handler, 1, '{}', '文', '', '{}', id, basic, false, '{}',
          date '2023-01-01' + i / 40 + case when i % 500 = 0 then 3 else 0 end, 'passed-on', high, mid, basic,
          array[1, 100 + i % 50, 1000 + i % 4000, $6::int], array[1, high, mid, basic]
        from given
        """;

    /// <summary>Two things owed in each petition, one of them untimed now and then; a third of all is nobody's.</summary>
    private const string FillOwed = Given +
        """
        insert into obligation (home, stream, no, matter, kind, name, slot, clause, pack, pack_version, court, high, mid, basic, unit, person, due, provisional, warn_only, state, barred,
          falls_to, charged_unit, charged_person, overdue_after, priority, answers_to, seen_by)
        select basic, id, no, 'petition', 'reply', 'reply', '', 'GC21-13', 'GC21', 1, basic, high, mid, basic, case when i / 500 % 10 = 3 then 'inspection' else (array['petition', 'petition', 'bureau'])[1 + i / 3 % 3] end, w.person, w.due, false, false, case when i % 3 = 0 then 'open' else 'fulfilled' end, '{}',
          w.person, case when i / 500 % 10 = 3 then 'inspection' else (array['petition', 'petition', 'bureau'])[1 + i / 3 % 3] end, w.person, coalesce(w.due, 'infinity'), case when i % 20 = 0 then 'key' else 'ordinary' end, case when i % 6 = 0 then high end, array[1, high, mid, basic]
        from given cross join generate_series(1, 2) as no cross join lateral (select
          case when (i / 3 + no) % 3 > 0 then case when i % 40 = 0 then handler else ('00000000-0000-7000-8000-' || lpad(to_hex(i % 700), 12, '0'))::uuid end end as person,
          case when i % 21 > 0 then date '2023-01-01' + i / 40 + no end as due) as w
        """;

    /// <summary>One thing that was asked for in each petition; every tenth still waits.</summary>
    private const string FillApprovals = Given +
        """
        insert into approval (home, stream, no, act, request, court, asked_on, asked_by, state, code, about, barred, seen_by)
        select basic, id, 1, (array['approve-opinion', 'approve-decline'])[1 + i / 10 % 2], 0, basic, date '2023-01-01' + i / 40, ('00000000-0000-7000-8000-' || lpad(to_hex(i % 700), 12, '0'))::uuid,
          case when i % 10 = 0 then 'waiting' else 'agreed' end, '', '', '{}', array[1, high, mid, basic]
        from given
        """;

    /// <summary>A hop from the intermediate court in each petition; every tenth still runs, and some of those are reported.</summary>
    private const string FillHops = Given +
        """
        insert into hop (home, stream, no, from_court, to_court, joint, mode, letter, issued_on, state, reported_on, pressed, overdue_after, barred, seen_by)
        select basic, id, 1, mid, basic, false, 'hand-down', '', date '2023-01-01' + i / 40, case when i % 10 > 0 then 'over' when i % 70 = 0 then 'reported' else 'running' end,
          case when i % 70 = 0 then date '2023-01-09' + i / 40 end, 0, case when i % 90 = 0 then 'infinity' else date '2023-02-01' + i / 40 end, '{}', array[1, high, mid, basic]
        from given
        """;

    /// <summary>A write-off in every fifth petition; some wait, most are over.</summary>
    private const string FillWriteOffs = Given +
        """
        insert into write_off (home, stream, no, enforcing, top, court, station, state, applied_on, applied_by, since, ground, reversed_on, barred, seen_by)
        select basic, id, 1, basic, mid, basic, 'agree', (array['pending', 'approved', 'reversed', 'refused'])[1 + i / 5 % 4], date '2023-01-01' + i / 40,
          ('00000000-0000-7000-8000-' || lpad(to_hex(i % 700), 12, '0'))::uuid, date '2023-01-01' + i / 40, 'replied', null, '{}', array[1, high, mid, basic]
        from given where i % 5 = 0
        """;

    /// <summary>A termination in every tenth petition, at each station; some wait, most are over.</summary>
    private const string FillTerminations = Given +
        """
        insert into termination (home, stream, no, reporting, decider, court, station, state, class, ground, reported_on, since, barred, seen_by)
        select basic, id, 1, basic, high, (array[mid, high, 1])[1 + i / 10 % 3], (array['pass-up', 'decide', 'answer-filing', 'correct'])[1 + i / 10 % 4], (array['pending', 'decided', 'reversed', 'pending', 'returned'])[1 + i / 10 % 5],
          'implementation', 'implementation', date '2023-01-01' + i / 40, date '2023-01-01' + i / 40, '{}', array[1, high, mid, basic]
        from given where i % 10 = 0
        """;

    /// <summary>A step of a procedure in every fourth petition, some at the intermediate court; most are over.</summary>
    private const string FillReviewSteps = Given +
        """
        insert into review_step (home, stream, no, chain, kind, enforcing, court, high, mid, state, applied_on, overdue_after, barred, seen_by)
        select basic, id, 1000, 1, case when i % 12 = 0 then 'reconsideration' else 'objection' end, basic, case when i % 12 = 0 then mid else basic end, high, mid,
          (array['review', 'over', 'owed', 'over', 'unserved', 'over'])[1 + i / 4 % 6], date '2023-01-01' + i / 40, case when i % 40 = 0 then 'infinity' else date '2023-02-01' + i / 40 end, '{}', array[1, high, mid, basic]
        from given where i % 4 = 0
        """;

    /// <summary>Two messages of each petition, one to a person and one to a post; every tenth is unseen, one of fifty lies ahead.</summary>
    private const string FillMessages = Given +
        """
        insert into outbox (home, id, stream, topic, court, addressee, kind, number, body, barred, not_before, state, seen_at, seen_by)
        select basic, ('00000000-0000-7000-a' || no || '00-' || lpad(to_hex(i), 12, '0'))::uuid, id, (array['assigned', 'decided', 'date-moved'])[1 + i % 3], basic,
          case when no = 2 then 'post:' || (array['court-leader', 'petition-unit-head'])[1 + i / 10 % 2] when i % 40 = 0 then handler::text else '00000000-0000-7000-8000-' || lpad(to_hex(i % 700), 12, '0') end,
          'petition', 'n' || i, '{"count":1,"overdue":0,"soon":0}', '{}', case when i % 50 = 7 then timestamptz '2030-01-01' else timestamptz '2023-01-01 09:00+08' + make_interval(hours => i) end,
          case when i % 10 = 0 then 'delivered' else 'seen' end, case when i % 10 > 0 then timestamptz '2029-01-01' end, array[basic]
        from given cross join generate_series(1, 2) as no
        """;

    /// <summary>A supervision of each petition by the High Court, or now and then by the intermediate court; every third runs.</summary>
    private const string FillSupervisions = Given +
        """
        insert into supervision (home, id, version, number, court, enforcing, high, mid, basic, petition_home, petition, petition_number, case_number, complaint, source, stage, phase, received_on,
          next_due, overdue_after, rounds, listed_on, listed_number, listed_title, letter_on, not_followed, pressing, inside, handlers, accused, seen_by)
        select w.court, id, 1, 's' || i, w.court, basic, high, mid, basic, basic, id, 'n' || i, '执' || i, '文', 'petition', (array['open', 'lettered', 'reported', 'closed'])[1 + i % 4],
          case when i % 3 = 0 then 'open' else 'ended' end, date '2023-01-01' + i / 40, case when i % 5 > 0 then date '2023-02-01' + i / 40 end, case when i % 5 > 0 then date '2023-02-01' + i / 40 else 'infinity' end, 0,
          case when i % 100 = 0 then date '2023-01-05' + i / 40 end, case when i % 100 = 0 then 'l' || i end, case when i % 100 = 0 then '文' end, case when i % 2 = 0 then date '2023-01-04' + i / 40 end,
          case when i % 200 = 0 then array[date '2023-02-01' + i / 40] else '{}' end, case when i % 200 = 0 then array['urge'] else '{}' end, false, '{}', '{}', array[1, high, mid, basic]
        from given cross join lateral (select case when i % 10 = 0 then mid else high end as court) as w
        """;

    /// <summary>An item of the platform for each petition's court; every third runs.</summary>
    private const string FillPlatformItems = Given +
        """
        insert into platform_item (home, id, version, number, external, kind, court, enforcing, high, mid, basic, content, stage, phase, received_on, due, overdue_after, returns, seen_by)
        select basic, id, 1, 'i' || i, 'x' || i, (array['key-case', 'petition', 'clue'])[1 + i % 3], high, basic, high, mid, basic, '文', (array['received', 'handling', 'completed', 'closed'])[1 + i % 4],
          case when i % 3 = 0 then 'open' else 'ended' end, date '2023-01-01' + i / 40, case when i % 5 > 0 then date '2023-02-01' + i / 40 end, case when i % 5 > 0 then date '2023-02-01' + i / 40 else 'infinity' end, 0,
          array[1, high, mid, basic]
        from given
        """;

    /// <summary>A record of checks for each petition's court; every third is over.</summary>
    private const string FillChecks = Given +
        """
        insert into enforcement_case (home, id, version, number, case_number, court, high, mid, basic, phase, filed_on, concluded_on, next_due, next_kind, next_provisional, overdue_after, owed, cards, problems,
          phones, nodes, unchecked, risks, seen_by)
        select basic, id, 1, 'c' || i, '执' || i, basic, high, mid, basic, case when i % 3 = 0 then 'ended' else 'open' end, date '2023-01-01' + i / 40, case when i % 3 = 0 then date '2023-03-01' + i / 40 end,
          case when i % 5 > 0 then date '2023-02-01' + i / 40 end, case when i % 5 > 0 then 'risk-correction-stated' end, false, case when i % 5 > 0 then date '2023-02-01' + i / 40 else 'infinity' end,
          i % 4, 1, i % 7 / 6, 0, i % 5, i % 2, i % 11 / 10, array[1, high, mid, basic]
        from given
        """;

    /// <summary>A report for each petition's court; every fourth waits, every fiftieth is handled above.</summary>
    private const string FillReports = Given +
        """
        insert into report (home, id, version, number, handling, high, mid, basic, channel, anonymous, names_leader, stage, received_on, handled_on, outcome, accused, seen_by)
        select basic, id, 1, 'r' || i, w.handling, high, mid, case when w.handling = basic then basic end, 'box', true, w.handling <> basic, case when i % 4 = 0 then 'received' else 'handled' end,
          date '2023-01-01' + i / 40, case when i % 4 > 0 then date '2023-02-01' + i / 40 end, case when i % 4 > 0 then 'not-confirmed' end, '{}',
          case when w.handling = basic then array[1, high, mid, basic] else array[1, high, mid] end
        from given cross join lateral (select case when i % 50 = 0 then mid else basic end as handling) as w
        """;

    /// <summary>Bulletins of every court, most of them issued.</summary>
    private const string FillBulletins = Given +
        """
        insert into bulletin (home, id, version, kind, day, began_on, state, courts, read_by, seen_by)
        select basic, id, 1, 'periodic', date '2023-03-31' + i / 40, date '2023-01-01' + i / 40, case when i % 90 = 0 then 'owed' else 'issued' end, '{}', '{}', array[1, high, mid, basic] from given where i % 10 = 0
        """;

    private const string FillKeys = Given + "insert into match_key (home, kind, key, stream) select basic, 2, i, id from given";

    private sealed class Server() : TestDatabase(connection => Migrator.MigrateAsync(connection));
}
