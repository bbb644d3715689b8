using System.Globalization;
using Zhixin.Courts;
using Zhixin.Database;
using Zhixin.Database.Courts;
using Zhixin.Database.Papers;
using Zhixin.Database.Persons;
using Zhixin.Database.Petitions;
using Zhixin.Intake;
using Zhixin.Papers;
using Zhixin.Petitions;
using Zhixin.Petitions.Acts;
using Zhixin.Regulations;
using Zhixin.Web.Hosting;
using Zhixin.Web.Petitions;
using Zhixin.Web.Texts;

namespace Zhixin.Web.Papers;

/// <summary>What the fields of templates are filled with: the petition as it stands, its people, and the court's public card.</summary>
public sealed partial class PaperValues
{
    private readonly Dictionary<string, IReadOnlyList<string>> _values = new(StringComparer.Ordinal);
    private readonly Law _law;
    private readonly Petition _petition;

    private PaperValues(Law law, Petition petition) => (_law, _petition) = (law, petition);

    /// <summary>A draft for the petition as it was loaded.</summary>
    public static async Task<PaperDraft> Draft(Office office, Scope scope, Petition petition, PaperWish wish, CancellationToken stop)
    {
        var persons = await office.Persons.Open(scope, petition.Id.Home, petition.Petitioners.Select(p => p.Person), stop);
        var card = await ContactCards.Of(office.Db, wish.Court, stop);
        var template = office.PaperFiles.Of(wish.Kind, wish.Court);
        var names = wish.Kind == PaperKinds.WriteOffForm ? await StaffNames.Of(office, petition.WriteOffs.All.SelectMany(w => w.Steps).SelectMany(s => new[] { s.By, s.For ?? s.By }), stop) : null;
        return new PaperDraft(wish, template, petition.Version, Of(office.Law.Now, petition, wish, persons, card, names));
    }

    /// <summary>The values; a field without one is absent.</summary>
    /// <param name="names">Of the staff who took a step of a write-off; null for every other paper.</param>
    public static IReadOnlyDictionary<string, IReadOnlyList<string>> Of(
        Law law, Petition petition, PaperWish wish, IReadOnlyList<KnownPerson> persons, ContactCard card, IReadOnlyDictionary<Guid, string>? names = null)
    {
        var values = new PaperValues(law, petition);
        values.Common(wish, persons);
        values.Card(card);
        switch (wish.Kind)
        {
            case PaperKinds.AcceptanceNotice:
                values.Accepted();
                break;
            case PaperKinds.DeclineNotice:
                values.Declined();
                break;
            case PaperKinds.MeetingRecord:
                values.Met(wish.Item ?? 0);
                break;
            case PaperKinds.HearingNotice or PaperKinds.HearingMinutes:
                values.Heard(Issuing.Heard(petition, wish));
                break;
            case PaperKinds.Reply or PaperKinds.ReplyRecord:
                values.Replied(wish);
                break;
            case PaperKinds.WriteOffForm when petition.WriteOffs.All is [.., var one]:
                WriteOffs.WriteOffForms.Fill(law, one, names ?? new Dictionary<Guid, string>(), values.Say, (field, lines) => values._values[field] = lines);
                break;
            case var kind when TerminationPapers.Codes.Contains(kind):
                values.Terminated(wish);
                break;
            case PaperKinds.ClosingNotice:
                values.Closed();
                values.Told(wish);
                break;
            default:
                values.Told(wish);
                break;
        }

        return values._values;
    }

    /// <summary>2026年2月12日, as official papers write it (GB/T 9704-2012).</summary>
    public static string Date(DateOnly day) => string.Create(CultureInfo.InvariantCulture, $"{day.Year}年{day.Month}月{day.Day}日");

    private void Common(PaperWish wish, IReadOnlyList<KnownPerson> persons)
    {
        Set("court", _law.Court(wish.Court).Name);
        Set("issued_on", Date(wish.On));
        Set("petitioners", Names(_petition.Petitioners.Select(p => persons.FirstOrDefault(k => k.Id == p.Person)?.Details.Name)));
        Set("petition_number", _petition.Opened.Number);
        Set("received_on", _petition.FirstReceivedOn is { } received ? Date(received) : null);
        Set("case_number", _petition.Opened.CaseNumber);
        Say("subject", _petition.Opened.Subject);
        Set("handler", _petition.Assignment?.HandlerName);
    }

    /// <summary>Names with the mark between them; who is nobody known is the anonymous petitioner.</summary>
    internal static string Names(IEnumerable<string?> names) => names.Select(n => string.IsNullOrWhiteSpace(n) ? PersonDetails.Anonymous : n.Trim()).Distinct(StringComparer.Ordinal).ToList() is { Count: > 0 } known
        ? string.Join('、', known)
        : PersonDetails.Anonymous;

    private void Card(ContactCard card)
    {
        Set("court_window", card.ReceptionWindow);
        Set("court_hours", card.Hours);
        Set("court_phones", card.Phones);
        Set("court_address", card.PostalAddress);
        Set("court_web", card.Web);
    }

