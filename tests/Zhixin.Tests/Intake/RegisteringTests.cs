using Zhixin.Intake;
using static Zhixin.Tests.Calendar.Days;

namespace Zhixin.Tests.Intake;

/// <summary>Registering is never refused for what is missing: a doubt is a flag (GC21-3, GC21-12).</summary>
public sealed class RegisteringTests
{
    private static readonly DateTime Now = new(2026, 2, 14, 16, 30, 0, DateTimeKind.Unspecified);
    private static readonly CaseReading NoCase = new(null, null, IntakeFlag.CaseNumberMissing);
    private static readonly PetitionerForm Zhang = new("张三", "11010519491231002X", "13812345678", null, "applicant", null);

    private static readonly RegistrationForm Whole = new()
    {
        Petitioners = [Zhang],
        CaseNumber = "（2025）鲁0117执12号",
        Parties = "张三；李四、王五",
        Summary = "拖欠工程款",
        Request = "尽快执行",
        Handler = "赵法官",
        ProposedOpinion = "转承办人",
        ReceivedAt = "2026-02-12 09:05",
        Channel = "letter",
        Venue = "guidance-team",
        People = "3",
    };

    [Fact]
    [Trait("Clause", "GC21-12 accepted")]
    public void What_was_given_is_kept_and_nothing_is_doubted()
    {
        var draft = Read(Whole, new CaseReading("（2025）鲁0117执12号", "（2025）鲁0117执12号", null));
        var facts = draft.Facts;

        (facts.Channel, facts.Venue, facts.ReceivedOn, facts.ReceivedAt, facts.People).ShouldBe((Channel.Letter, Venue.GuidanceTeam, On("2026-02-12"), "09:05", 3));
        (facts.Summary, facts.Request, facts.Handler, facts.CaseNumber).ShouldBe(("拖欠工程款", "尽快执行", "赵法官", "（2025）鲁0117执12号"));
        facts.Flags.ShouldBeEmpty();
        draft.Parties.Select(p => p.Name).ShouldBe(["张三", "李四", "王五"]);
        draft.Petitioners.Single().Capacity.ShouldBe(Capacity.Applicant);
    }

    [Fact]
    [Trait("Clause", "GC21-12 refused")]
    public void An_empty_registration_is_refused()
    {
        Refused(new RegistrationForm()).ShouldBe([("summary", "empty-registration")]);
        Refused(new RegistrationForm { Summary = " ", Petitioners = [new PetitionerForm(" ", null, null, null, "applicant", "natural")], Channel = "visit" })
            .ShouldBe([("summary", "empty-registration")]);
    }

    [Theory]
    [Trait("Clause", "GC21-3 accepted")]
    [InlineData("summary")]
    [InlineData("request")]
    [InlineData("caseNumber")]
    [InlineData("parties")]
    [InlineData("name")]
    [InlineData("phone")]
    public void One_thing_is_enough_to_register(string field) => Read(field switch
    {
        "summary" => new RegistrationForm { Summary = "只有这些" },
        "request" => new RegistrationForm { Request = "只有这些" },
        "caseNumber" => new RegistrationForm { CaseNumber = "看不清的案号" },
        "parties" => new RegistrationForm { Parties = "李四" },
        "name" => new RegistrationForm { Petitioners = [Zhang with { IdentityNumber = null, Phone = null }] },
        _ => new RegistrationForm { Petitioners = [new PetitionerForm(null, null, "13812345678", null, null, null)] },
    }).Facts.People.ShouldBe(1);

