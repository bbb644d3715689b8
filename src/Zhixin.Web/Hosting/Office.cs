using Zhixin.Bulletins;
using Zhixin.Calendar;
using Zhixin.Database;
using Zhixin.Database.Access;
using Zhixin.Database.Attachments;
using Zhixin.Database.Bulletins;
using Zhixin.Database.Ledger;
using Zhixin.Database.Notices;
using Zhixin.Database.Matters;
using Zhixin.Database.Courts;
using Zhixin.Database.Papers;
using Zhixin.Database.Persons;
using Zhixin.Database.Petitions;
using Zhixin.Database.PlatformItems;
using Zhixin.Database.Reception;
using Zhixin.Database.Regulations;
using Zhixin.Database.Setup;
using Zhixin.Web.Notices;
using Zhixin.Database.Supervisions;
using Zhixin.PlatformItems;
using Zhixin.Supervisions;

namespace Zhixin.Web.Hosting;

/// <summary>
/// The opened office: database migrated, facts seeded, law loaded, desks ready. Pages, API, commands and tests stand on the same one.
/// </summary>
public sealed partial class Office : IAsyncDisposable
{
    private Office(OfficeOptions options, Db db, DataFiles files, MasterKey master, LawLoader loader, LawInForce law, InstallationFacts facts, PaperFiles papers, TimeProvider clock)
    {
        (Db, Files, Master, Loader, Law, Facts, Clock) = (db, files, master, loader, law, facts, clock);
        Vault = new PersonVault(master);
        Persons = new PersonRecords(db, Vault);
        Rows = RowsOf(law.Now, Today);
        IReadOnlyList<INoticeChannel> channels = facts.Demo ? [] : options.NoticeChannels; // A demo sends nothing to anybody.
        Outbox = new Outbox(law, channels.Count > 0);
        Petitions = new PetitionDesk(db, law, Rows, Outbox, clock);
        Deadlines = new Deadlines(db, law, Petitions, clock);
        Registrations = new RegistrationDesk(db, law, Rows, Vault, Petitions, Persons, Outbox, clock);
        var links = new ContactLinks(db, Rows, Outbox);
        HalfQueue = new HalfQueue(db, clock);
        Halves = new OtherHalves(db, Petitions, links, HalfQueue);
        Life = new LifeDesk(db, law, Vault, Persons, Petitions, links, Halves);
        Moves = new MoveDesk(db, law, Rows, Vault, Persons, Petitions, links, Halves);
        Contacts = new ContactDesk(db, law, Vault, Persons, Petitions, links);
        Inbox = new Inbox(db, [.. files.Posts.All.Select(p => p.Code)], clock);
        Digests = new Digests(db, law, Outbox, clock);
        Outgoing = new OutgoingQueue(db, clock);
        Sender = new NoticeSender(Outgoing, law, channels, () => Facts.Demo);
        Matching = new Matching(db, Vault);
        Joins = new JoinDesk(db, law, Vault, Persons, Petitions, links, Matching, Halves);
        Intake = new IntakeDesk(law, Petitions, links, Registrations, Joins);
        Lists = new PetitionLists(db);
        Owed = new OwedLists(db);
        Approvals = new ApprovalLists(db);
        WriteOffs = new WriteOffLists(db);
        Terminations = new TerminationLists(db);
        ReviewSteps = new ReviewStepLists(db);
        Hops = new HopLists(db);
        Leaders = new LeaderLists(db);
        Reception = new ReceptionLists(db);
        Periods = new PeriodDesk(db, law, Rows, Reception, clock);
        Paper = new PaperBox(db, law, master);
        Supervisions = new MatterDesk<Supervision>(db, law, Outbox, clock, SupervisionKind.Of(Rows.Supervisions), Paper);
        SupervisionLists = new SupervisionLists(db);
        AreaCounts = new AreaCounts(SupervisionLists, clock);
        Overruns = new Overruns(db, law, Supervisions);
        AccusedHalves = new AccusedHalves(db, Petitions, Supervisions, HalfQueue);
        TakeOvers = new TakeOvers(Petitions, Moves, HalfQueue);
        Listed = new ListedLists(db);
        PlatformItems = new MatterDesk<PlatformItem>(db, law, Outbox, clock, Rows.PlatformItems.Kind(), Paper);
        PlatformLists = new PlatformLists(db);
        Checks = new MatterDesk<Zhixin.Checks.CheckRecord>(db, law, Outbox, clock, Rows.Checks.Kind(), Paper);
        CheckLists = new Database.Checks.CheckLists(db);
        Reports = new MatterDesk<Zhixin.ReportBox.BoxedReport>(db, law, Outbox, clock, Rows.Reports.Kind(), Paper);
        ReportLists = new Database.ReportBox.ReportLists(db);
        ReportVault = new Database.ReportBox.ReportVault(master);
        Listed = new ListedLists(db);
        Below = new OverdueBelow(db);
        Day = new DayLists(db);
        Bulletins = new MatterDesk<Bulletin>(db, law, Outbox, clock, Rows.Bulletins.Kind(), Paper);
        BulletinLists = new BulletinLists(db);
        BulletinFigures = new BulletinFigures(db, law);
        Quarters = new Quarters(db, law, Bulletins, clock);
        Ledger = new LedgerLists(db, Vault, law.Now.Courts);
        Imports = new ImportDesk(db, law, Rows, Vault, Petitions, clock);
        Corrections = new CorrectionDesk(db, law, new RowBox(master), clock);
        (DataDirectory, KeepMessages, Proxies) = (options.DataDirectory, options.KeepMessages, options.Proxies);
        Contents = new ContentStore(options.Attachments);
        Incoming = new IncomingFiles(Contents, master, options.Limits, clock);
        Attachments = new AttachmentDesk(db, law, Rows, Petitions, Contents, Incoming, master, options.Clamd is not null);
        Withdrawals = new WithdrawalDesk(db, law, Petitions, Attachments);
        AttachmentWatch = new AttachmentWatch(db, Contents, Incoming, master, options.Clamd is { } clamd ? new Clamd(clamd) : null, clock);
        PaperFiles = papers;
        Papers = new PaperDesk(db, Petitions, Paper);
        Accounts = new Accounts(db, master);
        Keys = new BearerKeys(db);
        Installation = new Installation(db);
        Staff = new StaffDesk(db, law, files.Posts, files.Units, Petitions, clock);
        Handovers = new HandoverDesk(db, law, Petitions, Supervisions, PlatformItems);
        Adoptions = new AdoptionDesk(db, law, loader, clock);
        Notices = new NoticeDesk(db, law, loader, [Petitions, Supervisions, PlatformItems, Checks, Reports, Bulletins], clock);
    }

