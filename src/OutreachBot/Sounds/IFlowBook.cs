using OutreachBot.Flows.Compiling;

namespace OutreachBot.Sounds;

/// <summary>The flows as they are now.</summary>
internal interface IFlowBook
{
    FlowBook Current { get; }
}
