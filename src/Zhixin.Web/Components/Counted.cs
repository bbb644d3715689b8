using System.Globalization;
using Zhixin.Database.Petitions;

namespace Zhixin.Web.Components;

/// <summary>Counts that stop at a cap.</summary>
public static class Counted
{
    /// <summary>The number, or "10,000+" beyond the cap.</summary>
    public static string Text(int count) =>
        count > OwedLists.CountCap ? OwedLists.CountCap.ToString("N0", CultureInfo.InvariantCulture) + "+" : count.ToString("N0", CultureInfo.InvariantCulture);
}
