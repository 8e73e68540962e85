using System.Security.Cryptography;
using System.Text;

namespace OutreachBot.Flows.Definitions;

/// <summary>A short name for a Spanish wording, by which a translation notices that it has changed.</summary>
/// <remarks>
/// The first 8 hex digits of SHA-256 over all that is translated of a prompt: text, hint, WhatsApp text, labels by key.
/// Of 1,000 prompts in 1,000 versions each, the chance that one change goes unnoticed is about one in 4,000.
/// </remarks>
public static class SourceHash
{
    public const int Length = 8;

    public static string Of(Prompt spanish)
    {
        ArgumentNullException.ThrowIfNull(spanish);
        var all = new StringBuilder();
        Add(all, "text", spanish.Text);
        Add(all, "hint", spanish.Hint);
        Add(all, "whatsapp", spanish.WhatsAppText);
        foreach (var (key, label) in spanish.Options.OrderBy(o => o.Key, StringComparer.Ordinal))
        {
            Add(all, "options." + key, label);
        }
        var hash = SHA256.HashData(Encoding.UTF8.GetBytes(all.ToString()));
        return Convert.ToHexStringLower(hash)[..Length];
    }

    /// <summary>Whether a text has the shape of one.</summary>
    public static bool IsOne(string text) => text.Length == Length && text.All(char.IsAsciiHexDigitLower);

    // Lengths keep two parts from running into each other.
    private static void Add(StringBuilder all, string part, string? words)
    {
        if (words is not null)
        {
            all.Append(part).Append(' ').Append(words.Length).Append('\n').Append(words).Append('\n');
        }
    }
}
