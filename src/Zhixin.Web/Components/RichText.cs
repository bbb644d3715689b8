namespace Zhixin.Web.Components;

/// <summary>A short run of text with dates, clauses, links, tags, lights and masked numbers in it, in reading order.</summary>
public sealed record RichText(IReadOnlyList<RichText.Piece> Pieces)
{
    /// <summary>Puts pieces together: <c>RichText.Of("孟庆和 ", RichText.On(day), " 签收")</c>.</summary>
    public static RichText Of(params IReadOnlyList<Piece> pieces) => new(pieces);

    /// <summary>A binding date.</summary>
    public static Piece On(BindingDay day) => new Day(day);

    /// <summary>A clause chip.</summary>
    public static Piece By(ClauseRef clause) => new Law(clause);

    /// <summary>Plain text.</summary>
    public static implicit operator RichText(string text) => new([new Words(text)]);

    /// <summary>A date alone.</summary>
    public static implicit operator RichText(BindingDay day) => new([new Day(day)]);

    /// <summary>A link alone.</summary>
    public static implicit operator RichText(Anchor anchor) => new([new Link(anchor)]);

    /// <summary>A part of the text.</summary>
    public abstract record Piece
    {
        /// <summary>Plain words.</summary>
        public static implicit operator Piece(string text) => new Words(text);
    }

    /// <summary>Plain words.</summary>
    public sealed record Words(string Text) : Piece;

    /// <summary>Stressed words.</summary>
    public sealed record Strong(string Text) : Piece;

    /// <summary>Words of less weight.</summary>
    public sealed record Quiet(string Text) : Piece;

    /// <summary>A binding date.</summary>
    public sealed record Day(BindingDay Value) : Piece;

    /// <summary>A clause chip.</summary>
    public sealed record Law(ClauseRef Clause) : Piece;

    /// <summary>A link.</summary>
    public sealed record Link(Anchor Anchor) : Piece;

    /// <summary>A tag.</summary>
    public sealed record Mark(string Text) : Piece;

    /// <summary>A light.</summary>
    public sealed record Lit(DueLight Light) : Piece;

    /// <summary>A masked number with its 显示.</summary>
    public sealed record Secret(MaskedValue Value) : Piece;

    /// <summary>A new line.</summary>
    public sealed record Break : Piece;
}
