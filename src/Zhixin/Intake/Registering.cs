namespace Zhixin.Intake;

/// <summary>A petitioner as typed.</summary>
/// <param name="Kind">"natural", "legal" or "organisation" (GC21-1); empty is natural.</param>
public sealed record PetitionerForm(string? Name, string? IdentityNumber, string? Phone, string? Address, string? Capacity, string? Kind);

/// <summary>A registration as typed at the window, on paper or through the API. Nothing in it is required.</summary>
public sealed record RegistrationForm
{
    /// <summary>"yyyy-MM-dd" or "yyyy-MM-dd HH:mm"; empty is now.</summary>
    public string? ReceivedAt { get; init; }

    public string? Channel { get; init; }

    public string? Venue { get; init; }

    public string? People { get; init; }

    public IReadOnlyList<PetitionerForm> Petitioners { get; init; } = [];

    public string? CaseNumber { get; init; }

    /// <summary>Another case number that was mentioned, kept as typed.</summary>
    public string? OtherCase { get; init; }

    /// <summary>Parties as typed, separated by ；;，, or 、.</summary>
    public string? Parties { get; init; }

    public string? Summary { get; init; }

    public string? Request { get; init; }

    public string? RequestKind { get; init; }

    public string? Cause { get; init; }

    /// <summary>Staff named as accused.</summary>
    public IReadOnlyList<Guid> Accused { get; init; } = [];

    public string? AccusedText { get; init; }

    public string? Outcome { get; init; }

    public string? ProposedOpinion { get; init; }

    public string? ExternalNumber { get; init; }

    /// <summary>The enforcement case's handler as named by the petitioner or the file.</summary>
    public string? Handler { get; init; }

    public string? ForwardedBy { get; init; }

    public string? LetterNumber { get; init; }

    public string? ReplyBy { get; init; }

    /// <summary>What proves a day of receipt that is entered late.</summary>
    public string? LateProof { get; init; }
}

/// <summary>What could be read of the case number: its canonical form, or the doubt.</summary>
public sealed record CaseReading(string? Text, string? Canonical, IntakeFlag? Doubt);

/// <summary>A registration as understood: the fact without what only the desk knows (number, receiver, person ids).</summary>
public sealed record RegistrationDraft(
    ContactRegistered Facts, IReadOnlyList<PersonDraft> Petitioners, IReadOnlyList<PersonDetails> Parties);

/// <summary>A petitioner as understood.</summary>
public sealed record PersonDraft(string Kind, PersonDetails Details, Capacity Capacity);

/// <summary>
/// Reads a registration (GC21-3, GC21-12). What is missing or doubtful becomes a flag; only an empty submission and an impossible
/// or future date are refused.
/// </summary>
public static class Registering
{
    private const string DateForm = "yyyy-MM-dd";

    /// <summary>Who a petitioner is (GC21-1): codes of the pack list "petitioner-kinds".</summary>
    public static IReadOnlyList<string> PetitionerKinds { get; } = ["natural", "legal", "organisation"];

    /// <summary>What a petitioner raises (GC21-1): codes of the pack list "request-kinds".</summary>
    public static IReadOnlyList<string> RequestKinds { get; } = ["problem", "suggestion", "opinion", "complaint"];

    /// <summary>The draft, or every refusal of a field.</summary>
    /// <param name="form">As typed.</param>
    /// <param name="read">What could be read of the case number.</param>
    /// <param name="now">Date and time at +08:00.</param>
    /// <param name="earliest">The first day of the calendar.</param>
    public static (RegistrationDraft? Draft, IReadOnlyList<Refusal> Refusals) Read(RegistrationForm form, CaseReading read, DateTime now, DateOnly earliest)
    {
        var refusals = new List<Refusal>();
        if (IsEmpty(form))
        {
            refusals.Add(new Refusal.Input("summary", "empty-registration"));
        }

        var (on, at) = Received(form, now, earliest, refusals);
        var replyBy = ReplyBy(form, on, refusals);
        var people = People(form, refusals);
        if (refusals.Count > 0)
        {
            return (null, refusals);
        }

        var petitioners = form.Petitioners.Where(p => !IsEmpty(p)).Select(Person).DefaultIfEmpty(Nobody()).ToList();
        var facts = new ContactRegistered(
            string.Empty, Word(form.Channel, Channel.Visit), Word(form.Venue, Venue.OwnCourt), on, at, Guid.Empty,
            Math.Max(people, petitioners.Count), [], Trim(form.Summary) ?? string.Empty, Trim(form.Request) ?? string.Empty,
            Known(form.RequestKind, RequestKinds), Trim(form.Cause), read.Text, read.Canonical, Trim(form.OtherCase) is { } other ? [other] : [], [], [.. form.Accused.Distinct()], Trim(form.AccusedText),
            Word(form.Outcome, SpotOutcome.PassedOn), Trim(form.ProposedOpinion), Trim(form.ExternalNumber), Trim(form.Handler),
            Trim(form.ForwardedBy) is { } body ? new ForwardingBody(body, Trim(form.LetterNumber), replyBy) : null,
            Flags(form, read, petitioners, DateOnly.FromDateTime(now)), Trim(form.LateProof), null);
        return (new RegistrationDraft(facts, petitioners, Parties(form.Parties)), []);
    }

    private static bool IsEmpty(RegistrationForm form) =>
        form.Petitioners.All(IsEmpty) && Trim(form.CaseNumber) is null && Trim(form.Summary) is null && Trim(form.Request) is null
        && Trim(form.Parties) is null;

    private static bool IsEmpty(PetitionerForm form) =>
        Trim(form.Name) is null && Trim(form.IdentityNumber) is null && Trim(form.Phone) is null && Trim(form.Address) is null;

