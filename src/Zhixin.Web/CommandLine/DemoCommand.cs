using System.CommandLine;
using Zhixin.Database.Embedded;
using Zhixin.Database.Setup;
using Zhixin.Web.Access;
using Zhixin.Web.Demo;
using Zhixin.Web.Hosting;

namespace Zhixin.Web.CommandLine;

/// <summary><c>demo</c>: fills an empty database with an invented court tree, people and matters, and marks it as a demo for good.</summary>
public static class DemoCommand
{
    /// <summary>Of every sign-in of the demo. It guards nothing: all of it is invented.</summary>
    public const string SharedWord = "zhixin-demo-1";

    /// <summary>Makes the command.</summary>
    public static Command Create(CommandContext context)
    {
        var data = Options.Data();
        var command = new Command("demo", "建立演示库（只用于空库）Fill an empty database with invented courts, people and matters") { data };
        command.SetAction((parsed, stop) => Demo(parsed.GetValue(data)!, context, stop));
        return command;
    }

    private static async Task<int> Demo(string data, CommandContext context, CancellationToken stop)
    {
        var options = new EmbeddedServerOptions(data, "demo") { Notice = context.Error.WriteLine, WhenRunning = Sharing.Join };
        await using var database = await Options.OpenDatabase(options, context, stop);
        var clock = new DemoClock(context.Time);
        await using var office = await Options.OpenOffice(OfficeOptions.Of(database.ConnectionString, Path.GetFullPath(data)) with { Demo = true }, context with { Time = clock }, stop);
        var demo = new DemoData(office.Db, office.Files, office.Adoptions, office.Staff, office.Registrations, office.Petitions, office.Moves, office.Clock);
        if (!await demo.IsEmpty(stop))
        {
            throw new CommandFailedException(
                ExitCodes.BadInput,
                $"数据目录 {Path.GetFullPath(data)} 的数据库已经使用过，演示库只能建在空库中。请用 --data 另指定一个新目录，再运行 demo，然后用同一目录运行 up。",
                $"The database of {Path.GetFullPath(data)} has been used already; the demo needs an empty one. Give a new directory with --data, run demo, then up with the same directory.");
        }

        await office.Installation.MarkDemo(stop);
        var signIn = OneTimePasswords.SignIn(SharedWord, mustChange: false);
        var made = await demo.Fill(() => signIn with { SecurityStamp = OneTimePasswords.Stamp() }, stop);
        await new DemoOffice(office, clock, demo).Tell(stop);
        await Print(made, context.Out, data);
        return ExitCodes.Ok;
    }

    private static async Task Print(IReadOnlyList<DemoSignIn> made, TextWriter output, string data)
    {
        await output.WriteLineAsync($"演示库已建立，全部人员、案件均为虚构。所有账号的口令：{SharedWord}");
        await output.WriteLineAsync($"The demo is ready; everybody and everything in it is invented. The password of every account: {SharedWord}");
        foreach (var court in made.GroupBy(m => m.Court))
        {
            await output.WriteLineAsync();
            await output.WriteLineAsync(court.Key);
            foreach (var person in court)
            {
                await output.WriteLineAsync($"  {person.User,-14} {person.Post} {person.Name}");
            }
        }

        await output.WriteLineAsync();
        await output.WriteLineAsync($"./zhixin up --data {data}");
    }
}
