using Zhixin.Database.Ledger;
using Zhixin.Database.Matters;
using Zhixin.Database.Petitions;
using Zhixin.Database.Supervisions;
using Zhixin.PlatformItems;
using Zhixin.PlatformItems.Acts;
using Zhixin.Web.Components;
using Zhixin.Web.Hosting;
using Zhixin.Web.Petitions;
using Zhixin.Web.Supervisions;

namespace Zhixin.Web.PlatformItems;

/// <summary>Items of the platform come in: one by one, several through the API, or from an Excel file; of several, all or none.</summary>
internal static class PlatformEntering
{
    private const string Series = "平台";
    private const int MostChoices = 300;

    /// <summary>How many come in at once: as many as a file may have rows.</summary>
    private const int Most = 2000;

    /// <summary>The columns of a file, and the fields that they are.</summary>
    private static readonly (string Column, string Field)[] Columns =
        [("平台编号", "external"), ("类别", "kind"), ("承办法院", "court"), ("案号", "caseNumber"), ("事项", "content"), ("收到日期", "receivedOn"), ("期限", "due")];

    /// <summary>The fields of the form.</summary>
    public static IReadOnlyList<Petitions.ActField> Fields(Law law, int court) =>
    [
        new("external", "平台编号", FieldKind.Text, []) { Span = 4 },
        new("kind", "类别", FieldKind.Select, [new Choice(string.Empty, "请选择"), .. SupervisionWords.Choices(law, PlatformWords.Kinds)]) { Span = 4 },
        Court(law, law.Court(court)), new("caseNumber", "案号", FieldKind.Text, [], "没有的不填。") { Span = 4 },
        new("receivedOn", "收到日期", FieldKind.Text, [], "空着就是今天。") { Span = 4 }, new("due", "期限", FieldKind.Text, [], "没有载明的不填；写作 2026-02-14。") { Span = 4 },
        new("content", "事项", FieldKind.TextArea, []),
    ];

    /// <summary>The courts below to choose from; where there are too many for a list, as below the Supreme Court, the name is typed.</summary>
    private static Petitions.ActField Court(Law law, Zhixin.Courts.Court above) => Below(law, above).Take(MostChoices + 1).ToList() is { Count: <= MostChoices } below
        ? new("court", "承办法院", FieldKind.Select, [new Choice(string.Empty, "请选择"), .. below.Select(c => new Choice(c.Name, c.Name))]) { Span = 4 }
        : new("court", "承办法院", FieldKind.Text, [], "法院全称。") { Span = 4 };

    private static IEnumerable<Zhixin.Courts.Court> Below(Law law, Zhixin.Courts.Court above) => law.Courts.Children(above).SelectMany(c => Below(law, c).Prepend(c));

    /// <summary>The rows of a file as fields; null with the reason where it is no Excel file.</summary>
    public static (IReadOnlyList<(int Number, Func<string, string?> Field)>? Rows, string? Why) Read(Stream file)
    {
        var (table, why) = SheetTable.Read(file);
        return table is null
            ? (null, why!.Text)
            : ([.. table.Rows.Select(r => (r.Number, (Func<string, string?>)(field => r.Cells.GetValueOrDefault(Columns.First(c => c.Field == field).Column))))], null);
    }

    /// <summary>Enters items: all of them, or none with the refusals by number.</summary>
    public static async Task<(Answer<IReadOnlyList<MatterAnswer>> Answer, IReadOnlyList<WrongRow> Wrong)> Enter(
        Office office, ActingPerson who, IReadOnlyList<(int Number, Func<string, string?> Field)> rows, Resend? resend, CancellationToken stop)
    {
        if (await KeptAnswers.Find<IReadOnlyList<MatterAnswer>>(office.Db, who.Scope, who.Court, who.Id, resend, stop) is { } earlier)
        {
            return (earlier, []);
        }

        if (SupervisionKind.MayNot(office.Law.Now, who, PlatformHandling.Entering) is { } mayNot)
        {
            return (mayNot, []);
        }

        if (rows.Count is 0 or > Most)
        {
            return (rows.Count == 0 ? new Refusal.Input("file", "platform-no-rows") : new Refusal.Input("file", "platform-too-many", Most), []);
        }

        var judged = await All(office, who, rows, resend, stop);
        return judged.Answer is Answer<IReadOnlyList<MatterAnswer>>.Refused { Why: Refusal.Conflict } // Another session entered one of them meanwhile: say which.
            ? await All(office, who, rows, resend, stop)
            : judged;
    }

