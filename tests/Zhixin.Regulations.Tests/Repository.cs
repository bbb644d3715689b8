using Zhixin.Authority;
using Zhixin.Calendar;

namespace Zhixin.Regulations.Tests;

/// <summary>The data files of this checkout.</summary>
internal static class Repository
{
    public static readonly string Root = FindRoot(AppContext.BaseDirectory);

    private static readonly Lazy<RegulationLibrary> LazyLibrary = new(() =>
    {
        var (library, errors) = RegulationLibrary.Read(Regulations());
        errors.ShouldBeEmpty();
        return library.ShouldNotBeNull();
    });

    private static readonly Lazy<WorkCalendar> LazyCalendar = new(() => WorkCalendar.Create(
        StandingHolidays.Parse("standing.yaml", File.ReadAllText(Path.Combine(Root, "calendars", "standing.yaml"))),
        Directory.GetFiles(Path.Combine(Root, "calendars"), "2*.yaml").Order().Select(path => CalendarYear.Parse(path, File.ReadAllText(path)))));

    public static RegulationLibrary Library => LazyLibrary.Value;

    public static WorkCalendar Calendar => LazyCalendar.Value;

    public static RegulationPack Pack(string id) => Library.Packs.Single(pack => pack.Id == id);

    public static Dictionary<string, string> Regulations()
    {
        var root = Path.Combine(Root, "regulations");
        return Directory.GetFiles(root, "*", SearchOption.AllDirectories)
            .ToDictionary(path => Path.GetRelativePath(root, path).Replace('\\', '/'), File.ReadAllText);
    }

    private static string FindRoot(string from)
    {
        var folder = new DirectoryInfo(from);
        while (!File.Exists(Path.Combine(folder.FullName, "Zhixin.slnx")))
        {
            folder = folder.Parent.ShouldNotBeNull("the tests run inside a checkout");
        }

        return folder.FullName;
    }
}
