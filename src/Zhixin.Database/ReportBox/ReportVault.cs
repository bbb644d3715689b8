using System.Text.Json;
using Zhixin.Database.Persons;

namespace Zhixin.Database.ReportBox;

/// <summary>What a report says.</summary>
/// <param name="Reporter">Null where no name was given.</param>
/// <param name="Phone">Where the reporter can be reached; null where nothing was given.</param>
/// <param name="CaseNumber">As it was given; null where none was.</param>
public sealed record ReportText(string Content, string? Reporter, string? Phone, string? CaseNumber);

/// <summary>Seals what reports say under the master key, so that whoever reads the tables reads nothing of it.</summary>
public sealed class ReportVault(MasterKey master)
{
    /// <summary>Seals, as Base64.</summary>
    public string Close<T>(T value) => Convert.ToBase64String(master.Wrap(JsonSerializer.SerializeToUtf8Bytes(value)));

    /// <summary>Opens what <see cref="Close{T}"/> sealed.</summary>
    public T Open<T>(string box) => JsonSerializer.Deserialize<T>(master.Unwrap(Convert.FromBase64String(box)))!;
}