    private static async Task<(Answer<IReadOnlyList<MatterAnswer>> Answer, IReadOnlyList<WrongRow> Wrong)> All(
        Office office, ActingPerson who, IReadOnlyList<(int Number, Func<string, string?> Field)> rows, Resend? resend, CancellationToken stop)
    {
        var known = await office.PlatformLists.Known(who.Scope, who.Court, [.. rows.Select(r => (r.Field("external") ?? string.Empty).Trim())], stop);
        var (made, wrong, taken) = (new List<PlatformItemReceived>(), new List<WrongRow>(), new HashSet<(string, string)>());
        Refusal? first = null;
        foreach (var (number, field) in rows)
        {
            switch (Judge(office, who, field, known, taken))
            {
                case Decision<PlatformItemReceived>.Done { Events: [var item] }:
                    made.Add(item);
                    break;
                case Decision<PlatformItemReceived>.Refused refused:
                    first ??= office.Law.Now.Cited(who.Court, refused.Why, office.Today);
                    wrong.Add(new WrongRow(number, Texts.RefusalTexts.Reason(refused.Why) + Texts.RefusalTexts.Cure(refused.Why)));
                    break;
            }
        }

        return wrong.Count > 0
            ? (rows.Count == 1 ? first! : new Refusal.Input("file", "platform-rows-wrong", wrong.Count), wrong)
            : (await office.PlatformItems.Begin(who, PlatformHandling.Entering, Series, office.Today, resend,
                [.. made.Select(item => (Func<string, IReadOnlyList<object>>)(given => [item with { Number = given }]))], stop), []);
    }

    private static Decision<PlatformItemReceived> Judge(
        Office office, ActingPerson who, Func<string, string?> field, IReadOnlyDictionary<(string Kind, string External), string> known, HashSet<(string, string)> taken)
    {
        string[] dates = ["receivedOn", "due"];
        var (law, input) = (office.Law.Now, new ActInput(field, office.Today) { Given = dates.ToDictionary(name => name, field, StringComparer.Ordinal) });
        var kind = Lists.Of(law, PlatformWords.Kinds).Items.FirstOrDefault(k => k.Code == input.Text("kind") || k.Name == input.Text("kind"))?.Code;
        var key = (kind ?? string.Empty, input.Text("external"));
        if (input.OutsideCalendar() is { } outside)
        {
            return outside;
        }

        foreach (var date in dates)
        {
            if (input.Blank(date) is { } typed && input.Day(date) is null)
            {
                return new Refusal.Input(date, "date-unreadable", typed);
            }
        }

        var to = input.Blank("court") is { } name ? law.Courts.ByName(name) : null;
        if (to is null)
        {
            return new Refusal.Input("court", "court-unknown", input.Text("court"));
        }

        if (law.MayNot(who, PlatformHandling.Entering, to.Number) is { } mayNot)
        {
            return mayNot;
        }

        return PlatformHandling.Enter(
            new EnterItem(law.Court(who.Court), to, input.Field("external"), kind, input.Field("caseNumber"), input.Field("content"), input.Day("receivedOn"), input.Day("due")),
            new EnteringRules(n => [.. law.Courts.Superiors(law.Court(n))], Lists.Of(law, PlatformWords.Kinds), taken.Add(key) ? known.GetValueOrDefault(key) : input.Text("external"), office.Today));
    }
}
