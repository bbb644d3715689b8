using Zhixin.Database;
using Zhixin.Database.Checks;
using Zhixin.Database.Supervisions;
using Zhixin.Supervisions.Acts;
using Zhixin.Web.Access;
using Zhixin.Web.Components;
using Zhixin.Web.Supervisions;

namespace Zhixin.Web.Petitions;

/// <summary>The supervisions of the matter, and the way to begin one: their clocks are their own and close none of the petition.</summary>
public sealed partial class PetitionView
{
    private SidePanel Supervisions(IReadOnlyList<SupervisionLine> lines)
    {
        List<KeyValue> items = [.. lines.Select(l => new KeyValue(
            SupervisionWords.Court(Law, l.Court), RichText.Of(
                new RichText.Link(new Anchor(l.Number, $"/supervisions/{l.Home}/{l.Id}")), $"　{SupervisionWords.Stage(l.Stage)}{(l.NextDue is { } due ? $"，{DateText.MonthDay(due)} 到期" : string.Empty)}", Told(l))))];
        if (_petition.IsOpen && MayOpen())
        {
            items.Add(new("办理", RichText.Of(new RichText.Link(new Anchor("启动督办", $"/supervisions/new?petition={_petition.Id.Home}_{_petition.Id.Id}")))));
        }

        return new SidePanel("supervisions", "督办", lines.Count, items, new EmptyModel("没有督办", "上级法院启动督办以后列在这里。"));
    }

    /// <summary>The record of checks on the petition's case; null where the case is not known, or has none.</summary>
    private Task<CheckLine?> CheckOf(Reading reading) => Checks.CheckPages.Read(_office, _petition.Opened.CaseNumber) is { Court: { } court, Text: var text }
        ? CheckLists.Of(reading, court.Number, text) : Task.FromResult<CheckLine?>(null);

    private static IEnumerable<SidePanel> CheckPanel(CheckLine? line) => line is null ? [] :
    [
        new SidePanel("check", "执行监督记录", null,
            [new(line.CaseNumber, RichText.Of(new RichText.Link(new Anchor($"记录 {line.Number}", $"/checks/{line.Home}/{line.Id}")), line.Owed > 0 ? $"　{line.Owed} 项待办" : string.Empty))],
            new EmptyModel("没有记录", "建立以后显示。")),
    ];

    private static RichText.Piece Told(SupervisionLine line) => line.ToldOn is { } told ? new RichText.Quiet($"　{DateText.Iso(told)} 已告知信访人") : string.Empty;

    /// <summary>Whether the viewer's court is above the one whose case it is, or presses its own people.</summary>
    private bool MayOpen() => Law.MayNot(_http.Acting(), _http.Acting().Court == _petition.Opened.Responsible ? Opening.Internal : Opening.Act, _petition.Opened.Responsible) is null;
}