    /// <summary>Today at +08:00.</summary>
    public DateOnly Today => ChinaDate.Of(Clock.GetUtcNow());

    /// <summary>Opens the office: migrates, seeds, loads. Everything that can be wrong is said here, before the first page.</summary>
    /// <exception cref="DataFilesException">A data file is wrong; names file and line.</exception>
    /// <exception cref="InvalidOperationException">The database is newer, or belongs to another master key.</exception>
    /// <exception cref="MasterKeyException">The master key is missing or damaged.</exception>
    public static async Task<Office> Open(OfficeOptions options, TimeProvider clock, CancellationToken stop)
    {
        var files = DataFiles.Read();
        var papers = PaperFiles.Read(DataFiles.Root, options.DataDirectory, files.Courts);
        await Migrator.MigrateAsync(options.ConnectionString, stop);
        var db = new Db(options.ConnectionString, options.Watch);
        var installation = new Installation(db);
        var keyFile = Path.Combine(options.DataDirectory, "master.key");
        var master = await installation.Facts(stop) is null ? MasterKey.ReadOrCreate(keyFile) : MasterKey.Read(keyFile);
        await installation.Mark(options.Demo, Version, master.Id, clock.GetUtcNow(), stop);
        var facts = (await installation.Facts(stop))!;
        if (facts.MasterKeyId != master.Id)
        {
            throw new InvalidOperationException(
                $"The database was made with another master key ({facts.MasterKeyId}, not {master.Id}). 主密钥与数据库不符，请放回原来的 master.key。");
        }

        await installation.SeedCourts(files.Courts, stop);
        var loader = new LawLoader(db, files);
        await loader.Seed(clock, stop);
        var law = new LawInForce(await loader.Load(stop));
        var office = new Office(options, db, files, master, loader, law, facts, papers, clock);
        await office.Notices.Finish(stop);
        return office;
    }

    /// <summary>The office that answers a request.</summary>
    public static Office Of(HttpContext http) => http.RequestServices.GetRequiredService<Office>();

    /// <summary>Version of the software.</summary>
    public static string Version { get; } = typeof(Office).Assembly.GetName().Version!.ToString(3);

    /// <summary>The read rows under a law: from how many people on a visit is a group visit stands in a pack.</summary>
    public static ReadRows RowsOf(Law law, DateOnly today) => new(
        law.Courts,
        (int)(law.Rules.Threshold("group-visit", [], today)?.Value
            ?? throw new InvalidDataException("No pack says from how many people on a visit is a group visit.")));

    /// <summary>Loads the law anew after a pack, an adoption or a notice changed it.</summary>
    public async Task Reload(CancellationToken stop)
    {
        Law.Now = await Loader.Load(stop);
        Facts = (await Installation.Facts(stop))!;
    }

    /// <summary>Changes whenever the law or the installation does; nodes and commands that share the database watch it.</summary>
    public async Task<string> Edition(CancellationToken stop) => (await Db.Reference<string>(
        """
        select concat_ws(' ', (select count(*) from adoption where confirmed_by is not null), (select max(confirmed_at) from adoption),
          (select count(*) from adoption where until_day is not null), (select count(*) from calendar_notice where confirmed_by is not null), (select demo from installation))
        """,
        [], stop)).Single();

    /// <inheritdoc/>
    public ValueTask DisposeAsync()
    {
        Sender.Dispose();
        return Db.DisposeAsync();
    }
}
