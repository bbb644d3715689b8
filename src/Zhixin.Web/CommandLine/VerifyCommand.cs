using System.CommandLine;
using System.Globalization;
using Zhixin.Database.History;

namespace Zhixin.Web.CommandLine;

/// <summary><c>verify</c>: recomputes everything from the history and names the first difference. Joins a running server.</summary>
public static class VerifyCommand
{
    public static Command Create(CommandContext context)
    {
        var data = Options.Data();
        var chain = new Option<bool>("--chain") { Description = "只核对历史的散列链 only the hash chains of the history" };
        var command = new Command("verify", "核对历史与各表 Verify the history and every table against it") { data, chain };
        command.SetAction((parsed, stop) => Verify(
            parsed.GetValue(data)!, parsed.GetValue(chain) ? VerificationDepth.Chain : VerificationDepth.Everything, context, stop));
        return command;
    }

    private static async Task<int> Verify(string data, VerificationDepth depth, CommandContext context, CancellationToken stop)
    {
        await using var archive = await Archive.Open(data, "verify", context, stop);
        if (archive.Vault is null && depth == VerificationDepth.Everything)
        {
            await context.Error.WriteLineAsync("没有主密钥：当事人资料只比对，不解密，检索散列未核对。");
            await context.Error.WriteLineAsync("No master key: sealed persons are compared, not opened; their hashes are not verified.");
        }

        return await Report(archive, depth, context, stop);
    }

    /// <summary>Verifies and writes the one line; the exit code.</summary>
    internal static async Task<int> Report(Archive archive, VerificationDepth depth, CommandContext context, CancellationToken stop)
    {
        var found = await new Verifier(archive.Db, archive.Law, archive.Rows, archive.Vault, context.Time).Run(depth, stop);
        await context.Out.WriteLineAsync(Summary(found));
        foreach (var half in found.Halves.Order(StringComparer.Ordinal))
        {
            await context.Out.WriteLineAsync($"跨院操作只见一半 Visible by half: {half}");
        }

        return found.IsClean ? ExitCodes.Ok : ExitCodes.Different;
    }

    private static string Summary(Verification found)
    {
        var counts = string.Create(CultureInfo.InvariantCulture, $"{found.Streams:N0} streams, {found.Events:N0} events, {found.Took.TotalSeconds:0.0} s, {found.Rate:N0} events/s");
        return found.First is { } difference
            ? $"发现不符 Difference: {difference} ({counts})"
            : $"核对无误 Verified: {counts}";
    }
}
