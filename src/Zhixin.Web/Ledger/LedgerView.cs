using System.Globalization;
using Zhixin.Calendar;
using Zhixin.Courts;
using Zhixin.Database.Ledger;
using Zhixin.Database.Persons;
using Zhixin.Database.Petitions;
using Zhixin.Petitions;
using Zhixin.Intake;
using Zhixin.Web.Access;
using Zhixin.Web.Components;
using Zhixin.Web.Hosting;
using Zhixin.Web.Petitions;
using Zhixin.Web.Texts;

namespace Zhixin.Web.Ledger;

/// <summary>Shows lines of the ledger, on the page and in the export alike; numbers stay masked.</summary>
public sealed class LedgerView(HttpContext http, Office office, LedgerQuery query, IReadOnlyDictionary<Guid, KnownPerson> persons, IReadOnlyList<SavedView> saved)
{
    private static readonly string[] Stages = [Stage.OpenPhase, .. Stage.OpenCodes, "closed", "declined", "withdrawn", "resolved-before", "merged", "voided"];

    /// <summary>The columns of the export: those of the page.</summary>
    public static IReadOnlyList<LedgerExportColumn> Columns { get; } =
    [
        new("登记日期", LedgerColumnType.Date, 12), new("编号", Width: 18), new("信访人", Width: 22), new("次数", LedgerColumnType.Number, 6), new("证件号码", Width: 20),
        new("法院", Width: 26), new("执行案号", Width: 26), new("渠道·地点", Width: 14), new("事由", Width: 18), new("反映情况", Width: 40), new("阶段", Width: 12), new("承办人", Width: 10),
        new("下一期限", LedgerColumnType.Date, 12),
    ];

    private static readonly LightState[] Counted = [LightState.Overdue, LightState.Soon, LightState.NotDue];

    private readonly CourtDirectory _courts = office.Files.Courts;

