using Zhixin.Database;
using Zhixin.Database.History;
using Zhixin.Database.Persons;
using Zhixin.Database.Petitions;
using Zhixin.Database.Supervisions;
using Zhixin.History;
using Zhixin.Intake;
using Zhixin.Obligations;
using Zhixin.Petitions;
using Zhixin.Petitions.Acts;
using Zhixin.Web.Access;
using Zhixin.Web.Attachments;
using Zhixin.Web.Components;
using Zhixin.Web.Hosting;
using Zhixin.Web.Papers;
using Zhixin.Web.Texts;

namespace Zhixin.Web.Petitions;

/// <summary>Builds the petition page from the folded petition: one load, nothing decided here that the acts do not decide themselves.</summary>
public sealed partial class PetitionView
{
    private readonly HttpContext _http;
    private readonly Office _office;
    private readonly Petition _petition;
    private readonly LoadedHistory _history;
    private readonly FailedAct? _failed;

    private PetitionView(HttpContext http, Office office, Petition petition, LoadedHistory history, FailedAct? failed) =>
        (_http, _office, _petition, _history, _failed) = (http, office, petition, history, failed);

    /// <summary>The number that was just asked to be shown in full.</summary>
    private (string Field, int Index)? Revealed { get; init; }

    private Law Law => _office.Law.Now;

    private string Address => $"/petitions/{_petition.Id.Home}/{_petition.Id.Id}";

    /// <summary>The page's model; null when the petition is not in the viewer's sight.</summary>
    /// <param name="failed">An act that was just refused, shown with what was typed.</param>
    /// <param name="note">The note of the access, stored before the page is answered.</param>
    public static async Task<PetitionModel?> Of(
        HttpContext http, Office office, StreamId id, FailedAct? failed, CancellationToken stop, (string Field, int Index)? revealed = null, CommandBatch? note = null) =>
        await office.Petitions.Load(http.Member().Scope, id, stop) is var (petition, history)
            ? await new PetitionView(http, office, petition, history, failed) { Revealed = revealed }.Model(note, stop)
            : null;

    /// <summary>Everything that the page shows beside the history is read in one round trip.</summary>
    private async Task<PetitionModel> Model(CommandBatch? note, CancellationToken stop)
    {
        var member = _http.Member();
        var reading = new Reading(member.Scope);
        var contacts = PetitionLists.ContactsOf(reading, _petition.Contacts);
        var persons = _office.Persons.Open(reading, _petition.Id.Home, [.. _petition.Petitioners.Select(p => p.Person), .. _petition.Opened.Parties]);
        var names = StaffNames.Of(reading, [.. _history.Events.SelectMany(e => new[] { e.Actor, e.OnBehalfOf ?? Guid.Empty }), .. Staff()]);
        var staff = Candidates.Of(reading, _petition);
        var deputies = Deputies.Of(reading, member.Court, member.Id, _office.Today);
        var files = _office.Attachments.Of(reading, _petition);
        var supervised = SupervisionLists.OfPetition(reading, member.Id, _petition.Id.Home, _petition.Id.Id);
        var check = CheckOf(reading);
        await reading.Run(_office.Db, note, stop);
        var model = await Model(await contacts, await persons, await names, await staff, await deputies, stop) with
        {
            Procedures = Procedures.ChainPanel.Of(Law, _petition, _office.Today),
            WriteOff = WriteOffs.WriteOffPanel.Of(Law, _petition, WriteOffs.WriteOffActs.Standing(await files), await names, _office.Today),
            Termination = Terminations.TerminationPanel.Of(Law, _petition, _http.Member().Court, await names, _office.Today),
        };
        model = model with { Related = [.. model.Related, Supervisions(await supervised), .. CheckPanel(await check)] };
        return await PetitionAttachments.Add(_http, _office, _petition, model, await files, _failed, stop);
    }

