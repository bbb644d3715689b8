using System.CommandLine;
using System.Security.Cryptography;
using Zhixin.Calendar;
using Zhixin.Courts;
using Zhixin.Database.Embedded;
using Zhixin.Database.Ledger;
using Zhixin.Database.Petitions;
using Zhixin.History;
using Zhixin.Ledger;
using Zhixin.Web.Hosting;
using Zhixin.Web.Ledger;
using Zhixin.Web.Texts;

namespace Zhixin.Web.CommandLine;

/// <summary><c>import FILE.xlsx</c>: brings a ledger in, or with <c>--dry-run</c> only says what each row would become.</summary>
public static class ImportCommand
{
    private sealed record Wanted(string File, string? Court, string? User, bool DryRun, bool Csv, string Data);

    public static Command Create(CommandContext context)
    {
        var file = new Argument<string>("FILE") { Description = "Excel 台账（.xlsx） the ledger" };
        var court = new Option<string?>("--court") { Description = "导入到哪个法院：代码或全称；不写时以标题行为准 importing court, by code or full name; else the one its title rows name" };
        var user = new Option<string?>("--as") { Description = "以谁的名义导入（登录名），须是该院信访专班负责人 sign-in of the person who imports" };
        var dry = new Option<bool>("--dry-run") { Description = "只检查，不写入，不需要数据库 only check; needs no database" };
        var format = new Option<string>("--format") { Description = "text | csv：csv 只输出 row,outcome,reason", DefaultValueFactory = _ => "text" };
        format.AcceptOnlyFromAmong("text", "csv");
        var data = Options.Data();
        var command = new Command("import", "导入 Excel 台账 Import an Excel ledger") { file, court, user, dry, format, data };
        command.SetAction((parsed, stop) => Run(
            new Wanted(
                parsed.GetValue(file)!, parsed.GetValue(court), parsed.GetValue(user), parsed.GetValue(dry), parsed.GetValue(format) == "csv",
                parsed.GetValue(data)!),
            context, stop));
        return command;
    }

    private static async Task<int> Run(Wanted wanted, CommandContext context, CancellationToken stop)
    {
        if (!wanted.DryRun && string.IsNullOrWhiteSpace(wanted.User))
        {
            throw new CommandFailedException(
                ExitCodes.BadInput, "请用 --as 写明以谁的名义导入（登录名，须是该院信访专班负责人），或用 --dry-run 只作检查。",
                "Say with --as who imports (the sign-in of the petition unit's head), or only check with --dry-run.");
        }

        var courts = CourtDirectory.Parse("courts/directory.csv", await File.ReadAllTextAsync(Path.Combine(AppContext.BaseDirectory, "courts", "directory.csv"), stop));
        await using var file = Open(wanted.File);
        using var ledger = Read(file, courts, wanted, ChinaDate.Of(context.Time.GetUtcNow()));
        var summary = wanted.DryRun ? null : await Import(wanted, file, ledger, context, stop);
        await (wanted.Csv ? LedgerReading.WriteCsv(context.Out, ledger.Rows) : WriteText(context.Out, wanted, ledger, summary));
        return ExitCodes.Ok;
    }

    private static FileStream Open(string path)
    {
        try
        {
            return new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.Read);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw new CommandFailedException(ExitCodes.BadInput, $"打不开文件 {path}：{(File.Exists(path) ? "没有读取的权限" : "文件不存在")}。", $"Cannot open {path}: {e.Message}");
        }
    }

    private static ReadLedger Read(FileStream file, CourtDirectory courts, Wanted wanted, DateOnly today)
    {
        Court? court = null;
        if (wanted.Court is { } named && (court = courts.ByCode(named.Trim()) ?? courts.ByName(named.Trim())) is null)
        {
            throw new CommandFailedException(ExitCodes.BadInput, $"没有代码或全称为“{named}”的法院。", $"No court has the code or full name '{named}'.");
        }

        var folder = wanted.DryRun || !Directory.Exists(wanted.Data) ? Path.GetTempPath() : Path.Combine(Path.GetFullPath(wanted.Data), "uploads");
        var (ledger, refusal) = LedgerReading.Read(file, courts, court, today, folder);
        return ledger ?? throw new CommandFailedException(
            ExitCodes.BadInput, refusal!.Code == "no-court" ? "标题行没有写明是哪个法院的台账，请用 --court 指定。" : refusal.Text,
            refusal.Code == "no-court" ? "The title rows name no court; give it with --court." : $"The file was refused: {refusal.Code}.");
    }

    private static async Task<ImportOutcome> Import(Wanted wanted, FileStream file, ReadLedger ledger, CommandContext context, CancellationToken stop)
    {
        var options = new EmbeddedServerOptions(wanted.Data, "import") { Notice = context.Error.WriteLine, WhenRunning = Sharing.Join };
        await using var database = await Options.OpenDatabase(options, context, stop);
        await using var office = await Options.OpenOffice(OfficeOptions.Of(database.ConnectionString, Path.GetFullPath(wanted.Data)), context, stop);
        var who = await Who(office, wanted.User!, ledger.Court, stop);
        file.Position = 0;
        var hash = await SHA256.HashDataAsync(file, stop);
        return await office.Imports.Import(who, new LedgerImport(Path.GetFileName(wanted.File), hash, ledger.Rows, null), stop) switch
        {
            Answer<ImportOutcome>.Given given => given.Value,
            Answer<ImportOutcome>.Refused refused => throw new CommandFailedException(
                ExitCodes.BadInput, RefusalTexts.Reason(refused.Why) + RefusalTexts.Cure(refused.Why), $"Refused: {refused.Why.Message}"),
            _ => throw new InvalidOperationException(),
        };
    }

    private static async Task<ActingPerson> Who(Office office, string user, Court court, CancellationToken stop)
    {
        var account = await office.Accounts.ByName(user, stop);
        if (account is null || await office.Accounts.Member(account.Id, stop) is not { } member)
        {
            throw new CommandFailedException(ExitCodes.BadInput, $"没有登录名为“{user}”的在职人员。", $"No active person signs in as '{user}'.");
        }

        return member.Court == court.Number
            ? new ActingPerson(member.Id, member.Name, member.Court, member.Posts, Origin.Import)
            : throw new CommandFailedException(
                ExitCodes.BadInput, $"{member.Name}是{member.CourtName}的人员，不能导入到{court.Name}。", $"'{user}' belongs to another court than the importing one.");
    }

    private static async Task WriteText(TextWriter to, Wanted wanted, ReadLedger ledger, ImportOutcome? outcome)
    {
        var rows = ledger.Rows;
        await to.WriteLineAsync($"{Path.GetFileName(wanted.File)} → {ledger.Court.Name}：共 {rows.Count} 行，可导入 {rows.Accepted} 行，不导入 {rows.Count - rows.Accepted} 行。");
        foreach (var sheet in ledger.Skipped)
        {
            await to.WriteLineAsync($"工作表“{sheet.Name}”：{sheet.Why}");
        }

        foreach (var at in rows.Rejected)
        {
            await to.WriteLineAsync($"  {rows.RowAt(at).Label}：{rows.ReasonsAt(at).Text()}");
        }

        await to.WriteLineAsync(outcome is null
            ? "仅检查，没有写入。Checked only; nothing was written."
            : $"已登记 {outcome.Contacts} 次来访来信，新立 {outcome.Petitions} 件，并入已有 {outcome.Joined} 件，补记 {outcome.Completed} 行；{outcome.Rejected} 行等待改正；"
                + $"{outcome.AlreadyPresent} 行此前已导入；{outcome.Corrected} 行待改正的旧行由本次导入改正。");
    }
}
