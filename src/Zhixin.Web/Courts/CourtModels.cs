using Zhixin.Web.Components;

namespace Zhixin.Web.Courts;

/// <summary>The court tree, one court opened. Search field (GET): words.</summary>
/// <param name="Path">From the top to the parent.</param>
/// <param name="Card">Contact card: address, window, telephone, hours, liaison.</param>
/// <param name="Children">The courts one level below.</param>
/// <param name="Hits">Courts found by name or code.</param>
public sealed record CourtsModel(
    FormState Search,
    IReadOnlyList<CourtRow> Hits,
    IReadOnlyList<Anchor> Path,
    CourtRow Current,
    IReadOnlyList<KeyValue> Card,
    IReadOnlyList<CourtRow> Children,
    IReadOnlyList<UnitRow> Units,
    IReadOnlyList<ActionModel> Actions);

/// <summary>A court. <paramref name="Code"/> is the prefix of its case numbers ("鲁0117").</summary>
public sealed record CourtRow(string Name, string Code, string Level, string Href, int Below, bool HasUsers);

/// <summary>A unit of the court with its head and the number of people in post.</summary>
public sealed record UnitRow(string Name, string? Head, int Staff, string? Phone);

/// <summary>People of a court. Filter fields (GET): name, unit, post. The form to add posts: addName, addUser, addUnit, addPost.</summary>
/// <param name="Issued">A one-time password, shown once after it was issued.</param>
public sealed record StaffModel(
    string Court,
    FormState Filter,
    IReadOnlyList<Choice> Units,
    IReadOnlyList<Choice> Posts,
    IReadOnlyList<StaffRow> Rows,
    PagerModel Pager,
    AddStaff? Add,
    IssuedPassword? Issued);

/// <summary>A person in post.</summary>
public sealed record StaffRow(
    string Name,
    string User,
    string Unit,
    IReadOnlyList<string> Posts,
    string Status,
    bool IsActive,
    int OpenPetitions,
    string? Deputy,
    IReadOnlyList<ActionModel> Actions);

/// <summary>The form that adds a person.</summary>
public sealed record AddStaff(FormState Form, string Key);

/// <summary>A one-time password.</summary>
public sealed record IssuedPassword(string Name, string User, string Password);