    private async Task<PetitionModel> Model(
        List<ContactLine> contacts, IReadOnlyList<KnownPerson> persons, IReadOnlyDictionary<Guid, string> names, IReadOnlyList<Candidate> staff,
        IReadOnlyList<Represented> deputies, CancellationToken stop)
    {
        var petitioners = _petition.Petitioners.Select(p => (p.Capacity, Person: persons.FirstOrDefault(k => k.Id == p.Person)?.Details)).ToList();
        var acts = await Possible(staff, deputies, stop);
        var timeline = PetitionTimeline.Entries(Law, _history, names);
        var open = _petition.Obligations.Count(o => o is { IsOpen: true, IsWindow: false });
        return new PetitionModel(
            _petition.Opened.Number, string.Join("、", petitioners.Select(p => p.Person?.Name ?? PersonDetails.Anonymous).Distinct(StringComparer.Ordinal)), [.. Kinds(persons), .. Tags(petitioners)],
            _petition.Opened.CaseNumber ?? _petition.Opened.CaseText, CaseLine(persons), _petition.Opened.Subject, Next(acts), Steps(),
            [.. contacts.SelectMany(c => c.Flags).Distinct().Select(CodeWords.Of)], Obligations(names), $"未办 {open}，已办 {_petition.Obligations.Count(o => !o.IsOpen)}　先到期的在前",
            acts, timeline, $"最新在前，共 {timeline.Count} 条；每一条都不可删改", $"校验：{_history.Events.Count} 条记录首尾相接", null,
            Assign(staff), [Persons(petitioners, names), Team(names), Course(), Measures(), .. Receptions(), Contacts(contacts)])
        {
            Hops = Hops(), Papers = PaperPanels.Of(Law, [_http.Acting(), .. deputies.Select(d => _http.Acting() with { For = d })], _petition, _history, names),
        };
    }

    private IEnumerable<Guid> Staff() => [.. _petition.Obligations.Select(o => o.Person ?? Guid.Empty), .. _petition.CoHandlers, _petition.Assignment?.Handler ?? Guid.Empty, .. _petition.Team.Members.Select(m => m.Person), .. _history.Facts.Select(f => f.Fact).OfType<PetitionTeamLeft>().Select(l => l.Person), _petition.AnsweredBy ?? Guid.Empty, .. _petition.Acceptance.Accepted?.Concerned ?? [], .. _history.Facts.Select(f => f.Fact).OfType<PetitionConcernCorrected>().Select(c => c.Was)];

    /// <summary>Petitioners who are no natural persons (GC21-1).</summary>
    private IEnumerable<TagModel> Kinds(IReadOnlyList<KnownPerson> persons) => persons
        .Where(p => p.Kind is "legal" or "organisation" && _petition.Petitioners.Any(petitioner => petitioner.Person == p.Id))
        .Select(p => CodeWords.Of(p.Kind)).Distinct().Select(kind => new TagModel(kind));

    private List<TagModel> Tags(List<(Capacity Capacity, PersonDetails? Person)> petitioners)
    {
        List<TagModel> tags = [.. petitioners.Select(p => CodeWords.Of(ReadRows.Code(p.Capacity))).Distinct().Select(t => new TagModel(t))];
        tags.Add(_petition.Contacts.Count > 1 ? new TagModel($"第 {_petition.Contacts.Count} 次来访来信", true) : new TagModel("首次"));
        tags.Add(new TagModel(CodeWords.Of(ReadRows.Code(_petition.Priority)), _petition.Priority != Priority.Ordinary));
        if (_petition.LevelSkip)
        {
            tags.Add(new TagModel("越级", true));
        }

        if (_petition.Accused.Count > 0)
        {
            tags.Add(new TagModel("有指称，回避已生效", true));
        }

        if (_petition.LateEntries > 0)
        {
            tags.Add(new TagModel($"补录 {_petition.LateEntries} 项"));
        }

        if (!_petition.IsOpen)
        {
            tags.Add(new TagModel(CodeWords.Of(_petition.Stage.Code), true));
        }

        return tags;
    }

    private string? CaseLine(IReadOnlyList<KnownPerson> persons)
    {
        var parties = persons.Where(p => _petition.Opened.Parties.Contains(p.Id)).Select(p => p.Details.Name).ToList();
        return parties.Count == 0 ? null : "当事人 " + string.Join("、", parties);
    }

    private NextDue? Next(PossibleActs acts) => _petition.Next is { } next
        ? new NextDue(next.Rule.Name, next.Due is { } due ? Days.Binding(Law, due, next.Provisional) : null, Days.Owed(Law, next.Due, next.Opened.CountsFrom, _office.Today),
            Clauses.Ref(Law, next.Rule.Clause), Step(acts, next.Rule.Kind))
        : null;

