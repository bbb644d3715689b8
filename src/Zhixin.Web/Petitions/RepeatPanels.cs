using Zhixin.Database.Persons;
using Zhixin.Database.Petitions;
using Zhixin.Web.Access;
using Zhixin.Web.Hosting;
using Zhixin.Web.Texts;

namespace Zhixin.Web.Petitions;

/// <summary>Turns matches into the repeat panel: earlier contacts where in sight, four facts where not.</summary>
public static class RepeatPanels
{
    /// <summary>The panel's model.</summary>
    public static async Task<RepeatModel> Of(HttpContext http, Office office, IReadOnlyList<MatchHit> hits, bool isChecked, CancellationToken stop)
    {
        if (!isChecked)
        {
            return RepeatModel.NotYet;
        }

        var scope = http.Member().Scope;
        var shown = new List<RepeatHit>();
        foreach (var hit in hits.Where(h => h.InSight).Take(5))
        {
            var contacts = await office.Lists.Contacts(scope, hit.Home, [hit.Id], stop);
            var line = (await office.Db.Query<NextLine>(
                scope, "select p.next_due, p.next_kind, p.overdue_after, s.name as handler from petition p left join staff s on s.id = p.handler where p.home = $1 and p.id = $2", [hit.Home, hit.Id], stop)).SingleOrDefault();
            var mayJoin = office.Law.Now.MayNot(http.Acting(), "join", hit.Court) is null;
            shown.Add(Shown(office, hit, contacts, line) with { AnsweredBy = mayJoin ? null : office.Files.Courts.ByNumber(hit.Court)?.Name });
        }

        var other = hits.Where(h => !h.InSight).Select(h => new OutOfSightHit(
            office.Files.Courts.ByNumber(h.Court)?.Name ?? string.Empty, h.Number, Days.Binding(office.Law.Now, h.ReceivedOn), CodeWords.Of(h.Stage)));
        return new RepeatModel(true, shown, [.. other]);
    }

    private static RepeatHit Shown(Office office, MatchHit hit, List<ContactLine> contacts, NextLine? line)
    {
        var law = office.Law.Now;
        var earlier = contacts.Select((c, i) => new EarlierContact(
            i + 1, Days.Binding(law, c.ReceivedOn), $"{CodeWords.Of(c.Channel)}，{Cut(c.Summary)}")).Reverse().Take(5).ToList();
        return new RepeatHit(
            $"{hit.Home}_{hit.Id}", hit.Number, $"/petitions/{hit.Home}/{hit.Id}", CodeWords.Of(hit.Stage), contacts.Count + 1, Agreement(hit),
            line?.Handler, "下一期限", line?.NextDue is { } due ? Days.Binding(law, due) : null, line?.NextDue is null ? null : Days.Owed(law, line.NextDue, line.OverdueAfter, office.Today), null, earlier);
    }

    private static string Agreement(MatchHit hit) => string.Join('、', hit.Agreements.Select(a => a switch
    {
        MatchKind.IdentityNumber => "证件号码",
        MatchKind.Phone => "电话",
        MatchKind.Name => "姓名",
        MatchKind.NameBigram => "姓名相近",
        MatchKind.CaseNumber => "案号",
        MatchKind.TrackingCode => "查询码",
        _ => string.Empty,
    })) + "相同。";

    private static string Cut(string text) => text.Length <= 40 ? text : text[..40] + "…";

    private sealed record NextLine
    {
        public DateOnly? NextDue { get; init; }

        public DateOnly? OverdueAfter { get; init; }

        public string? NextKind { get; init; }

        public string? Handler { get; init; }
    }
}
