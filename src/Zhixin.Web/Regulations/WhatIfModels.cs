using Zhixin.Web.Components;

namespace Zhixin.Web.Regulations;

/// <summary>What differs between two packs. Fields (GET): from, to, each "id.version".</summary>
/// <param name="IsOther">Two packs, not two versions of one.</param>
public sealed record CompareModel(
    string PackId, string Before, string After, FormState Form, IReadOnlyList<Choice> Packs, IReadOnlyList<CompareRow> Rules,
    IReadOnlyList<CompareRow> Clauses, IReadOnlyList<CompareRow> Thresholds, bool IsOther);

/// <summary>One difference. <paramref name="What"/> names the fields that differ; may be empty.</summary>
public sealed record CompareRow(string Name, string Change, RichText Before, RichText After, string What);

/// <summary>The trial of another period. Fields (GET): rule, n, unit.</summary>
/// <param name="Others">Periods of other packs for the same slot, to be tried with a click.</param>
/// <param name="Result">Null before one was tried.</param>
public sealed record WhatIfModel(
    string PackId, string PackName, FormState Form, IReadOnlyList<Choice> Rules, IReadOnlyList<Choice> Units, string Now, ClauseRef Clause,
    IReadOnlyList<Anchor> Others, WhatIfResult? Result, RefusalModel? Refused);

/// <summary>What would happen.</summary>
/// <param name="Counts">How many become overdue, are no longer overdue, move.</param>
/// <param name="Rows">Those that would become overdue first; may hold the first of them only.</param>
public sealed record WhatIfResult(string Period, int Count, bool IsPartial, IReadOnlyList<EffectCount> Counts, IReadOnlyList<WhatIfLine> Rows);

/// <summary>How many have an effect.</summary>
public sealed record EffectCount(string Term, int Value);

/// <summary>Something open, now and then.</summary>
public sealed record WhatIfLine(string Who, string Href, string? CaseNumber, BindingDay? Now, BindingDay? Then, DueLight Light, string Effect, bool IsBad);
