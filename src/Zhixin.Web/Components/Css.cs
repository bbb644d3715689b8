namespace Zhixin.Web.Components;

/// <summary>The stylesheet's names of states.</summary>
internal static class Css
{
    /// <summary>"light amber" and the like.</summary>
    public static string Class(this LightState state) => "light " + state switch
    {
        LightState.NotDue => "grey",
        LightState.Soon => "amber",
        LightState.Overdue => "red",
        LightState.Untimed => "none",
        LightState.Fulfilled => "done",
    };

    /// <summary>The cell of the week table.</summary>
    public static string? Class(this DayCell cell)
    {
        var kind = cell.Kind switch
        {
            DayKind.Outside or DayKind.Counted => "",
            DayKind.Off => "off",
            DayKind.MakeUp => "extra",
        };
        return Join(kind, cell.IsToday ? "today" : "", cell.IsEnd ? "end" : "");
    }

    /// <summary>What stands on the right of a cell: its word and its number.</summary>
    public static string Text(this DayCell cell)
    {
        var word = cell.Word ?? cell.Kind switch
        {
            DayKind.Off => "休",
            DayKind.MakeUp => "班",
            DayKind.Outside or DayKind.Counted => "",
        };
        return $"{word} {cell.Ordinal}".Trim();
    }

    /// <summary>Class names with a space between them, or null when there is none.</summary>
    public static string? Join(params ReadOnlySpan<string> names)
    {
        var all = string.Join(' ', names.ToArray().Where(n => n.Length > 0));
        return all.Length == 0 ? null : all;
    }
}
