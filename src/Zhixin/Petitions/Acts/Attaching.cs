namespace Zhixin.Petitions.Acts;

/// <summary>Files of a petition. Adding one and withdrawing one move no version of the petition, so they need none.</summary>
public static class Attaching
{
    /// <summary>The act of withdrawing a file: whoever added it and whoever did not are two rows of the authority table.</summary>
    public static string Withdrawal(bool isOwn) => isOwn ? "withdraw-own-attachment" : "withdraw-attachment";

    /// <summary>The act of opening a file that was withdrawn.</summary>
    public const string ReadWithdrawn = "read-withdrawn-attachment";

    /// <summary>Why no file can be added now; null when files can be.</summary>
    /// <param name="files">How many.</param>
    /// <param name="most">How many at once, inclusive.</param>
    public static Refusal? Refuse(Petition petition, int files, int most) => petition switch
    {
        { IsOpen: false } => new Refusal.State("petition-not-open", petition.Stage.Code),
        _ when files == 0 => new Refusal.Input("files", "attachment-none"),
        _ when files > most => new Refusal.Input("files", "attachment-too-many", most),
        _ => null,
    };
}
