using System.CommandLine;
using System.Globalization;
using Zhixin.Database.History;

namespace Zhixin.Web.CommandLine;

/// <summary><c>rebuild</c>: makes the read tables anew from the history while the server goes on, then verifies.</summary>
public static class RebuildCommand
{
    public static Command Create(CommandContext context)
    {
        var data = Options.Data();
        var command = new Command("rebuild", "由历史重建各表 Make the read tables anew from the history") { data };
        command.SetAction((parsed, stop) => Rebuild(parsed.GetValue(data)!, context, stop));
        return command;
    }

    private static async Task<int> Rebuild(string data, CommandContext context, CancellationToken stop)
    {
        await using var archive = await Archive.Open(data, "rebuild", context, stop);
        var vault = archive.Vault ?? throw new CommandFailedException(
            ExitCodes.BadInput, $"{data} 中没有 master.key：检索散列无法重建。", $"There is no master.key in {data}: the hashes of persons cannot be made anew.");
        var chain = await new Verifier(archive.Db, archive.Law, archive.Rows, vault, context.Time).Run(VerificationDepth.Chain, stop);
        if (chain.First is { } broken)
        {
            throw new CommandFailedException(ExitCodes.Different, $"历史本身有不符，不能据以重建：{broken}", $"The history itself differs; nothing is rebuilt from it: {broken}");
        }

        var done = await new Rebuilder(archive.Db, archive.ConnectionString, archive.Rows, vault, context.Time).Run(stop);
        await context.Out.WriteLineAsync(string.Create(
            CultureInfo.InvariantCulture,
            $"重建完成 Rebuilt: {done.Streams:N0} streams, {done.CaughtUp:N0} read again, {done.Took.TotalSeconds:0.0} s"));
        return await VerifyCommand.Report(archive, VerificationDepth.Everything, context, stop);
    }
}