    [Theory]
    [Trait("Clause", "GC21-1 accepted")]
    [InlineData("natural", "visit", "problem")]
    [InlineData("legal", "letter", "complaint")]
    [InlineData("organisation", "phone", "suggestion")]
    [InlineData("legal", "forwarded", "opinion")]
    public void Whoever_approaches_in_whatever_way_and_raises_whatever_is_kept_as_that(string kind, string channel, string request)
    {
        var draft = Read(new RegistrationForm
        {
            Channel = channel, RequestKind = request, Summary = "反映", Petitioners = [new PetitionerForm("某某", null, null, null, null, kind)],
        });
        (draft.Petitioners.Single().Kind, draft.Facts.Channel.ToString().ToLowerInvariant(), draft.Facts.RequestKind).ShouldBe((kind, channel, request));
        draft.Facts.Flags.ShouldNotContain(IntakeFlag.WordUnknown);
    }

    [Theory]
    [Trait("Clause", "GC21-1 refused")]
    [InlineData("company", "letter", "complaint")]
    [InlineData("legal", "pigeon", "complaint")]
    [InlineData("legal", "letter", "gossip")]
    public void A_word_outside_the_lists_is_registered_with_a_mark_and_never_silently_as_another(string kind, string channel, string request)
    {
        var draft = Read(new RegistrationForm
        {
            Channel = channel, RequestKind = request, Summary = "反映", Petitioners = [new PetitionerForm("某某", null, null, null, null, kind)],
        });
        draft.Facts.Flags.ShouldContain(IntakeFlag.WordUnknown);
        draft.Facts.RequestKind.ShouldBe(request == "gossip" ? null : request);
    }

    [Fact]
    public void The_words_are_those_of_the_packs_lists()
    {
        var pack = ProjectFiles.Read("regulations", "GC21", "lists.yaml");
        foreach (var code in Registering.PetitionerKinds.Concat(Registering.RequestKinds).Concat(Enum.GetValues<Channel>().Select(c => c.ToString().ToLowerInvariant())))
        {
            pack.ShouldContain($"code: \"{code}\"");
        }
    }

    [Fact]
    public void A_petitioner_without_a_name_is_registered_as_anonymous()
    {
        var draft = Read(new RegistrationForm { Summary = "匿名信" });
        draft.Petitioners.Single().Details.Name.ShouldBe(PersonDetails.Anonymous);
        draft.Facts.Flags.ShouldContain(IntakeFlag.Anonymous);
    }

    [Fact]
    public void Everything_missing_is_flagged_and_nothing_else() =>
        Read(new RegistrationForm { Request = "尽快执行" }).Facts.Flags.ShouldBe(
            [IntakeFlag.Anonymous, IntakeFlag.PhoneMissing, IntakeFlag.CaseNumberMissing, IntakeFlag.SummaryMissing, IntakeFlag.HandlerMissing,
                IntakeFlag.OpinionMissing, IntakeFlag.PartiesMissing], ignoreOrder: true);

    [Theory]
    [InlineData("110105194912310021", null, IntakeFlag.IdentityNumberChecksum)]
    [InlineData("1101051949", null, IntakeFlag.IdentityNumberLength)]
    [InlineData("990105194912310021", null, IntakeFlag.ImpossibleProvinceCode)]
    [InlineData(null, "138123", IntakeFlag.PhoneOdd)]
    [InlineData(null, "", IntakeFlag.PhoneMissing)]
    public void A_doubtful_number_is_kept_and_flagged(string? identity, string? phone, IntakeFlag flag)
    {
        var draft = Read(Whole with { Petitioners = [Zhang with { IdentityNumber = identity ?? Zhang.IdentityNumber, Phone = phone ?? Zhang.Phone }] });
        draft.Facts.Flags.ShouldContain(flag);
        draft.Petitioners.Single().Details.IdentityNumber.ShouldBe(identity ?? Zhang.IdentityNumber);
    }

    [Fact]
    public void A_company_has_no_citizens_number_to_doubt() =>
        Read(Whole with { Petitioners = [Zhang with { Kind = "legal", IdentityNumber = "91370117MA3" }] }).Facts.Flags.ShouldNotContain(IntakeFlag.IdentityNumberLength);

