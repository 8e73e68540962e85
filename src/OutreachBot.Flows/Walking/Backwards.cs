namespace OutreachBot.Flows.Walking;

/// <summary>Finds the states from which something can be come to.</summary>
internal static class Backwards
{
    /// <param name="isGoal">Arrows that are it.</param>
    /// <param name="passes">Arrows that may be taken.</param>
    public static HashSet<Node> From(IReadOnlyList<Node> nodes, Func<WalkArrow, bool> isGoal, Func<WalkArrow, bool> passes)
    {
        var into = new Dictionary<Node, List<Node>>();
        var reached = new HashSet<Node>();
        var open = new Stack<Node>();
        foreach (var node in nodes)
        {
            foreach (var arrow in node.Arrows.Where(passes))
            {
                if (isGoal(arrow) && reached.Add(node))
                {
                    open.Push(node);
                }
                if (arrow.To is { } to)
                {
                    (into.TryGetValue(to, out var from) ? from : into[to] = []).Add(node);
                }
            }
        }
        while (open.TryPop(out var node))
        {
            foreach (var before in into.GetValueOrDefault(node, []).Where(reached.Add))
            {
                open.Push(before);
            }
        }
        return reached;
    }
}
