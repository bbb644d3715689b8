namespace Zhixin.Regulations;

/// <summary>Whose clause a refusal names: never one of an instrument that is not in force where somebody acts.</summary>
public static class Citing
{
    /// <summary>Id of the list that names, for an instrument or an article of it, the clause in whose place it stands elsewhere.</summary>
    public const string Elsewhere = "clauses-elsewhere";

    /// <summary>
    /// The refusal under a clause that is in force: where an instrument of a province is cited that is not in force, the clause of the wider instrument on the same matter.
    /// What the list does not know stays as it is.
    /// </summary>
    /// <param name="binds">Whether a clause is in force where somebody acts.</param>
    /// <param name="elsewhere">Codes are instruments ("HNI") and articles ("HNI-9"); null where no instrument in force has the list.</param>
    public static Refusal InForce(Refusal why, Func<string, bool> binds, CodeList? elsewhere) => why switch
    {
        Refusal.Law law => law with { Clause = InForce(law.Clause, binds, elsewhere) },
        Refusal.Authority { Args: [var name, var roles, IEnumerable<string> clauses, .. var rest] } authority =>
            authority with { Arguments = [name, roles, clauses.Select(c => InForce(c, binds, elsewhere)).Distinct(StringComparer.Ordinal).ToArray(), .. rest] },
        _ => why,
    };

    /// <summary>The clause itself where it is in force, else the one in its place.</summary>
    public static string InForce(string clause, Func<string, bool> binds, CodeList? elsewhere)
    {
        var article = clause.Split('(')[0];
        var instead = elsewhere?.Find(article) ?? elsewhere?.Find(article.Split('-')[0]);
        return instead is null || binds(clause) ? clause : instead.Clause;
    }
}