    /// <summary>The act that brings a duty to its end, where the viewer may do it now.</summary>
    private static ActionModel Step(PossibleActs acts, string kind)
    {
        List<ActionModel> possible = [.. acts.Groups.SelectMany(g => g.Actions)];
        return possible.FirstOrDefault(a => a.IsMain)
            ?? NextSteps.Of(kind).Select(path => possible.FirstOrDefault(a => a.Href.EndsWith("/act/" + path, StringComparison.Ordinal))).FirstOrDefault(a => a is not null)
            ?? new ActionModel("查看时限", "#h-obligations");
    }

    private List<ObligationModel> Obligations(IReadOnlyDictionary<Guid, string> names) =>
        Matters.OwedRows.Rows(Law, _petition.Obligations, _office.Today, o => Elsewhere(o) + (o.Person is { } person ? names.GetValueOrDefault(person, "承办人") : UnitName(o.Unit)), Silent);

    /// <summary>Who is to answer for a breach where the opinion lay with who approves.</summary>
    private string? Silent(Obligation o) => o.IsBreached(_office.Today) && _petition.Silence(o) is { } silence
        ? $"　意见 {DateText.MonthDay(silence.AskedOn)} 报审{(silence.DecidedOn is { } decided ? $"，{DateText.MonthDay(decided)} 才审批" : "，尚未审批")}，逾期由审批人承担"
        : null;

    /// <summary>The court that owes, where it is not the one that answers for the matter.</summary>
    private string Elsewhere(Obligation o) => o.Opened.Court == _petition.Opened.Responsible ? string.Empty : Law.Court(o.Opened.Court).Name + "　";

    private string UnitName(string kind) => kind == "petition" ? "信访专班" : _office.Files.Units.FirstOrDefault(u => u.Kind == kind)?.Name ?? "信访专班";

    private SidePanel Persons(List<(Capacity Capacity, PersonDetails? Person)> petitioners, IReadOnlyDictionary<Guid, string> names)
    {
        var items = new List<KeyValue>();
        foreach (var (person, i) in petitioners.Select((p, i) => (p.Person, i)))
        {
            items.Add(new("信访人", person?.Name ?? PersonDetails.Anonymous));
            AddMasked(items, "证件号码", $"id-{i}", person?.IdentityNumber, Masks.IdentityNumber, "identity-number", i);
            AddMasked(items, "电话", $"phone-{i}", person?.Phone, Masks.Phone, "phone", i);
        }

        items.Add(new("承办人", _petition.Assignment?.HandlerName ?? "待指定"));
        items.Add(new("首问负责", RichText.Of(
            _petition.AnsweredBy is { } by ? names.GetValueOrDefault(by, "接待人") : "信访专班",
            _petition.Assignment?.AcknowledgedOn is null ? "，承办人签收以前由其负责　" : "，已签收　", RichText.By(Clauses.Ref(Law, "GC21-5(1)")))));
        if (_petition.Opened.OriginalHandlerName is { } original)
        {
            items.Add(new("原承办人", original));
        }

        return new SidePanel("people", "人", null, items, new EmptyModel("没有人员", "登记后显示。"), "显示完整号码须填写用途，并留下记录。");
    }

    private void AddMasked(List<KeyValue> items, string term, string id, string? full, Func<string?, string?> mask, string field, int index)
    {
        if (mask(full) is { } masked)
        {
            items.Add(new(term, new RichText([new RichText.Secret(new MaskedValue(
                id, masked, $"{Address}/reveal/{field}/{index}", Replies.FreshKey(), Revealed == (field, index) ? full : null))])));
        }
    }

    private static SidePanel Contacts(List<ContactLine> contacts) => new(
        "contacts", "来访来信", contacts.Count,
        [.. contacts.Select((c, i) => new KeyValue($"第 {i + 1} 次", RichText.Of(
            $"{DateText.Iso(c.ReceivedOn)} {CodeWords.Of(c.Channel)}　", new RichText.Link(new Anchor("回执", $"/contacts/{c.Home}/{c.Id}/receipt")))))],
        new EmptyModel("没有来访来信", "并入后列在这里。"));
}
