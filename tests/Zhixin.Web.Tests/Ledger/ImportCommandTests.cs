using Zhixin.Web.CommandLine;
using Zhixin.Web.Tests.Shared;

namespace Zhixin.Web.Tests.Ledger;

/// <summary><c>./zhixin import</c>.</summary>
public sealed class ImportCommandTests
{
    [Fact]
    public async Task A_dry_run_prints_row_outcome_and_reason_of_every_row_and_nothing_else()
    {
        var (code, output, error) = await Run("import", Ledgers.SamplePath, "--dry-run", "--format", "csv");
        code.ShouldBe(ExitCodes.Ok, error);
        var expected = Ledgers.Expected.Select(row => $"{row.Row},{row.Outcome}").Prepend("row,outcome");
        output.Split('\n', StringSplitOptions.RemoveEmptyEntries).Select(line => string.Join(',', line.Split(',').Take(2))).ShouldBe(expected);
        error.ShouldBeEmpty();
    }

    [Fact]
    public async Task An_import_without_a_person_is_refused()
    {
        var (code, output, error) = await Run("import", Ledgers.SamplePath);
        (code, output).ShouldBe((ExitCodes.BadInput, string.Empty));
        error.ShouldContain("--as");
    }

    [Theory]
    [InlineData("焦作市不存在人民法院")]
    [InlineData("豫9999")]
    public async Task An_unknown_court_is_bad_input(string court)
    {
        var (code, _, error) = await Run("import", Ledgers.SamplePath, "--dry-run", "--court", court);
        code.ShouldBe(ExitCodes.BadInput);
        error.ShouldContain(court);
    }

    [Fact]
    public async Task A_file_that_is_not_there_is_bad_input()
    {
        var (code, _, error) = await Run("import", "没有这个文件.xlsx", "--dry-run");
        code.ShouldBe(ExitCodes.BadInput);
        error.ShouldContain("文件不存在");
    }

    private static async Task<(int Code, string Output, string Error)> Run(params string[] args)
    {
        using var output = new StringWriter();
        using var error = new StringWriter();
        var code = await Commands.Run(args, new TestClock(TestClock.Noon("2021-03-22")), output, error);
        return (code, output.ToString(), error.ToString());
    }
}
