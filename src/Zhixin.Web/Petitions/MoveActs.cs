using Zhixin.Database.Courts;
using Zhixin.Database.Petitions;
using Zhixin.Intake;
using Zhixin.Petitions;
using Zhixin.Petitions.Acts;
using Zhixin.Web.Components;
using Zhixin.Web.Texts;

namespace Zhixin.Web.Petitions;

/// <summary>The acts that move a matter or a part of it: to another court, to a petition of its own, to another person.</summary>
public static class MoveActs
{
    /// <summary>In the order of the page.</summary>
    public static IReadOnlyList<PetitionActs.Entry> All { get; } =
    [
        new("transfer", "transfer", "移送其他法院", true, Transfer) { Against = Moving.NotTransferable },
        new("split", "split", "分案", true, Split) { Against = Moving.NotSplittable },
        new("party-replacement", "replace-party", "更换当事人或代理人", true, Replace) { Against = PetitionActs.Closed },
    ];

    private static readonly ActField Reason = new("reason", "理由", FieldKind.TextArea, [], "理由与原内容一并保留，不能删改。");

    /// <summary>The hint and fields of an act; null where it is none of these.</summary>
    internal static (string Hint, IReadOnlyList<ActField> Fields)? Form(string path, Petition petition, IReadOnlyList<ContactLine> contacts, ActPeople people) => path switch
    {
        "transfer" => ("凭上级法院的裁定移送；对方签收以前，仍由本院负责。移送以后本院可以查看，不再办理，由受移送法院重新指定承办人。" + Booked(petition),
        [
            new("court", "移送给", FieldKind.Text, [], "法院全称。"), new("ruling", "裁定文号", FieldKind.Text, []), new("rulingCourt", "作出裁定的法院", FieldKind.Text, [], "法院全称，须是本院的上级法院。"),
            new("ground", "移送的原因", FieldKind.TextArea, []), new("receivedOn", "对方签收日期", FieldKind.Text, [], "受移送法院的期限自这一天起算。写作 2026-02-14。"),
            new("receipt", "签收凭据", FieldKind.Text, [], "送达回证或者移送清单的编号和存放处。"),
        ]),
        "split" => ("不是同一事项的，另立一案，来访来信和收到日期随之带走；本案至少留下一次来访来信。",
        [
            new("contacts", "整件移出的来访来信", FieldKind.Checks, [.. contacts.Where(c => c.Home == petition.Id.Home).Select(c => new Choice(c.Id.ToString(), $"{c.Number}　{DateText.Iso(c.ReceivedOn)}"))]),
            new("petitioners", "分出去的信访人", FieldKind.Checks, [.. petition.Petitioners.Select(p => new Choice(p.Person.ToString(), Name(people, p.Person)))], "同一次来访有几个人、诉求不同的，选分出去的人。"),
            Reason,
        ]),
        "party-replacement" => ("当事人死亡、合并、债权转让，或者另行委托代理人的，凭证明更换；原来的人保留在经过中。",
        [
            new("was", "原来的人", FieldKind.Select,
            [
                .. petition.Petitioners.Select(p => new Choice(p.Person.ToString(), $"{Name(people, p.Person)}　{CodeWords.Of(ReadRows.Code(p.Capacity))}")),
                .. petition.Opened.Parties.Select(id => new Choice(id.ToString(), $"{Name(people, id)}　当事人")),
            ]),
            new("name", "现在的人", FieldKind.Text, [], "姓名或者单位名称。"),
            new("kind", "是什么人", FieldKind.Select, [.. Registering.PetitionerKinds.Select(k => new Choice(k, CodeWords.Of(k)))]),
            new("identityNumber", "证件号码", FieldKind.Text, []), new("phone", "电话", FieldKind.Phone, []), new("address", "住址", FieldKind.Text, []),
            new("capacity", "身份", FieldKind.Select, [new Choice(string.Empty, "与原来的人相同"), .. Enum.GetValues<Capacity>().Where(c => c != Capacity.Unknown).Select(c => new Choice(ReadRows.Code(c), CodeWords.Of(ReadRows.Code(c))))]),
            new("ground", "更换的原因", FieldKind.TextArea, []), new("proof", "证明", FieldKind.Text, [], "裁定、死亡证明、转让协议、授权委托书的名称和存放处。"),
        ]),
        _ => null,
    };

    /// <summary>What was agreed on lapses with the transfer; whoever was to come must hear it before coming in vain.</summary>
    private static string Booked(Petition petition) => petition.Receptions.Open is { Slot: var slot }
        ? $"已约 {DateText.Iso(slot.Day)} {slot.Times} 由{slot.ReceiverName}接待，移送后失效，请告知信访人由受移送法院另约；已经接待或者没有前来的，先记录再移送。"
        : string.Empty;

    private static async Task<PetitionActs.Prepared> Transfer(ActCall call, CancellationToken stop)
    {
        var (courts, input) = (call.Office.Files.Courts, call.Input);
        var to = courts.ByName((input.Field("court") ?? string.Empty).Trim())?.Number;
        if (to is null && !string.IsNullOrWhiteSpace(input.Field("court")))
        {
            return new PetitionActs.Prepared(p => Moving.NotTransferable(p) ?? new Refusal.Input("court", "court-unknown", input.Field("court")));
        }

        var isInUse = to is { } number && (await StaffLists.InUse(call.Office.Db, [number], stop)).Contains(number);
        var transfer = new Transfer(
            to, input.Field("ruling"), courts.ByName((input.Field("rulingCourt") ?? string.Empty).Trim())?.Number, input.Field("ground"), input.Field("receipt"), input.Day("receivedOn"));
        return new PetitionActs.Prepared(null, (act, token) => call.Office.Moves.Transfer(call.Who, act, transfer, isInUse, token));
    }

    private static Task<PetitionActs.Prepared> Split(ActCall call, CancellationToken stop) => Task.FromResult(new PetitionActs.Prepared(null, (act, token) =>
        call.Office.Moves.Split(call.Who, act, new SplitOff(Ids(call.Input.Field("contacts")), Ids(call.Input.Field("petitioners")), call.Input.Reason), token)));

    private static Task<PetitionActs.Prepared> Replace(ActCall call, CancellationToken stop)
    {
        var input = call.Input;
        var kind = Registering.PetitionerKinds.FirstOrDefault(k => k == input.Field("kind")) ?? Registering.PetitionerKinds[0];
        var details = new PersonDetails(
            (input.Field("name") ?? string.Empty).Trim(), Blank(input.Field("identityNumber"))?.ToUpperInvariant(), Blank(input.Field("phone")), Blank(input.Field("address")));
        var party = new NewParty(kind, details, Codes.Of<Capacity>(input.Field("capacity")), input.Field("ground"), input.Field("proof"));
        return Task.FromResult(new PetitionActs.Prepared(null, (act, token) => call.Office.Moves.Replace(call.Who, act, input.Id("was"), party, token)));
    }

    private static string Name(ActPeople people, Guid person) => people.Persons.FirstOrDefault(p => p.Id == person)?.Details.Name ?? PersonDetails.Anonymous;

    /// <summary>What cannot be read as an id is no id of the matter: it is refused as unknown.</summary>
    private static List<Guid> Ids(string? text) =>
        [.. (text ?? string.Empty).Split([',', '，', ' '], StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries).Select(t => Guid.TryParse(t, out var id) ? id : Guid.Empty)];

    private static string? Blank(string? text) => string.IsNullOrWhiteSpace(text) ? null : text.Trim();
}
