using OutreachBot.Addresses;

namespace OutreachBot.Demo;

/// <summary>The phones of the simulator, and who the samples behind them are.</summary>
public static class SimulatedPhones
{
    public static readonly Address Reporter = Named("reporter");
    public static readonly Address Defender = Named("defender");
    public static readonly Address Official = Named("official");
    public static readonly Address Coordinator = Named("coordinator");

    public static IReadOnlyList<Address> All { get; } = [Reporter, Defender, Official, Coordinator];

    public static Address? Find(string? name) => All.FirstOrDefault(phone => phone.Value == name);

    private static Address Named(string name) => Address.TryFrom(Channel.Simulator, name)!;
}
