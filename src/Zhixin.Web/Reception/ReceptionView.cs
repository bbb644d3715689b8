using Zhixin.Database.Ledger;
using Zhixin.Database.Reception;
using Zhixin.Intake;
using Zhixin.Petitions.Acts;
using Zhixin.Web.Access;
using Zhixin.Web.Components;
using Zhixin.Web.Hosting;
using Zhixin.Web.Texts;

namespace Zhixin.Web.Reception;

/// <summary>Shows the log of a day, on the page, in print and in Excel.</summary>
internal sealed class ReceptionView(HttpContext http, Office office, ReceptionQuery query, ReceptionDay day)
{
    private readonly int? _repeatFrom = ReceptionActs.RepeatFrom(office.Law.Now, query.Court, query.Day);
    private readonly bool _isOwn = query.IsOwn(http.Member());

    /// <summary>How many lines a page shows. Print, export and JSON are whole.</summary>
    public const int OnPage = 1000;

    /// <summary>The columns of the export.</summary>
    public static IReadOnlyList<LedgerExportColumn> Columns { get; } =
    [
        new("时间", Width: 14), new("方式", Width: 10), new("信访人", Width: 24), new("信访案件", Width: 22), new("接待人", Width: 12), new("地点", Width: 16), new("状态", Width: 14),
        new("处理结果", Width: 60), new("录入", Width: 22),
    ];

    /// <summary>The page.</summary>
    /// <param name="most">How many lines it shows; null for all.</param>
    public ReceptionModel Model(int? most = null)
    {
        var rows = Rows();
        var own = http.Member().Court;
        var today = query with { Day = office.Today };
        return new ReceptionModel(
            RichText.Of(Court + "　", RichText.On(Days.Binding(office.Law.Now, query.Day))), query.Day, query.State(), Courts(own), Receivers(), Views(), most is { } first ? [.. rows.Take(first)] : rows,
            _isOwn ? "/register" + Arrival("visit") : null, _isOwn ? "/register" + Arrival("phone") : null, _isOwn ? "/reception/booking" : null,
            (query with { Day = query.Day.AddDays(-1) }).Address(), (query with { Day = query.Day.AddDays(1) }).Address(), today.Address(), query.Address("/reception/print"),
            query.Address("/reception/export"), $"/reception/statistics?court={query.Court}&day={DateText.Iso(query.Day)}")
        {
            Cut = rows.Count > most ? $"共 {rows.Count} 行，本页只列出前 {most} 行；打印和导出 Excel 的是全部。" : null,
        };
    }

    /// <summary>The court's name.</summary>
    public string Court => office.Files.Courts.ByNumber(query.Court)!.Name;

    /// <summary>The lines.</summary>
    public IReadOnlyList<ReceptionRow> Rows() => [.. day.Shown(query).Select(Row)];

    /// <summary>A line as the cells of the export.</summary>
    public static object?[] Cells(ReceptionRow row) =>
        [row.Time, row.Kind, row.Who, row.Petition?.Text, row.Receiver, row.Place, string.Join("、", row.Tags.Select(t => t.Text).Prepend(row.Light.Text)), row.Handling, row.Entered];

    private string Arrival(string channel) => query.Day == office.Today ? $"?channel={channel}" : $"?channel={channel}&receivedOn={DateText.Iso(query.Day)}";

    private List<Choice> Courts(int own)
    {
        var court = office.Files.Courts.ByNumber(own)!;
        List<Choice> choices = [new(own.ToString(), court.Name), .. office.Files.Courts.Children(court).Select(c => new Choice(c.Number.ToString(), c.Name))];
        return choices.Exists(c => c.Value == query.Court.ToString()) ? choices : [.. choices, new(query.Court.ToString(), Court)];
    }

    private List<Choice> Receivers() =>
        [new(string.Empty, "全部"), .. day.Lines.Select(l => l.Receiver).Distinct().Where(id => day.Staff.ContainsKey(id)).Select(id => new Choice(id.ToString(), day.Staff[id]))];

