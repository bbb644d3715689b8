using System.Globalization;
using Zhixin.Database.Petitions;
using Zhixin.Database.Reception;
using Zhixin.Intake;
using Zhixin.Petitions;
using Zhixin.Petitions.Acts;
using Zhixin.Web.Components;
using Zhixin.Web.Hosting;
using Zhixin.Web.Petitions;
using Zhixin.Web.Texts;
using ActField = Zhixin.Web.Petitions.ActField;

namespace Zhixin.Web.Reception;

/// <summary>The forms of receiving: the right level is said before anything is typed, and what is booked stands beside the time.</summary>
internal static class ReceptionForms
{
    private const int Usual = 30;
    private static readonly int[] Lengths = [20, 30, 60, 90, 120];

    /// <summary>The hint and fields of an act; null where it is none of these.</summary>
    /// <param name="contacts">The contacts of the petition, for the outcome of one of them.</param>
    /// <param name="people">The court's staff and what is booked; empty for acts that book nothing.</param>
    public static (string Hint, IReadOnlyList<ActField> Fields)? Of(string path, Petition petition, IReadOnlyList<ContactLine> contacts, BookingPeople people) => path switch
    {
        "appointment" => (Level(petition, people.RepeatFrom), Slot(petition, people, null)),
        "appointment-change" => (Level(petition, people.RepeatFrom), [.. Slot(petition, people, petition.Receptions.Open), new("reason", "改约的理由", FieldKind.TextArea, [])]),
        "appointment-cancellation" => (Booked(petition) + "取消以后可以另约；信访人来了照常接待登记。", [new("reason", "取消的理由", FieldKind.TextArea, [])]),
        "appointment-absence" => (Booked(petition) + "没有按约前来的如实记录，不影响另约，也不影响登记。", [new("note", "说明", FieldKind.Text, [], "可空，例如事先来电说明。")]),
        "reception" => (Booked(petition) + "接待情况和处理结果全程留痕。", Held(null)),
        "leader-reception" => ("由分管信访的副局长、执行局长接待重复来访和重大复杂的信访；没有预约也可以接待。", Held(null)),
        "contact-outcome" => ("能当场办结的当场办结；不能的，写明拟办意见和督导的人。以最后一次记录为准，以前的都保留。",
            [new("contact", "哪一次来访来信", FieldKind.Select, [.. contacts.Select(c => new Choice(c.Id.ToString(), $"{c.Number}　{DateText.Iso(c.ReceivedOn)}"))]), .. Handling]),
        _ => null,
    };

    /// <summary>
    /// What a form that named the wrong level shows: the leader who should receive is chosen, everything else stays, so that one click books.
    /// </summary>
    public static IReadOnlyDictionary<string, string?> Redirected(IReadOnlyDictionary<string, string?> typed, Refusal why, BookingPeople people) =>
        why.Message is not ("appointment-repeat-by-leader" or "appointment-complex-by-leader") || people.Leaders.Count == 0 ? typed
        : typed.Where(v => v.Key != "receiver").Append(new("receiver", people.Leaders[0].Id.ToString())).ToDictionary(v => v.Key, v => v.Value, StringComparer.Ordinal);

    private static string Level(Petition petition, int? repeatFrom) => Booking.Grounds(petition, repeatFrom) switch
    {
        [] => "先与承办法官商定时间，再告知信访人。没有预约的来访照常接待登记。",
        [LeaderGround.Repeat] => $"本案已来访来信 {petition.Contacts.Count} 次，由分管信访的副局长或者执行局长接待。没有预约的来访照常接待登记。",
        _ => "本案是重点、疑难信访，由分管信访的副局长或者执行局长接待。没有预约的来访照常接待登记。",
    };

    private static string Booked(Petition petition) => petition.Receptions.Open is { Slot: var slot }
        ? $"约在 {DateText.Iso(slot.Day)}（{DateText.Weekday(slot.Day)}）{slot.Times}，{slot.Room}，由{slot.ReceiverName}接待。"
        : string.Empty;

