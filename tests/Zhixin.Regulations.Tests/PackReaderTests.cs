namespace Zhixin.Regulations.Tests;

/// <summary>A fault in a pack stops the start and names file and line.</summary>
public sealed class PackReaderTests
{
    [Theory]
    [InlineData("short: 试行", "short: 试行\ncolour: red", "P/pack.yaml", 5, "unknown key 'colour'")]
    [InlineData("issuer: 某法院", "issuer: ''", "P/pack.yaml", 5, "missing required key 'issuer'")]
    [InlineData("standing: binding", "standing: perhaps", "P/pack.yaml", 10, "unknown standing 'perhaps'")]
    [InlineData("version: 1", "version: none", "P/pack.yaml", 2, "'version' must be a whole number above zero")]
    [InlineData("issued_on: null", "issued_on: 2021-02-30", "P/pack.yaml", 7, "'issued_on' must be a date yyyy-mm-dd")]
    [InlineData("replaces: []", "replaces: [", "P/pack.yaml", 12, "not readable as YAML")]
    [InlineData("id: P\n", "id: P\nid: Q\n", "P/pack.yaml", 2, "not readable as YAML")]
    [InlineData("module: Handling", "module: Gardening", "P/clauses.yaml", 5, "unknown module 'Gardening'")]
    [InlineData("note: \"\"", "note: \"\"\n- {id: P-1, article: 一, heading: 一, part: 一, module: Handling, zh: 一, en: one, does: [一]}", "P/clauses.yaml", 10, "duplicated clause 'P-1'")]
    [InlineData("  clause: P-1\n  opens", "  opens", "P/obligations.yaml", 1, "missing required key 'clause'")]
    [InlineData("clause: P-1\n  opens", "clause: P-2\n  opens", "P/obligations.yaml", 5, "clause 'P-2' is not in this pack")]
    [InlineData("fulfilled_by: [petition.replied]", "fulfilled_by: [petition.answered]", "P/obligations.yaml", 10, "event 'petition.answered' is not in events.yaml")]
    [InlineData("from: received_on", "from: seen_on", "P/obligations.yaml", 7, "event 'petition.opened' has no date 'seen_on'")]
    [InlineData("from: received_on}", "from: received_on, when: {mood: bad}}", "P/obligations.yaml", 7, "event 'petition.opened' has no field 'mood'")]
    [InlineData("unit: day", "unit: fortnight", "P/obligations.yaml", 9, "unknown unit 'fortnight'")]
    [InlineData("{n: 10, unit: day}", "{unit: day}", "P/obligations.yaml", 9, "a period without a number")]
    [InlineData("{n: 10, unit: day}", "{n: 0, unit: day}", "P/obligations.yaml", 9, "'n' must be a whole number above zero")]
    [InlineData("{n: 10, unit: day}", "{n: 10, unit: untimed}", "P/obligations.yaml", 9, "a period with a number that its unit does not use")]
    [InlineData("{n: 10, unit: day}", "{unit: stated}", "P/obligations.yaml", 9, "a stated period without field")]
    [InlineData("{n: 10, unit: day}", "{unit: stated, field: said_on}", "P/obligations.yaml", 7, "event 'petition.opened' has no date 'said_on' that the period states")]
    [InlineData("{n: 10, unit: day}", "{n: 6, unit: recurring}", "P/obligations.yaml", 9, "a recurring period without every")]
    [InlineData("{n: 10, unit: day}", "{n: 10, unit: day}\n  fallback: {n: 1, unit: day}", "P/obligations.yaml", 10, "only a stated period has one")]
    [InlineData("court: responsible", "court: nearest", "P/obligations.yaml", 8, "unknown court 'nearest'")]
    [InlineData("person: handler", "person: gardener", "P/obligations.yaml", 8, "unknown obligor 'gardener'")]
    [InlineData("unit: petition}", "unit: garden}", "P/obligations.yaml", 8, "unknown unit kind 'garden'")]
    [InlineData(", unit: petition}", "}", "P/obligations.yaml", 8, "an obligor court without the unit")]
    [InlineData("type: obligation", "type: habit", "P/obligations.yaml", 4, "unknown type 'habit'")]
    [InlineData("type: obligation\n  clause: P-1", "type: window", "P/obligations.yaml", 1, "missing required key 'clause'")]
    [InlineData("exclusions: [appraisal]", "exclusions: [weather]", "P/obligations.yaml", 12, "unknown ground 'weather'")]
    [InlineData("tell: [petition-unit-head]", "tell: [everyone]", "P/obligations.yaml", 13, "unknown post 'everyone'")]
    [InlineData("{code: a, name: 甲, sub", "{code: a, name: 丙}, {code: a, name: 甲, sub", "P/lists.yaml", 2, "duplicated code 'a'")]
    [InlineData("value: 5", "value: many", "P/lists.yaml", 4, "'value' must be a number")]
    [InlineData("rule: answer", "rule: question", "P/examples.yaml", 2, "no rule 'question' in this pack")]
    [InlineData("event: petition.opened, on", "event: petition.closed, on", "P/examples.yaml", 3, "event 'petition.closed' does not open 'answer'")]
    [InlineData("due: 2021-03-11", "due: soon", "P/examples.yaml", 4, "'due' must be a date yyyy-mm-dd")]
    public void A_fault_is_reported_with_its_file_and_line(string old, string spoiled, string file, int line, string message)
    {
        var reading = PackReader.Read(SamplePack.Files((old, spoiled)), SamplePack.Events);

        reading.Pack.ShouldBeNull();
        reading.Errors.ShouldContain(
            error => error.File == file && error.Line == line && error.Message.Contains(message, StringComparison.Ordinal),
            string.Join('\n', reading.Errors));
    }

