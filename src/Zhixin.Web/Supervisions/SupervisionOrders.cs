using Zhixin.Papers;
using Zhixin.Supervisions;
using Zhixin.Web.Matters;
using Zhixin.Web.Papers;
using Zhixin.Web.Petitions;
using Supervision = Zhixin.Supervisions.Supervision;

namespace Zhixin.Web.Supervisions;

/// <summary>The papers that go out with acts on supervisions: which template, and what it is filled with.</summary>
internal static class SupervisionOrders
{
    /// <summary>The letter to a court below.</summary>
    public static PaperOrder? Letter(MatterCall<Supervision> call, IReadOnlyList<object> facts)
    {
        if (facts.OfType<SupervisionLetterIssued>().SingleOrDefault() is not { } letter)
        {
            return null; // It was drafted, and waits.
        }

        var order = Of(call, Kind(letter.Letter), letter.No, letter.To);
        Asked(order, letter);
        switch (letter.Letter)
        {
            case LetterKind.Review:
                order.Say("finding", call.Matter.Errors.Last(e => e.Opinion is { ErrorFound: true }).Opinion!.Content);
                break;
            case LetterKind.Child:
                order.Set("lead", SupervisionWords.Court(call.Law, call.Matter.Court));
                break;
            case LetterKind.DirectTransfer:
                order.Set("platform", facts.OfType<SupervisionDispatchedDirect>().SingleOrDefault()?.Platform);
                break;
        }

        return order.Done();
    }

    /// <summary>The report of the lower court, addressed to the court that sent the letter.</summary>
    public static PaperOrder? Report(MatterCall<Supervision> call, IReadOnlyList<object> facts)
    {
        var (no, progress, result, materials) = facts.Select(fact => fact switch
        {
            SupervisionReportSubmitted f => (f.No, f.Progress, f.Result, f.Document),
            SupervisionNoPropertyAnswered f => (f.No, f.Findings, "经查，被执行人没有财产可供执行。", f.Document),
            SupervisionHearingReportSubmitted f => (f.No, "已组织申请执行人和被执行人听证。", f.Result, f.Document),
            _ => default,
        }).First(f => f.No > 0);
        var letter = call.Matter.Letter(no)!;
        var order = Of(call, SupervisionPapers.Report, no, letter.Issued.From);
        order.Set("letter_number", letter.Issued.Number);
        order.Set("letter_on", PaperValues.Date(letter.On));
        order.Say("progress", progress);
        order.Say("result", result);
        order.Set("materials", materials);
        return order.Done();
    }

    /// <summary>A paper of a kind, with what every paper of a supervision may name.</summary>
    /// <param name="item">Number of the letter, opinion or the like; null where a supervision has but one.</param>
    /// <param name="to">Number of the court that it is addressed to.</param>
    internal static Filling Of(MatterCall<Supervision> call, string kind, int? item, int to)
    {
        var (s, law) = (call.Matter, call.Law);
        var filling = new Filling(call.Office.PaperFiles.Of(kind, call.Court), item);
        filling.Set("court", SupervisionWords.Court(law, call.Court));
        filling.Set("issued_on", PaperValues.Date(call.Office.Today));
        filling.Set("to_court", SupervisionWords.Court(law, to));
        filling.Set("supervision_number", s.Material.Number);
        filling.Set("case_number", s.Material.Subject.CaseNumber);
        filling.Set("enforcing_court", SupervisionWords.Court(law, s.Enforcing));
        filling.Set("supervising_court", SupervisionWords.Court(law, s.Court));
        filling.Set("petition_number", s.Material.Subject.Number);
        filling.Say("complaint", s.Material.Complaint);
        filling.Set("ground", s.Ground is { } ground ? Lists.Name(law, SupervisionWords.Grounds, ground) : null);
        return filling;
    }

    private static void Asked(Filling order, SupervisionLetterIssued letter)
    {
        order.Say("demands", letter.Demands);
        order.Set("materials", letter.Materials);
        order.Set("due_on", letter.DueOn is { } due ? PaperValues.Date(due) : null);
        order.Set("in_person", letter.InPerson ? "当面" : null);
        order.Set("with_file", letter.WithFile ? "带卷" : null);
    }

    private static string Kind(LetterKind kind) => kind switch
    {
        LetterKind.Supervision or LetterKind.Child => SupervisionPapers.Letter,
        LetterKind.Review => SupervisionPapers.ReviewLetter,
        LetterKind.DirectTransfer or LetterKind.TransferWithResult => SupervisionPapers.Transfer,
        LetterKind.HandDown => SupervisionPapers.HandDown,
    };

    /// <summary>A paper that is being filled.</summary>
    internal sealed class Filling(PaperTemplate template, int? item)
    {
        private readonly Dictionary<string, IReadOnlyList<string>> _values = new(StringComparer.Ordinal);

        /// <summary>A value; none where it is blank.</summary>
        public void Set(string field, string? value)
        {
            if (!string.IsNullOrWhiteSpace(value))
            {
                _values[field] = [value.Trim()];
            }
        }

        /// <summary>What somebody typed as sentences: the last one ends, though its stop was left out.</summary>
        public void Say(string field, string? value) => Set(field, PaperValues.Sentence(value));

        /// <summary>The paper as it is filled.</summary>
        public PaperOrder Done() => new(template, item, _values);
    }
}
