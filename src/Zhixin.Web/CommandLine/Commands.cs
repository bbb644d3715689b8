using System.CommandLine;
using System.CommandLine.Help;
using Zhixin.Database.Embedded;
using Zhixin.Database.Persons;

namespace Zhixin.Web.CommandLine;

/// <summary>The commands of <c>./zhixin</c>; each stands in a file of its own.</summary>
public static class Commands
{
    /// <summary>Runs one command to its end.</summary>
    /// <returns>The exit code, see <see cref="ExitCodes"/>.</returns>
    public static async Task<int> Run(IReadOnlyList<string> args, TimeProvider time, TextWriter output, TextWriter error)
    {
        var context = new CommandContext(time, output, error);
        var parsed = Root(context).Parse(args);
        if (parsed.Errors.Count > 0)
        {
            foreach (var problem in parsed.Errors)
            {
                await error.WriteLineAsync(problem.Message);
            }

            await error.WriteLineAsync("./zhixin --help");
            return ExitCodes.BadInput;
        }

        var configuration = new InvocationConfiguration
        {
            Output = output,
            Error = error,
            EnableDefaultExceptionHandler = false,
            ProcessTerminationTimeout = TimeSpan.FromMinutes(5), // stopping the database in good order comes before haste
        };
        try
        {
            return await parsed.InvokeAsync(configuration);
        }
        catch (Exception e) when (Explain(e) is { } explained)
        {
            await error.WriteLineAsync(explained.Message);
            return explained.ExitCode;
        }
    }

    /// <summary>A plain command, because a root command is named after the program file.</summary>
    private static Command Root(CommandContext context) => new("./zhixin", "执信 Zhixin：执行信访与督办。Enforcement petitions and supervision.")
    {
        new HelpOption(),
        new VersionOption(),
        UpCommand.Create(context),
        DemoCommand.Create(context),
        DueCommand.Create(context),
        ImportCommand.Create(context),
        ClausesCommand.Create(context),
        VerifyCommand.Create(context),
        RebuildCommand.Create(context),
        OfLauncher("test", "运行全部检查 Build with all analyzers and run every test"),
        OfLauncher("bench", "测量性能 Measure the numbers that the architecture promises"),
    };

    /// <summary>Commands that the launcher runs without this program; they stand here for --help.</summary>
    private static Command OfLauncher(string name, string description)
    {
        var command = new Command(name, description);
        command.SetAction(int (_) => throw new CommandFailedException(ExitCodes.BadInput, $"./zhixin {name} 由启动脚本运行。", $"./zhixin {name} is run by the launcher."));
        return command;
    }

    private sealed record Explained(string Message, int ExitCode);

    /// <summary>An operator's message for every exception; the stack only on request.</summary>
    private static Explained Explain(Exception exception) => exception switch
    {
        _ when Environment.GetEnvironmentVariable("ZHIXIN_TRACE") == "1" => new(exception.ToString(), CodeOf(exception)),
        EmbeddedServerException or CommandFailedException or MasterKeyException => new(exception.Message, CodeOf(exception)),
        OperationCanceledException => new("已中止。Stopped.", ExitCodes.Failure),
        _ => new(
            $"程序出错：{exception.Message}（设置 ZHIXIN_TRACE=1 可查看详情）\nUnexpected error: {exception.Message} (ZHIXIN_TRACE=1 shows more)",
            ExitCodes.Failure),
    };

    private static int CodeOf(Exception exception) => exception switch
    {
        EmbeddedServerException e => ExitCodes.For(e.Problem),
        CommandFailedException e => e.ExitCode,
        MasterKeyException => ExitCodes.BadInput,
        _ => ExitCodes.Failure,
    };
}
