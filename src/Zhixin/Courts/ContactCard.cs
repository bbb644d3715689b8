namespace Zhixin.Courts;

/// <summary>How the public reaches a court, and who serves the window and the mail desk (SPC16-3(1)).</summary>
public sealed record ContactCard
{
    /// <summary>Longest text of a field, in UTF-16 code units.</summary>
    public const int Longest = 500;

    /// <summary>Where letters go.</summary>
    public string PostalAddress { get; init; } = string.Empty;

    /// <summary>Where visitors are received.</summary>
    public string ReceptionWindow { get; init; } = string.Empty;

    /// <summary>When; may be empty.</summary>
    public string Hours { get; init; } = string.Empty;

    /// <summary>May be empty.</summary>
    public string Phones { get; init; } = string.Empty;

    /// <summary>Where enforcement is reported on (SPC09-4): on supervision cards and at every service. May be empty; then no card goes out.</summary>
    public string ReportPhone { get; init; } = string.Empty;

    /// <summary>May be empty.</summary>
    public string Web { get; init; } = string.Empty;

    /// <summary>Who receives visitors; never shown to the public by name.</summary>
    public Guid? WindowStaff { get; init; }

    /// <summary>Who handles letters; may be the same person.</summary>
    public Guid? MailStaff { get; init; }

    /// <summary>Whether it says all that a court has to make public.</summary>
    public bool IsComplete => Missing().Count == 0;

    /// <summary>The card as it is published, or why not: window, address and the people who serve them are owed to the public.</summary>
    /// <param name="inPost">The people in post at the court.</param>
    public Decision<ContactCard> Publish(IReadOnlyCollection<Guid> inPost) => this switch
    {
        _ when Texts().FirstOrDefault(t => t.Text.Length > Longest) is { Field: { } field } long_ => new Refusal.Input(field, "card-length", long_.Name),
        _ when Missing() is { Count: > 0 } missing => new Refusal.Law("SPC16-3(1)", "card-incomplete", string.Join('、', missing)),
        { WindowStaff: { } window } when !inPost.Contains(window) => new Refusal.Input("windowStaff", "card-staff"),
        { MailStaff: { } mail } when !inPost.Contains(mail) => new Refusal.Input("mailStaff", "card-staff"),
        _ => new[] { this },
    };

    /// <summary>The texts by field name, with the words for them, in the order in which they are shown.</summary>
    public IReadOnlyList<(string Field, string Name, string Text)> Texts() =>
    [
        ("receptionWindow", "接待窗口", ReceptionWindow), ("hours", "接待时间", Hours), ("phones", "电话", Phones), ("reportPhone", "举报电话", ReportPhone), ("postalAddress", "来信地址", PostalAddress), ("web", "网站", Web),
    ];

    private List<string> Missing()
    {
        var missing = new List<string>();
        void Need(bool isThere, string name)
        {
            if (!isThere)
            {
                missing.Add(name);
            }
        }

        Need(!string.IsNullOrWhiteSpace(ReceptionWindow), "接待窗口");
        Need(!string.IsNullOrWhiteSpace(PostalAddress), "来信地址");
        Need(WindowStaff is not null, "接待来访人员");
        Need(MailStaff is not null, "处理来信人员");
        return missing;
    }
}
