using OutreachBot.Flows.Compiling;
using OutreachBot.Flows.Definitions;

namespace OutreachBot.Flows.Walking;

/// <summary>What she may answer to something that was sent to her unasked: the host enters a flow with it.</summary>
internal static class EntranceMoves
{
    private const string Pin = "pin";

    public static IEnumerable<Move> Of(FlowBook book, WalkWorld world)
    {
        var entered = Everything.StatesOf(book).Select(s => s.State.Step).OfType<CallStep>().Select(c => c.Flow).ToHashSet(StringComparer.Ordinal);
        var opened = book.Flows.Values
            .Where(f => f.StartsOn.Count + f.InterruptsOn.Count == 0 && f.Name is not (FlowBook.Welcome or Pin) && !entered.Contains(f.Name) && HostEntrances.All.All(e => e.Flow != f.Name))
            .Select(f => new HostEntrance(f.Name, f.First));
        foreach (var entrance in HostEntrances.All.Where(e => e.Flow != Pin && book.Flows.ContainsKey(e.Flow)).Concat(opened))
        {
            var flow = book.Compile(entrance.Flow, world.Language);
            var isForHer = world.IsResponder == (flow.Definition.Audience == Audience.Responder);
            if (isForHer && flow.States.TryGetValue(entrance.State, out var state))
            {
                foreach (var line in Lines(world, flow, entrance))
                {
                    yield return Move.Of(MoveKind.Entrance, line);
                    var answers = state.Step is AskStep ask ? Enumerable.Range(1, ask.Options.Count).Select(n => $"{n}").Append("xq zzr") : [];
                    foreach (var answer in answers)
                    {
                        yield return Move.Of(MoveKind.Entrance, $"{line} > {answer}");
                    }
                }
            }
        }
    }

    /// <summary>Each with what the host knows; a flag that only the host can have set is tried both ways.</summary>
    private static IEnumerable<string> Lines(WalkWorld world, CompiledFlow flow, HostEntrance entrance)
    {
        var line = $"@ enter {entrance.Flow}.{entrance.State}";
        if (!world.IsResponder)
        {
            return [line];
        }
        line += " key=KT47" + string.Concat(Values(flow.Definition).Select(v => " " + v));
        var hosts = flow.Definition.Remembers.Values.FirstOrDefault(v => v is { Kind: ValueKind.Flag, Sign: null } && flow.QuestionFor(v.Name) is null && !IsGiven(flow, v.Name));
        return hosts is null ? [line] : [$"{line} {hosts.Name}=yes", $"{line} {hosts.Name}=no"];
    }

    private static bool IsGiven(CompiledFlow flow, string name) =>
        flow.States.Values.Select(s => s.Step).OfType<DoStep>().Any(d => EffectCatalogue.TryFind(d.Effect, out var kind) && kind.Gives.Any(g => g.Name == name));

    private static IEnumerable<string> Values(FlowDefinition flow)
    {
        (string Name, string Value)[] known = [("code", "KT47"), ("municipality", WalkPlaces.KnownLabel), ("urgency", "hoy, urgente")];
        return known.Where(k => flow.Remembers.ContainsKey(k.Name)).Select(k => $"{k.Name}=\"{k.Value}\"");
    }
}
