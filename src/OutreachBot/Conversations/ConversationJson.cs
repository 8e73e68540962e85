using System.Text.Json.Serialization;
using OutreachBot.Flows.Running;

namespace OutreachBot.Conversations;

/// <summary>How kept answers are written inside their boxes.</summary>
[JsonSourceGenerationOptions(DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingDefault)]
[JsonSerializable(typeof(IReadOnlyList<Say>))]
internal sealed partial class ConversationJson : JsonSerializerContext;
