using System.Collections.Frozen;
using System.Runtime.CompilerServices;
using Zhixin.Database.Petitions;
using Zhixin.Web.Components;

namespace Zhixin.Web.Hosting;

/// <summary>Clause chips by clause id.</summary>
public static class Clauses
{
    /// <summary>The chips of a law, made once; they go with it.</summary>
    private static readonly ConditionalWeakTable<Law, FrozenDictionary<string, ClauseRef>> Known = [];

    /// <summary>The chip of a clause: pack, id and short name; the id alone where no pack knows it.</summary>
    public static ClauseRef Ref(Law law, string clause) =>
        Known.GetValue(law, Chips).TryGetValue(clause, out var chip) ? chip
        : clause.LastIndexOf('(') is > 0 and var bracket ? Ref(law, clause[..bracket]) with { Id = clause }
        : new ClauseRef(clause.Split('-')[0], clause);

    private static FrozenDictionary<string, ClauseRef> Chips(Law law) =>
        law.Packs.SelectMany(pack => pack.Clauses.Select(c => new ClauseRef(pack.Id, c.Id, pack.ShortTitle + c.Article))).DistinctBy(chip => chip.Id, StringComparer.Ordinal)
            .ToFrozenDictionary(chip => chip.Id, StringComparer.Ordinal);
}
