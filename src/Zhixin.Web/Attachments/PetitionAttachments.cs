using Zhixin.Attachments;
using Zhixin.Calendar;
using Zhixin.Database.Attachments;
using Zhixin.Petitions;
using Zhixin.Web.Access;
using Zhixin.Web.Components;
using Zhixin.Web.Hosting;
using Zhixin.Web.Petitions;
using Zhixin.Web.Texts;

namespace Zhixin.Web.Attachments;

/// <summary>The form that adds files to a petition.</summary>
public sealed record AttachModel(string Action, string Key, FormState Form, IReadOnlyList<HeldFile> Held, AttachmentLimits Limits);

/// <summary>A file that is held for a form.</summary>
public sealed record HeldFile(Guid Id, string Name, string Size)
{
    /// <summary>The held files that a form's field names.</summary>
    public static IReadOnlyList<HeldFile> Of(Office office, Guid person, string? field) =>
        [.. FileForms.Known(office, person, field).Select(f => new HeldFile(f.Id, f.Name, PetitionAttachments.Size(f.Size ?? f.Offset)))];
}

/// <summary>What attachments add to the petition page: entries of the timeline, a panel, and the form.</summary>
public static class PetitionAttachments
{
    /// <summary>The act, as a refusal of it is shown.</summary>
    public static PetitionActs.Entry Entry { get; } =
        new("attachments", "attach", "添加材料", false, (_, _) => throw new NotSupportedException("Adding files has a desk of its own."));

    /// <summary>Adds them to the model of a petition in sight.</summary>
    public static async Task<PetitionModel> Add(
        HttpContext http, Office office, Petition petition, PetitionModel model, IReadOnlyList<KnownAttachment> files, FailedAct? failed, CancellationToken stop)
    {
        var names = files.Count == 0 ? new Dictionary<Guid, string>() : await StaffNames.Of(office, files.SelectMany(f => (Guid[])[f.Actor, f.Withdrawn?.By ?? f.Actor]), stop);
        var timeline = files.Count == 0 ? model.Timeline : Merge(Merge(model.Timeline, Entries(office, petition, files, names)), Withdrawals(office, files, names));
        var why = office.Attachments.MayNotAdd(http.Acting(), petition);
        return model with
        {
            Timeline = timeline,
            TimelineNote = model.TimelineNote.Replace($"共 {model.Timeline.Count} 条", $"共 {timeline.Count} 条", StringComparison.Ordinal),
            Related = [.. model.Related, Panel(http, office, petition, files, names)],
            Attach = why is null ? Form(http, office, petition, failed) : null,
            Acts = why is null || failed?.Act == Entry ? model.Acts : model.Acts.Without("材料", Replies.Model(Entry.Name, why, office.Law.Now), why is Refusal.Authority),
        };
    }

    /// <summary>A size as people say it: 350 KB, 2.4 MB.</summary>
    public static string Size(long bytes) => bytes switch
    {
        < 1 << 10 => $"{bytes} 字节",
        < 1 << 20 => $"{bytes / 1024.0:0.#} KB",
        < 1 << 30 => $"{bytes / 1048576.0:0.#} MB",
        _ => $"{bytes / 1073741824.0:0.##} GB",
    };

    /// <summary>The state in words.</summary>
    public static string State(Office office, KnownAttachment file) => file.State switch
    {
        _ when file.Withdrawn is not null => "已撤回",
        AttachmentState.Checked => "已查毒",
        AttachmentState.Refused => $"发现病毒（{file.Reason}），不能打开",
        _ => office.Attachments.IsScanned ? "待查毒，查毒后可以打开" : "未查毒",
    };

    private static AttachModel Form(HttpContext http, Office office, Petition petition, FailedAct? failed)
    {
        var form = failed?.Act == Entry
            ? new FormState(failed.Form.Values, [new FieldMessage("files", MessageKind.Error, RefusalTexts.Reason(failed.Why) + RefusalTexts.Cure(failed.Why))])
            : FormState.Empty;
        return new AttachModel(
            $"/petitions/{petition.Id.Home}/{petition.Id.Id}/attachments", Replies.FreshKey(), form, HeldFile.Of(office, http.Member().Id, form[FileForms.Held]), office.Incoming.Limits);
    }

