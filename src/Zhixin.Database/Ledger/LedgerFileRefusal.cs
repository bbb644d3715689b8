using Zhixin.Ledger;

namespace Zhixin.Database.Ledger;

/// <summary>Why a file is not taken as a ledger. <see cref="Code"/> is stable; <see cref="Text"/> is what the clerk reads.</summary>
public sealed record LedgerFileRefusal(string Code, string Text)
{
    /// <summary>The same as a refusal of an input, with the message key "ledger-file.&lt;code&gt;" and the text as its argument.</summary>
    public Refusal AsRefusal() => new Refusal.Input("file", "ledger-file." + Code, Text);

    internal static LedgerFileRefusal Empty { get; } = new("empty", "文件是空的，请重新选择文件。");

    internal static LedgerFileRefusal NotExcel { get; } = new("not-excel", "文件不是 Excel 工作簿（.xlsx），请用 Excel 或 WPS 另存为“Excel 工作簿（.xlsx）”后再导入。");

    internal static LedgerFileRefusal OldExcel { get; } = new("old-excel", "文件是旧版 .xls 格式，请另存为“Excel 工作簿（.xlsx）”后再导入。");

    internal static LedgerFileRefusal BinaryExcel { get; } = new("binary-excel", "文件是二进制工作簿（.xlsb），请另存为“Excel 工作簿（.xlsx）”后再导入。");

    internal static LedgerFileRefusal Encrypted { get; } = new("encrypted", "文件设有打开密码，请取消密码后再导入。");

    internal static LedgerFileRefusal Macros { get; } = new("macros", "文件含有宏，不予导入。请另存为不含宏的“Excel 工作簿（.xlsx）”。");

    internal static LedgerFileRefusal Damaged { get; } = new("damaged", "文件已损坏或内容不完整，请用 Excel 或 WPS 打开并重新保存后再导入。");

    internal static LedgerFileRefusal NoHeader { get; } = new("no-header", $"前 {LedgerHeader.RowsLookedAt} 行中没有找到表头，表头应当包含“信访人”“信访日期”“执行案号”等列。");

    internal static LedgerFileRefusal TooLarge(long bytes) => new("too-large", $"文件超过 {bytes / 1_048_576} MB，请分成几个文件导入。");

    internal static LedgerFileRefusal TooMuch(string what) => new("too-much", $"文件解压后过大（{what}），不予导入。请确认文件来源，或者分成几个文件导入。");

    internal static LedgerFileRefusal MissingColumns(string sheet, IEnumerable<LedgerColumn> missing) =>
        new("missing-columns", $"工作表“{sheet}”缺少必需的列：{string.Join('、', missing.Select(LedgerColumns.Name))}。");
}

/// <summary>What a file may hold at most; beyond it is refused before it can fill memory. Sizes in bytes after decompression unless said.</summary>
/// <param name="FileBytes">Size of the file as sent.</param>
/// <param name="Entries">Parts in the package.</param>
/// <param name="SheetBytes">One sheet's XML.</param>
/// <param name="StringBytes">The table of shared strings.</param>
/// <param name="Rows">Rows in one sheet.</param>
/// <param name="Columns">Columns kept of a row; what stands further right is not read.</param>
/// <param name="Merges">Merged areas of one sheet.</param>
/// <param name="Sheets">Sheets in the workbook.</param>
public sealed record XlsxLimits(
    long FileBytes = 50L << 20,
    int Entries = 2_000,
    long SheetBytes = 600L << 20,
    long StringBytes = 160L << 20,
    int Rows = 1_048_576,
    int Columns = 200,
    int Merges = 200_000,
    int Sheets = 200);

/// <summary>Carries a refusal out of the reading of a file; never leaves <see cref="LedgerFile.Open"/>.</summary>
public sealed class XlsxRefusedException(LedgerFileRefusal why) : Exception(why.Code)
{
    /// <summary>The refusal.</summary>
    public LedgerFileRefusal Why { get; } = why;
}
