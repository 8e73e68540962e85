using OutreachBot.Flows.Definitions;
using OutreachBot.Flows.Languages;

namespace OutreachBot.Flows.Loading;

internal enum ReferenceKind
{
    State,
    Flow,
    StateOfFlow,
    Value,
    ValueOfFlow,
    Subject,
    Prompt,
}

/// <summary>A name written somewhere that has to exist elsewhere.</summary>
/// <param name="Flow">The flow it is written in.</param>
/// <param name="Layer">The language whose own shape it is written in; null: <c>flow.yaml</c>.</param>
/// <param name="Of">The other flow, where the name is of one.</param>
/// <param name="Kind">For a value: the question that fills it; null: anything.</param>
internal sealed record Reference(
    ReferenceKind What, string Flow, LanguageTag? Layer, string Name, string? Of, QuestionKind? Kind, SourceSpot Spot);

/// <summary>Gathers the names a file uses while it is read; they are checked when all files are known.</summary>
internal sealed class References(string flow, LanguageTag? layer, List<Reference> all)
{
    public void State(YamlScalar name) => Add(ReferenceKind.State, name);

    public void Flow(YamlScalar name) => Add(ReferenceKind.Flow, name);

    public void StateOf(string other, YamlScalar name) => Add(ReferenceKind.StateOfFlow, name, other);

    public void Value(YamlScalar name, QuestionKind? filledBy = null) => Add(ReferenceKind.Value, name, kind: filledBy);

    public void ValueOf(string other, YamlScalar name) => Add(ReferenceKind.ValueOfFlow, name, other);

    public void Subject(YamlScalar name) => Add(ReferenceKind.Subject, name);

    public void Prompt(string name, SourceSpot spot) =>
        all.Add(new Reference(ReferenceKind.Prompt, flow, layer, name, null, null, spot));

    private void Add(ReferenceKind what, YamlScalar name, string? of = null, QuestionKind? kind = null) =>
        all.Add(new Reference(what, flow, layer, name.Text, of, kind, name.Spot));
}