    private List<ViewTab> Views()
    {
        ViewTab Tab(string text, string show) => new(text, (query with { Show = show }).Address(), query.Show == show, day.Shown(query with { Show = show }).Count);
        List<ViewTab> tabs = [Tab("全部", ReceptionQuery.All), Tab("预约", "appointments"), Tab("预约待记录", "waiting"), Tab("已登记", "received"), Tab("补录以前的", "from-before")];
        return tabs.Exists(t => t.IsCurrent) ? tabs : [.. tabs, Tab(FigureColumns.All.First(c => c.Show == query.Show).Heading, query.Show)];
    }

    private ReceptionRow Row(ReceptionLine line) => new(
        Time(line), line.Agreed is not null ? "预约" : line.Contact is { } came ? CodeWords.Of(came.Channel) : "没有预约", Who(line),
        line.Petition is { } p ? new Anchor(p.Number, Address(p)) : null, line.Agreed?.Room ?? Venue(line), Receiver(line), [.. Tags(line)], Light(line), Handling(line), Entered(line),
        line.Contact is { } c ? new Anchor("回执", $"/contacts/{c.Home}/{c.Id}/receipt") : null, _isOwn ? Acts(line) : []);

    private string Time(ReceptionLine line) => line switch
    {
        { Agreed: { } a } => $"{a.FromTime}–{a.ToTime}",
        { Contact: { } c } when c.ReceivedOn != query.Day => $"{DateText.MonthDay(c.ReceivedOn)} {c.ReceivedAt}".Trim(),
        _ => line.Contact?.ReceivedAt ?? string.Empty,
    };

    private string Who(ReceptionLine line) => string.Join(
        "、", line.People.Select(p => day.People.TryGetValue(p.Id, out var known) ? known.Details.Name : PersonDetails.Anonymous).DefaultIfEmpty(PersonDetails.Anonymous).Distinct(StringComparer.Ordinal))
        + (line.Contact is { People: > 1 } many ? $"，{many.People} 人" : string.Empty);

    private static string? Venue(ReceptionLine line) => line.Contact is { Venue: not "own-court" } c ? CodeWords.Of(c.Venue) : null;

    private string Receiver(ReceptionLine line) => line.Appointment?.ReceiverName ?? day.Staff.GetValueOrDefault(line.Receiver, "未写明");

    /// <summary>What is to be known at a look: a leader receives, a rest day, a person who was taken twice.</summary>
    private IEnumerable<TagModel> Tags(ReceptionLine line)
    {
        if (line.Appointment is { ByLeader: true })
        {
            yield return new TagModel("领导接访", true);
        }
        else if (NeedsLeader(line) && !day.Lines.Any(l => l.Petition?.Id == line.Petition!.Id && l.Appointment is { ByLeader: true, State: "booked" or "kept" }))
        {
            yield return new TagModel("应由领导接待", true);
        }

        if (line.Appointment is { OutsideHours: not null })
        {
            yield return new TagModel("工作时间以外");
        }

        if (line.Appointment is { State: "booked" } mine && day.Lines.Any(l => l.Appointment is { State: "booked" } other && (other.Petition, other.No) != (mine.Petition, mine.No)
            && other.Slot.Overlaps(mine.Slot) && (other.Receiver == mine.Receiver || other.Room == mine.Room)))
        {
            yield return new TagModel("时间冲突，请改约", true);
        }
    }

    private bool NeedsLeader(ReceptionLine line) => line.Petition is { Phase: "open" } p && line.Contact?.Channel is null or "visit" or "video"
        && Booking.Grounds(p.Contacts - (CameAsAgreed(p) ? 1 : 0), p.Major, _repeatFrom).Count > 0;

    /// <summary>Whether the coming to what was agreed on for this day is entered: it is no repetition of itself (<see cref="Receiving.Grounds"/>).</summary>
    private bool CameAsAgreed(ReceptionPetition petition) => day.Lines.Where(l => l.Petition?.Id == petition.Id).ToList() is var lines
        && lines.Exists(l => l.Agreed is { State: "booked" or "kept" }) && lines.Exists(l => l.Contact is { Channel: "visit" or "video" } c && c.ReceivedOn == query.Day);

