using Zhixin.Web.Access;
using Zhixin.Web.Approvals;
using Zhixin.Web.Attachments;
using Zhixin.Web.Leader;
using Zhixin.Web.Ledger;
using Zhixin.Web.Notices;
using Zhixin.Web.Courts;
using Zhixin.Web.Calendar;
using Zhixin.Web.Papers;
using Zhixin.Web.Petitions;
using Zhixin.Web.PlatformItems;
using Zhixin.Web.Reception;
using Zhixin.Web.Regulations;
using Zhixin.Web.Shell;
using Zhixin.Web.Supervisions;
using Zhixin.Web.Workbench;

namespace Zhixin.Web.Hosting;

/// <summary>Every address of the application, module by module.</summary>
public static class Routes
{
    /// <summary>Maps all modules.</summary>
    public static void Map(WebApplication app)
    {
        SignInPages.Map(app);
        SecondStepPages.Map(app);
        KeyPages.Map(app);
        WorkbenchPages.Map(app);
        LeaderPages.Map(app);
        RegisterPages.Map(app);
        RegisterApi.Map(app);
        ReceiptPages.Map(app);
        PetitionPages.Map(app);
        SupervisionPages.Map(app);
        PlatformPages.Map(app);
        Checks.CheckPages.Map(app);
        ReportBox.ReportPages.Map(app);
        Bulletins.BulletinPages.Map(app);
        ReceptionPages.Map(app);
        StatisticsPages.Map(app);
        UploadPages.Map(app);
        AttachmentPages.Map(app);
        WithdrawalPages.Map(app);
        PaperPages.MapPetitions(app);
        ProposalPages.Map(app);
        InboxPages.Map(app);
        ApprovalPages.Map(app);
        WriteOffs.WriteOffPages.Map(app);
        Terminations.TerminationPages.Map(app);
        Procedures.ProcedurePages.Map(app);
        Hops.HopPages.Map(app);
        Hops.HopPapers.Map(app);
        LedgerPages.Map(app);
        SavedViews.Map(app);
        ImportPages.Map(app);
        CorrectionPages.Map(app);
        CourtsPages.Map(app);
        ContactCardPages.Map(app);
        StaffPages.Map(app);
        StaffActs.Map(app);
        HandoverPages.Map(app);
        RegulationPages.Map(app);
        CalendarPages.Map(app);
        AccessLogPages.Map(app);
        HealthPages.Map(app);
        HelpPages.Map(app);
    }
}
