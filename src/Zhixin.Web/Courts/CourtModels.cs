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
public sealed record UnitRow(string Name, string? Head, int Staff, string? Phone)
{
    /// <summary>Name of the unit that it belongs to; null where it stands by itself.</summary>
    public string? PartOf { get; init; }

    /// <summary>Whether it is the one unit that owns the petitions.</summary>
    public bool OwnsPetitions { get; init; }

    /// <summary>Where it comes from.</summary>
    public IReadOnlyList<ClauseRef> Clauses { get; init; } = [];
}

/// <summary>People of a court. Filter fields (GET): name, unit, post. The form to add posts: addName, addUser, addUnit, addPost.</summary>
/// <param name="Issued">A one-time password, shown once after it was issued.</param>
/// <param name="Href">The list of this court: filtered there, people added there.</param>
public sealed record StaffModel(
    string Court,
    FormState Filter,
    IReadOnlyList<Choice> Units,
    IReadOnlyList<Choice> Posts,
    IReadOnlyList<StaffRow> Rows,
    PagerModel Pager,
    AddStaff? Add,
    IssuedPassword? Issued,
    string Href = "/staff");

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

/// <summary>A person of a court, as the API tells it.</summary>
/// <param name="Owed">How much is owed by name: leaving is refused while there is any.</param>
/// <param name="Version">For If-Match.</param>
public sealed record StaffJson(
    int Court, Guid Id, string Name, string User, string Unit, IReadOnlyList<string> Posts, bool InPost, IReadOnlyList<Zhixin.Courts.Deputy> Deputies, int Owed, int Version);

/// <summary>A person took up posts. The password is told once: a resend answers without it.</summary>
public sealed record Appointed(int Court, Guid Id, IssuedPassword? Issued);

/// <summary>The form of a court's contact card. Fields: postalAddress, receptionWindow, hours, phones, web, windowStaff, mailStaff.</summary>
/// <param name="Clause">Why it is owed.</param>
/// <param name="People">Who can serve the window and the mail desk.</param>
public sealed record CardModel(string Court, string Href, FormState Form, string Key, ClauseRef Clause, IReadOnlyList<Choice> People);

/// <summary>What the public sees of a court. Search field (GET): words.</summary>
/// <param name="Court">Null before one is chosen.</param>
/// <param name="Card">Empty where the court has published none.</param>
public sealed record PublicCourtModel(FormState Search, IReadOnlyList<Anchor> Hits, string? Court, IReadOnlyList<KeyValue> Card, bool IsDemo = false);

/// <summary>The form that sets up a unit. Fields: kind, unitName.</summary>
public sealed record UnitFormModel(string Court, string Href, IReadOnlyList<UnitRow> Units, IReadOnlyList<Choice> Kinds, FormState Form, string Key);

/// <summary>A box that can be ticked.</summary>
public sealed record Tick(string Value, string Text, bool IsOn);

/// <summary>One person, with every act that an administrator may do.</summary>
/// <param name="Href">The person's address; the acts are posted below it.</param>
/// <param name="Owed">Open petitions and obligations in the person's name.</param>
/// <param name="Change">Whether the viewer may change posts, name deputies, and record a leaving.</param>
/// <param name="Reset">Whether the viewer may reset the password.</param>
/// <param name="HandOver">Whether the viewer may hand the person's petitions over.</param>
/// <param name="Form">What was typed into the form that was refused.</param>
public sealed record MemberModel(
    string Name, string User, string Court, string CourtHref, string Href, bool InPost, string Unit, IReadOnlyList<string> PostNames, int Owed, int Version,
    bool Change, bool Reset, bool HandOver, IReadOnlyList<Choice> Units, IReadOnlyList<Tick> Posts, IReadOnlyList<Choice> Colleagues, IReadOnlyList<Tick> Acts,
    IReadOnlyList<DeputyRow> Deputies, FormState Form, string Key, IssuedPassword? Issued);

/// <summary>A deputy's days. <paramref name="End"/> is where ending them is posted; null where they are over or the viewer may not.</summary>
public sealed record DeputyRow(string Name, string Acts, DateOnly From, DateOnly To, string? End);

/// <summary>The handing over of a person's petitions. Fields: to, reason.</summary>
/// <param name="Results">How each ended, after it was done.</param>
public sealed record HandoverModel(
    string Name, string Court, string StaffHref, string Href, IReadOnlyList<HandoverRow> Rows, IReadOnlyList<Choice> Takers, FormState Form, string Key,
    IReadOnlyList<HandoverResult>? Results);

/// <summary>A petition to be handed over.</summary>
public sealed record HandoverRow(string Number, string Href, string Roles, string Summary, DateOnly? NextDue);

/// <summary>How the handing over of one role in one petition ended; <paramref name="Why"/> is null where it was handed over.</summary>
public sealed record HandoverResult(string Number, string Href, string Role, RefusalModel? Why);