    private void Accepted()
    {
        if (_petition.Acceptance is { Accepted: { } accepted, AcceptedOn: { } on })
        {
            Set("accepted_on", Date(on));
            Set("causes", Lists.Said(_law, accepted));
            Set("class", CodeWords.Of(ReadRows.Code(_petition.Acceptance.Classified?.Class ?? accepted.Class)));
            Set("capacity", CodeWords.Of(ReadRows.Code(_petition.Acceptance.Capacity ?? accepted.Capacity)));
            Set("reply_due", _petition.Obligations.LastOrDefault(o => o.IsOpen && o.Rule.Kind == "reply")?.Due is { } due ? Date(due) : null);
        }
    }

    private void Declined()
    {
        if (_petition.Papers.Declined is { Facts: var facts })
        {
            Set("ground", Lists.Name(_law, Lists.DeclineGrounds, facts.Ground));
            Say("explanation", facts.Explanation);
            Set("transferred_to", facts.TransferredTo);
            Set("channel", facts.Channel);
            Set("right_court", facts.RightCourt is { } court ? _law.Court(court).Name : null);
            Set("ruling", facts.Ruling);
        }
    }

    private void Closed()
    {
        if (Issuing.Claimed(_petition) is { } claim)
        {
            Set("claim_on", Date(claim.ReceivedOn));
            Say("claim", claim.Content);
            Set("ruling", claim.Ruling);
        }
    }

    private void Met(int item)
    {
        if (_petition.Papers.Meetings.ElementAtOrDefault(item - 1) is { } held)
        {
            Set("met_on", Date(held.On));
            Set("method", CodeWords.Of(ReadRows.Code(held.Facts.Method)));
            Set("present", held.Facts.Present);
            Say("content", held.Facts.Content);
            Unsigned(held.Facts.Signing);
        }
    }

    private void Heard(Hearing? hearing)
    {
        if (hearing is not { Announced: var announced })
        {
            return;
        }

        Set("hearing_on", Date(announced.Day));
        Set("hearing_time", announced.Time);
        Set("hearing_place", announced.Place);
        Set("hearing_public", hearing.Held?.Public ?? announced.Public ? "公开" : "不公开");
        Set("hearing_reason", announced.Why ?? CodeWords.Of("paper-hearing." + ReadRows.Code(announced.Reason)));
        Set("presider", announced.Presider);
        Set("parties", Words(announced.Parties));
        Set("others", announced.Others);
        if (hearing.Held is { } held)
        {
            Set("present", held.Present.Count == 0 ? "没有当事人到场" : Words(held.Present));
            Set("absent", Words(held.Absent));
            Say("content", held.Content);
            Say("result", held.Result);
            Unsigned(held.Signing);
        }
    }

    /// <summary>Why the petitioner did not sign, and who of the court signed instead (JZ21-3.2.6(2)).</summary>
    private void Unsigned(Signing signing)
    {
        Set("unsigned", signing.WhyNot);
        Set("talker", signing.SignedBy);
    }

    private static string Words(IEnumerable<Capacity> parties) => string.Join('、', parties.Select(p => CodeWords.Of(ReadRows.Code(p))));

    private void Replied(PaperWish wish)
    {
        if (_petition.Handling is not { Opinion.Submitted: var opinion } handling)
        {
            return;
        }

        Set("reply_on", Date(handling.RepliedOn ?? wish.On));
        Set("finding", CodeWords.Of("paper-finding." + ReadRows.Code(opinion.Finding)));
        Say("progress", opinion.Progress);
        Say("result", opinion.Result);
        Say("remedy", handling.Reply?.Remedy ?? wish.Text);
        Set("aid", opinion.AidNeeded ? "需要" : null);
        Set("unlawful_act", opinion.UnlawfulActFound ? "发现" : null);
        if (wish.Kind == PaperKinds.ReplyRecord && handling.Reply is { } reply)
        {
            Set("method", CodeWords.Of(ReadRows.Code(reply.Method)));
            Unsigned(reply.Signing);
            Set("reply_time", reply.Talk?.Time);
            Set("reply_place", reply.Talk?.Place);
            Say("petitioner_opinion", reply.Talk?.Opinion);
        }
    }

    /// <summary>The remedies with the article that is cited on the day of the paper: articles have moved.</summary>
    private void Told(PaperWish wish)
    {
        Say("basis", wish.Text);
        var told = wish.Remedies.Select(code => PaperWishes.List(_law).Find(code)).OfType<CodeItem>().Select(r => r.Note + Cited(r.Code, wish.On) + "。").ToList();
        if (told.Count > 0)
        {
            _values["remedies"] = told;
        }
    }

    private string Cited(string remedy, DateOnly on) => Lists.Of(_law, "citations").Find(remedy)?.Sub
        .LastOrDefault(s => s.Code.Split('@') is [_, var from] && DateOnly.ParseExact(from, "yyyy-MM-dd", CultureInfo.InvariantCulture) <= on) is { } article ? $"（{article.Name}）" : string.Empty;

    /// <summary>What somebody typed as sentences: the last one ends, though its stop was left out.</summary>
    internal static string? Sentence(string? value) => value?.TrimEnd() is { Length: > 0 } text && (char.IsLetterOrDigit(text[^1]) || text[^1] == '）') ? text + "。" : value;

    private void Say(string field, string? value) => Set(field, Sentence(value));

    private void Set(string field, string? value)
    {
        if (!string.IsNullOrWhiteSpace(value))
        {
            _values[field] = [value];
        }
    }
}
