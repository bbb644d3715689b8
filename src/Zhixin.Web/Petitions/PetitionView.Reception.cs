using Zhixin.Database.Petitions;
using Zhixin.Petitions;
using Zhixin.Web.Access;
using Zhixin.Web.Components;
using Zhixin.Web.Texts;

namespace Zhixin.Web.Petitions;

/// <summary>Who is to be received when, and how the earlier appointments ended.</summary>
public sealed partial class PetitionView
{
    /// <summary>Nothing where nothing was ever agreed on.</summary>
    private IEnumerable<SidePanel> Receptions()
    {
        if (_petition.Receptions.Appointments.Count > 0)
        {
            yield return new SidePanel(
                "receptions", "接访", _petition.Receptions.Appointments.Count, [.. _petition.Receptions.Appointments.OrderByDescending(a => a.Slot.Day).ThenByDescending(a => a.Slot.From).Select(Appointment)],
                new EmptyModel("没有预约", "预约以后列在这里。"));
        }
    }

    private KeyValue Appointment(Appointment a) => new(
        a.WasAgreed ? $"{DateText.MonthDay(a.Slot.Day)} {a.Slot.From}" : DateText.MonthDay(a.Slot.Day),
        RichText.Of(
            Log(a), $"　{(a.Court == _petition.Opened.Responsible ? string.Empty : Law.Court(a.Court).Name + "　")}{(a.WasAgreed ? a.Slot.Times : "没有预约")}　{a.Slot.ReceiverName}{(a.ByLeader ? "（领导）" : string.Empty)}　{a.Slot.Room}　", new RichText.Quiet(CodeWords.Of(ReadRows.Code(a.StateIn(_petition))))));

    /// <summary>The log of the day at the court that receives, where the viewer may look at it.</summary>
    private RichText.Piece Log(Appointment a) => Law.Chain(a.Court).Contains(_http.Member().Court)
        ? new RichText.Link(new Anchor(DateText.Iso(a.Slot.Day), $"/reception?court={a.Court}&day={DateText.Iso(a.Slot.Day)}"))
        : new RichText.Words(DateText.Iso(a.Slot.Day));
}
