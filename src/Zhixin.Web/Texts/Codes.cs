using Zhixin.Database.Petitions;

namespace Zhixin.Web.Texts;

/// <summary>Reads the codes that are stored and sent, such as "press-on"; nothing else, no number.</summary>
public static class Codes
{
    /// <summary>The value of a code; null for every other text.</summary>
    public static T? Of<T>(string? code)
        where T : struct, Enum => Enum.GetValues<T>().Where(value => ReadRows.Code(value) == code?.Trim()).Select(value => (T?)value).FirstOrDefault();
}
