using System.CommandLine;
using Zhixin.Database.Embedded;

namespace Zhixin.Web.CommandLine;

/// <summary>Options and steps that several commands share.</summary>
public static class Options
{
    /// <summary><c>--data DIR</c>, by default <c>./data</c>.</summary>
    public static Option<string> Data() => new("--data")
    {
        Description = "数据目录 data directory",
        DefaultValueFactory = _ => "data",
    };

    /// <summary>Opens the database that <c>ZHIXIN_DATABASE</c> names, else the private one under the data directory.</summary>
    public static Task<RunningDatabase> OpenDatabase(EmbeddedServerOptions options, CommandContext context, CancellationToken stop)
    {
        var user = Environment.GetEnvironmentVariable("ZHIXIN_DATABASE_USER");
        return RunningDatabase.Open(
            Environment.GetEnvironmentVariable("ZHIXIN_DATABASE"),
            string.IsNullOrEmpty(user) ? options : options with { User = user },
            context.Time,
            stop);
    }
}
