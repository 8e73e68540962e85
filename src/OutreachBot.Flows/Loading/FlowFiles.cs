using System.Text;
using OutreachBot.Flows.Definitions;

namespace OutreachBot.Flows.Loading;

/// <summary>Gets the texts of flow files, from a folder or from memory.</summary>
internal static class FlowFiles
{
    /// <summary>The largest flow today has 20 KB; a file beyond this is no flow.</summary>
    private const int MaxBytes = 256 * 1024;

    private static readonly UTF8Encoding Strict = new(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true);

    /// <summary>How the folder is called in diagnostics, wherever it lies.</summary>
    public static string ShownAs(string path) => "flows/" + path;

    /// <summary>The YAML files one folder down, by relative path: <c>report/flow.yaml</c>.</summary>
    public static IReadOnlyDictionary<string, byte[]> FromFolder(string folder, DiagnosticSink sink)
    {
        var files = new Dictionary<string, byte[]>(StringComparer.Ordinal);
        if (!Directory.Exists(folder))
        {
            sink.Error("no_flows", new SourceSpot("flows", 1, 1), "There is no folder of flows where it was looked for", "Give its place with --flows.");
            return files;
        }
        foreach (var inner in Directory.EnumerateDirectories(folder).Order(StringComparer.Ordinal))
        {
            foreach (var path in Directory.EnumerateFiles(inner, "*.yaml").Order(StringComparer.Ordinal))
            {
                var name = Path.GetFileName(inner) + "/" + Path.GetFileName(path);
                if (ReadBytes(path, name, sink) is { } bytes)
                {
                    files[name] = bytes;
                }
            }
        }
        return files;
    }

    /// <summary>The text of a file, or null where it is none.</summary>
    public static string? Decode(string name, byte[] bytes, DiagnosticSink sink)
    {
        var start = new SourceSpot(ShownAs(name), 1, 1);
        if (bytes.Length > MaxBytes)
        {
            TooLarge(name, sink);
            return null;
        }
        string text;
        try
        {
            text = Strict.GetString(bytes);
        }
        catch (DecoderFallbackException fault)
        {
            sink.Error("not_utf8", SpotOfByte(name, bytes, fault.Index), "This is not UTF-8", "Save the file as UTF-8.");
            return null;
        }
        if (text.StartsWith('\uFEFF'))
        {
            text = text[1..];
        }
        if (text.Contains('\0'))
        {
            sink.Error("bad_yaml", start, "There are NUL characters in this file", "Write it anew: it is damaged.");
            return null;
        }
        return text;
    }

    private static byte[]? ReadBytes(string path, string name, DiagnosticSink sink)
    {
        try
        {
            if (new FileInfo(path).Length > MaxBytes)
            {
                TooLarge(name, sink);
                return null;
            }
            return File.ReadAllBytes(path);
        }
        catch (Exception fault) when (fault is IOException or UnauthorizedAccessException)
        {
            sink.Error("unreadable", new SourceSpot(ShownAs(name), 1, 1), "The file can't be read", "Look at its permissions.");
            return null;
        }
    }

    private static void TooLarge(string name, DiagnosticSink sink) =>
        sink.Error("too_large", new SourceSpot(ShownAs(name), 1, 1), $"The file is larger than {MaxBytes / 1024} KB", "Split the flow: `call` joins the parts.");

    private static SourceSpot SpotOfByte(string name, byte[] bytes, int index)
    {
        var line = 1;
        var column = 1;
        for (var i = 0; i < index && i < bytes.Length; i++)
        {
            column++;
            if (bytes[i] == '\n')
            {
                line++;
                column = 1;
            }
        }
        return new SourceSpot(ShownAs(name), line, column);
    }
}
