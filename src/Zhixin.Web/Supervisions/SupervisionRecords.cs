using Zhixin.Database.Petitions;
using Zhixin.Supervisions;
using Zhixin.Web.Components;
using Zhixin.Web.Petitions;
using Zhixin.Web.Texts;
using Supervision = Zhixin.Supervisions.Supervision;

namespace Zhixin.Web.Supervisions;

/// <summary>The panels of what a superior did beyond letters: drafts that wait, admonitions, bulletins and accountability, rulings, what the petitioner was told.</summary>
internal static class SupervisionRecords
{
    /// <summary>The panels; those without content are left out.</summary>
    public static IEnumerable<SidePanel> Of(Law law, Supervision s)
    {
        SidePanel[] all =
        [
            Panel("drafts", "函稿", [.. s.Drafts.Reverse().Select(d => Draft(law, d))]),
            Panel("errors", "可能有错", [.. s.Errors.Reverse().Select(e => new KeyValue(DateText.Iso(e.On), RichText.Of($"{e.Facts.By}：{e.Facts.What}{(e.Facts.Urgent ? "（紧急）" : string.Empty)}")))]),
            Panel("taken-over", "变更执行法院", [.. s.TakenOver.Reverse().Select(t => new KeyValue(
                DateText.Iso(t.On), RichText.Of($"{SupervisionWords.Court(law, t.From)} → {SupervisionWords.Court(law, t.To)}", new RichText.Break(), new RichText.Quiet(t.Ruling))))]),
            Panel("admonitions", "约谈", [.. s.Admonitions.Reverse().Select(a => Admonition(law, s, a))]),
            Panel("consequences", "通报和追责", [.. Consequences(s)]),
            Panel("told", "告知信访人", [.. s.Told.Reverse().Select(t => new KeyValue(
                DateText.Iso(t.On), RichText.Of(t.Facts.Content, new RichText.Break(), new RichText.Quiet($"{CodeWords.Of(t.Facts.Method)}　{t.Facts.Proof}"))))]),
        ];
        return all.Where(p => p.Items.Count > 0);
    }

    /// <summary>A number with a way to its paper, where the viewer's page has it; the bare number elsewhere.</summary>
    public static RichText.Piece Numbered(Supervision s, string number) => s.Papers.FirstOrDefault(p => p.Facts.Number == number) is { } paper
        ? new RichText.Link(new Anchor(number, $"/supervisions/{s.Id.Home}/{s.Id.Id}/papers/{paper.Facts.No}")) : new RichText.Strong(number);

    private static SidePanel Panel(string id, string title, List<KeyValue> items) => new(id, title, items.Count, items, new EmptyModel("没有记录", "办理后显示。"));

    private static KeyValue Draft(Law law, LetterDraft draft) => new(
        SupervisionWords.Of(draft.Facts.Letter),
        RichText.Of(
            $"发给{SupervisionWords.Court(law, draft.Facts.To)}　{draft.Facts.Demands}", new RichText.Break(),
            new RichText.Quiet($"{DateText.Iso(draft.On)} 提交　{draft switch { { Returned: { } why } => $"{DateText.Iso(draft.DecidedOn!.Value)} 退回：{why}", { DecidedOn: { } on } => $"{DateText.Iso(on)} 同意发出", _ => "待审批" }}")));

    private static KeyValue Admonition(Law law, Supervision s, Admonition a) => new(
        DateText.Iso(a.On),
        RichText.Of(
            Numbered(s, a.Facts.Record), $"　{SupervisionWords.Court(law, a.Facts.To)}　{a.Facts.Met}", new RichText.Break(), $"{a.Facts.Why}。要求：{a.Facts.Demands}", new RichText.Break(),
            new RichText.Quiet($"{DateText.Iso(a.Facts.DueOn)} 以前整改　{(a.RectifiedOn is { } on ? DateText.Iso(on) + " 报告整改" : "没有报告整改")}")));

    private static IEnumerable<KeyValue> Consequences(Supervision s) =>
    [
        .. s.Opinions.Where(o => o.NotFollowedOn is not null).Reverse().Select(o => new KeyValue(
            DateText.Iso(o.NotFollowedOn!.Value), RichText.Of(
                "督办意见 ", Numbered(s, o.Issued.Number), " 经催办仍未落实", new RichText.Break(),
                new RichText.Quiet($"{(o.BulletinOn is { } bulletin ? DateText.Iso(bulletin) + " 已通报" : "待通报")}　{(o.AccountableOn is { } opened ? DateText.Iso(opened) + " 已启动追责" : "待启动追责")}")))),
        .. s.Bulletins.Reverse().Select(b => new KeyValue(
            DateText.Iso(b.On), RichText.Of("通报　", new RichText.Strong(b.Facts.Number), new RichText.Break(), b.Facts.Content))),
        .. s.Accountabilities.Reverse().Select(a => new KeyValue(
            DateText.Iso(a.On), RichText.Of($"启动追责　{a.Facts.Whom}", new RichText.Break(), $"{a.Facts.Why}　{a.Facts.Document}", new RichText.Break(), new RichText.Quiet("本人陈述：" + a.Facts.Statement)))),
    ];
}
