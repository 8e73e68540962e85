using System.Buffers;
using System.Text;
using OutreachBot.Flows.Languages;
using OutreachBot.Flows.Texting;

namespace OutreachBot.Flows.Compiling;

/// <summary>A wording cut at its placeholders, once for SMS (already folded) and once in full spelling.</summary>
internal sealed class Template
{
    private static readonly SearchValues<char> NameCharacters = SearchValues.Create("abcdefghijklmnopqrstuvwxyz0123456789_");

    private readonly Part[] _parts;

    private Template(Part[] parts) => _parts = parts;

    private readonly record struct Part(string Text, string Folded, bool IsPlaceholder);

    public IEnumerable<string> Placeholders => _parts.Where(p => p.IsPlaceholder).Select(p => p.Text);

    public bool HasStrayBrace => _parts.Any(p => !p.IsPlaceholder && p.Text.AsSpan().ContainsAny('{', '}'));

    /// <summary>Cuts a text; what is not <c>{name}</c> in small letters stays as it is written.</summary>
    public static Template Parse(string text, LanguageTag language)
    {
        var parts = new List<Part>();
        var from = 0;
        for (var at = text.IndexOf('{'); at >= 0; at = text.IndexOf('{', at + 1))
        {
            var end = text.IndexOf('}', at);
            if (end < 0)
            {
                break;
            }
            if (!IsName(text.AsSpan(at + 1, end - at - 1)))
            {
                continue;
            }
            AddLiteral(parts, text[from..at], language);
            parts.Add(new Part(text[(at + 1)..end], "", IsPlaceholder: true));
            from = end + 1;
        }
        AddLiteral(parts, text[from..], language);
        return new Template([.. parts]);
    }

    /// <summary>Puts values in; each is folded by whoever gives it.</summary>
    public string Fill<T>(ChannelKind channel, ref T values)
        where T : struct, IPlaceholders
    {
        if (_parts is [{ IsPlaceholder: false } only])
        {
            return channel == ChannelKind.Sms ? only.Folded : only.Text;
        }
        var text = new StringBuilder();
        foreach (var part in _parts)
        {
            var said = part.IsPlaceholder ? values.Value(part.Text) : channel == ChannelKind.Sms ? part.Folded : part.Text;
            if (said.Length == 0 && text is [.., ',', ' '])
            {
                // What there is nothing to say of leaves no gap in a list.
                text.Length -= 2;
            }
            text.Append(said);
        }
        return text.ToString();
    }

    private static void AddLiteral(List<Part> parts, string text, LanguageTag language)
    {
        if (text.Length > 0)
        {
            parts.Add(new Part(text, SmsFold.Fold(text, language), IsPlaceholder: false));
        }
    }

    private static bool IsName(ReadOnlySpan<char> name) =>
        name.Length > 0 && !name.ContainsAnyExcept(NameCharacters);
}

/// <summary>What stands for a placeholder.</summary>
internal interface IPlaceholders
{
    string Value(string name);
}