    [Fact]
    public void A_second_rule_of_one_kind_is_reported()
    {
        var files = SamplePack.Files();
        files["P/obligations.yaml"] += "\n" + files["P/obligations.yaml"];

        PackReader.Read(files, SamplePack.Events).Errors.ShouldHaveSingleItem().ToString().ShouldBe("P/obligations.yaml:14: duplicated kind 'answer'");
    }

    [Fact]
    public void A_missing_and_a_foreign_file_are_reported()
    {
        var files = SamplePack.Files();
        files.Remove("P/lists.yaml");
        files["P/readme.md"] = "";

        PackReader.Read(files, SamplePack.Events).Errors.Select(error => error.ToString())
            .ShouldBe(["P/readme.md:1: a pack has no file 'readme.md'", "P/lists.yaml:1: the file is missing"]);
    }

    [Fact]
    public void All_faults_are_reported_at_once()
    {
        var reading = PackReader.Read(SamplePack.Files(("issuer: 某法院", "issuer: ''"), ("person: handler", "person: gardener"), ("value: 5", "value: many")), SamplePack.Events);

        reading.Errors.Select(error => error.File).Distinct().ShouldBe(["P/obligations.yaml", "P/lists.yaml", "P/pack.yaml"]);
    }

    [Fact]
    public void A_file_cut_off_anywhere_is_reported_or_read_and_never_throws()
    {
        var whole = SamplePack.Files();
        foreach (var (file, text) in whole)
        {
            for (var length = 0; length < text.Length; length++)
            {
                var reading = PackReader.Read(new Dictionary<string, string>(whole) { [file] = text[..length] }, SamplePack.Events);
                (reading.Pack is null).ShouldBe(reading.Errors.Count > 0);
                reading.Errors.ShouldAllBe(error => error.Line >= 1);
            }
        }
    }

    [Fact]
    public void The_hash_knows_content_and_not_line_ends_or_folders()
    {
        var files = SamplePack.Files();
        var hash = PackHash.Of(files);

        PackHash.Of(files.ToDictionary(file => file.Key.Replace("P/", "elsewhere/P/", StringComparison.Ordinal), file => "\uFEFF" + file.Value.Replace("\n", "\r\n", StringComparison.Ordinal))).ShouldBe(hash);
        PackHash.Of(SamplePack.Files(("n: 10", "n: 11"))).ShouldNotBe(hash);
        hash.ShouldMatch("^[0-9a-f]{64}$");
    }

    [Fact]
    public void An_event_without_its_own_day_and_a_second_of_its_name_are_reported()
    {
        var errors = new List<PackError>();

        EventVocabulary.Read("events.yaml", "- {name: a.b, title: 甲, dates: [received_on], fields: []}\n- {name: a.b, title: 乙, dates: [occurred_on], fields: []}", errors).ShouldBeNull();

        errors.Select(error => error.ToString()).ShouldBe([
            "events.yaml:1: event 'a.b' must list occurred_on among its dates", "events.yaml:2: duplicated event 'a.b'"]);
    }
}
