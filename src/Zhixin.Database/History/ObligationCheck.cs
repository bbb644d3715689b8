using Zhixin.Database.Petitions;
using Zhixin.History;
using Zhixin.Obligations;
using Zhixin.Petitions;
using Zhixin.Regulations;

namespace Zhixin.Database.History;

/// <summary>
/// Whether obligations are what the rule versions say that they name. A date is computed again where the calendar is still the one it was
/// computed with; a calendar notice that came later changes no date by itself.
/// </summary>
public sealed class ObligationCheck(Law law)
{
    private readonly Dictionary<(string Id, int Version, string Hash), RegulationPack> _packs =
        law.Packs.ToDictionary(pack => (pack.Id, pack.Version, pack.Hash));

    /// <summary>The first difference of a petition's obligations.</summary>
    public Difference? Of(Petition petition) => Of(petition.Id, petition.Obligations);

    /// <summary>The first difference of the obligations of a stream.</summary>
    public Difference? Of(StreamId id, IReadOnlyList<Obligation> obligations) => obligations.Select(o => Of(id, o)).FirstOrDefault(difference => difference is not null);

    private Difference? Of(StreamId id, Obligation obligation)
    {
        var rule = obligation.Rule;
        var key = $"{ChainCheck.Key(id)}, {obligation.No}";
        return rule.Losers.Select(loser => loser.Pack).Prepend(rule.Pack).FirstOrDefault(named => Pack(named) is null) is { } unknown
            ? Difference.Of("pack_version", $"{unknown.Id}, {unknown.Version}", "hash", unknown.Hash, null)
            : Rule(rule, key) ?? Due(obligation, key);
    }

    private RegulationPack? Pack(PackVersion named) => _packs.GetValueOrDefault((named.Id, named.Version, named.Hash));

    /// <summary>The event keeps a copy of the rule: the copy is the rule of that version.</summary>
    private Difference? Rule(OpenedObligation opened, string key)
    {
        var rule = Pack(opened.Pack)!.Rules.FirstOrDefault(r => r.Kind == opened.Kind && r.Slot == opened.Slot);
        return rule switch
        {
            null => Difference.Of("obligation", key, "kind", $"a rule of {opened.Pack.Id} {opened.Pack.Version}", opened.Kind),
            _ when rule.Clause != opened.Clause => Difference.Of("obligation", key, "clause", rule.Clause, opened.Clause),
            _ when rule.Period != opened.Period => Difference.Of("obligation", key, "period", rule.Period, opened.Period),
            _ when rule.Fallback != opened.Fallback => Difference.Of("obligation", key, "fallback", rule.Fallback, opened.Fallback),
            _ when rule.Roll != opened.Roll => Difference.Of("obligation", key, "roll", rule.Roll, opened.Roll),
            _ => null,
        };
    }

    private Difference? Due(Obligation obligation, string key)
    {
        var rule = obligation.Rule;
        if (rule.CalendarVersion == law.Calendar.Version
            && Opening.Due(rule, rule.Trigger, rule.Stated, law.Calendar, []) is var opened && opened != rule.Due)
        {
            return Difference.Of("obligation", key, "due at opening", opened.Due, rule.Due.Due);
        }

        if (obligation.Moves is not [.., var last] || last.Calendar != law.Calendar.Version)
        {
            return null;
        }

        var moved = Clocks.Due(obligation, law.Calendar);
        return moved.Due == obligation.Due ? null : Difference.Of("obligation", key, "due", moved.Due, obligation.Due);
    }
}
