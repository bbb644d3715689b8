namespace Zhixin.Web.Components;

/// <summary>How a message beside a field is meant.</summary>
public enum MessageKind
{
    /// <summary>What the machine recognised.</summary>
    Read,

    /// <summary>A doubt: never stops a registration.</summary>
    Flag,

    /// <summary>Must be put right before the act can be done.</summary>
    Error,
}

/// <summary>A message beside the field <paramref name="Field"/> (its form name), with links that help.</summary>
public sealed record FieldMessage(string Field, MessageKind Kind, RichText Text);

/// <summary>What a form shows again: the values as typed, and the messages. A form that fails keeps everything that was typed.</summary>
public sealed record FormState(IReadOnlyDictionary<string, string?> Values, IReadOnlyList<FieldMessage> Messages)
{
    /// <summary>A form that nobody has filled in.</summary>
    public static FormState Empty { get; } = new(new Dictionary<string, string?>(StringComparer.Ordinal), []);

    /// <summary>The typed value of a field, or null.</summary>
    public string? this[string field] => Values.GetValueOrDefault(field);

    /// <summary>The errors, in the order of the form.</summary>
    public IEnumerable<FieldMessage> Errors => Messages.Where(m => m.Kind == MessageKind.Error);

    /// <summary>The doubts, in the order of the form.</summary>
    public IEnumerable<FieldMessage> Flags => Messages.Where(m => m.Kind == MessageKind.Flag);

    /// <summary>A form with values and no messages.</summary>
    public static FormState Of(IReadOnlyDictionary<string, string?> values) => new(values, []);
}

/// <summary>An option of a list. <paramref name="Group"/> puts options under a common heading.</summary>
public sealed record Choice(string Value, string Text, string? Group = null);

/// <summary>The control a field uses.</summary>
public enum FieldKind
{
    /// <summary>One line.</summary>
    Text,

    /// <summary>Several lines.</summary>
    TextArea,

    /// <summary>A list.</summary>
    Select,

    /// <summary>Options side by side.</summary>
    Radio,

    /// <summary>Options of which several may be taken; the value is their codes with commas between.</summary>
    Checks,

    /// <summary>A secret.</summary>
    Password,

    /// <summary>A telephone number.</summary>
    Phone,

    /// <summary>Words to search.</summary>
    Search,

    /// <summary>A file.</summary>
    File,
}
