using Zhixin.Web.Components;
using Zhixin.Web.Petitions;

namespace Zhixin.Web.Bulletins;

/// <summary>A bulletin in a list.</summary>
/// <param name="Note">How many courts have read it, or whether one's own has.</param>
public sealed record RankingRow(string Period, Anchor Bulletin, string Court, string State, DateOnly? IssuedOn, string Note, bool IsOpen);

/// <summary>The bulletins that a court issues, and those that it receives.</summary>
/// <param name="Views">Own and received.</param>
/// <param name="Begin">The form that begins one; null where the viewer may not, or is in the received.</param>
public sealed record BulletinsModel(
    string Lead, IReadOnlyList<ViewTab> Views, IReadOnlyList<RankingRow> Rows, EmptyModel None, PagerModel? Pager, BeginModel? Begin);

/// <summary>The form that begins the bulletin of a period that is over.</summary>
/// <param name="Periods">By last day; those of which nothing stands yet.</param>
public sealed record BeginModel(string Key, FormState Form, IReadOnlyList<Choice> Periods);

/// <summary>A court in a ranking.</summary>
/// <param name="Rank">"1", or a dash.</param>
/// <param name="IsOwn">Whether it is the viewer's.</param>
public sealed record RankedRow(string Rank, string Court, IReadOnlyList<string> Numbers, bool IsOwn);

/// <summary>The page of a ranking bulletin.</summary>
/// <param name="Paper">The paper; null before it was issued.</param>
/// <param name="State">"草稿" and the like over the figures: whose they are, and of when.</param>
/// <param name="Headings">Of the numbers of a row.</param>
/// <param name="Visits">Where petitioners went; empty where no instrument asks for it.</param>
public sealed record RankingModel(
    string Title, string Court, IReadOnlyList<TagModel> Tags, RichText Lead, Anchor? Paper, string State, IReadOnlyList<string> Headings, IReadOnlyList<RankedRow> Ranked,
    IReadOnlyList<RankedRow> Unranked, IReadOnlyList<RankedRow> Visits, IReadOnlyList<string> How, string? Remarks, IReadOnlyList<KeyValue> Readers, IReadOnlyList<ObligationModel> Obligations,
    PossibleActs Acts, IReadOnlyList<TimelineEntry> Timeline, string TimelineNote);
