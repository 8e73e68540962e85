using OutreachBot.Flows.Languages;

namespace OutreachBot.Flows.Translating.Formats;

/// <summary>A kind of file that translators work in.</summary>
/// <remarks>Written twice from the same words it is the same, byte for byte; read, it never throws, whatever stands in it.</remarks>
public interface ITranslationFormat
{
    /// <summary>As on the command line; also the file's extension.</summary>
    string Name { get; }

    /// <summary>Whether it is text, and may go to a terminal.</summary>
    bool IsText { get; }

    byte[] Write(IReadOnlyList<TranslationUnit> units, LanguageTag language);

    TranslationFile Read(ReadOnlyMemory<byte> bytes);
}

/// <summary>The kinds there are.</summary>
public static class TranslationFormats
{
    /// <summary>The largest file that is read: 60 times what all flows need today, and small enough to be refused at once.</summary>
    public const int LargestFile = 8 << 20;

    public static IReadOnlyList<ITranslationFormat> All { get; } = [new CsvFormat(), new XliffFormat(), new PoFormat(), new XlsxFormat()];

    /// <summary>By name or extension, with or without its dot; <c>xlf</c> is XLIFF, <c>pot</c> PO.</summary>
    public static ITranslationFormat? Find(string name)
    {
        ArgumentNullException.ThrowIfNull(name);
        var plain = name.TrimStart('.').ToLowerInvariant() switch { "xlf" => "xliff", "pot" => "po", var other => other };
        return All.FirstOrDefault(f => f.Name == plain);
    }
}
