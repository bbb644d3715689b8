namespace Zhixin.Database.Tests.Scale;

/// <summary>One row of each big table, as SQL.</summary>
public static class Specimens
{
    /// <summary>Of every row that has an id or a stream.</summary>
    public const string Id = "01900000-0000-7000-8000-000000000001";

    /// <summary>Stands in the texts of every row.</summary>
    public const string Secret = "佟桂兰";

    private const string Hash = "decode(repeat('00', 32), 'hex')";

    private const string At = "'2026-02-12T04:00:00Z'";

    /// <summary>Inserts a row.</summary>
    /// <param name="actor">The court that wrote it, where the table says so.</param>
    public static string Insert(string table, int home, int[] seenBy, int? actor = null)
    {
        var seen = $"array[{string.Join(", ", seenBy)}]";
        var (columns, values) = table switch
        {
            "event" => (
                "stream, version, type, schema, body, occurred_on, recorded_at, actor, actor_court, act, caused_by, origin, hash_alg, prev_hash, hash",
                $"'{Id}', 1, 'x', 1, '{Secret}', '2026-02-12', {At}, '{Id}', {actor ?? home}, 'register', '{Id}', 'page', 1, {Hash}, {Hash}"),
            "access_log" => ("id, at, actor, court, act, detail", $"'{Id}', {At}, '{Id}', {actor ?? home}, 'sign-in', '{Secret}'"),
            "claim" => ("stream, obligation, rung, at", $"'{Id}', 1, '{Secret}', {At}"),
            "sight" => ("stream, court, ground", $"'{Id}', {home}, '{Secret}'"),
            "idempotency" => ("actor, key, body_hash, answer, recorded_at", $"'{Id}', 'k', {Hash}, '{Secret}', {At}"),
            "number_series" => ("series, year, last", $"'{Secret}', 2026, 1"),
            "stream" => ("stream, kind, version, hash, recorded_at, seen_by", $"'{Id}', 'petition', 1, {Hash}, {At}, {seen}"),
            "outbox" => ("id, stream, topic, court, kind, number, body, barred, not_before, state, seen_by", $"'{Id}', '{Id}', 'digest', {home}, 'digest', '', '{Secret}', '{{}}', {At}, 'delivered', {seen}"),
            "person" => ("id, kind, sealed, key_wrapped, key_id, seen_by", $"'{Id}', '{Secret}', '', '', '', {seen}"),
            "contact" => (
                "id, version, number, channel, venue, received_on, receiver, people, petitioners, summary, request, flags, voided, accused, outcome, words, seen_by",
                $"'{Id}', 1, '{Secret}', 'visit', 'own-court', '2026-02-12', '{Id}', 1, '{{}}', '{Secret}', '', '{{}}', false, '{{}}', 'passed-on', '{{1}}', {seen}"),
            "petition" => (
                "id, version, number, stage, phase, responsible, registering, petitioners, parties, summary, priority, co_handlers, accused, contacts, people, level_skip, group_visit, channel, venue, first_received_on, last_received_on, seen_by",
                $"'{Id}', 1, '{Secret}', 'registered', 'open', {home}, {home}, '{{}}', '{{}}', '', 'ordinary', '{{}}', '{{}}', 1, 1, false, false, 'visit', 'own-court', '2026-02-12', '2026-02-12', {seen}"),
            "obligation" => (
                "stream, no, matter, kind, name, slot, clause, pack, pack_version, court, unit, provisional, warn_only, state, barred, charged_unit, overdue_after, priority, seen_by",
                $"'{Id}', 1, 'petition', '{Secret}', '', '', '', '', 1, {home}, '', false, false, 'open', '{{}}', '', 'infinity', 'ordinary', {seen}"),
            "import_batch" => ("id, file_name, file_hash, rows, ok, rejected, actor, at, seen_by", $"'{Id}', '{Secret}', '', 1, 1, 0, '{Id}', {At}, {seen}"),
            "import_row" => ("batch, row, sheet_row, fingerprint, outcome, state, reason, seen_by", $"'{Id}', 1, 1, '', 'reject', 'waiting', '{Secret}', {seen}"),
            "attachment" => (
                "id, version, matter_kind, matter, name_sealed, media_type, size, address, plain_hash, state, reason, seen_by",
                $"'{Id}', 1, 'petition', '{Id}', '', '', 1, '', '', 'received', '{Secret}', {seen}"),
            "attachment_key" => ("id, key_wrapped, key_id", $"'{Id}', '', '{Secret}'"),
            "paper" => ("matter, no, court, series, year, number, sealed, key_wrapped, key_id", $"'{Id}', 1, {home}, '', 2026, 1, '', '', '{Secret}'"),
            "approval" => (
                "stream, no, act, request, court, asked_on, asked_by, state, code, about, barred, seen_by",
                $"'{Id}', 1, 'approve-opinion', 0, {home}, '2026-02-12', '{Id}', 'waiting', '', '{Secret}', '{{}}', {seen}"),
            "hop" => (
                "stream, no, from_court, to_court, joint, mode, letter, issued_on, state, pressed, overdue_after, barred, seen_by",
                $"'{Id}', 1, {home}, {home}, false, 'hand-down', '{Secret}', '2026-02-12', 'running', 0, 'infinity', '{{}}', {seen}"),
            "join_proposal" => (
                "contact, no, number, received_on, petition_home, petition, petition_number, court, reason, state, seen_by",
                $"'{Id}', 1, '', '2026-02-12', {home}, '{Id}', '', {home}, '{Secret}', 'proposed', {seen}"),
            "write_off" => (
                "stream, no, enforcing, top, court, station, state, applied_on, applied_by, since, ground, barred, seen_by",
                $"'{Id}', 1, {home}, {home}, {home}, 'agree', 'pending', '2026-02-12', '{Id}', '2026-02-12', '{Secret}', '{{}}', {seen}"),
            "termination" => (
                "stream, no, reporting, decider, court, station, state, class, ground, reported_on, since, barred, seen_by",
                $"'{Id}', 1, {home}, {home}, {home}, 'decide', 'pending', 'implementation', '{Secret}', '2026-02-12', '2026-02-12', '{{}}', {seen}"),
            "review_step" => (
                "stream, no, chain, kind, enforcing, court, state, number, applied_on, overdue_after, barred, seen_by",
                $"'{Id}', 1000, 1, 'objection', {home}, {home}, 'owed', '{Secret}', '2026-02-12', 'infinity', '{{}}', {seen}"),
            "appointment" => (
                "petition, no, petition_number, court, day, from_time, to_time, room, receiver, receiver_name, by_leader, grounds, state, petitioners, barred, seen_by",
                $"'{Id}', 1, '', {home}, '2026-02-12', '09:00', '09:30', '{Secret}', '{Id}', '', false, '{{}}', 'booked', '{{}}', '{{}}', {seen}"),
            "platform_item" => (
                "id, version, number, external, kind, court, enforcing, content, stage, phase, received_on, overdue_after, returns, seen_by",
                $"'{Id}', 1, '{Secret}', '{Secret}', 'key-case', 1, 1, '{Secret}', 'received', 'open', '2026-02-12', 'infinity', 0, {seen}"),
            "enforcement_case" => (
                "id, version, number, case_number, court, phase, filed_on, next_provisional, overdue_after, owed, cards, problems, phones, nodes, unchecked, risks, seen_by",
                $"'{Id}', 1, '{Secret}', '{Secret}', 1, 'open', '2026-02-12', false, 'infinity', 0, 0, 0, 0, 0, 0, 0, {seen}"),
            "report" => (
                "id, version, number, handling, channel, anonymous, names_leader, stage, received_on, accused, seen_by",
                $"'{Id}', 1, '{Secret}', 1, 'box', true, false, 'received', '2026-02-12', '{{}}', {seen}"),
            "supervision" => (
                "id, version, number, court, enforcing, case_number, complaint, source, stage, phase, received_on, overdue_after, rounds, handlers, accused, not_followed, pressing, inside, seen_by",
                $"'{Id}', 1, '{Secret}', 1, 1, '{Secret}', '{Secret}', '9', 'review', 'open', '2026-02-12', 'infinity', 1, '{{}}', '{{}}', '{{}}', '{{}}', false, {seen}"),
            "bulletin" => ("id, version, kind, day, began_on, state, number, courts, read_by, seen_by", $"'{Id}', 1, 'periodic', '2026-03-31', '2026-01-01', 'drafted', '{Secret}', '{{}}', '{{}}', {seen}"),
            _ => throw new ArgumentOutOfRangeException(nameof(table), table, "No such big table."),
        };
        return $"insert into {table} (home, {columns}) values ({home}, {values})";
    }
}
