using System.CommandLine;
using Zhixin.Regulations;

namespace Zhixin.Web.CommandLine;

/// <summary>
/// <c>clauses --format csv</c>: which clauses the software keeps, from what the tests claim and the rules name. Reads the checkout; needs no
/// database.
/// </summary>
public static class ClausesCommand
{
    public static Command Create(CommandContext context)
    {
        var format = new Option<string>("--format") { Description = "csv", DefaultValueFactory = _ => "csv" };
        format.AcceptOnlyFromAmong("csv");
        var command = new Command("clauses", "列出各条款的实现情况 Print id,module,status,tests for every clause of the inventory") { format };
        command.SetAction(_ =>
        {
            context.Out.Write(Csv(Root()));
            return ExitCodes.Ok;
        });
        return command;
    }

    private static string Csv(string root)
    {
        var errors = new List<PackError>();
        var inventory = ClauseCoverage.ReadInventory("regulations/clauses.csv", File.ReadAllText(Path.Combine(root, "regulations", "clauses.csv")), errors);
        var claims = Files(root, "tests", "*.cs").SelectMany(path => ClauseClaims.Scan(Relative(root, path), File.ReadAllText(path), errors)).ToList();
        var deciding = Files(root, "src", "*.cs").Concat(Files(root, "regulations", "obligations.yaml")).Concat(Files(root, "regulations", "lists.yaml"))
            .Concat(Files(root, "regulations", "authority.csv")).Select(File.ReadAllText).ToList();
        var rows = ClauseCoverage.Of(inventory, claims, deciding, errors);
        return errors.Count == 0
            ? ClauseCoverage.Csv(rows)
            : throw new CommandFailedException(ExitCodes.BadInput, "测试的条款声明有误：" + string.Join('\n', errors), "The claims of the tests are wrong; see above.");
    }

    private static IEnumerable<string> Files(string root, string folder, string pattern) =>
        Directory.GetFiles(Path.Combine(root, folder), pattern, SearchOption.AllDirectories).Order(StringComparer.Ordinal);

    private static string Relative(string root, string path) => Path.GetRelativePath(root, path).Replace('\\', '/');

    /// <summary>The checkout: the folder above the program, or else above the working directory, that holds the solution.</summary>
    private static string Root() => Above(AppContext.BaseDirectory) ?? Above(Directory.GetCurrentDirectory()) ?? throw new CommandFailedException(
        ExitCodes.BadInput, "找不到源代码目录：请在源代码目录中运行。", "The sources are not here: run this in a checkout.");

    private static string? Above(string folder)
    {
        for (var at = new DirectoryInfo(folder); at is not null; at = at.Parent)
        {
            if (File.Exists(Path.Combine(at.FullName, "Zhixin.slnx")))
            {
                return at.FullName;
            }
        }

        return null;
    }
}
