using Zhixin.Database.Petitions;
using Zhixin.Web.Components;

namespace Zhixin.Web.Hosting;

/// <summary>Clause chips by clause id.</summary>
public static class Clauses
{
    /// <summary>The chip of a clause: pack, id and short name; the id alone where no pack knows it.</summary>
    public static ClauseRef Ref(Law law, string clause)
    {
        foreach (var pack in law.Packs)
        {
            if (pack.Clauses.FirstOrDefault(c => c.Id == clause) is { } found)
            {
                return new ClauseRef(pack.Id, clause, pack.Short + found.Article);
            }
        }

        return clause.LastIndexOf('(') is > 0 and var bracket
            ? Ref(law, clause[..bracket]) with { Id = clause }
            : new ClauseRef(clause.Split('-')[0], clause);
    }
}
