using System.Diagnostics.CodeAnalysis;
using NSec.Cryptography;

namespace OutreachBot.Privacy.Age;

/// <summary>Somebody's public key, <c>age1…</c>.</summary>
public sealed class AgeRecipient : IEquatable<AgeRecipient>
{
    internal const string Prefix = "age";

    private AgeRecipient(PublicKey key, string text)
    {
        Key = key;
        Text = text;
    }

    /// <summary>As <c>age</c> writes it.</summary>
    public string Text { get; }

    internal PublicKey Key { get; }

    public static bool TryParse(string? text, [NotNullWhen(true)] out AgeRecipient? recipient)
    {
        recipient = text is not null && text.StartsWith(Prefix, StringComparison.Ordinal)
            && Bech32.Decode(Prefix, text) is { Length: AgeFormat.KeySize } bytes
            && PublicKey.TryImport(KeyAgreementAlgorithm.X25519, bytes, KeyBlobFormat.RawPublicKey, out var key) && key is not null
            && !IsOfLowOrder(key)
            ? new AgeRecipient(key, text)
            : null;
        return recipient is not null;
    }

    internal static AgeRecipient Of(PublicKey key) => new(key, Bech32.Encode(Prefix, key.Export(KeyBlobFormat.RawPublicKey)));

    public bool Equals(AgeRecipient? other) => other is not null && string.Equals(Text, other.Text, StringComparison.Ordinal);

    public override bool Equals(object? obj) => Equals(obj as AgeRecipient);

    public override int GetHashCode() => Text.GetHashCode(StringComparison.Ordinal);

    public override string ToString() => Text;

    // With such a key the shared secret is zero whoever seals: anybody could open it.
    private static bool IsOfLowOrder(PublicKey key)
    {
        using var any = NSec.Cryptography.Key.Create(KeyAgreementAlgorithm.X25519);
        using var shared = KeyAgreementAlgorithm.X25519.Agree(any, key);
        return shared is null;
    }
}
