using System.Reflection;
using System.Runtime.CompilerServices;

namespace Zhixin.Tests.Architecture;

/// <summary>Whether a type and everything that it holds stays as it was made.</summary>
internal static class Immutability
{
    public static IEnumerable<string> Faults(Type type) => Reached(type).SelectMany(Own);

    private static HashSet<Type> Reached(Type type)
    {
        var reached = new HashSet<Type>();
        var open = new Stack<Type>([type]);
        while (open.TryPop(out var next))
        {
            if (next.Assembly == type.Assembly && reached.Add(next))
            {
                next.GetProperties().SelectMany(p => p.PropertyType.GetGenericArguments().Append(p.PropertyType)).ToList().ForEach(open.Push);
            }
        }

        return reached;
    }

    private static IEnumerable<string> Own(Type type) =>
    [
        .. type.IsEnum ? [] : type.GetFields(BindingFlags.Public | BindingFlags.Instance).Select(f => $"{type.Name}.{f.Name} is a field"),
        .. type.GetProperties().Where(p => p.SetMethod is { } set && !set.ReturnParameter.GetRequiredCustomModifiers().Contains(typeof(IsExternalInit)))
            .Select(p => $"{type.Name}.{p.Name} can be set"),
        .. type.GetProperties().Where(p => p.PropertyType.IsArray || (p.PropertyType.IsGenericType && p.PropertyType.GetGenericTypeDefinition() == typeof(List<>)))
            .Select(p => $"{type.Name}.{p.Name} is a list that can change"),
    ];
}
