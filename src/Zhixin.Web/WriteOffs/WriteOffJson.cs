using Zhixin.Database.Petitions;
using Zhixin.Petitions;

namespace Zhixin.Web.WriteOffs;

/// <summary>An application for write-off as JSON: its ground and materials, every step with its person, and what became of it.</summary>
/// <param name="Way">Numbers of the courts above that it goes through, nearest first; the last one verifies.</param>
/// <param name="Waits">The station at which it waits; null when it is over.</param>
/// <param name="WaitsAt">Number of the court at which it waits; null when it is over.</param>
/// <param name="Ended">"approved", "refused", "returned", "withdrawn" or "lapsed"; null while it is under way.</param>
/// <param name="Reversed">"contact", "reopened" or "found"; null where nothing reversed it.</param>
public sealed record WriteOffJson(
    int No, int Court, string Ground, string GroundClause, string? Standard, string Result, IReadOnlyList<WriteOffJson.Material> Materials, IReadOnlyList<int> Way, DateOnly AppliedOn,
    IReadOnlyList<WriteOffJson.Step> Steps, string? Waits, int? WaitsAt, Guid? Verifier, string? Ended, DateOnly? EndedOn, string? Reversed, DateOnly? ReversedOn)
{
    /// <summary>A material, and the document that stands for it: "record:12", "paper:3", "file:…".</summary>
    public sealed record Material(string Code, string Document, string Name);

    /// <summary>What somebody did at a station.</summary>
    public sealed record Step(string Station, int Court, Guid By, Guid? For, DateOnly On, string Text);

    /// <summary>Of one application.</summary>
    public static WriteOffJson Of(WriteOff one) => new(
        one.Applied.No, one.Applied.Court, one.Applied.Ground, one.Applied.GroundClause, one.Applied.Standard, one.Applied.Result,
        [.. one.Applied.Materials.Select(m => new Material(m.Code, m.Document.Reference(), m.Document.Name))], one.Applied.Way, one.On,
        [.. one.Steps.Select(s => new Step(ReadRows.Code(s.Station), s.Court, s.By, s.For, s.On, s.Text))],
        one.Waits is { } place ? ReadRows.Code(place.Station) : null, one.Waits?.Court, one.Verifier?.Person, one.Ended is { } end ? ReadRows.Code(end) : null, one.EndedOn,
        one.Reversed is { } reversed ? ReadRows.Code(reversed.Because) : null, one.ReversedOn);
}
