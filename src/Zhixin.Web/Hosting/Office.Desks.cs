using Zhixin.Bulletins;
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

/// <summary>What the office holds: the database, the law, and a desk or a list for everything that is done and seen.</summary>
public sealed partial class Office
{
    public Db Db { get; }

    public DataFiles Files { get; }

    public MasterKey Master { get; }

    public LawLoader Loader { get; }

    public LawInForce Law { get; }

    /// <summary>What the installation is; read again with the law.</summary>
    public InstallationFacts Facts { get; private set; }

    public TimeProvider Clock { get; }
    public PersonVault Vault { get; }
    public PersonRecords Persons { get; }
    public ReadRows Rows { get; }

    public PetitionDesk Petitions { get; }

    /// <summary>Transfers, splits, and other persons in the place of parties.</summary>
    public MoveDesk Moves { get; }

    public Deadlines Deadlines { get; }

    public RegistrationDesk Registrations { get; }

    /// <summary>Registers contacts, whoever answers for the petition that they belong to.</summary>
    public IntakeDesk Intake { get; }
    public LifeDesk Life { get; }
    public ContactDesk Contacts { get; }
    public JoinDesk Joins { get; }
    /// <summary>What has to follow in other homes.</summary>
    public HalfQueue HalfQueue { get; }

    public OtherHalves Halves { get; }

    /// <summary>Takes what people are told into the transaction that causes it.</summary>
    public Outbox Outbox { get; }

    public Inbox Inbox { get; }

    public Digests Digests { get; }

    public OutgoingQueue Outgoing { get; }

    public NoticeSender Sender { get; }

    public Matching Matching { get; }

    public PetitionLists Lists { get; }

    public OwedLists Owed { get; }

    /// <summary>What waits for somebody's decision.</summary>
    public ApprovalLists Approvals { get; }

    public WriteOffLists WriteOffs { get; }

    public TerminationLists Terminations { get; }

    /// <summary>Dockets of procedures.</summary>
    public ReviewStepLists ReviewSteps { get; }

    /// <summary>What a court handed down and has from above.</summary>
    public HopLists Hops { get; }

    public LeaderLists Leaders { get; }

    /// <summary>Who is received when, and what was received on a day.</summary>
    public ReceptionLists Reception { get; }

    /// <summary>What courts owe of each day, and their bulletins.</summary>
    public PeriodDesk Periods { get; }

    /// <summary>What superiors supervise.</summary>
    public MatterDesk<Supervision> Supervisions { get; }

    public SupervisionLists SupervisionLists { get; }

    public AreaCounts AreaCounts { get; }

    /// <summary>Records what has been overdue for the days of the pack.</summary>
    public Overruns Overruns { get; }

    /// <summary>Makes petitions follow where another court enforces.</summary>
    public TakeOvers TakeOvers { get; }

    /// <summary>Bars from supervisions whom their petitions come to accuse.</summary>
    public AccusedHalves AccusedHalves { get; }

    /// <summary>Items of the command platform.</summary>
    public MatterDesk<PlatformItem> PlatformItems { get; }

    public PlatformLists PlatformLists { get; }

    /// <summary>Records of checks on enforcement cases.</summary>
    public MatterDesk<Zhixin.Checks.CheckRecord> Checks { get; }

    public Database.Checks.CheckLists CheckLists { get; }

    /// <summary>Reports about enforcement.</summary>
    public MatterDesk<Zhixin.ReportBox.BoxedReport> Reports { get; }

    public Database.ReportBox.ReportLists ReportLists { get; }

    /// <summary>Seals what reports say.</summary>
    public Database.ReportBox.ReportVault ReportVault { get; }

    /// <summary>Listed matters, for staff and for everybody.</summary>
    public ListedLists Listed { get; }

    /// <summary>What courts under a viewer's have let pass.</summary>
    public OverdueBelow Below { get; }

    /// <summary>What waits for a superior court today.</summary>
    public DayLists Day { get; }

    /// <summary>Bulletins that rank the courts under one.</summary>
    public MatterDesk<Bulletin> Bulletins { get; }

    public BulletinLists BulletinLists { get; }

    public BulletinFigures BulletinFigures { get; }

    /// <summary>Ends the periods of which they are owed.</summary>
    public Quarters Quarters { get; }

    public LedgerLists Ledger { get; }

    public ImportDesk Imports { get; }

    public CorrectionDesk Corrections { get; }

    public ContentStore Contents { get; }

    public IncomingFiles Incoming { get; }

    public AttachmentDesk Attachments { get; }

    public WithdrawalDesk Withdrawals { get; }

    public AttachmentWatch AttachmentWatch { get; }

    /// <summary>Holds the master key, attachments and files that are on their way in.</summary>
    public string DataDirectory { get; }

    /// <summary>For how long messages that are over are kept; zero or less: for ever.</summary>
    public TimeSpan KeepMessages { get; }

    /// <summary>The proxies in front; they say where a visitor comes from.</summary>
    public IReadOnlyList<System.Net.IPNetwork> Proxies { get; }

    /// <summary>The templates of papers.</summary>
    public PaperFiles PaperFiles { get; }

    /// <summary>Keeps issued papers and gives them their numbers.</summary>
    public PaperBox Paper { get; }

    public PaperDesk Papers { get; }

    public Accounts Accounts { get; }

    public BearerKeys Keys { get; }

    public Installation Installation { get; }

    public StaffDesk Staff { get; }

    public HandoverDesk Handovers { get; }

    public AdoptionDesk Adoptions { get; }

    public NoticeDesk Notices { get; }
}