    private static (DateOnly On, string? At) Received(RegistrationForm form, DateTime now, DateOnly earliest, List<Refusal> refusals)
    {
        var text = Trim(form.ReceivedAt)?.Replace('T', ' ');
        if (text is null)
        {
            return (DateOnly.FromDateTime(now), now.ToString("HH:mm"));
        }

        var (day, time) = text.Length > DateForm.Length ? (text[..DateForm.Length], text[DateForm.Length..].Trim()) : (text, null);
        if (!DateOnly.TryParseExact(day, DateForm, out var on) || (time is not null && !TimeOnly.TryParseExact(time, ["HH:mm", "H:mm", "HH:mm:ss"], out _)))
        {
            refusals.Add(new Refusal.Input("receivedAt", "date-unreadable", text));
        }
        else if (on > DateOnly.FromDateTime(now))
        {
            refusals.Add(new Refusal.Input("receivedAt", "date-in-future", on));
        }
        else if (on < earliest)
        {
            refusals.Add(new Refusal.Input("receivedAt", "date-too-early", earliest));
        }

        return (on, time is null ? null : TimeOnly.TryParse(time, out var clock) ? clock.ToString("HH:mm") : null);
    }

    private static DateOnly? ReplyBy(RegistrationForm form, DateOnly received, List<Refusal> refusals)
    {
        if (Trim(form.ReplyBy) is not { } text)
        {
            return null;
        }

        if (!DateOnly.TryParseExact(text, DateForm, out var due))
        {
            refusals.Add(new Refusal.Input("replyBy", "date-unreadable", text));
            return null;
        }

        if (due < received)
        {
            refusals.Add(new Refusal.Input("replyBy", "before-receipt", received));
        }
        else if (due > Calendar.WorkCalendar.Last)
        {
            refusals.Add(new Refusal.Input("replyBy", "date-too-late", Calendar.WorkCalendar.Last));
        }

        return due;
    }

    private static int People(RegistrationForm form, List<Refusal> refusals)
    {
        if (Trim(form.People) is not { } text)
        {
            return 1;
        }

        if (int.TryParse(text, out var people) && people is >= 1 and <= 100_000)
        {
            return people;
        }

        refusals.Add(new Refusal.Input("people", "people-range"));
        return 1;
    }

    private static PersonDraft Person(PetitionerForm form)
    {
        var kind = Known(form.Kind, PetitionerKinds) ?? PetitionerKinds[0];
        var details = new PersonDetails(
            Trim(form.Name) ?? PersonDetails.Anonymous, Trim(form.IdentityNumber)?.ToUpperInvariant(), Trim(form.Phone), Trim(form.Address));
        return new PersonDraft(kind, details, Word(form.Capacity, Capacity.Unknown));
    }

    private static PersonDraft Nobody() => new("natural", new PersonDetails(PersonDetails.Anonymous, null, null, null), Capacity.Unknown);

    private static List<PersonDetails> Parties(string? text) => Trim(text) is null
        ? []
        : [.. text!.Split(['；', ';', '，', ',', '、'], StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries)
            .Select(name => new PersonDetails(name, null, null, null))];

    private static List<IntakeFlag> Flags(RegistrationForm form, CaseReading read, List<PersonDraft> petitioners, DateOnly today)
    {
        var flags = new List<IntakeFlag>();
        Add(petitioners.Any(p => p.Details.Name == PersonDetails.Anonymous), IntakeFlag.Anonymous);
        flags.AddRange(petitioners.SelectMany(p => PersonChecks.Flags(p.Kind, p.Details, today)).Distinct());
        Add(HasUnknownWord(form), IntakeFlag.WordUnknown);
        Add(read.Doubt is not null, read.Doubt ?? default);
        Add(Trim(form.Summary) is null, IntakeFlag.SummaryMissing);
        Add(Trim(form.Handler) is null, IntakeFlag.HandlerMissing);
        Add(Trim(form.ProposedOpinion) is null, IntakeFlag.OpinionMissing);
        Add(Trim(form.Parties) is null, IntakeFlag.PartiesMissing);
        return flags;

        void Add(bool doubt, IntakeFlag flag)
        {
            if (doubt)
            {
                flags.Add(flag);
            }
        }
    }

    /// <summary>A word outside the lists is never taken for another without a mark (GC21-1).</summary>
    private static bool HasUnknownWord(RegistrationForm form) =>
        IsUnknown<Channel>(form.Channel) || IsUnknown<Venue>(form.Venue) || IsUnknown<SpotOutcome>(form.Outcome)
        || form.Petitioners.Any(p => IsUnknown<Capacity>(p.Capacity) || IsUnknown(p.Kind, PetitionerKinds)) || IsUnknown(form.RequestKind, RequestKinds);

    private static bool IsUnknown<T>(string? text)
        where T : struct, Enum => Trim(text) is not null && Word(text, (T)(object)-1) is var word && !Enum.IsDefined(word);

    private static bool IsUnknown(string? text, IReadOnlyList<string> words) => Trim(text) is not null && Known(text, words) is null;

    private static string? Known(string? text, IReadOnlyList<string> words) => words.FirstOrDefault(w => w == Trim(text));

    private static T Word<T>(string? text, T otherwise)
        where T : struct, Enum =>
        Enum.TryParse<T>(Trim(text)?.Replace("-", string.Empty, StringComparison.Ordinal), ignoreCase: true, out var value)
        && Enum.IsDefined(value) ? value : otherwise;

    private static string? Trim(string? text) => string.IsNullOrWhiteSpace(text) ? null : text.Trim();
}
