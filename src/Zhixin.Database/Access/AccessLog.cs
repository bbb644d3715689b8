namespace Zhixin.Database.Access;

/// <summary>Who looked at what, from the first day. Append-only.</summary>
public static class AccessLog
{
    /// <summary>Notes an access.</summary>
    /// <param name="act">Such as "sign-in", "read-petition", "match", "unmask", "export".</param>
    /// <param name="target">What was looked at.</param>
    /// <param name="purpose">Why, where a purpose is asked for.</param>
    public static async Task Write(
        Db db, Member member, string act, DateTimeOffset at, (int Home, Guid Id)? target = null, string? purpose = null, string? detail = null,
        CancellationToken stop = default)
    {
        await using var connection = await db.OpenAsync(stop);
        await using var batch = Note(member, act, at, target, purpose, detail).Close(connection);
        await batch.ExecuteNonQueryAsync(stop);
    }

    /// <summary>Notes the same access to several targets, in one transaction.</summary>
    public static async Task Write(Db db, Member member, string act, DateTimeOffset at, IReadOnlyList<(int Home, Guid Id)> targets, CancellationToken stop)
    {
        if (targets.Count == 0)
        {
            return;
        }

        var batch = new CommandBatch(member.Court);
        foreach (var target in targets)
        {
            Stage(batch, member, act, at, target, null, null);
        }

        await using var connection = await db.OpenAsync(stop);
        await using var whole = batch.Close(connection);
        await whole.ExecuteNonQueryAsync(stop);
    }

    /// <summary>The note as a transaction of its own, for the round trip that reads the same thing.</summary>
    public static CommandBatch Note(Member member, string act, DateTimeOffset at, (int Home, Guid Id)? target = null, string? purpose = null, string? detail = null) =>
        Stage(new CommandBatch(member.Court), member, act, at, target, purpose, detail);

    private static CommandBatch Stage(
        CommandBatch batch, Member member, string act, DateTimeOffset at, (int Home, Guid Id)? target, string? purpose, string? detail) => batch.Add(
        "insert into access_log (home, id, at, actor, court, act, target_home, target, purpose, detail) values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10)",
        member.Court, Guid.CreateVersion7(at), at.UtcDateTime, member.Id, member.Court, act, target?.Home, target?.Id, purpose, detail);
}
