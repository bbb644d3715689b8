using Zhixin.Web.Components;
using Zhixin.Web.Courts;

namespace Zhixin.Web.Access;

/// <summary>A person's keys. Fields of the form: name, post (several), until.</summary>
/// <param name="MadeName">Name of the key that was just made; null otherwise.</param>
/// <param name="Made">The key itself, this once.</param>
public sealed record KeysModel(
    string Name, string Href, IReadOnlyList<Tick> Posts, IReadOnlyList<KeyRow> Rows, FormState Form, string Key, string? MadeName, string? Made);

/// <summary>A key. <paramref name="Revocation"/> is where revoking it is posted; null where it is over.</summary>
public sealed record KeyRow(string Name, string Posts, string CreatedOn, string LastDay, string State, string? Revocation);
