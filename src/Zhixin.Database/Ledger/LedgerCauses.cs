using Zhixin.Intake;
using Zhixin.Ledger;
using Zhixin.Regulations;

namespace Zhixin.Database.Ledger;

/// <summary>
/// Reads 受理事由 and 案件类别 by the lists of the packs: a name of the causes becomes its code (GC21-6a); what is no name of either list
/// stays as written, in the remarks, and the contact is flagged.
/// </summary>
/// <param name="lists">The lists of the packs in force.</param>
public sealed class LedgerCauses(IEnumerable<CodeList> lists)
{
    private readonly Dictionary<string, string> _causes = Names(lists, "causes");
    private readonly Dictionary<string, string> _classes = Names(lists, "classes");

    /// <summary>The code of the cause that the row names, or null.</summary>
    public string? Code(LedgerEntry entry) => Find(_causes, entry.Cause) ?? Find(_causes, entry.CaseClass);

    /// <summary>What the row says that is no cause, with the name of its column; empty when there is nothing of the kind.</summary>
    public IReadOnlyList<string> Kept(LedgerEntry entry) =>
    [
        .. from part in new[] { new { Column = LedgerColumn.Cause, Text = entry.Cause }, new { Column = LedgerColumn.CaseClass, Text = entry.CaseClass } }
           where part.Text is not null && Find(_causes, part.Text) is null
           select $"{LedgerColumns.Name(part.Column)}：{part.Text}",
    ];

    /// <summary>The flag of a row whose words stand in neither list.</summary>
    public IEnumerable<IntakeFlag> Flags(LedgerEntry entry) =>
        new[] { entry.Cause, entry.CaseClass }.Any(text => text is not null && Find(_causes, text) is null && Find(_classes, text) is null)
            ? [IntakeFlag.CauseUnrecognised]
            : [];

    private static string? Find(Dictionary<string, string> names, string? text) => text is null ? null : names.GetValueOrDefault(Key(text));

    private static Dictionary<string, string> Names(IEnumerable<CodeList> lists, string id) => lists
        .Where(list => list.Id == id)
        .SelectMany(list => list.Items.SelectMany(item => item.Sub.Prepend(item)))
        .GroupBy(item => Key(item.Name))
        .ToDictionary(items => items.Key, items => items.First().Code, StringComparer.Ordinal);

    /// <summary>Offices write 执行实施类 and 执行实施, 2.消极执行 and 消极执行.</summary>
    private static string Key(string text)
    {
        var plain = LedgerCell.Of(text).Plain.Replace(" ", string.Empty, StringComparison.Ordinal).TrimStart([.. "0123456789.、()"]);
        return plain.EndsWith('类') ? plain[..^1] : plain;
    }
}