    private static IReadOnlyList<ActField> Slot(Petition petition, BookingPeople people, Appointment? present)
    {
        var minutes = present is null ? Usual : Minutes(present.Slot);
        var isLeader = Booking.Grounds(petition, people.RepeatFrom).Count > 0;
        var first = isLeader ? people.Leaders.Concat(people.Others) : people.Others.Concat(people.Leaders);
        return
        [
            new("receiver", "接待人", FieldKind.Select, [new(string.Empty, "请选择"), .. first.Select(Person)]) { Value = present?.Slot.Receiver.ToString() ?? (isLeader && people.Leaders.Count > 0 ? people.Leaders[0].Id.ToString() : null) },
            new("day", "日期", FieldKind.Text, [], "写作 2026-02-14。" + Taken(people.Booked)) { Value = present is null ? null : DateText.Iso(present.Slot.Day) },
            new("from", "开始时间", FieldKind.Text, [], $"写作 09:30，工作时间 {people.Hours}。") { Value = present?.Slot.From },
            new("minutes", "时长", FieldKind.Select, [.. Lengths.Append(minutes).Distinct().Order().Select(m => new Choice(m.ToString(), $"{m} 分钟"))]) { Value = minutes.ToString() },
            new("room", "接待地点", FieldKind.Text, [], people.Rooms.Count == 0 ? "例如第一接待室。" : "用过的：" + string.Join("、", people.Rooms)) { Value = present?.Slot.Room },
            new("agreedWith", "与哪位承办法官商定", FieldKind.Text, [], isLeader ? "领导接待的可空。" : "接待人就是本案承办人的可空。") { Value = present?.AgreedWith ?? petition.Assignment?.HandlerName },
            new("outsideHours", "休息日或者工作时间以外接待的理由", FieldKind.Text, [], "在工作时间内的空着。领导约见可以在节假日进行。") { Value = present?.OutsideHours },
        ];
    }

    /// <summary>How long it was agreed on: another time keeps the length unless somebody changes it.</summary>
    private static int Minutes(ReceptionSlot slot) =>
        (int)(TimeOnly.ParseExact(slot.To, "HH:mm", CultureInfo.InvariantCulture) - TimeOnly.ParseExact(slot.From, "HH:mm", CultureInfo.InvariantCulture)).TotalMinutes;

    private static Choice Person(Candidate person) => new(person.Id.ToString(), $"{person.Name}　{string.Join("、", person.Posts.Select(PostNames.Of))}");

    private static string Taken(IReadOnlyList<AppointmentLine> booked) => booked.Count == 0 ? "近期还没有预约。"
        : "近期已约：" + string.Join("；", booked.Select(b => $"{DateText.MonthDay(b.Day)} {b.FromTime}–{b.ToTime} {b.ReceiverName} {b.Room}")) + "。";

    private static IReadOnlyList<ActField> Held(string? content) =>
    [
        new("content", "接待情况", FieldKind.TextArea, [], "信访人说了什么，答复了什么。") { Value = content }, .. Handling, new("proof", "接访记录", FieldKind.Text, [], "笔录、录音录像的编号和存放处。"),
    ];

    private static IReadOnlyList<ActField> Handling =>
    [
        new("outcome", "当场结果", FieldKind.Radio, [.. Enum.GetValues<SpotOutcome>().Select(o => new Choice(ReadRows.Code(o), CodeWords.Of(ReadRows.Code(o))))]),
        new("result", "怎样办结，或者指引、移送到哪里", FieldKind.Text, [], "当场解决、指引、移送的填写。"),
        new("opinion", "拟办意见", FieldKind.TextArea, [], "不能当场解决的填写。"),
        new("followedBy", "由谁督导落实", FieldKind.Text, [], "不能当场解决的填写。"),
    ];
}

/// <summary>Who of the court may receive, and what is booked in the next days.</summary>
/// <param name="RepeatFrom">From which contact on a leader receives; null where no rule in force says so.</param>
/// <param name="Hours">The working hours, as "09:00–18:00".</param>
internal sealed record BookingPeople(IReadOnlyList<Candidate> Leaders, IReadOnlyList<Candidate> Others, IReadOnlyList<AppointmentLine> Booked, int? RepeatFrom, string Hours)
{
    private const int DaysAhead = 14;

    /// <summary>For acts that book nothing.</summary>
    public static BookingPeople Nobody { get; } = new([], [], [], null, string.Empty);

    /// <summary>Rooms that are in use.</summary>
    public IReadOnlyList<string> Rooms => [.. Booked.Select(b => b.Room).Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal).Take(6)];

    /// <summary>Of the court of a petition, for an act's form.</summary>
    public static async Task<BookingPeople> Of(Office office, Database.Scope scope, Petition petition, string path, CancellationToken stop)
    {
        if (!ReceptionActs.IsBooking(path))
        {
            return Nobody;
        }

        var (law, court) = (office.Law.Now, petition.Opened.Responsible);
        var staff = await Candidates.Of(office, petition, stop);
        return new BookingPeople(
            ReceptionActs.Leaders(law, petition, staff), ReceptionActs.Others(law, petition, staff),
            await office.Reception.Booked(scope, court, office.Today, office.Today.AddDays(DaysAhead), stop), ReceptionActs.RepeatFrom(law, court, office.Today),
            $"{law.Hours.Opens:HH:mm}–{law.Hours.Closes:HH:mm}");
    }
}
