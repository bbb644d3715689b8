using System.CommandLine;
using Zhixin.Database.Embedded;
using Zhixin.Database.Persons;
using Zhixin.Database.Setup;
using Zhixin.Web.Hosting;

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

    /// <summary>Opens the office; what is wrong with its data or its key is said in plain words, data files by file and line.</summary>
    /// <exception cref="CommandFailedException">It cannot be opened.</exception>
    public static async Task<Office> OpenOffice(OfficeOptions options, CommandContext context, CancellationToken stop)
    {
        try
        {
            return await Office.Open(options, context.Time, stop);
        }
        catch (DataFilesException errors)
        {
            throw new CommandFailedException(ExitCodes.BadInput, "数据文件有误：" + Environment.NewLine + errors.Message, "The data files named above are wrong.");
        }
        catch (Exception fault) when (fault is InvalidOperationException or InvalidDataException or MasterKeyException)
        {
            throw new CommandFailedException(ExitCodes.BadInput, fault.Message, "The office could not be opened.");
        }
    }
}