    private static SidePanel Panel(HttpContext http, Office office, Petition petition, IReadOnlyList<KnownAttachment> files, IReadOnlyDictionary<Guid, string> names) => new(
        "attachments", "材料", files.Count,
        [.. files.Select(f => new KeyValue(FileKind.Of(f.MediaType)?.Name ?? f.MediaType, Line(http, office, petition, f, names)))],
        new EmptyModel("没有材料", "登记时交来的和以后添加的材料列在这里。"), files.Count == 0 ? null : "打开材料会留下记录。");

    private static RichText Line(HttpContext http, Office office, Petition petition, KnownAttachment f, IReadOnlyDictionary<Guid, string> names)
    {
        var opens = office.Attachments.IsSafe(f.State) && office.Withdrawals.MayNotOpen(http.Acting(), petition, f) is null;
        List<RichText.Piece> pieces =
        [
            opens ? new RichText.Link(Anchor(petition, f)) : (RichText.Piece)f.Name, new RichText.Break(), new RichText.Quiet($"{Size(f.Size)}　{State(office, f)}"),
        ];
        if (f.Withdrawn is { } withdrawn)
        {
            pieces.Add(new RichText.Quiet($"：{withdrawn.Reason}（{names.GetValueOrDefault(withdrawn.By, "系统")}，{withdrawn.At.ToOffset(ChinaDate.Offset):yyyy-MM-dd HH:mm}）"));
        }
        else if (office.Withdrawals.MayNot(http.Acting(), petition, f) is null)
        {
            pieces.AddRange(["　", new RichText.Link(new Anchor("撤回", Anchor(petition, f).Href + "/withdrawal"))]);
        }

        return RichText.Of(pieces);
    }

    /// <summary>A file that was withdrawn is an entry of its own: who, when and why.</summary>
    private static IEnumerable<TimelineEntry> Withdrawals(Office office, IReadOnlyList<KnownAttachment> files, IReadOnlyDictionary<Guid, string> names) =>
        from file in files
        where file.Withdrawn is not null
        let withdrawn = file.Withdrawn
        let at = withdrawn.At.ToOffset(ChinaDate.Offset)
        orderby withdrawn.At descending
        select new TimelineEntry(
            DateOnly.FromDateTime(at.DateTime), TimeOnly.FromDateTime(at.DateTime), "撤回材料", names.GetValueOrDefault(withdrawn.By, "系统"), Clauses.Ref(office.Law.Now, "GC21-16"), true,
            $"{file.Name}：{withdrawn.Reason}", [], null);

    /// <summary>The files of one act are one entry.</summary>
    private static IEnumerable<TimelineEntry> Entries(Office office, Petition petition, IReadOnlyList<KnownAttachment> files, IReadOnlyDictionary<Guid, string> names) =>
        from act in files.GroupBy(f => f.Command)
        let first = act.First()
        let at = first.RecordedAt.ToOffset(ChinaDate.Offset)
        let recordedOn = DateOnly.FromDateTime(at.DateTime)
        orderby first.RecordedAt descending
        select new TimelineEntry(
            first.On, recordedOn == first.On ? TimeOnly.FromDateTime(at.DateTime) : null,
            (first.MatterKind == MatterKind.Contact ? "随来访来信交来材料 " : "添加材料 ") + act.Count() + " 份", names.GetValueOrDefault(first.Actor, "系统"),
            Clauses.Ref(office.Law.Now, "GC21-16"), true, string.Join("；", act.Select(f => $"{f.Name}（{Size(f.Size)}，{State(office, f)}）")),
            [.. act.Where(f => office.Attachments.Opens(f)).Select(f => Anchor(petition, f))],
            recordedOn == first.On ? null : $"{DateText.Iso(recordedOn)} 记入");

    private static Anchor Anchor(Petition petition, KnownAttachment file) =>
        new(file.Name, $"/petitions/{petition.Id.Home}/{petition.Id.Id}/attachments/{file.Id.Id}");

    /// <summary>Puts entries where they belong by day and time; both lists have the newest first.</summary>
    private static List<TimelineEntry> Merge(IReadOnlyList<TimelineEntry> timeline, IEnumerable<TimelineEntry> more)
    {
        List<TimelineEntry> merged = [.. timeline];
        foreach (var entry in more)
        {
            var place = merged.FindIndex(other => (other.On, other.At ?? TimeOnly.MinValue).CompareTo((entry.On, entry.At ?? TimeOnly.MinValue)) <= 0);
            merged.Insert(place < 0 ? merged.Count : place, entry);
        }

        return merged;
    }
}
