using QRCoder;
using Zhixin.Calendar;
using Zhixin.Courts;
using Zhixin.Database.Access;
using Zhixin.Database.Attachments;
using Zhixin.Database.Petitions;
using Zhixin.History;
using Zhixin.Intake;
using Zhixin.Web.Access;
using Zhixin.Web.Attachments;
using Zhixin.Web.Components;
using Zhixin.Web.Hosting;
using Zhixin.Web.Ledger;
using Zhixin.Web.Texts;

namespace Zhixin.Web.Petitions;

/// <summary>The registration page: form, live matching, registering with or without joining, receipt.</summary>
public static class RegisterPages
{
    /// <summary>Maps the pages and their JSON twins.</summary>
    public static void Map(WebApplication app)
    {
        app.MapGet("/register", Empty);
        app.MapPost("/contacts", Post); // FileForms checks the form's token.
        app.MapPost("/contacts/repeats", Repeats).Posted();
        app.MapPost("/contacts/draft", KeepDraft).Posted();
        app.MapGet("/contacts/{home:int}/{id:guid}/receipt", Print);
        app.MapPost("/api/contacts", Api).WithSummary("登记来访来信").Accepts<ApiRegistration>("application/json");
        app.MapPost("/api/contacts/matches", ApiMatches).WithSummary("比对同一事项");
    }

    private static async Task<IResult> KeepDraft(HttpContext http, Office office, CancellationToken stop) => Replies.Bare<DraftNote>(
        new Dictionary<string, object?>(StringComparer.Ordinal) { ["Text"] = await Drafts.Keep(office, http.Member().Id, await Forms.Read(http), stop) });

    private static async Task<IResult> Empty(HttpContext http, Office office, CancellationToken stop)
    {
        var now = Now(office);
        if (await Drafts.Of(office, http.Member().Id, stop) is { } draft)
        {
            return Replies.Page<RegisterPage>(http, Model(office, FormState.Of(draft), Replies.FreshKey(), RepeatModel.NotYet) with
            {
                DraftNote = "已恢复上次没有登记的草稿", Held = HeldFile.Of(office, http.Member().Id, draft.GetValueOrDefault(FileForms.Held)),
            });
        }

        var values = new Dictionary<string, string?>(StringComparer.Ordinal)
        {
            ["receivedAt"] = now.ToString("yyyy-MM-dd HH:mm"), ["channel"] = "visit", ["venue"] = "own-court", ["receivedBy"] = http.Member().Name,
            ["personCount"] = "1", ["capacity"] = "applicant", ["personKind"] = "natural", ["accused"] = "no", ["outcome"] = "passed-on",
        };
        return Replies.Page<RegisterPage>(http, Model(office, FormState.Of(values), Replies.FreshKey(), RepeatModel.NotYet));
    }

    private static async Task<IResult> Post(HttpContext http, Office office, CancellationToken stop)
    {
        var posted = await FileForms.Read(http, office, stop);
        var form = posted.Form;
        var typed = await Typed(http, office, form, stop);
        var (files, gone) = office.Attachments.Arrived(http.Member().Id, posted.Uploads);
        var wrong = gone is null ? posted.Refusals : [.. posted.Refusals, gone];
        if (form["join"] is null && form["separate"] is null && form["intent"] != "register")
        {
            if (form["intent"] == "draft")
            {
                await Drafts.Keep(office, http.Member().Id, form, stop);
                return Results.Redirect("/register");
            }

            return Replies.Page<RegisterPage>(http, await Checked(http, office, form, typed, wrong, stop), wrong.Count == 0 ? 200 : Replies.Status(wrong[0]));
        }

        if (wrong.Count > 0)
        {
            return await Sent(http, office, form, stop) ?? Replies.Page<RegisterPage>(http, await Checked(http, office, form, typed, wrong, stop), Replies.Status(wrong[0]));
        }

        if (form["join"] is null && form["separate"] is null && (await Find(http, office, typed, stop)).Any(h => h.InSight))
        {
            return await Sent(http, office, form, stop) ?? Replies.Page<RegisterPage>(http, await Checked(http, office, form, typed, [], stop));
        }

        var (draft, refusals) = Registering.Read(typed, Read(office, typed.CaseNumber), Now(office), WorkCalendar.First);
        if (draft is null)
        {
            return Replies.Page<RegisterPage>(http, await Checked(http, office, form, typed, refusals, stop), 400);
        }

        var registration = Registration(form["join"], draft, await StaffCalled(office, http, draft.Facts.Handler, stop), await StaffCalled(office, http, form["receivedBy"], stop), form.Resend) with { Files = files };
        if (await CorrectionPages.Settle(http, office, form["ledgerRow"], registration, stop) is not { } settled)
        {
            return Replies.Error(http, 404);
        }

        var answer = await office.Intake.Register(http.Acting(), WithoutDraft(settled, http.Member().Id), stop);
        if (answer is Answer<Receipt>.Given)
        {
            Taken(office, files);
        }

        return answer switch
        {
            Answer<Receipt>.Given given => Results.Redirect($"/contacts/{given.Value.Home}/{given.Value.Contact}/receipt"),
            Answer<Receipt>.Refused refused => Replies.Page<RegisterPage>(http, await Checked(http, office, form, typed, [refused.Why], stop), Replies.Status(refused.Why)),
            _ => Replies.Error(http, 404),
        };
    }

