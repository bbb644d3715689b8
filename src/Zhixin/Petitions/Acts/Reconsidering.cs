using Zhixin.Courts;

namespace Zhixin.Petitions.Acts;

/// <summary>An application to a court above.</summary>
/// <param name="ReceivedOn">When a court had it.</param>
/// <param name="By">Who applies.</param>
/// <param name="Paper">The application, and where it is kept.</param>
public sealed record ReviewApplication(DateOnly ReceivedOn, string? By, string? Paper);

/// <summary>Reconsideration 执行复议 (CPL-236, EPI-7): within ten days of service, at the court above, which gets the file in five days.</summary>
public static class Reconsidering
{
    /// <summary>The act by which an application is received, as the authority matrix names it.</summary>
    public const string Receiving = "receive-remedy";

    /// <summary>The act by which the file goes up.</summary>
    public const string Sending = "send-file-up";

    /// <summary>Reconsideration is applied for; the last day counts, the day after is too late.</summary>
    /// <param name="court">Number of the court that received the application.</param>
    public static Decision<object> Apply(Petition petition, int no, ReviewApplication application, int court, ChainRules rules)
    {
        if (Closed(petition, no) is { } closed)
        {
            return closed;
        }

        var (chain, on) = (petition.Procedures.Find(no)!, application.ReceivedOn);
        var (last, above) = (Chains.Last(petition, chain, RemedyWindow.Reconsideration), rules.Edge("objection>reconsideration", chain.Court, chain.Court, on)?.Court);
        return application switch
        {
            _ when Chains.Day("receivedOn", on, rules.Today, chain.LastRuled!.Served!.On) is { } day => day,
            _ when above is null => new Refusal.Law("CPL-236", "reconsideration-nobody-above", rules.Court(chain.Court).Name),
            _ when court != chain.Court && court != above.Number => new Refusal.Law("CPL-236", "chain-other-court", above.Name),
            _ when on > last => new Refusal.Law("CPL-236", "reconsideration-late", last, on),
            _ when Chains.Empty(application.By) => new Refusal.Law("CPL-236", "application-needs-person"),
            _ when Chains.Empty(application.Paper) => new Refusal.Law("CPL-236", "application-needs-paper"),
            _ => new object[] { new ReconsiderationApplied(no, on, above.Number, application.By!.Trim(), application.Paper!.Trim()) },
        };
    }

    /// <summary>The enforcing court sends the file up (EPI-7).</summary>
    public static Decision<object> SendUp(Petition petition, int no, string? document, int court, ChainRules rules) => petition.Procedures.Find(no) switch
    {
        _ when Chains.NotInForce(petition) is { } not => not,
        null => new Refusal.Input("procedure", "conversion-unknown", no),
        { Current: not { Kind: ReviewKind.Reconsideration, IsOpen: true } } => new Refusal.Law("EPI-7", "file-up-no-application"),
        { Current.SentUpOn: not null } => new Refusal.State("file-up-sent"),
        var chain when Chains.Elsewhere(court, rules, "EPI-7", chain.Court) is { } elsewhere => elsewhere,
        _ when Chains.Empty(document) => new Refusal.Law("EPI-7", "file-up-needs-letter"),
        _ => new object[] { new FileSentUp(no, document!.Trim()) },
    };

    /// <summary>The court above has it, and files it under a number of its own; thirty days count from the day on which it had it (EPI-8).</summary>
    public static Decision<object> Receive(Petition petition, int no, CaseNumber? number, DateOnly receivedOn, int court, ChainRules rules) => petition.Procedures.Find(no) switch
    {
        _ when Chains.NotInForce(petition) is { } not => not,
        null => new Refusal.Input("procedure", "conversion-unknown", no),
        { Current: not { Kind: ReviewKind.Reconsideration, IsOpen: true } } => new Refusal.Law("EPI-8", "reconsideration-none"),
        { Current.Number: not null } => new Refusal.State("reconsideration-filed"),
        { Current: var step } when Chains.Elsewhere(court, rules, "EPI-8", step.Court) is { } elsewhere => elsewhere,
        { Current: var step } when Chains.Day("receivedOn", receivedOn, rules.Today, step.AppliedOn) is { } day => day,
        { Current: var step } when Unfit(petition, number, "执复", step.Court, "EPI-8") is { } unfit => unfit,
        { Current.Court: var at } => new object[] { new ReconsiderationReceived(no, receivedOn, at, number!.Text) },
    };

