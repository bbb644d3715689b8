using Zhixin.Web.Components;

namespace Zhixin.Web.Shell;

/// <summary>A 4xx or 5xx in plain words: what happened, what to do, and the reference id of the log.</summary>
public sealed record ErrorModel(
    int Status,
    string Title,
    string WhatHappened,
    IReadOnlyList<string> WhatToDo,
    IReadOnlyList<Anchor> Links,
    string Reference,
    ClauseRef? Clause = null)
{
    /// <summary>What was typed, to be sent again; null where nothing can be.</summary>
    public RetryModel? Retry { get; init; }

    private static readonly Anchor Home = new("回到工作台", "/");

    /// <summary>The disk is full.</summary>
    public static ErrorModel Full(string reference) => new(
        503, "存储空间已满", "服务器的存储空间已满，这次没有保存任何改动；以前保存的内容没有丢失。",
        ["请告诉本院系统管理员清理空间；清理后系统自行恢复。", "届时再次提交；重复提交不会产生两条记录。"], [Home], reference);

    /// <summary>The usual words for a status; 404 never says whether something exists out of sight.</summary>
    public static ErrorModel For(int status, string reference) => status switch
    {
        400 => new(status, "提交的内容无法识别", "系统没有看懂这次提交，没有保存任何改动。", ["返回上一页，检查后重新提交。"], [Home], reference),
        401 => new(status, "请先登录", "您还没有登录，或者因为一段时间没有操作已经退出。", ["登录后会回到这一页。没填完的登记存为草稿。"], [new("登录", "/sign-in")], reference),
        403 => new(status, "您没有办理这件事的权限", "按职权配置，您的岗位不能办理这件事，没有保存任何改动。", ["请有权的人员办理，或由本院系统管理员核对您的岗位。"], [Home], reference),
        404 => new(status, "没有找到这一页", "地址有误，或者内容不在您的查看范围之内。", ["检查地址，或用上方的搜索框查找案号、姓名。"], [Home], reference),
        409 => new(status, "内容已被他人改动", "您打开之后，别人改动了同一内容，您的改动没有保存。", ["重新打开，核对后再办。"], [Home], reference),
        413 => new(status, "文件过大", "上传的文件超过了允许的大小，没有保存。", ["图片和 PDF 请压缩或分开上传。"], [Home], reference),
        429 => new(status, "操作过于频繁", "短时间内提交次数过多，系统暂缓受理。", ["请稍候再试，已填内容不要关闭。"], [Home], reference),
        503 => new(status, "系统暂时不能办理", "数据库正在启动或暂时连接不上，没有保存任何改动。", ["稍候片刻，再次提交；重复提交不会产生两条记录。"], [Home], reference),
        507 => new(status, "存放文件的磁盘空间不足", "服务器没有空间存放这些文件。已登记的内容没有丢失，已传到的部分保留一天。", ["请告诉本院系统管理员腾出空间，然后再次提交，可以从断点续传。"], [Home], reference),
        < 500 => new(status, "这次操作没有办成", "系统没有受理这次提交，没有保存任何改动。", ["返回上一页，检查后重新提交。"], [Home], reference),
        _ => new(status, "系统出错了", "这是系统的问题，不是您操作的问题。已登记的内容没有丢失。", ["再次提交；重复提交不会产生两条记录。", "仍不能办理的，请把编号告诉本院系统管理员。"], [Home], reference),
    };
}

/// <summary>A form that could not be taken, sent again with the same idempotency key.</summary>
/// <param name="Fields">Form names and values as they were sent; a name may stand several times.</param>
public sealed record RetryModel(string Action, IReadOnlyList<KeyValuePair<string, string>> Fields);

/// <summary>Someone else has acted meanwhile.</summary>
/// <param name="What">What was being changed, for example 2025-鲁0117-0412.</param>
/// <param name="ViewHref">Where the present state is seen.</param>
/// <param name="Changes">What was done meanwhile, newest first: who, when, what.</param>
/// <param name="Typed">What the user had typed, by label, so that nothing is lost.</param>
/// <param name="RetryAction">Where the same form is posted again on the present version; null when the act no longer has a meaning.</param>
/// <param name="Resend">The fields sent again: form name and value.</param>
/// <param name="Key">A fresh idempotency key.</param>
/// <param name="Version">The present version.</param>
public sealed record ConflictModel(
    string What,
    string ViewHref,
    IReadOnlyList<TimelineEntry> Changes,
    IReadOnlyList<KeyValue> Typed,
    string? RetryAction,
    IReadOnlyList<KeyValuePair<string, string>> Resend,
    string Key,
    long Version);
