namespace Zhixin.Benchmarks.Filling;

/// <summary>Reproducible chance: the same seed and number give the same draws on every machine and in every order.</summary>
public struct Lot(long seed, long number)
{
    private ulong _state = unchecked(((ulong)seed * 0x9E3779B97F4A7C15) ^ ((ulong)number * 0xD1B54A32D192ED03));

    /// <summary>From 0, below <paramref name="below"/>.</summary>
    public int Of(int below) => (int)(Next() % (ulong)below);

    /// <summary>True in so many of a thousand draws.</summary>
    public bool PerMille(int chance) => Of(1000) < chance;

    /// <summary>One of some; the first ones are drawn more often.</summary>
    public T Skewed<T>(IReadOnlyList<T> of) => of[Math.Min(Of(of.Count), Of(of.Count))];

    /// <summary>One of some, all alike.</summary>
    public T One<T>(IReadOnlyList<T> of) => of[Of(of.Count)];

    private ulong Next()
    {
        _state += 0x9E3779B97F4A7C15;
        var z = _state;
        z = unchecked((z ^ (z >> 30)) * 0xBF58476D1CE4E5B9);
        z = unchecked((z ^ (z >> 27)) * 0x94D049BB133111EB);
        return z ^ (z >> 31);
    }
}
