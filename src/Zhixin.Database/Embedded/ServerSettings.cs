namespace Zhixin.Database.Embedded;

/// <summary>One line of <c>postgresql.conf</c>.</summary>
internal sealed record ServerSetting(string Name, string Value);

/// <summary>Settings that a new cluster is made with; an operator may change them later in its <c>postgresql.conf</c>.</summary>
internal static class ServerSettings
{
    private const long Megabyte = 1 << 20;

    public static IReadOnlyList<ServerSetting> Usual()
    {
        var memory = GC.GetGCMemoryInfo().TotalAvailableMemoryBytes / Megabyte;
        return
        [
            // Nothing acknowledged is ever lost.
            new("fsync", "on"),
            new("synchronous_commit", "on"),
            new("full_page_writes", "on"),
            new("autovacuum", "on"),

            // A trial or a small court: some cores, shared with the web process.
            new("max_connections", "100"),
            new("shared_buffers", $"{Math.Clamp(memory / 8, 128, 2048)}MB"),
            new("effective_cache_size", $"{Math.Clamp(memory / 2, 256, 16384)}MB"),
            new("work_mem", "16MB"),
            new("maintenance_work_mem", $"{Math.Clamp(memory / 32, 64, 512)}MB"),
            new("wal_buffers", "16MB"),
            new("min_wal_size", "256MB"),
            new("max_wal_size", "4GB"),
            new("checkpoint_timeout", "15min"),
            new("wal_compression", "on"),
            new("random_page_cost", "1.1"),
            new("gin_pending_list_limit", "32MB"),

            // Short statements: compiling them costs more than running them.
            new("jit", "off"),
            new("timezone", "UTC"),
            new("log_timezone", "UTC"),

            // The log holds no personal data: neither statements nor the values of a refused row.
            new("log_min_error_statement", "panic"),
            new("log_error_verbosity", "terse"),
            new("log_parameter_max_length", "0"),
            new("log_parameter_max_length_on_error", "0"),
        ];
    }
}