    /// <summary>The draft ends with the registration of what was drafted.</summary>
    private static Registration WithoutDraft(Registration registration, Guid person) => registration with
    {
        Also = (batch, receipt) =>
        {
            registration.Also?.Invoke(batch, receipt);
            Drafts.Forget(batch, person);
        },
    };

    /// <summary>The files became part of the contact: nobody holds them any more, and the scanner may look.</summary>
    private static void Taken(Office office, IReadOnlyList<ArrivedFile> files)
    {
        foreach (var file in files)
        {
            office.Incoming.Taken(file.Id);
        }

        office.AttachmentWatch.Wake();
    }

    /// <summary>
    /// Where the same form was sent before: its receipt. It must not be shown its own petition as an earlier matter; whoever sees that petition
    /// sees the kept answer too.
    /// </summary>
    private static async Task<IResult?> Sent(HttpContext http, Office office, PostedForm form, CancellationToken stop) =>
        await KeptAnswers.Find<Receipt>(office.Db, http.Member().Scope, http.Member().Court, http.Member().Id, form.Resend, stop) is Answer<Receipt>.Given { Value: var earlier }
            ? Results.Redirect($"/contacts/{earlier.Home}/{earlier.Contact}/receipt")
            : null;

    private static async Task<IResult> Repeats(HttpContext http, Office office, CancellationToken stop)
    {
        var typed = await Typed(http, office, await Forms.Read(http), stop);
        return Replies.Bare<RepeatPanel>(await RepeatPanels.Of(http, office, await Hits(http, office, typed, stop), IsMatchable(typed), stop));
    }

    private static async Task<IResult> Api(HttpContext http, Office office, ApiRegistration body, CancellationToken stop)
    {
        if (!body.IsWhole)
        {
            return Replies.Problem(400, "http-400");
        }

        var (draft, refusals) = Registering.Read(body.Form, Read(office, body.Form.CaseNumber), Now(office), WorkCalendar.First);
        if (draft is null)
        {
            return Replies.Problem(refusals[0]);
        }

        var key = http.Request.Headers["Idempotency-Key"].ToString();
        var resend = key.Length is > 0 and <= 100 ? Resend.Of(key, CanonicalJson.Of(body)) : null;
        var (files, gone) = office.Attachments.Arrived(http.Member().Id, body.Uploads ?? []);
        if (gone is not null)
        {
            var earlier = await KeptAnswers.Find<Receipt>(office.Db, http.Member().Scope, http.Member().Court, http.Member().Id, resend, stop);
            return Replies.Json(earlier ?? gone, r => $"/api/petitions/{r.PetitionHome}/{r.Petition}");
        }

        var registration = Registration(body.Join, draft, await StaffCalled(office, http, draft.Facts.Handler, stop), null, resend) with { Files = files };
        var answer = await office.Intake.Register(http.Acting(), registration, stop);
        if (answer is Answer<Receipt>.Given)
        {
            Taken(office, files);
        }

        return Replies.Json(answer, r => $"/api/petitions/{r.PetitionHome}/{r.Petition}");
    }

    private static async Task<IResult> ApiMatches(HttpContext http, Office office, ApiRegistration body, CancellationToken stop) =>
        !body.IsWhole ? Replies.Problem(400, "http-400") : Results.Ok((await Hits(http, office, body.Form, stop)).Select(hit => hit.InSight
            ? new ApiMatch(hit.Home, hit.Id, CourtName(office, hit.Court), hit.Number, hit.ReceivedOn, CodeWords.Of(hit.Stage), [.. hit.Agreements.Select(a => ReadRows.Code(a))])
            : new ApiMatch(null, null, CourtName(office, hit.Court), hit.Number, hit.ReceivedOn, CodeWords.Of(hit.Stage), [])));

