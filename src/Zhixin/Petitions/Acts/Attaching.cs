namespace Zhixin.Petitions.Acts;

/// <summary>Adding files to a petition. It only adds, so it needs no version and moves none.</summary>
public static class Attaching
{
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
