using System.Text;

namespace OutreachBot.Flows.Loading;

/// <summary>The YAML files of a folder of flows, as they are written: for whoever changes words in them.</summary>
public static class FlowTexts
{
    /// <returns>Texts by path below the folder, a byte order mark kept; files that can't be read as text are left out, the loader says why.</returns>
    public static IReadOnlyDictionary<string, string> OfFolder(string folder)
    {
        var sink = new DiagnosticSink();
        var texts = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var (path, bytes) in FlowFiles.FromFolder(folder, sink))
        {
            if (FlowFiles.Decode(path, bytes, sink) is not null)
            {
                texts[path] = Encoding.UTF8.GetString(bytes);
            }
        }
        return texts;
    }
}
