using Zhixin.Database.Tests.Ledger;
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

    [Theory]
    [InlineData("text", "不是 Excel 工作簿")]
    [InlineData("old", "旧版 .xls")]
    [InlineData("password", "取消密码")]
    [InlineData("columns", "缺少必需的列：信访日期")]
    [InlineData("court", "--court")]
    [InlineData("bomb", "解压后过大")]
    public async Task A_file_that_cannot_be_taken_is_bad_input_with_its_remedy(string kind, string text)
    {
        var path = Path.GetTempFileName();
        try
        {
            await File.WriteAllBytesAsync(path, Bytes(kind), TestContext.Current.CancellationToken);
            var (code, output, error) = await Run("import", path, "--dry-run", "--format", "csv");
            (code, output).ShouldBe((ExitCodes.BadInput, string.Empty), error);
            error.ShouldContain(text);
        }
        finally
        {
            File.Delete(path);
        }
    }

    private static byte[] Bytes(string kind)
    {
        byte[] ole = [0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1];
        object?[] header = ["序号", "信访人", "信访日期", "执行案号"];
        return kind switch
        {
            "text" => "序号,信访人"u8.ToArray(),
            "old" => [.. ole, .. new byte[2000]],
            "password" => [.. ole, .. new byte[500], .. System.Text.Encoding.Unicode.GetBytes("EncryptedPackage")],
            "columns" => new TestWorkbook().Sheet("s", [["填报单位：焦作市中级人民法院"], ["序号", "信访人", "执行案号", "联系电话"], [1, "赵一", "（2019）豫08执1号", null]]).Build().ToArray(),
            "court" => new TestWorkbook().Sheet("s", [["台账"], header, [1, "赵一", "2019-01-01", "（2019）豫08执1号"]]).Build().ToArray(),
            "bomb" => new TestWorkbook().Sheet("s", [header]).Build((part, content) => part.EndsWith("sharedStrings.xml", StringComparison.Ordinal) ? content.Replace("</sst>", $"<si><t>{new string(' ', 170 << 20)}</t></si></sst>", StringComparison.Ordinal) : content).ToArray(),
            _ => throw new ArgumentOutOfRangeException(nameof(kind)),
        };
    }

    private static async Task<(int Code, string Output, string Error)> Run(params string[] args)
    {
        using var output = new StringWriter();
        using var error = new StringWriter();
        var code = await Commands.Run(args, new TestClock(TestClock.Noon("2021-03-22")), output, error);
        return (code, output.ToString(), error.ToString());
    }
}
