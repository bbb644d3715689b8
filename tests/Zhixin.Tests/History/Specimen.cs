using System.Collections;

namespace Zhixin.Tests.History;

/// <summary>Makes one value of a fact's type in which every member is present: always the same one.</summary>
internal static class Specimen
{
    /// <summary>A fact with all its members.</summary>
    public static object Of(Type type) => Make(type, type.Name);

    private static object Make(Type type, string name) => Nullable.GetUnderlyingType(type) is { } inner ? Make(inner, name) : type switch
    {
        _ when type == typeof(string) => name,
        _ when type == typeof(int) => 1,
        _ when type == typeof(long) => 1L,
        _ when type == typeof(bool) => true,
        _ when type == typeof(Guid) => Guid.Parse("01890a5d-ac96-774b-bcce-b302099a8057"),
        _ when type == typeof(DateOnly) => new DateOnly(2026, 2, 14),
        { IsEnum: true } => Enum.GetValues(type).GetValue(0)!,
        { IsGenericType: true } when type.IsAssignableTo(typeof(IEnumerable)) => List(type.GetGenericArguments().Single(), name),
        { IsClass: true } => Record(type),
        _ => throw new NotSupportedException($"{name}: a fact holds texts, numbers, days, ids, enums, lists and records, not {type}."),
    };

    private static Array List(Type item, string name)
    {
        var list = Array.CreateInstance(item, 1);
        list.SetValue(Make(item, name), 0);
        return list;
    }

    private static object Record(Type type)
    {
        var maker = type.GetConstructors().MaxBy(c => c.GetParameters().Length)!;
        return maker.Invoke([.. maker.GetParameters().Select(p => Make(p.ParameterType, p.Name!))]);
    }
}
