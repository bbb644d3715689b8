using Zhixin.Database.History;

namespace Zhixin.Database.Attachments;

/// <summary>Whether the content of every attachment stands under its address, unchanged. Reads all of it.</summary>
public sealed class ContentCheck(Db db, ContentStore store)
{
    private const int RowsAtOnce = 1000;

    /// <summary>The first content that is missing or changed, in the order of homes and ids; null when there is none.</summary>
    public async Task<Difference?> First(CancellationToken stop)
    {
        var (home, id) = (-1, Guid.Empty);
        while (true)
        {
            var rows = await db.Maintenance<Row>(
                "select home, id, address, size from attachment where (home, id) > ($1, $2) order by home, id limit $3", [home, id, RowsAtOnce], stop);
            foreach (var row in rows)
            {
                if (await Of(row, stop) is { } difference)
                {
                    return difference;
                }
            }

            if (rows.Count < RowsAtOnce)
            {
                return null;
            }

            (home, id) = (rows[^1].Home, rows[^1].Id);
        }
    }

    private async Task<Difference?> Of(Row row, CancellationToken stop)
    {
        var key = $"{row.Home}, {row.Id}";
        return await store.HashOf(row.Address, stop) switch
        {
            null => new Difference("attachment", key, "content", row.Address, "no file"),
            var hash when hash != row.Address => new Difference("attachment", key, "content", row.Address, hash),
            _ when SealedChunks.PlainLength(new FileInfo(store.PathOf(row.Address)).Length) is var size && size != row.Size =>
                Difference.Of("attachment", key, "size", size, row.Size),
            _ => null,
        };
    }

    private sealed record Row
    {
        public required int Home { get; init; }

        public required Guid Id { get; init; }

        public required string Address { get; init; }

        public required long Size { get; init; }
    }
}
