using Zhixin.History;

namespace Zhixin.Reception;

/// <summary>A day began for a court that owes something of every day. It happened on that day.</summary>
/// <param name="Level">The court's level: "basic", "intermediate", "high", "supreme".</param>
[Fact("period.day-began", Clause = "JZ21-3.1")]
public sealed record PeriodDayBegan(string Level);

/// <summary>
/// How a court entered what it received, as it stood when the bulletin was issued. Numbers of contacts and appointments, never of persons; no
/// number of it is better for being small but <paramref name="Later"/> and <paramref name="Waiting"/>.
/// </summary>
/// <param name="Received">Contacts that reached the court on the day.</param>
/// <param name="SameDay">Of these, entered on the day itself.</param>
/// <param name="Later">Of these, entered on a later day.</param>
/// <param name="FromBefore">Entered on the day, received on an earlier one 补录.</param>
/// <param name="Solved">Of those received, solved on the spot.</param>
/// <param name="PassedOn">Of those received, passed on with an opinion.</param>
/// <param name="Guided">Of those received, guided into another procedure.</param>
/// <param name="Transferred">Of those received, transferred to another body.</param>
/// <param name="Appointments">Receptions agreed on for the day, without those that were called off.</param>
/// <param name="Waiting">Of these, nobody has said what became of them.</param>
public sealed record EntryFigures(
    int Court, string CourtName, int Received, int SameDay, int Later, int FromBefore, int Solved, int PassedOn, int Guided, int Transferred, int Appointments,
    int Waiting);

/// <summary>The daily statistic of entry was issued as a bulletin to the courts under the issuing one (JZ21-3.1). What was issued never changes.</summary>
/// <param name="Number">Gapless per issuing court and year.</param>
/// <param name="Courts">The figures of every court under it, in the order of the directory.</param>
/// <param name="Remarks">What the issuing court says to them; null where nothing.</param>
[Fact("bulletin.daily-issued", Clause = "JZ21-3.1")]
public sealed record BulletinDailyIssued(string Number, IReadOnlyList<EntryFigures> Courts, string? Remarks);

/// <summary>A working day began for a court that owes something of every working day (HNP-18).</summary>
/// <param name="Level">The court's level.</param>
[Fact("period.workday-began", Clause = "HNP-18")]
public sealed record PeriodWorkdayBegan(string Level);

/// <summary>What the daily window over the platform's items found, kind by kind (HNP-18).</summary>
/// <param name="Open">Items that run in the area.</param>
/// <param name="Waiting">Of these, the court below says that they are completed.</param>
/// <param name="Overdue">Of these, not completed and overdue.</param>
public sealed record WindowFigures(string Kind, int Open, int Waiting, int Overdue);

/// <summary>The report of a day's window (HNP-18).</summary>
/// <param name="At">When it was made, HH:mm at +08:00.</param>
/// <param name="InWindow">Whether that is within the pack's hours for the court's level.</param>
/// <param name="Found">What was done in the window.</param>
[Fact("bulletin.window-report-made", Clause = "HNP-18")]
public sealed record WindowReportMade(string At, bool InWindow, IReadOnlyList<WindowFigures> Figures, string Found);