    /// <summary>Whoever applied takes it back, in writing.</summary>
    public static Decision<object> Withdraw(Petition petition, int no, string? document) => petition.Procedures.Find(no) switch
    {
        _ when Chains.NotInForce(petition) is { } not => not,
        null => new Refusal.Input("procedure", "conversion-unknown", no),
        { Current: not { Kind: ReviewKind.Reconsideration, IsOpen: true } } => new Refusal.Law("CPL-236", "reconsideration-none"),
        _ when Chains.Empty(document) => new Refusal.Law("CPL-236", "procedure-withdrawal-needs-paper"),
        _ => new object[] { new ReconsiderationWithdrawn(no, document!.Trim()) },
    };

    /// <summary>Why reconsideration of a chain cannot be applied for, whatever is given; null when it can.</summary>
    public static Refusal? Closed(Petition petition, int no) => petition.Procedures.Find(no) switch
    {
        _ when Chains.NotInForce(petition) is { } not => not,
        null => new Refusal.Input("procedure", "conversion-unknown", no),
        { IsOpen: true, Current.Kind: ReviewKind.Objection } => new Refusal.Law("CPL-236", "reconsideration-before-ruling"),
        { IsOpen: true } => new Refusal.State("chain-step-open"),
        { Owed.Kind: ObjectionKind.Outsider } => new Refusal.Law("CPL-238", "reconsideration-outsider"),
        { LastRuled: null } => new Refusal.Law("CPL-236", "reconsideration-before-ruling"),
        { LastRuled.Kind: not ReviewKind.Objection } => new Refusal.Law("CPL-236", "reconsideration-used"),
        { LastRuled.Served: null } => new Refusal.Law("CPL-236", "reconsideration-not-served"),
        _ => null,
    };

    /// <summary>Why a court receives no application for reconsideration; null where it can.</summary>
    public static Refusal? NothingToApply(Petition petition) => Chains.None(petition, c => Closed(petition, c.Owed.No) is null, new Refusal.State("reconsideration-nothing"));

    /// <summary>Why no file goes up from a court; null where one waits.</summary>
    public static Refusal? NothingToSend(Petition petition, int court) =>
        Chains.None(petition, c => c.Court == court && c.Current is { Kind: ReviewKind.Reconsideration, IsOpen: true, SentUpOn: null }, new Refusal.State("reconsideration-none"));

    /// <summary>Why a court has no application to file; null where one waits there.</summary>
    public static Refusal? NothingToReceive(Petition petition, int court) =>
        Chains.None(petition, c => c.Current is { Kind: ReviewKind.Reconsideration, IsOpen: true, Number: null } step && step.Court == court, new Refusal.State("reconsideration-none"));

    /// <summary>What is wrong with the number of a case; null where nothing is.</summary>
    internal static Refusal? Unfit(Petition petition, CaseNumber? number, string type, int court, string clause) => number switch
    {
        null => new Refusal.Input("number", "case-number-unreadable"),
        { Type: var other } when other != type => new Refusal.Law(clause, "procedure-number-type", number.Text, type),
        _ when number.Court?.Number != court => new Refusal.Law(clause, "procedure-number-court", number.Text),
        _ when petition.Procedures.Conversions.SelectMany(c => c.Steps).Any(s => s.Number == number.Text) => new Refusal.Input("number", "conversion-number-used", number.Text),
        _ => null,
    };
}