    /// <summary>The page.</summary>
    public LedgerModel Model(LedgerSlice slice, int size)
    {
        var (lines, count) = (slice.Lines, slice.Count);
        var rows = lines.Select(Row).ToList();
        var may = office.Law.Now.MayNot(http.Acting(), "import", null) is null;
        var older = slice.IsMore ? "/ledger" + query.With("after", LedgerQuery.Place(LedgerLists.Place(query.Filter.Order, lines[^1]))) : null;
        return new LedgerModel(
            Where(), Views(), "/ledger/views", Replies.FreshKey(), query.Plain, query.Form, Choices(),
            lines.Count == 0 ? "没有" : query.Filter.After is null ? $"第 1–{lines.Count} 件" : $"本页 {lines.Count} 件",
            Total(slice), Lights(rows), Density(), query.IsTight, rows,
            new PagerModel(query.Filter.After is null ? null : "/ledger" + query.With("after", null), older, size, Note(lines), Newer: "最前"),
            query.Filter.To?.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture), may ? "/import" : null, "/ledger/export" + query.With("after", null),
            count > LedgerLists.CountCap ? "全部导出为 Excel" : $"导出这 {count:N0} 件为 Excel",
            saved.FirstOrDefault(view => view.Query == query.Plain)?.Name);
    }

    private static string Total(LedgerSlice slice)
    {
        var total = slice.Count > LedgerLists.CountCap ? $"{LedgerLists.CountCap:N0} 件以上" : $"{slice.Count:N0} 件";
        var cut = slice.IsCut ? $"；含这些字的太多，只查了最近 {LedgerLists.MostFound} 次，请多输几个字" : null;
        return $"，共 {total}，截至 {slice.CountedAt.ToOffset(ChinaDate.Offset):HH:mm}{cut}";
    }

    /// <summary>A line's cells in the order of <see cref="Columns"/>.</summary>
    public IReadOnlyList<object?> Cells(PetitionLine line)
    {
        var row = Row(line);
        return
        [
            row.Registered, row.Number, row.Petitioner, line.Contacts, row.MaskedId, row.Court, row.CaseNumber ?? "案件待识别", row.Channel, row.Cause, line.Summary,
            row.Stage, row.Handler, line.NextDue,
        ];
    }

    private LedgerLine Row(PetitionLine line)
    {
        var known = line.Petitioners.Where(persons.ContainsKey).Select(id => persons[id].Details).ToList();
        var court = _courts.ByNumber(line.Responsible)!;
        return new LedgerLine(
            line.LastReceivedOn, line.Number, $"/petitions/{line.Home}/{line.Id}", Petitioner(known, line.People), line.Contacts,
            known.Count == 0 ? null : Masks.IdentityNumber(known[0].IdentityNumber), Short(court), court.Name, line.CaseNumber, Channel(line), Cause(line.Cause),
            CodeWords.Of(line.Stage), line.HandlerName, line.NextDue is null && line.NextKind is null ? null : Days.Owed(office.Law.Now, line.NextDue, line.CountsFrom, office.Today),
            line.NextDue is { } due ? Days.Binding(office.Law.Now, due) : null);
    }

    private static string Petitioner(List<PersonDetails> known, int people) => known switch
    {
        [] => "（不可见）",
        [var only] when people <= 1 => only.Name,
        [var first, ..] => $"{first.Name}等 {Math.Max(people, known.Count)} 人",
    };

    private static string Channel(PetitionLine line) =>
        line.Venue == "own-court" ? CodeWords.Of(line.Channel) : $"{CodeWords.Of(line.Channel)}·{CodeWords.Of(line.Venue)}";

    private string? Cause(string? code) => code is null ? null
        : office.Law.Now.Packs.SelectMany(p => p.Lists).FirstOrDefault(l => l.Id == "causes")?.Items.FirstOrDefault(i => i.Code == code)?.Name ?? code;

    /// <summary>The court's name without its province, its city (for a basic court) and 人民法院.</summary>
    private static string Short(Court court)
    {
        var name = court.Name.Replace("中级人民法院", "中院", StringComparison.Ordinal).Replace("高级人民法院", "高院", StringComparison.Ordinal).Replace("人民法院", string.Empty, StringComparison.Ordinal);
        name = name.StartsWith(court.Province, StringComparison.Ordinal) && name.Length > court.Province.Length + 2 ? name[court.Province.Length..].TrimStart('省') : name;
        var city = name.IndexOf('市', StringComparison.Ordinal);
        return city > 0 && city < name.Length - 1 ? (court.Level == CourtLevel.Basic ? name[(city + 1)..] : name.Remove(city, 1)) : name;
    }

    private string Where()
    {
        var court = _courts.ByNumber(query.Filter.Court)!;
        var area = court.Level == CourtLevel.Basic ? court.Name : court.Name + "及所辖";
        return area + query.Filter.Order switch
        {
            LedgerOrder.Newest => "，按登记日期从新到旧",
            LedgerOrder.Due => "，我承办的，先到期的在前",
            LedgerOrder.Overdue => "，已逾期，最久的在前",
        };
    }

    private List<ViewTab> Views()
    {
        var view = query.Form["view"] ?? "open";
        var week = office.Today.AddDays(-((int)office.Today.DayOfWeek + 6) % 7).ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
        List<(string Text, string Query)> named =
        [
            ("在办", "view=open"), ("逾期，按法院", "view=overdue"), ("我承办的", "view=due"), ("本周新登", $"view=all&from={week}"),
            ("进京", "view=all&channel=venue%3Abeijing"), ("全部", "view=all"), .. saved.Select(s => ("我保存的：" + s.Name, s.Query)),
        ];
        return [.. named.Select(n => new ViewTab(n.Text, "/ledger?" + n.Query, n.Query == query.Plain || (query.Plain.Length == 0 && n.Query == "view=open") || (view == "open" && query.Plain == "density=roomy" && n.Query == "view=open")))];
    }

    private LedgerChoices Choices()
    {
        var own = _courts.ByNumber(http.Member().Court)!;
        List<Choice> courts = [new(Number(own), own.Level == CourtLevel.Basic ? own.Name : own.Name + "及所辖"), .. _courts.Children(own).Select(c => new Choice(Number(c), c.Name))];
        if (courts.TrueForAll(c => c.Value != query.Form["court"]) && _courts.ByNumber(query.Filter.Court) is { } chosen)
        {
            courts.Add(new Choice(Number(chosen), chosen.Name));
        }

        List<Choice> stages = [new("any", "全部"), .. Stages.Select(code => new Choice(code, code == Stage.OpenPhase ? "在办（未办结）" : CodeWords.Of(code)))];
        List<Choice> channels =
        [
            new(string.Empty, "全部"), .. Enum.GetValues<Channel>().Select(c => new Choice(ReadRows.Code(c), CodeWords.Of(ReadRows.Code(c)), "渠道")),
            .. Enum.GetValues<Venue>().Select(v => new Choice("venue:" + ReadRows.Code(v), CodeWords.Of(ReadRows.Code(v)), "地点")),
        ];
        return new LedgerChoices(courts, stages, channels);
    }

    private static string Number(Court court) => court.Number.ToString(CultureInfo.InvariantCulture);

    private static List<Components.DueLight> Lights(List<LedgerLine> rows) =>
    [
        .. from state in Counted
           let count = rows.Count(row => row.Light?.State == state)
           where count > 0
           select new Components.DueLight(state, (state switch { LightState.Overdue => "本页逾期 ", LightState.Soon => "临期 ", _ => "未到期 " }) + count),
    ];

    private List<ViewTab> Density() =>
        [new("宽松", "/ledger" + query.With("density", "roomy"), !query.IsTight), new("紧凑", "/ledger" + query.With("density", null), query.IsTight)];

    private string? Note(IReadOnlyList<PetitionLine> lines) => lines.Count == 0 || query.Filter.Order != LedgerOrder.Newest
        ? null
        : $"本页从 {lines[0].LastReceivedOn:yyyy-MM-dd} 到 {lines[^1].LastReceivedOn:yyyy-MM-dd}。新登记的不会打乱已翻过的页。";
}
