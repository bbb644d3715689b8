using Zhixin.Database.Petitions;
using Zhixin.Obligations;
using Zhixin.Supervisions;
using Zhixin.Supervisions.Acts;
using Zhixin.Web.Components;
using Zhixin.Web.Matters;
using Zhixin.Web.Petitions;
using Supervision = Zhixin.Supervisions.Supervision;

namespace Zhixin.Web.Supervisions;

/// <summary>Fields that several forms of a supervision have in common.</summary>
internal static class SupervisionForms
{
    /// <summary>The stored word of a mode.</summary>
    public static string Code(SupervisionMode mode) => ReadRows.Code(mode);

    /// <summary>A member of staff of the viewer's court.</summary>
    public static ActField Person(MatterForm<Supervision> form, string name, string label) => new(name, label, FieldKind.Select, [new Choice(string.Empty, "请选择"), .. Staff(form)]) { Span = 6 };

    /// <summary>The staff of the viewer's court who are in post and not accused.</summary>
    public static IReadOnlyList<Choice> Staff(MatterForm<Supervision> form) =>
    [
        .. form.Staff.Where(s => s.AtCourt && !form.Matter.Material.Accused.Contains(s.Id) && !s.Posts.Any(Zhixin.Regulations.PackWords.Administrators.Contains))
            .Select(s => new Choice(s.Id.ToString(), s.Name + "　" + string.Join("、", s.Posts.Select(Hosting.PostNames.Of)))),
    ];

    /// <summary>A panel: who presides, and the other members, in the order in which they were given.</summary>
    public static IReadOnlyList<Petitions.ActField> PanelFields(IReadOnlyList<Choice> staff, string? hint) =>
    [
        new("presiding", "审判长", FieldKind.Select, [new Choice(string.Empty, "请选择"), .. staff]) { Span = 6 }, new("members", "其他成员", FieldKind.Checks, staff, hint),
    ];

    /// <summary>Who was chosen for a panel, the one who presides first.</summary>
    public static IReadOnlyList<Zhixin.Petitions.Acts.Candidate> Panel(MatterCall<Supervision> call)
    {
        var presiding = call.Person("presiding");
        return [.. presiding is null ? [] : new[] { presiding }, .. call.People("members").Where(m => m.Id != presiding?.Id)];
    }

    /// <summary>What a supervision is about, before the eyes of whoever writes to the court below.</summary>
    public static IReadOnlyList<KeyValue> About(MatterForm<Supervision> form)
    {
        var (material, ground) = (form.Matter.Material, form.Matter.Ground);
        return
        [
            new("执行案件", material.Subject.CaseNumber + (material.Subject.Number is { } petition ? "　信访案件 " + petition : string.Empty)), new("反映的问题", material.Complaint),
            .. ground is null ? [] : new[] { new KeyValue("督办情形", Lists.Name(form.Law, SupervisionWords.Grounds, ground)) },
            .. form.Matter.Reviewed is { } review ? [new KeyValue("审查意见", review.Opinion)] : Array.Empty<KeyValue>(),
        ];
    }

    /// <summary>Which of the letters that the viewer's court has.</summary>
    public static ActField LetterTo(MatterForm<Supervision> form) => Letter(form.Matter.Open.Where(l => l.Issued.To == form.Court), l => SupervisionWords.Court(form.Law, l.Issued.From));

    /// <summary>Which of the letters for which the viewer's court names a person: running ones, and a direct transfer that is over.</summary>
    public static ActField LetterNamed(MatterForm<Supervision> form) => Letter(
        form.Matter.Letters.Where(l => l.Issued.To == form.Court && (l.IsOpen || Reporting.IsPassedOn(form.Matter, l))), l => SupervisionWords.Court(form.Law, l.Issued.From));

    /// <summary>Which of the letters that the viewer's court sent.</summary>
    public static ActField LetterFrom(MatterForm<Supervision> form) => Letter(form.Matter.Open.Where(l => l.Issued.From == form.Court), l => SupervisionWords.Court(form.Law, l.Issued.To));

    /// <summary>Why there is no running letter of a kind; null when there is.</summary>
    public static Refusal? None(Supervision supervision, Func<Letter, bool> which) =>
        ReviewActs.Closed(supervision) ?? (supervision.Open.Any(which) ? null : new Refusal.State("supervision-no-such-letter"));

    /// <summary>A number as it stands in a form.</summary>
    public static string Number(int no) => no.ToString(System.Globalization.CultureInfo.InvariantCulture);

    /// <summary>What the courts below let pass, as somebody sees it who presses for it.</summary>
    public static IReadOnlyList<KeyValue> Breached(MatterForm<Supervision> form, IEnumerable<Obligation> breached) =>
        [.. breached.Select(o => new KeyValue(SupervisionWords.Court(form.Law, o.Opened.Court), SupervisionWords.Breach(o, form.Today)))];

    private static ActField Letter(IEnumerable<Letter> which, Func<Letter, string> other)
    {
        var letters = which.ToList();
        return new("letter", "哪一份函件", FieldKind.Select, [.. letters.Select(l => new Choice(
            l.No.ToString(System.Globalization.CultureInfo.InvariantCulture),
            $"{SupervisionWords.Of(l.Issued.Letter)} {l.Issued.Number}　{other(l)}{(l.DueOn is { } due ? $"　期限 {DateText.Iso(due)}" : string.Empty)}"))])
        {
            Value = letters.Count > 0 ? letters[^1].No.ToString(System.Globalization.CultureInfo.InvariantCulture) : null,
        };
    }
}
