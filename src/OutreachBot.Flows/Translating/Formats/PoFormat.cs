using System.Globalization;
using System.Text;
using OutreachBot.Flows.Definitions;
using OutreachBot.Flows.Languages;

namespace OutreachBot.Flows.Translating.Formats;

/// <summary>gettext's PO: the key as context, drafts and what is stale as fuzzy, the rest of a review in translator's comments.</summary>
public sealed class PoFormat : ITranslationFormat
{
    internal const string HashComment = "source_hash: ";

    public string Name => "po";

    public bool IsText => true;

    public byte[] Write(IReadOnlyList<TranslationUnit> units, LanguageTag language)
    {
        ArgumentNullException.ThrowIfNull(units);
        // No date: a file that says the same is the same.
        var text = new StringBuilder("msgid \"\"\nmsgstr \"\"\n");
        foreach (var line in new[] { $"Language: {language}", "MIME-Version: 1.0", "Content-Type: text/plain; charset=UTF-8", "Content-Transfer-Encoding: 8bit" })
        {
            text.Append(CultureInfo.InvariantCulture, $"\"{line}\\n\"\n");
        }
        foreach (var unit in units)
        {
            WriteUnit(text, unit);
        }
        return Encoding.UTF8.GetBytes(text.ToString());
    }

    public TranslationFile Read(ReadOnlyMemory<byte> bytes)
    {
        var (text, fault) = FileText.Decode(bytes.Span);
        return fault is null ? new PoReader(text).Read() : new TranslationFile(null, [], [fault]);
    }

    private static void WriteUnit(StringBuilder text, TranslationUnit unit)
    {
        text.Append('\n');
        if (unit.Target is not null)
        {
            Comment(text, "# status: ", unit.Status >= ReviewStatus.CommunityReviewed ? StatusWords.Of(unit.Status.Value) : null);
            Comment(text, "# from: ", unit.From);
            Comment(text, "# reviewer: ", unit.Review?.By);
            Comment(text, "# reviewed_on: ", unit.Review?.On.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture));
        }
        Comment(text, "#. ", unit.Note);
        Comment(text, "#. " + HashComment, unit.SourceHash);
        Comment(text, "#: ", $"flows/{unit.Flow}/es.yaml");
        Comment(text, "#, ", unit.Status is ReviewStatus.Draft ? "fuzzy" : null);
        Quote(text, "msgctxt", unit.Key);
        Quote(text, "msgid", unit.Source);
        Quote(text, "msgstr", unit.Target ?? "");
    }

    private static void Comment(StringBuilder text, string prefix, string? words)
    {
        if (words is not null)
        {
            text.Append(prefix).Append(words).Append('\n');
        }
    }

    private static void Quote(StringBuilder text, string keyword, string words)
    {
        text.Append(keyword).Append(" \"");
        foreach (var character in words)
        {
            _ = character switch
            {
                '"' => text.Append("\\\""),
                '\\' => text.Append("\\\\"),
                '\n' => text.Append("\\n"),
                '\r' => text.Append("\\r"),
                '\t' => text.Append("\\t"),
                _ => text.Append(character),
            };
        }
        text.Append("\"\n");
    }
}
