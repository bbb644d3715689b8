using System.Text.Json;
using Zhixin.Calendar;
using Zhixin.Database;
using Zhixin.Web.Hosting;

namespace Zhixin.Web.Petitions;

/// <summary>The unfinished registration of a person: one, sealed, kept until it is registered.</summary>
public static class Drafts
{
    private const string Form = "register";

    private static readonly string[] Guards = ["__RequestVerificationToken", "key", "intent", "draftId", "files", "dropUpload"];

    /// <summary>Keeps what is typed, and says when.</summary>
    public static async Task<string> Keep(Office office, Guid person, PostedForm form, CancellationToken stop)
    {
        var values = form.Values.Where(v => !Guards.Contains(v.Key)).ToDictionary(v => v.Key, v => v.Value, StringComparer.Ordinal);
        await office.Db.Change(
            "insert into draft (staff, form, sealed, saved_at) values ($1, $2, $3, $4) on conflict (staff, form) do update set sealed = excluded.sealed, saved_at = excluded.saved_at",
            [person, Form, office.Master.Wrap(JsonSerializer.SerializeToUtf8Bytes(values)), office.Clock.GetUtcNow().UtcDateTime], stop);
        return $"草稿已于 {office.Clock.GetUtcNow().ToOffset(ChinaDate.Offset):HH:mm} 自动保存";
    }

    /// <summary>The kept draft, or null.</summary>
    public static async Task<IReadOnlyDictionary<string, string?>?> Of(Office office, Guid person, CancellationToken stop) =>
        (await office.Db.Reference<byte[]>("select sealed from draft where staff = $1 and form = $2", [person, Form], stop)) is [var box]
            ? JsonSerializer.Deserialize<Dictionary<string, string?>>(office.Master.Unwrap(box))
            : null;

    /// <summary>Stages the end of the draft on the transaction that registers it.</summary>
    public static void Forget(CommandBatch batch, Guid person) => batch.Add("delete from draft where staff = $1 and form = $2", person, Form);
}