    [Theory]
    [InlineData(IntakeFlag.CaseNumberMalformed)]
    [InlineData(IntakeFlag.CaseCourtUnknown)]
    [InlineData(IntakeFlag.CaseNotEnforcement)]
    public void A_doubt_about_the_case_number_is_a_flag(IntakeFlag doubt) =>
        Read(Whole, new CaseReading("某案号", null, doubt)).Facts.Flags.ShouldBe([doubt]);

    [Theory]
    [InlineData("2026-02-15", "date-in-future")]
    [InlineData("2003-12-31", "date-too-early")]
    [InlineData("2026-2-1", "date-unreadable")]
    [InlineData("2026-02-30", "date-unreadable")]
    [InlineData("2026-02-12 25:00", "date-unreadable")]
    [InlineData("昨天", "date-unreadable")]
    public void An_impossible_day_of_receipt_is_refused(string at, string message) =>
        Refused(Whole with { ReceivedAt = at }).ShouldBe([("receivedAt", message)]);

    [Theory]
    [InlineData("2026-02-14", "2026-02-14", null)]
    [InlineData("2004-01-01", "2004-01-01", null)]
    [InlineData("2026-02-12T09:05", "2026-02-12", "09:05")]
    [InlineData(" 2026-02-12 9:05 ", "2026-02-12", "09:05")]
    [InlineData(null, "2026-02-14", "16:30")]
    public void Today_the_first_day_of_the_calendar_and_both_ways_of_writing_are_read(string? at, string on, string? time)
    {
        var facts = Read(Whole with { ReceivedAt = at }).Facts;
        (facts.ReceivedOn, facts.ReceivedAt).ShouldBe((On(on), time));
    }

    [Theory]
    [InlineData("0")]
    [InlineData("-1")]
    [InlineData("100001")]
    [InlineData("很多")]
    public void A_number_of_people_that_cannot_be_is_refused(string people) =>
        Refused(Whole with { People = people }).ShouldBe([("people", "people-range")]);

    [Fact]
    public void There_are_never_fewer_people_than_petitioners() =>
        Read(Whole with { People = "1", Petitioners = [Zhang, Zhang with { Name = "李四" }] }).Facts.People.ShouldBe(2);

    [Fact]
    [Trait("Clause", "GC21-14 accepted")]
    public void The_forwarding_body_and_the_date_that_it_states_are_kept() =>
        Read(Whole with { ForwardedBy = "区委政法委", LetterNumber = "〔2026〕3号", ReplyBy = "2026-03-01" }).Facts.Forwarded
            .ShouldBe(new ForwardingBody("区委政法委", "〔2026〕3号", On("2026-03-01")));

    [Theory]
    [InlineData("2026-02-11", "before-receipt")]
    [InlineData("三月底", "date-unreadable")]
    public void A_stated_date_before_receipt_or_unreadable_is_refused(string replyBy, string message) =>
        Refused(Whole with { ForwardedBy = "区委政法委", ReplyBy = replyBy }).ShouldBe([("replyBy", message)]);

    [Fact]
    public void All_faults_are_told_at_once() =>
        Refused(Whole with { ReceivedAt = "明天", People = "0", ReplyBy = "后天" }).Select(r => r.Field).ShouldBe(["receivedAt", "replyBy", "people"]);

    private static RegistrationDraft Read(RegistrationForm form, CaseReading? reading = null)
    {
        var (draft, refusals) = Registering.Read(form, reading ?? NoCase, Now, new DateOnly(2004, 1, 1));
        refusals.ShouldBeEmpty();
        return draft.ShouldNotBeNull();
    }

    private static List<(string Field, string Message)> Refused(RegistrationForm form)
    {
        var (draft, refusals) = Registering.Read(form, NoCase, Now, new DateOnly(2004, 1, 1));
        draft.ShouldBeNull();
        return [.. refusals.Cast<Refusal.Input>().Select(r => (r.Field, r.Message))];
    }
}
