using System.Text;
using OutreachBot.Flows.Languages;

namespace OutreachBot.Flows.Translating.Formats;

/// <summary>Reads PO, line by line.</summary>
internal sealed class PoReader(string text)
{
    private static readonly string[] Keywords = ["msgctxt", "msgid", "msgstr"];

    private readonly List<TranslationRow> _rows = [];
    private readonly List<RowFault> _faults = [];
    private LanguageTag? _language;
    private bool _hasHeader;
    private PoEntry _entry = new();
    private StringBuilder? _open;

    public TranslationFile Read()
    {
        var line = 0;
        foreach (var content in text.Split('\n'))
        {
            ReadLine(++line, content.Trim(' ', '\t', '\r'));
        }
        Close();
        if (!_hasHeader && _faults.Count == 0)
        {
            _faults.Add(new RowFault("line 1", null, "there is no header that names the language", "Begin with an empty msgid and a msgstr that says \"Language: qu\\n\"."));
        }
        return new TranslationFile(_language, _rows, _faults);
    }

    private void ReadLine(int number, string content)
    {
        if (content.Length == 0)
        {
            Close();
        }
        else if (content[0] == '#')
        {
            if (_entry.HasTarget)
            {
                Close();
            }
            _entry.Comment(content);
        }
        else if (content[0] == '"')
        {
            Continue(number, content);
        }
        else
        {
            Begin(number, content);
        }
    }

    private void Begin(int number, string content)
    {
        var end = content.IndexOf('"', StringComparison.Ordinal);
        var keyword = end < 0 ? content : content[..end].TrimEnd();
        if (end < 0 || !Keywords.Contains(keyword))
        {
            _open = null;
            Fault(number, $"'{(keyword.Length > 20 ? keyword[..20] + "…" : keyword)}' doesn't belong here", "An entry has msgctxt, msgid and msgstr, each with its words in quotes; there are no plurals.");
            return;
        }
        if (_entry.HasTarget)
        {
            Close();
        }
        _open = _entry.Open(keyword, number);
        Continue(number, content[end..]);
    }

    private void Continue(int number, string quoted)
    {
        if (_open is null)
        {
            Fault(number, "these words belong to nothing", "Begin with msgctxt, msgid or msgstr.");
        }
        else if (quoted.Length < 2 || quoted[^1] != '"' || !TryUnquote(quoted[1..^1], _open))
        {
            Fault(number, "its quotes or an escape are broken", "Close the \", and write \\\" and \\\\ for a quote and a backslash.");
        }
    }

    private static bool TryUnquote(string words, StringBuilder into)
    {
        for (var i = 0; i < words.Length; i++)
        {
            if (words[i] == '"')
            {
                return false;
            }
            if (words[i] != '\\')
            {
                into.Append(words[i]);
                continue;
            }
            if (++i == words.Length)
            {
                return false;
            }
            char? meant = words[i] switch { 'n' => '\n', 't' => '\t', 'r' => '\r', '"' => '"', '\\' => '\\', _ => null };
            if (meant is null)
            {
                return false;
            }
            into.Append(meant.Value);
        }
        return true;
    }

    private void Close()
    {
        var entry = _entry;
        _open = null;
        _entry = new PoEntry();
        if (entry.Line == 0)
        {
            return;
        }
        if (!entry.HasTarget)
        {
            Fault(entry.Line, "there is no msgstr", "Write msgstr \"\" where there are no words yet.");
        }
        else if (entry.Key is null)
        {
            ReadHeader(entry);
        }
        else
        {
            _rows.Add(entry.ToRow());
        }
    }

    private void ReadHeader(PoEntry entry)
    {
        if (_hasHeader || entry.Source.Length > 0)
        {
            Fault(entry.Line, "there is no msgctxt", "Keep the line msgctxt as it was exported: it says which wording this is.");
            return;
        }
        _hasHeader = true;
        var fields = entry.Target.Split('\n').Select(l => l.Split(':', 2)).Where(f => f.Length == 2)
            .GroupBy(f => f[0].Trim(), StringComparer.OrdinalIgnoreCase).ToDictionary(g => g.Key, g => g.First()[1].Trim(), StringComparer.OrdinalIgnoreCase);
        _language = Tags.Read($"line {entry.Line}", "Language", fields.GetValueOrDefault("Language", ""), _faults);
        var type = fields.GetValueOrDefault("Content-Type", "charset=UTF-8");
        if (!type.Contains("utf-8", StringComparison.OrdinalIgnoreCase))
        {
            Fault(entry.Line, $"the header says '{type}'", "Save it as UTF-8.");
        }
    }

    private void Fault(int line, string problem, string mend) => _faults.Add(new RowFault($"line {line}", null, problem, mend));
}
