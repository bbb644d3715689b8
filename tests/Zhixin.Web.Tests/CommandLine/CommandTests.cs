using Zhixin.Web.CommandLine;

namespace Zhixin.Web.Tests.CommandLine;

public sealed class CommandTests
{
    [Theory]
    [InlineData("2026-02-09", "5", "workday", "2026-02-14")]
    [InlineData("2026-09-28", "7", "workday", "2026-10-13")]
    [InlineData("2021-04-28", "5", "day", "2021-05-06")]
    [InlineData("2026-11-20", "30", "workday", "2027-01-04 provisional")]
    [InlineData("2026-01-31", "1", "month", "2026-02-28")]
    public async Task Due_prints_the_date_and_whether_it_is_provisional(string from, string count, string unit, string expected)
    {
        var (code, output, error) = await Run("due", from, count, unit);

        code.ShouldBe(0);
        output.ShouldBe(expected + "\n");
        error.ShouldBeEmpty();
    }

    [Theory]
    [InlineData("2026-02-30", "5", "workday")]
    [InlineData("20260209", "5", "workday")]
    [InlineData("2026-02-09", "0", "day")]
    [InlineData("2026-02-09", "-1", "day")]
    [InlineData("2026-02-09", "five", "day")]
    [InlineData("2026-02-09", "5", "week")]
    [InlineData("1999-02-09", "5", "day")]
    [InlineData("2026-02-09", "2000000000", "month")]
    public async Task Due_refuses_bad_input_on_standard_error_with_code_2(string from, string count, string unit)
    {
        var (code, output, error) = await Run("due", from, count, unit);

        code.ShouldBe(2);
        output.ShouldBeEmpty();
        error.ShouldNotBeEmpty();
    }

    [Theory]
    [InlineData("dance")]
    [InlineData("due", "2026-02-09")]
    [InlineData("up", "--port", "0")]
    [InlineData("up", "--port", "65536")]
    [InlineData("up", "--port", "http")]
    public async Task An_unknown_or_incomplete_command_is_told_on_standard_error_with_code_2(params string[] args)
    {
        var (code, output, error) = await Run(args);

        code.ShouldBe(2);
        output.ShouldBeEmpty();
        error.ShouldContain("--help");
    }

    [Fact]
    public async Task Help_names_the_commands()
    {
        var (code, output, _) = await Run("--help");

        code.ShouldBe(0);
        output.ShouldContain("./zhixin [command]");
        output.ShouldContain("due <FROM> <N> <UNIT>");
    }

    [Fact]
    public async Task The_coverage_that_the_pages_show_is_the_one_that_the_tests_of_this_checkout_claim()
    {
        var (code, output, _) = await Run("clauses", "--format", "csv");

        code.ShouldBe(0);
        var written = await File.ReadAllTextAsync(Path.Combine(AppContext.BaseDirectory, "docs", "clauses.csv"), TestContext.Current.CancellationToken);
        written.ShouldBe(output, "write it anew: ./zhixin clauses --format csv > docs/clauses.csv");
    }

    private static async Task<(int Code, string Output, string Error)> Run(params string[] args)
    {
        await using var output = new StringWriter();
        await using var error = new StringWriter();
#pragma warning disable RS0030 // A test assembly is its own composition root.
        var code = await Commands.Run(args, TimeProvider.System, output, error);
#pragma warning restore RS0030
        return (code, output.ToString(), error.ToString());
    }
}
