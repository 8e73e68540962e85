using Microsoft.Extensions.DependencyInjection;
using OutreachBot.Effects;
using OutreachBot.Flows.Definitions;
using OutreachBot.Tests.Support;

namespace OutreachBot.Tests.Conversations;

public sealed class EffectHandlersTests
{
    [Fact]
    public async Task Every_effect_that_a_flow_may_ask_for_is_carried_out_by_one_room()
    {
        await using var host = await RunningHost.StartAsync();

        var handled = host.Services.GetServices<IEffectHandler>().Select(h => h.Effect);

        Assert.Equal(EffectCatalogue.All.Select(e => e.Name).Order(), handled.Order());
    }
}