    private DueLight Light(ReceptionLine line) => line.Appointment?.State switch
    {
        null => new DueLight(LightState.Fulfilled, line.Contact!.Channel is "visit" or "video" or "phone" ? "已接待" : "已登记"),
        "kept" => new DueLight(LightState.Fulfilled, "已接待"),
        "missed" => new DueLight(LightState.Untimed, "没有前来"),
        "cancelled" => new DueLight(LightState.Untimed, "已取消"),
        "transferred" => new DueLight(LightState.Untimed, "移送后失效"),
        "lapsed" => new DueLight(LightState.Untimed, "案件已办结"),
        _ when query.Day < office.Today => new DueLight(LightState.Overdue, "没有记录"),
        _ => query.Day == office.Today ? new DueLight(LightState.Soon, "等候") : new DueLight(LightState.NotDue, "已约"),
    };

    /// <summary>The contact says last what came of it, where it was entered; else the reception does.</summary>
    private static string Handling(ReceptionLine line) => line switch
    {
        { Contact: { } c } => Text(c.Outcome, c.Result, c.Opinion, c.FollowedBy),
        { Appointment: { Outcome: { } outcome } a } => Text(outcome, a.Result, a.Opinion, a.FollowedBy),
        { Appointment.State: "transferred" } => "案件已移送其他法院，由该院另约；信访人仍然来的，照常接待登记。",
        _ => string.Empty,
    };

    private static string Text(string outcome, string? result, string? opinion, string? followedBy) =>
        ReceptionTimeline.Handled(new SpotHandling(Codes.Of<SpotOutcome>(outcome) ?? SpotOutcome.PassedOn, result, opinion, followedBy));

    private static string Entered(ReceptionLine line) => line switch
    {
        { Contact: { EnteredOn: null } } => "台账导入",
        { Contact: { EnteredOn: { } on } c } when on > c.ReceivedOn => $"{DateText.Iso(on)} 补录" + (c.Flags.Contains("late-proof-missing") ? "，没有证明" : string.Empty),
        { Contact: not null } => "当日录入",
        { Appointment.State: "kept" } => "没有登记",
        _ => string.Empty,
    };

    /// <summary>Before its day an appointment can be moved or called off; from its day on, what became of it is recorded.</summary>
    private IReadOnlyList<ActionModel> Acts(ReceptionLine line) => line switch
    {
        { Appointment: { State: "booked" } a } when a.Day > office.Today =>
            [new ActionModel("改约", $"/petitions/{a.Home}/{a.Petition}/act/appointment-change"), new ActionModel("取消", $"/petitions/{a.Home}/{a.Petition}/act/appointment-cancellation")],
        { Appointment: { State: "booked" } a } =>
        [
            new ActionModel("来了，登记", Arrived(a), true), new ActionModel("记录接访", $"/petitions/{a.Home}/{a.Petition}/act/{(a.ByLeader || NeedsLeader(line) ? "leader-reception" : "reception")}"),
            new ActionModel("没有来", $"/petitions/{a.Home}/{a.Petition}/act/appointment-absence"), new ActionModel("改约", $"/petitions/{a.Home}/{a.Petition}/act/appointment-change"),
        ],
        { Appointment: { State: "kept" } a, Contact: null } => [new ActionModel("补登记", Arrived(a), true)],
        { Contact: { } c, Petition: { } p } => [new ActionModel("处理结果", $"{Address(p)}/act/contact-outcome?contact={c.Id}")],
        _ => [],
    };

    /// <summary>The registration of whoever came to an appointment: on its day, and received by whom it was agreed on with.</summary>
    private string Arrived(AppointmentLine a) =>
        $"/register?petition={a.Home}_{a.Petition}&appointment={a.No}&channel=visit{(a.Day < office.Today ? "&receivedOn=" + DateText.Iso(a.Day) : string.Empty)}";

    private static string Address(ReceptionPetition p) => $"/petitions/{p.Home}/{p.Id}";
}
