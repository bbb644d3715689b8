using Zhixin.Database.Petitions;
using Zhixin.Petitions;
using Zhixin.Web.Components;
using Zhixin.Web.Texts;

namespace Zhixin.Web.Petitions;

/// <summary>How far the matter has come: the steps of the head, and what acceptance and handling have established.</summary>
public sealed partial class PetitionView
{
    private List<StepModel> Steps()
    {
        var registered = _petition.FirstReceivedOn is { } first ? DateText.Iso(first) : null;
        var assigned = _petition.Assignment;
        return
        [
            new StepModel("登记", registered, StepState.Past), AcceptanceStep(),
            new StepModel("分办", assigned?.HandlerName ?? "待指定承办人", assigned is null ? StepState.Current : StepState.Past),
            new StepModel("签收", _petition.ReceiptOn is { } on ? DateText.Iso(on) + (assigned?.AcknowledgedOn is null ? "（视为签收）" : string.Empty) : "待承办人签收",
                _petition.ReceiptOn is null ? (assigned is null ? StepState.Ahead : StepState.Current) : StepState.Past),
            new StepModel("办理", _petition.ReceiptOn is null ? null : HandlingNote(), _petition.ReceiptOn is null ? StepState.Ahead : _petition.Handling.Reply is null ? StepState.Current : StepState.Past),
            _petition.Stage switch
            {
                Stage.Replied replied => new StepModel("答复办结", $"{DateText.Iso(replied.On)} 已答复", StepState.Current),
                Stage.Closed closed => new StepModel("答复办结", $"{DateText.Iso(closed.On)} 办结", StepState.Past),
                _ => new StepModel("答复办结", null, StepState.Ahead),
            },
        ];
    }

    private StepModel AcceptanceStep() => _petition switch
    {
        { Acceptance: { AcceptedOn: { } on } } => new StepModel("受理", DateText.Iso(on), StepState.Past),
        { Stage: Stage.Declined declined } => new StepModel("受理", $"{DateText.Iso(declined.On)} 不予受理", StepState.Past),
        { Acceptance.Decline: { Approved: true } } => new StepModel("受理", "不予受理待释明", StepState.Current),
        { Acceptance.Decline: not null } => new StepModel("受理", "不予受理待审批", StepState.Current),
        { Acceptance.Classified: { } classified } => new StepModel("受理", CodeWords.Of(ReadRows.Code(classified.Class)) + "，待受理", StepState.Current),
        _ => new StepModel("受理", "待确定类别", StepState.Current),
    };

    private static string Standing(Conversion conversion) => conversion switch
    {
        { Ended: ConversionEnd.Withdrawn, EndedOn: { } on } => $"{DateText.Iso(on)} 撤回",
        { Ended: ConversionEnd.NotAccepted, EndedOn: { } on } => $"{DateText.Iso(on)} 裁定不予受理",
        { Ended: ConversionEnd.Supervised, EndedOn: { } on } => $"没有立案，{DateText.Iso(on)} 转为执行监督",
        { Ended: ConversionEnd.Ruled, EndedOn: { } on } => $"{conversion.Number}，{DateText.Iso(on)} 已裁定",
        { Number: { } number } => $"{number}，审查中",
        _ => $"{DateText.Iso(conversion.Owed.ReceivedOn)} 收到，待立案",
    };

    private string HandlingNote() => _petition.Handling switch
    {
        { Opinion.Approved: true } => "意见已批准",
        { Opinion: { Approved: null } } => "意见待审批",
        { Opinion: { Approved: false } } => "意见被退回",
        { Meetings: > 0 and var times } => $"已约谈 {times} 次",
        _ => "约见、核查、答复",
    };

    /// <summary>Class, causes, notice, and what bars superiors; the reply where there is one.</summary>
    private SidePanel Course()
    {
        var (acceptance, items) = (_petition.Acceptance, new List<KeyValue>());
        if (acceptance.Classified is { } classified)
        {
            items.Add(new("类别", $"{CodeWords.Of(ReadRows.Code(classified.Class))}，{CodeWords.Of(ReadRows.Code(classified.Claim))}，{CodeWords.Of(ReadRows.Code(classified.Capacity))}"));
        }

        if (acceptance.Accepted is { } accepted)
        {
            items.Add(new("受理事由", Lists.Said(Law, accepted)));
            items.Add(new("受理告知", acceptance.NoticeServed ? "已送达" : "未送达"));
        }

        if (acceptance.Decline is { } decline)
        {
            items.Add(new("不予受理", $"{Lists.Name(Law, Lists.DeclineGrounds, decline.Facts.Ground)}，{(decline.Approved ? "已批准，释明送达以后生效" : "待审批")}"));
        }

        items.AddRange(acceptance.Bars.Where(b => b.LiftedOn is null).Select(b => new KeyValue("不再交办", $"{Lists.Name(Law, Lists.Exclusions, b.Ground)}，{DateText.Iso(b.On)} 认定")));
        items.AddRange(_petition.Procedures.Claims.Where(c => !c.Answered).Select(c => new KeyValue("对结案的异见", $"{DateText.Iso(c.Received.ReceivedOn)} 收到，待送达结案文书和救济告知")));
        items.AddRange(_petition.Procedures.Conversions.Select(c => new KeyValue(CodeWords.Of(ReadRows.Code(c.Owed.Kind)), Standing(c))));
        items.AddRange(NonExecutionForms.Items(Law, _petition));
        if (_petition.Handling.Resolution is { } resolution)
        {
            items.Add(new("有效化解", CodeWords.Of(ReadRows.Code(resolution.Ground))));
        }

        if (_petition.Handling.Reply is { } reply)
        {
            items.Add(new("答复认定", CodeWords.Of(ReadRows.Code(reply.Finding))));
        }

        return new SidePanel("course", "受理和办理", null, items, new EmptyModel("还没有确定类别", "确定类别、受理以后，事由、告知和结果列在这里。"));
    }
}
