using Zhixin.Courts;

namespace Zhixin.Tests.Courts;

/// <summary>The shipped directory.</summary>
internal static class Directory
{
    public static CourtDirectory Shipped { get; } =
        CourtDirectory.Parse("courts/directory.csv", ProjectFiles.Read("courts", "directory.csv"));

    public static Court Named(string name) => Shipped.ByName(name) ?? throw new ArgumentException(name, nameof(name));
}
