using System.Text.Json;
using System.Text.Json.Serialization;
using OutreachBot.Flows.Languages;
using OutreachBot.Flows.Running;

namespace OutreachBot.Conversations;

/// <summary>How conversations and kept answers are written inside their boxes.</summary>
[JsonSourceGenerationOptions(
    DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingDefault, Converters = [typeof(LanguageTagConverter)])]
[JsonSerializable(typeof(KeptConversation))]
[JsonSerializable(typeof(IReadOnlyList<Say>))]
internal sealed partial class ConversationJson : JsonSerializerContext;

internal sealed class LanguageTagConverter : JsonConverter<LanguageTag>
{
    public override LanguageTag Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
        LanguageTag.TryParse(reader.GetString(), out var tag) ? tag : throw new JsonException("no language tag");

    public override void Write(Utf8JsonWriter writer, LanguageTag value, JsonSerializerOptions options) =>
        writer.WriteStringValue(value.ToString());
}