    private static Registration Registration(string? join, RegistrationDraft draft, Guid? handler, Guid? receiver, Resend? resend)
    {
        var target = join?.Split('_') is [var home, var id] && int.TryParse(home, out var court) && Guid.TryParse(id, out var petition)
            ? new StreamId(court, petition)
            : (StreamId?)null;
        return new Registration(draft, target, target is null ? null : "同一事项", handler, receiver, resend);
    }

    /// <summary>The staff member of this court with a name, when exactly one is called so.</summary>
    private static async Task<Guid?> StaffCalled(Office office, HttpContext http, string? name, CancellationToken stop)
    {
        var found = string.IsNullOrWhiteSpace(name) ? [] : await office.Db.Reference<Guid>(
            "select id from staff where court = $1 and name = $2 and active", [http.Member().Court, name.Trim()], stop);
        return found is [var only] ? only : null;
    }

    private static async Task<RegistrationForm> Typed(HttpContext http, Office office, PostedForm form, CancellationToken stop)
    {
        var accused = form["accused"] == "yes" ? (form["accusedNames"] ?? string.Empty).Split(['、', '，', ',', ' '], StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries) : [];
        var staff = accused.Length == 0 ? [] : await office.Db.Reference<Guid>("select id from staff where court = $1 and name = any($2)", [http.Member().Court, accused], stop);
        return new RegistrationForm
        {
            ReceivedAt = form["receivedAt"], Channel = form["channel"], Venue = form["venue"], People = form["personCount"],
            Petitioners =
            [
                new PetitionerForm(form["personName"], form["idNumber"], form["phone"], form["address"], form["capacity"], form["personKind"]),
                new PetitionerForm(form["agentName"], null, null, null, "agent", null),
            ],
            CaseNumber = form["caseNumber"], OtherCase = form["otherCaseNumber"], Parties = form["parties"], Summary = form["account"], Request = form["request"], RequestKind = form["requestKind"], Cause = form["cause"],
            Accused = staff, AccusedText = form["accused"] == "yes" ? form["accusedNames"] ?? "未写明" : null, Outcome = form["outcome"],
            ProposedOpinion = form["proposal"], Handler = form["caseHandler"], ForwardedBy = form["referredBy"], LetterNumber = form["letterNumber"],
            ReplyBy = form["replyBy"], LateProof = form["lateProof"],
        };
    }

    private static bool IsMatchable(RegistrationForm typed) =>
        !string.IsNullOrWhiteSpace(typed.CaseNumber) || typed.Petitioners.Any(p => (p.Name?.Trim().Length ?? 0) > 1 || !string.IsNullOrWhiteSpace(p.IdentityNumber) || !string.IsNullOrWhiteSpace(p.Phone));

    /// <summary>The earlier matters that are shown: those out of sight leave a note of it.</summary>
    private static async Task<IReadOnlyList<MatchHit>> Hits(HttpContext http, Office office, RegistrationForm typed, CancellationToken stop)
    {
        var hits = await Find(http, office, typed, stop);
        await AccessLog.Write(office.Db, http.Member(), "match-out-of-sight", office.Clock.GetUtcNow(), [.. hits.Where(h => !h.InSight).Select(h => (h.Home, h.Id))], stop);
        return hits;
    }

    private static Task<IReadOnlyList<MatchHit>> Find(HttpContext http, Office office, RegistrationForm typed, CancellationToken stop)
    {
        var person = typed.Petitioners.Count > 0 ? typed.Petitioners[0] : new PetitionerForm(null, null, null, null, null, null);
        return office.Matching.Find(
            http.Member().Scope, new PersonDetails(person.Name?.Trim() ?? string.Empty, person.IdentityNumber?.Trim(), person.Phone?.Trim(), null),
            Read(office, typed.CaseNumber).Canonical, stop);
    }

    private static async Task<RegisterModel> Checked(
        HttpContext http, Office office, PostedForm form, RegistrationForm typed, IReadOnlyList<Refusal> refusals, CancellationToken stop)
    {
        var hits = await Hits(http, office, typed, stop);
        var messages = refusals.Select(r => new FieldMessage(FormField(r), MessageKind.Error, RefusalTexts.Reason(r) + RefusalTexts.Cure(r))).ToList();
        messages.AddRange(CaseMessages(office, typed.CaseNumber));
        messages.AddRange(PersonMessages(typed, ChinaDate.Of(office.Clock.GetUtcNow())));
        var values = form.Values.Where(v => v.Key is not ("__RequestVerificationToken" or "key")).ToDictionary(v => v.Key, v => v.Value, StringComparer.Ordinal);
        return Model(office, new FormState(values, messages), form["key"] ?? Replies.FreshKey(), await RepeatPanels.Of(http, office, hits, IsMatchable(typed), stop)) with
        {
            Held = HeldFile.Of(office, http.Member().Id, form[FileForms.Held]),
        };
    }

