using OutreachBot.Flows.Compiling;

namespace OutreachBot.Flows.Graphs;

/// <summary>Draws a flow in one language.</summary>
public static class FlowGraph
{
    /// <summary>A Mermaid flowchart.</summary>
    public static string Mermaid(CompiledFlow flow)
    {
        ArgumentNullException.ThrowIfNull(flow);
        return MermaidWriter.Write(FlowPicture.Of(flow));
    }

    /// <summary>A picture of its own, without script or outer files: one SVG document.</summary>
    public static string Svg(CompiledFlow flow)
    {
        ArgumentNullException.ThrowIfNull(flow);
        var drawing = LayeredDrawing.Of(FlowPicture.Of(flow));
        return SvgWriter.Write(drawing, $"{flow.Name} · {flow.Language}", flow.Definition.About);
    }
}
