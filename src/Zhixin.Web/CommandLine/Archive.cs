using Npgsql;
using Zhixin.Calendar;
using Zhixin.Database;
using Zhixin.Database.Attachments;
using Zhixin.Database.Embedded;
using Zhixin.Database.Persons;
using Zhixin.Database.Petitions;
using Zhixin.Database.Setup;
using Zhixin.Web.Hosting;

namespace Zhixin.Web.CommandLine;

/// <summary>
/// An installation as maintenance opens it: nothing is migrated, seeded or created. The database may be in use by a running server.
/// </summary>
public sealed class Archive : IAsyncDisposable
{
    private readonly RunningDatabase _database;

    private Archive(RunningDatabase database, Db db, Law law, ReadRows rows, PersonVault? vault, ContentStore contents) =>
        (_database, Db, Law, Rows, Vault, Contents) = (database, db, law, rows, vault, contents);

    public Db Db { get; }

    public Law Law { get; }

    public ReadRows Rows { get; }

    /// <summary>Null where the master key is not at hand.</summary>
    public PersonVault? Vault { get; }

    /// <summary>The contents of attachments.</summary>
    public ContentStore Contents { get; }

    /// <summary>As the role that owns the schema.</summary>
    public string ConnectionString => _database.ConnectionString;

    /// <summary>Opens what stands under a data directory, or what <c>ZHIXIN_DATABASE</c> names with the key of that directory.</summary>
    /// <exception cref="CommandFailedException">The database is not one of this version, or belongs to another master key.</exception>
    public static async Task<Archive> Open(string data, string purpose, CommandContext context, CancellationToken stop)
    {
        var options = new EmbeddedServerOptions(data, purpose) { Notice = context.Error.WriteLine, WhenRunning = Sharing.Join };
        var database = await Options.OpenDatabase(options, context, stop);
        var db = new Db(database.ConnectionString);
        try
        {
            await Check(db, stop);
            var law = await new LawLoader(db, DataFiles.Read()).Load(stop);
            return new Archive(database, db, law, Office.RowsOf(law, ChinaDate.Of(context.Time.GetUtcNow())), await Key(db, data, stop),
                new ContentStore(OfficeOptions.Of(database.ConnectionString, Path.GetFullPath(data)).Attachments));
        }
        catch
        {
            await db.DisposeAsync();
            await database.DisposeAsync();
            throw;
        }
    }

    /// <inheritdoc/>
    public async ValueTask DisposeAsync()
    {
        await Db.DisposeAsync();
        await _database.DisposeAsync();
    }

    private static async Task Check(Db db, CancellationToken stop)
    {
        try
        {
            var run = await db.Maintenance<string>("select name from migration", [], stop);
            if (run.ToHashSet(StringComparer.Ordinal).SetEquals(Migrator.Names))
            {
                return;
            }
        }
        catch (PostgresException e) when (e.SqlState is PostgresErrorCodes.UndefinedTable or PostgresErrorCodes.UndefinedObject or PostgresErrorCodes.InvalidParameterValue)
        {
            // No table and no role of the software: an empty database, refused below.
        }

        throw new CommandFailedException(
            ExitCodes.BadInput, "数据库不是由本版本建立或升级的；请先用本版本运行 up。", "The database was not made or brought up to date by this version; run up with it first.");
    }

    private static async Task<PersonVault?> Key(Db db, string data, CancellationToken stop)
    {
        var path = Path.Combine(data, "master.key");
        if (!File.Exists(path))
        {
            return null;
        }

        var master = MasterKey.ReadOrCreate(path);
        var facts = await new Installation(db).Facts(stop);
        return facts is null || facts.MasterKeyId == master.Id ? new PersonVault(master) : throw new CommandFailedException(
            ExitCodes.BadInput,
            $"主密钥（{master.Id}）与数据库（{facts.MasterKeyId}）不符，请放回原来的 master.key。",
            $"The database belongs to the master key {facts.MasterKeyId}, not to {master.Id}.");
    }
}
