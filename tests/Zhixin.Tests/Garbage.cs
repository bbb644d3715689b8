using FsCheck;
using FsCheck.Fluent;

namespace Zhixin.Tests;

/// <summary>Texts that nobody should write: near-misses made of the letters a parser looks for, and anything at all.</summary>
internal static class Garbage
{
    public static Gen<string> Of(string letters) => Gen.OneOf(
        from length in Gen.Choose(0, 30)
        from picked in Gen.Elements(letters.ToCharArray()).ListOf(length)
        select string.Concat(picked),
        from length in Gen.Choose(0, 40)
        from any in Gen.Choose(0, char.MaxValue).ListOf(length)
        select string.Concat(any.Select(c => (char)c)));
}
