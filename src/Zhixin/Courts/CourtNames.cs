using System.Text.RegularExpressions;

namespace Zhixin.Courts;

/// <summary>What a short name in a ledger means.</summary>
public abstract record CourtResolution
{
    private CourtResolution()
    {
    }

    /// <summary>One court, and the unit of it that the text names (执行一庭); empty when it names none.</summary>
    public sealed record Found(Court Court, string Unit) : CourtResolution;

    /// <summary>More than one court of the context could be meant.</summary>
    public sealed record Ambiguous(IReadOnlyList<Court> Courts) : CourtResolution;

    /// <summary>No court of the context is meant; up to five that are written alike, which may stand outside the context.</summary>
    public sealed record NotFound(IReadOnlyList<Court> Near) : CourtResolution;
}

/// <summary>The short names of one court and the courts under it, made once for a ledger.</summary>
internal sealed partial class CourtNames
{
    private readonly CourtDirectory _directory;
    private readonly Court _context;
    private readonly Dictionary<string, List<Court>> _short = new(StringComparer.Ordinal);

    public CourtNames(CourtDirectory directory, Court context)
    {
        _directory = directory;
        _context = context;
        foreach (var court in directory.Subtree(context))
        {
            foreach (var name in ShortName.Of(court, directory.Parent(court)).Distinct(StringComparer.Ordinal))
            {
                if (!_short.TryGetValue(name, out var courts))
                {
                    courts = [];
                    _short.Add(name, courts);
                }

                courts.Add(court);
            }
        }
    }

    public CourtResolution Resolve(string text)
    {
        var clean = Blanks().Replace(text, "");
        if (_directory.ByName(clean) is { } exact)
        {
            return _directory.IsWithin(exact, _context)
                ? new CourtResolution.Found(exact, "")
                : new CourtResolution.NotFound([exact]);
        }

        return clean.Length is 0 or > 60 ? new CourtResolution.NotFound([]) : Own(clean) ?? Named(clean) ?? Bare(clean);
    }

    /// <summary>本院, 我院 with or without a unit; or a unit's name alone, which is a unit of the ledger's own court.</summary>
    private CourtResolution.Found? Own(string text) => OwnCourt().Match(text) is { Success: true } own
        ? new CourtResolution.Found(_context, Unit(text[own.Length..]))
        : OwnUnit().IsMatch(text) ? new CourtResolution.Found(_context, text) : null;

    /// <summary>A name that ends with the word for court, perhaps followed by a unit; the longest name that means a court wins.</summary>
    private CourtResolution? Named(string text)
    {
        foreach (var end in ShortName.Ends(text).Reverse())
        {
            var unit = Unit(text[end..]);
            if (_short.TryGetValue(ShortName.Key(text[..end]), out var courts) && !ShortName.Ends(unit).Any())
            {
                return Answer(courts, unit);
            }
        }

        return null;
    }

    /// <summary>A place alone (温县, 解放区); else nothing, with what is written alike.</summary>
    private CourtResolution Bare(string text) => _short.TryGetValue(ShortName.Key(text), out var courts)
        ? Answer(courts, "")
        : new CourtResolution.NotFound(_directory.Subtree(_context)
            .Select(court => (Court: court, Alike: Similarity.CommonCharacters(ShortName.Place(text), court.Name)))
            .Where(near => near.Alike > 0).OrderByDescending(near => near.Alike).ThenBy(near => near.Court.Number)
            .Take(5).Select(near => near.Court).ToList());

    private static CourtResolution Answer(List<Court> courts, string unit) => courts is [var one]
        ? new CourtResolution.Found(one, unit)
        : new CourtResolution.Ambiguous(courts);

    private static string Unit(string text) => text.Trim('（', '）', '(', ')', '-', '—', '·', '/', '、', '，', ',', '：', ':');

    [GeneratedRegex(@"\s+")]
    private static partial Regex Blanks();

    [GeneratedRegex("^[本我]院(机关)?")]
    private static partial Regex OwnCourt();

    [GeneratedRegex("^(执行|立案|审监|审判|审管|综合|信访|申诉|复议|协调|指挥|督导|办公室|研究室|民事|刑事|行政|民[一二三四五六]|刑[一二]).{0,12}(?<!人民法)(庭|局|处|科|室|组|队|中心|团队)$|^(执行局|办公室|研究室)$")]
    private static partial Regex OwnUnit();
}
