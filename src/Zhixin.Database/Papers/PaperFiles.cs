using Zhixin.Courts;
using Zhixin.Database.Setup;
using Zhixin.Papers;

namespace Zhixin.Database.Papers;

/// <summary>
/// The templates of an installation: those that come with the software, in place of them those in <c>papers/</c> of the data directory, and in place of these,
/// for one court, those in <c>papers/&lt;court code&gt;/</c>. Read once, at start.
/// </summary>
public sealed class PaperFiles
{
    private readonly Dictionary<(string Kind, int Court), PaperTemplate> _templates;

    private PaperFiles(Dictionary<(string Kind, int Court), PaperTemplate> templates) => _templates = templates;

    /// <summary>The template of a kind for a court.</summary>
    public PaperTemplate Of(string kind, int court) => _templates.GetValueOrDefault((kind, court)) ?? _templates[(kind, 0)];

    /// <summary>Reads every template.</summary>
    /// <param name="root">Where the data files of the software lie.</param>
    /// <param name="dataDirectory">Of the installation; null reads those of the software alone.</param>
    /// <exception cref="DataFilesException">A file that is wrong, with file and line; all of them at once.</exception>
    public static PaperFiles Read(string root, string? dataDirectory, CourtDirectory courts)
    {
        var (templates, errors) = (new Dictionary<(string, int), PaperTemplate>(), new List<string>());
        Read(Path.Combine(root, "papers"), "papers", 0);
        if (dataDirectory is not null && Path.Combine(dataDirectory, "papers") is var own && Directory.Exists(own))
        {
            Read(own, own, 0);
            foreach (var folder in Directory.GetDirectories(own).Order(StringComparer.Ordinal))
            {
                if (courts.ByCode(Path.GetFileName(folder)) is not { } court)
                {
                    errors.Add($"{folder}:1: no court has the code \"{Path.GetFileName(folder)}\"");
                    continue;
                }

                Read(folder, folder, court.Number);
            }
        }

        errors.AddRange(PaperKinds.All.Where(k => !templates.ContainsKey((k.Code, 0))).Select(k => $"papers/{k.Code}.yaml:1: the template is missing"));
        return errors.Count == 0 ? new PaperFiles(templates) : throw new DataFilesException(errors);

        void Read(string folder, string name, int court)
        {
            foreach (var path in Directory.GetFiles(folder, "*.yaml").Order(StringComparer.Ordinal))
            {
                var file = $"{name}/{Path.GetFileName(path)}";
                try
                {
                    var template = TemplateReader.Read(file, File.ReadAllText(path));
                    templates[(template.Kind, court)] = template.Kind == Path.GetFileNameWithoutExtension(path)
                        ? template
                        : throw new DataFileException(file, 1, $"the file of the kind \"{template.Kind}\" is called {template.Kind}.yaml");
                }
                catch (DataFileException wrong)
                {
                    errors.Add(wrong.Message);
                }
            }
        }
    }
}
