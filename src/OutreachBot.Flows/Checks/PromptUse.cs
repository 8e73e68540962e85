using OutreachBot.Flows.Compiling;
using OutreachBot.Flows.Definitions;

namespace OutreachBot.Flows.Checks;

/// <summary>A prompt, and a state that says it.</summary>
/// <param name="Ask">The question it asks; null where it is only said.</param>
internal readonly record struct PromptUse(string Prompt, CompiledState State, AskStep? Ask)
{
    /// <summary>All that a flow says, state by state.</summary>
    public static IEnumerable<PromptUse> SaidIn(CompiledFlow flow) => flow.States.Values.SelectMany(Of);

    public static IEnumerable<PromptUse> Of(CompiledState state) => state.Step switch
    {
        SayStep say => say.Prompts.Select(p => new PromptUse(p, state, null)),
        AskStep ask => ask.SaysBefore.Select(p => new PromptUse(p, state, null)).Append(new PromptUse(ask.Prompt, state, ask)),
        _ => [],
    };
}
