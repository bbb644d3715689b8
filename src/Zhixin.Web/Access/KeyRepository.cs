using System.Text;
using System.Xml.Linq;
using Microsoft.AspNetCore.DataProtection.Repositories;
using Zhixin.Database;
using Zhixin.Database.Persons;

namespace Zhixin.Web.Access;

/// <summary>The framework's data-protection keys, in the database, wrapped by the master key.</summary>
public sealed class KeyRepository(Db db, MasterKey master) : IXmlRepository
{
    /// <inheritdoc/>
    public IReadOnlyCollection<XElement> GetAllElements() =>
        [.. db.Reference<byte[]>("select sealed from data_protection_key", []).GetAwaiter().GetResult()
            .Select(box => XElement.Parse(Encoding.UTF8.GetString(master.Unwrap(box))))];

    /// <inheritdoc/>
    public void StoreElement(XElement element, string friendlyName) => db.Change(
        "insert into data_protection_key (name, sealed) values ($1, $2) on conflict (name) do update set sealed = excluded.sealed",
        [friendlyName, master.Wrap(Encoding.UTF8.GetBytes(element.ToString(SaveOptions.DisableFormatting)))]).GetAwaiter().GetResult();
}
