using System.Numerics;

namespace OutreachBot.Flows.Walking;

/// <summary>Counts the ways through what was walked.</summary>
internal static class Paths
{
    /// <summary>How many ways lead from the beginning to an end without coming to a state twice, arrows that lead back left out.</summary>
    /// <remarks>To count all acyclic paths of a graph takes longer than to walk them; without the arrows that lead back it takes one pass.</remarks>
    public static BigInteger Count(IReadOnlyList<Node> nodes)
    {
        if (nodes.Count == 0)
        {
            return BigInteger.Zero;
        }
        var counts = new Dictionary<Node, BigInteger>();
        var open = new HashSet<Node>();
        var stack = new Stack<(Node Node, bool Done)>();
        stack.Push((nodes[0], false));
        while (stack.TryPop(out var at))
        {
            if (at.Done)
            {
                open.Remove(at.Node);
                // Whatever is still open on the way lies behind: an arrow to it leads back.
                var ahead = Next(at.Node).Where(n => !open.Contains(n) && counts.ContainsKey(n)).Select(n => counts[n]).ToList();
                counts[at.Node] = ahead.Count == 0 ? BigInteger.One : ahead.Aggregate(BigInteger.Add);
                continue;
            }
            if (counts.ContainsKey(at.Node) || !open.Add(at.Node))
            {
                continue;
            }
            stack.Push((at.Node, true));
            foreach (var next in Next(at.Node).Where(n => !counts.ContainsKey(n) && !open.Contains(n)))
            {
                stack.Push((next, false));
            }
        }
        return counts[nodes[0]];
    }

    private static IEnumerable<Node> Next(Node node) => node.Arrows.Select(a => a.To).OfType<Node>().Distinct().Where(n => n != node);
}