    private static IEnumerable<FieldMessage> PersonMessages(RegistrationForm typed, DateOnly today) =>
        from flag in PersonChecks.Flags(typed.Petitioners[0].Kind ?? "natural", new PersonDetails(string.Empty, typed.Petitioners[0].IdentityNumber?.Trim(), typed.Petitioners[0].Phone?.Trim(), null), today)
        where flag != IntakeFlag.PhoneMissing
        select new FieldMessage(flag == IntakeFlag.PhoneOdd ? "phone" : "idNumber", MessageKind.Flag, CodeWords.Of(ReadRows.Code(flag)) + "，不影响登记");

    private static IEnumerable<FieldMessage> CaseMessages(Office office, string? text)
    {
        if (string.IsNullOrWhiteSpace(text))
        {
            return [];
        }

        return CaseNumberReader.Read(text, office.Files.Courts, Now(office).Year) switch
        {
            CaseNumberReading.Parsed parsed => [new FieldMessage("caseNumber", parsed.Number.IsEnforcement ? MessageKind.Read : MessageKind.Flag,
                $"{parsed.Number.Court?.Name}\u3000{parsed.Number.Year} 年第 {parsed.Number.Sequence} 号{(parsed.Number.IsEnforcement ? string.Empty : "，不是执行案件，不影响登记")}")],
            CaseNumberReading.UnknownCourt unknown => [new FieldMessage("caseNumber", MessageKind.Flag,
                $"查无代码“{unknown.Number.CourtCode}”，先按“案件待识别”登记。{(unknown.Near.Count == 0 ? string.Empty : "相近：" + string.Join("\u3000", unknown.Near.Select(c => $"{c.Code} {c.Name}")))}")],
            _ => [new FieldMessage("caseNumber", MessageKind.Flag, "案号无法识别，先按“案件待识别”登记，原样保留。")],
        };
    }

    private static CaseReading Read(Office office, string? text) => CaseNumberReader.Read(text, office.Files.Courts, Now(office).Year) switch
    {
        CaseNumberReading.Parsed { Number.IsEnforcement: true } parsed => new CaseReading(text!.Trim(), parsed.Number.Text, null),
        CaseNumberReading.Parsed parsed => new CaseReading(text!.Trim(), parsed.Number.Text, IntakeFlag.CaseNotEnforcement),
        CaseNumberReading.UnknownCourt => new CaseReading(text!.Trim(), null, IntakeFlag.CaseCourtUnknown),
        CaseNumberReading.Malformed { Fault: CaseNumberFault.Empty } => new CaseReading(null, null, IntakeFlag.CaseNumberMissing),
        _ => new CaseReading(text!.Trim(), null, IntakeFlag.CaseNumberMalformed),
    };

    private static string FormField(Refusal refusal) => (refusal as Refusal.Input)?.Field switch
    {
        "summary" or null => "account",
        "people" => "personCount",
        var field => field,
    };

    internal static RegisterModel Model(Office office, FormState form, string key, RepeatModel repeat)
    {
        var causes = office.Law.Now.Packs.SelectMany(p => p.Lists).FirstOrDefault(l => l.Id == "causes");
        var choices = new RegisterChoices(
            Choices<Channel>(), Choices<Venue>(), Choices<Capacity>(),
            [new Choice(string.Empty, "暂不确定"), .. causes?.Items.Select(i => new Choice(i.Code, $"6({i.Code}) {i.Name}")) ?? []],
            Choices<SpotOutcome>())
        {
            Kinds = [.. Registering.PetitionerKinds.Select(k => new Choice(k, CodeWords.Of(k)))],
            RequestKinds = [new Choice(string.Empty, "暂不确定"), .. Registering.RequestKinds.Select(k => new Choice(k, CodeWords.Of(k)))],
        };
        return new RegisterModel(
            form, key, null, choices, repeat, [Clauses.Ref(office.Law.Now, "GC21-3"), Clauses.Ref(office.Law.Now, "GC21-12")], null) { Limits = office.Incoming.Limits };
    }

    private static List<Choice> Choices<T>()
        where T : struct, Enum => [.. Enum.GetValues<T>().Select(v => new Choice(ReadRows.Code(v), CodeWords.Of(ReadRows.Code(v))))];

