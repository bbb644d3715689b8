using Zhixin.Database.Supervisions;

namespace Zhixin.Web.Supervisions;

/// <summary>The newest listed matters, which everybody may read: read once for all who ask within some seconds, so that no number of visitors reaches the database.</summary>
public sealed class PublicListings(ListedLists listed, TimeProvider clock)
{
    /// <summary>Lines of a page.</summary>
    public const int PageSize = 20;

    private readonly Lock _lock = new();
    private DateTimeOffset _at;
    private Task<List<PublicListing>>? _first;

    /// <summary>How old the first page may be.</summary>
    public static TimeSpan Fresh { get; } = TimeSpan.FromSeconds(10);

    /// <summary>The first page, and one line more where there is more.</summary>
    public Task<List<PublicListing>> First()
    {
        lock (_lock)
        {
            var now = clock.GetUtcNow();
            if (_first is null or { IsFaulted: true } || now - _at >= Fresh)
            {
                (_at, _first) = (now, listed.Public(null, PageSize + 1, CancellationToken.None));
            }

            return _first;
        }
    }
}
