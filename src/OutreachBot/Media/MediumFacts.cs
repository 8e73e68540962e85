using System.Text.Json;
using System.Text.Json.Serialization;
using OutreachBot.Media.Stripping;
using OutreachBot.Privacy;

namespace OutreachBot.Media;

/// <summary>What lies in a medium's box.</summary>
/// <param name="Source">The channel's name for where its bytes are; null once they are here.</param>
/// <param name="Key">Its own key, 32 bytes; null where there are no bytes under it, or it lies elsewhere.</param>
/// <param name="Type">Known once it has been stripped.</param>
internal sealed record MediumFacts(string? Source, byte[]? Key, MediumType? Type)
{
    public override string ToString() => "[medium]";
}

// Without this a key that isn't there is written as an empty one.
[JsonSourceGenerationOptions(DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull)]
[JsonSerializable(typeof(MediumFacts))]
internal sealed partial class MediumJson : JsonSerializerContext;

/// <summary>Locks and opens what is kept of a medium.</summary>
internal sealed class MediumBox(IVault vault)
{
    public byte[] Lock(RandomId id, MediumFacts facts) =>
        vault.Lock(VaultPurpose.Media, id.ToBytes(), JsonSerializer.SerializeToUtf8Bytes(facts, MediumJson.Default.MediumFacts));

    /// <returns>Empty facts where the box can't be unlocked any more: nothing can be had of it.</returns>
    public MediumFacts Open(Medium medium) =>
        vault.Unlock(VaultPurpose.Media, medium.Id.ToBytes(), medium.Box) is { } json
            ? JsonSerializer.Deserialize(json, MediumJson.Default.MediumFacts)!
            : new MediumFacts(null, null, null);

    public Medium With(Medium medium, MediumFacts facts) => medium with { Box = Lock(medium.Id, facts) };
}
