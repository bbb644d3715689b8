using Microsoft.AspNetCore.Components;

namespace Zhixin.Web.Components;

/// <summary>A labelled control with its help and messages, each bound to it by <c>aria-describedby</c>. A secret is never shown again.</summary>
public partial class Field
{
    /// <summary>The form name, in English camelCase.</summary>
    [Parameter, EditorRequired] public string Name { get; set; } = default!;

    /// <summary>The label.</summary>
    [Parameter, EditorRequired] public string Label { get; set; } = default!;

    /// <summary>Where the value and the messages come from.</summary>
    [Parameter, EditorRequired] public FormState Form { get; set; } = FormState.Empty;

    /// <summary>The control.</summary>
    [Parameter] public FieldKind Kind { get; set; }

    /// <summary>The options of a list or of radio buttons.</summary>
    [Parameter] public IReadOnlyList<Choice> Choices { get; set; } = [];

    /// <summary>Help under the control.</summary>
    [Parameter] public RichText? Hint { get; set; }

    /// <summary>A word beside the label, such as 可空.</summary>
    [Parameter] public string? Need { get; set; }

    /// <summary>Width in twelfths; null outside a grid.</summary>
    [Parameter] public int? Span { get; set; }

    /// <summary>Lines of a text area.</summary>
    [Parameter] public int Rows { get; set; } = 3;

    /// <summary>Whether the browser asks for a value. Registration never requires any.</summary>
    [Parameter] public bool Required { get; set; }

    /// <summary>Placeholder, for search only.</summary>
    [Parameter] public string? Placeholder { get; set; }

    /// <summary>"numeric" and the like.</summary>
    [Parameter] public string? InputMode { get; set; }

    /// <summary>"off" unless the field belongs to the user himself.</summary>
    [Parameter] public string? Autocomplete { get; set; }

    /// <summary>File kinds.</summary>
    [Parameter] public string? Accept { get; set; }

    /// <summary>Several files.</summary>
    [Parameter] public bool Multiple { get; set; }

    private string? Value => Form[Name];

    private bool IsTaken(string choice) => Kind == FieldKind.Radio ? choice == Value : Value?.Split(',').Contains(choice) == true;

    private string ControlId => "f-" + Name;

    private IReadOnlyList<FieldMessage> Own => [.. Form.Messages.Where(m => m.Field == Name)];

    private bool HasError => Own.Any(m => m.Kind == MessageKind.Error);

    private string? Invalid => HasError ? "true" : null;

    private string? Class
    {
        get
        {
            var span = Span is null ? "" : $"c{Span} ";
            var all = (span + (HasError ? "bad" : "")).Trim();
            return all.Length == 0 ? null : all;
        }
    }

    private string InputType => Kind switch
    {
        FieldKind.Phone => "tel",
        FieldKind.Search => "search",
        _ => "text",
    };

    private string? Described
    {
        get
        {
            var ids = Own.Select((_, i) => MessageId(i));
            var all = Hint is null ? ids : ids.Append(ControlId + "-h");
            var joined = string.Join(' ', all);
            return joined.Length == 0 ? null : joined;
        }
    }

    private string MessageId(int index) => $"{ControlId}-m{index}";

    private RenderFragment Messages() => builder =>
    {
        for (var i = 0; i < Own.Count; i++)
        {
            Paragraph(builder, MessageId(i), MessageClass(Own[i].Kind), Own[i].Text);
        }

        if (Hint is not null)
        {
            Paragraph(builder, ControlId + "-h", "hint", Hint);
        }
    };

    private static string MessageClass(MessageKind kind) => kind switch
    {
        MessageKind.Read => "read",
        MessageKind.Flag => "flag",
        MessageKind.Error => "error",
    };

    private static void Paragraph(Microsoft.AspNetCore.Components.Rendering.RenderTreeBuilder builder, string id, string css, RichText text)
    {
        builder.OpenElement(0, "p");
        builder.AddAttribute(1, "class", css);
        builder.AddAttribute(2, "id", id);
        builder.OpenComponent<Rich>(3);
        builder.AddComponentParameter(4, nameof(Rich.Text), text);
        builder.CloseComponent();
        builder.CloseElement();
    }
}