    private static DateTime Now(Office office) => office.Clock.GetUtcNow().ToOffset(ChinaDate.Offset).DateTime;

    private static string CourtName(Office office, int court) => office.Files.Courts.ByNumber(court)?.Name ?? string.Empty;

    private static async Task<IResult> Print(HttpContext http, Office office, int home, Guid id, CancellationToken stop)
    {
        var found = await office.Db.Query<ReceiptRow>(
            http.Member().Scope,
            "select c.number, c.received_on, c.received_at, c.channel, c.petition, c.petition_home, c.petitioners, c.accused, s.name as receiver from contact c left join staff s on s.id = c.receiver where c.home = $1 and c.id = $2",
            [home, id], stop);
        if (found is not [var row] || row.Accused.Contains(http.Member().Id))
        {
            return Replies.Error(http, 404);
        }

        var petition = (await office.Db.Query<ReceiptPetition>(
            http.Member().Scope, "select number, contacts, accused from petition where home = $1 and id = $2", [row.PetitionHome ?? home, row.Petition ?? Guid.Empty], stop)).SingleOrDefault();
        if (petition?.Accused.Contains(http.Member().Id) == true)
        {
            return Replies.Error(http, 404);
        }

        await AccessLog.Write(office.Db, http.Member(), "print-receipt", office.Clock.GetUtcNow(), (home, id), stop: stop);
        var persons = await office.Persons.Open(http.Member().Scope, home, row.Petitioners, stop);
        var code = office.Master.TrackingCode(id);
        using var qr = QRCodeGenerator.GenerateQrCode(code, QRCodeGenerator.ECCLevel.M);
        using var svg = new SvgQRCode(qr);
        List<KeyValue> items =
        [
            new("收到日期", new BindingDay(row.ReceivedOn)), new("方式", CodeWords.Of(row.Channel)), new("信访案件", petition?.Number ?? "待并案"),
            new("次数", $"同一事项第 {petition?.Contacts ?? 1} 次"),
        ];
        var files = await office.Attachments.OfContact(http.Member().Scope, new StreamId(home, id), stop);
        if (files.Count > 0)
        {
            items.Add(new("收到材料", $"{files.Count} 份：" + string.Join("；", files.Select(f => $"{f.Name}（{PetitionAttachments.Size(f.Size)}）"))));
        }

        return Replies.Page<ReceiptPrint>(http, new ReceiptModel(
            CourtName(office, home), "信访事项登记回执", row.Number, persons.Count == 0 ? PersonDetails.Anonymous : string.Join("、", persons.Select(p => p.Details.Name)), items,
            ["您反映的事项已经登记。承办人收到后会与您联系。", "凭查询码可以了解办理进展；不公开您反映的内容。", "对执行行为不服的，可以依法提出执行异议；已有裁定的，可以依法申请复议。"],
            code, svg.GetGraphic(4), row.ReceivedOn, row.Receiver, row.Petition is null ? "/register" : $"/petitions/{row.PetitionHome}/{row.Petition}"));
    }

    private sealed record ReceiptRow
    {
        public required string Number { get; init; }

        public required DateOnly ReceivedOn { get; init; }

        public string? ReceivedAt { get; init; }

        public required string Channel { get; init; }

        public Guid? Petition { get; init; }

        public required Guid[] Petitioners { get; init; }

        public required Guid[] Accused { get; init; }

        public int? PetitionHome { get; init; }

        public string? Receiver { get; init; }
    }

    private sealed record ReceiptPetition
    {
        public required string Number { get; init; }

        public required int Contacts { get; init; }

        public required Guid[] Accused { get; init; }
    }
}

/// <summary>A registration through the API.</summary>
/// <param name="Join">"home_id" of the petition that a person found to be the same matter.</param>
/// <param name="Uploads">Files that came with it, by the ids of their uploads.</param>
public sealed record ApiRegistration(RegistrationForm? Form, string? Join, IReadOnlyList<Guid>? Uploads = null)
{
    /// <summary>Whether nothing that a registration stands on is null.</summary>
    [System.Diagnostics.CodeAnalysis.MemberNotNullWhen(true, nameof(Form))]
    public bool IsWhole => Form is { Petitioners: not null, Accused: not null } form && form.Petitioners.All(p => p is not null);
}

/// <summary>A petition that may be the same matter; out of sight it has no id.</summary>
public sealed record ApiMatch(int? Home, Guid? Id, string Court, string Number, DateOnly ReceivedOn, string Stage, IReadOnlyList<string> Agreements);
