using System.Text;
using OutreachBot.Flows.Definitions;

namespace OutreachBot.Flows.Translating.Formats;

/// <summary>One entry of a PO file while it is read.</summary>
internal sealed class PoEntry
{
    private readonly Dictionary<string, string> _said = new(StringComparer.Ordinal);
    private StringBuilder? _key;
    private StringBuilder? _source;
    private StringBuilder? _target;
    private bool _isFuzzy;

    /// <summary>Where it begins; 0: nothing but comments yet.</summary>
    public int Line { get; private set; }

    public bool HasTarget => _target is not null;

    public string? Key => _key?.ToString();

    public string Source => _source?.ToString() ?? "";

    public string Target => _target?.ToString() ?? "";

    public StringBuilder Open(string keyword, int line)
    {
        Line = Line == 0 ? line : Line;
        return keyword switch
        {
            "msgctxt" => _key = new StringBuilder(),
            "msgid" => _source = new StringBuilder(),
            _ => _target = new StringBuilder(),
        };
    }

    public void Comment(string line)
    {
        if (line.StartsWith("#,", StringComparison.Ordinal))
        {
            _isFuzzy |= line[2..].Split(',').Any(f => f.Trim() == "fuzzy");
        }
        else if (line.StartsWith("#. " + PoFormat.HashComment, StringComparison.Ordinal))
        {
            _said["source_hash"] = line["#. ".Length..].Split(':', 2)[1].Trim();
        }
        else if (line.StartsWith("# ", StringComparison.Ordinal) && line[2..].Split(':', 2) is [var name, var words])
        {
            _said[name.Trim()] = words.Trim();
        }
    }

    public TranslationRow ToRow()
    {
        var status = _said.GetValueOrDefault("status", "");
        if (Target.Length > 0)
        {
            // Whoever takes 'fuzzy' off says that the words are a translation.
            status = _isFuzzy ? StatusWords.Of(ReviewStatus.Draft) : status.Length > 0 ? status : StatusWords.Of(ReviewStatus.Translated);
        }
        return new TranslationRow(
            $"line {Line}", Key!, Source, Target, status, Said("source_hash"), Said("from"), Said("reviewer"), Said("reviewed_on"));
    }

    private string Said(string name) => _said.GetValueOrDefault(name, "");
}
