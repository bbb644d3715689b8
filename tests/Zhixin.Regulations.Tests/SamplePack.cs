namespace Zhixin.Regulations.Tests;

/// <summary>A small valid pack as text, to be spoiled or varied by a test.</summary>
internal static class SamplePack
{
    public static readonly EventVocabulary Events = EventVocabulary.Read("events.yaml", """
        - {name: petition.opened, title: 立案, dates: [occurred_on, received_on, due_on], fields: [class]}
        - {name: petition.replied, title: 答复, dates: [occurred_on], fields: []}
        - {name: petition.closed, title: 办结, dates: [occurred_on], fields: []}
        """, [])!;

    /// <summary>The files of a pack "P" with one rule, with replacements applied to every file's text.</summary>
    public static Dictionary<string, string> Files(params (string Old, string New)[] changes)
    {
        var files = new Dictionary<string, string>
        {
            ["P/pack.yaml"] = Head("P"),
            ["P/clauses.yaml"] = Clauses,
            ["P/obligations.yaml"] = Rules,
            ["P/lists.yaml"] = Lists,
            ["P/examples.yaml"] = Examples,
        };
        foreach (var (old, replacement) in changes)
        {
            files.Values.ShouldContain(text => text.Contains(old, StringComparison.Ordinal), old);
            files = files.ToDictionary(file => file.Key, file => file.Value.Replace(old, replacement, StringComparison.Ordinal));
        }

        return files;
    }

    /// <summary>A pack with another id and replacements.</summary>
    public static RegulationPack Pack(string id, params (string Old, string New)[] changes)
    {
        var reading = PackReader.Read(Files([("id: P\n", $"id: {id}\n"), .. changes]), Events);
        reading.Errors.ShouldBeEmpty();
        return reading.Pack!;
    }

    private static string Head(string id) => $"""
        id: {id}
        version: 1
        title: 试行规程
        short: 试行
        issuer: 某法院
        document_number: ""
        issued_on: null
        in_force_from: null
        in_force_until: null
        standing: binding
        scope: "*"
        replaces: []
        precedence: []
        notes: []

        """;

    private const string Clauses = """
        - id: P-1
          article: 第一条
          heading: 答复期限
          part: 办理
          module: Handling
          zh: 十日内答复。
          en: Answer in ten days.
          does: [计算期限]
          note: ""
        """;

    private const string Rules = """
        - kind: answer
          name: 答复
          slot: answer
          type: obligation
          clause: P-1
          opens_on:
            - {event: petition.opened, from: received_on}
          obligor: {court: responsible, person: handler, unit: petition}
          period: {n: 10, unit: day}
          fulfilled_by: [petition.replied]
          ended_by: [petition.closed]
          exclusions: [appraisal]
          on_breach: {tell: [petition-unit-head]}
        """;

    private const string Lists = """
        lists:
          - {id: kinds, name: 种类, clause: P-1, items: [{code: a, name: 甲, sub: [{code: a1, name: 甲一}]}]}
        thresholds:
          - {id: group, name: 群体, value: 5, unit: 人, clause: P-1, pack_choice: true}
        """;

    private const string Examples = """
        - name: 十日
          rule: answer
          trigger: {event: petition.opened, on: 2021-03-01, fields: {}}
          due: 2021-03-11
          provisional: false
          exclusions: []
          explain: 第十日。
        """;
}
