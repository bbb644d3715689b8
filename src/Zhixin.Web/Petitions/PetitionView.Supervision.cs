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

    private static RichText.Piece Told(SupervisionLine line) => line.ToldOn is { } told ? new RichText.Quiet($"　{DateText.Iso(told)} 已告知信访人") : string.Empty;

    /// <summary>Whether the viewer's court is above the one whose case it is, or presses its own people.</summary>
    private bool MayOpen() => Law.MayNot(_http.Acting(), _http.Acting().Court == _petition.Opened.Responsible ? Opening.Internal : Opening.Act, _petition.Opened.Responsible) is null;
}
