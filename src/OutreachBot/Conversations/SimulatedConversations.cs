using OutreachBot.Addresses;
using OutreachBot.Demo;
using OutreachBot.Transactions;

namespace OutreachBot.Conversations;

/// <summary>What simulated phones have told: it goes with the demo.</summary>
internal sealed class SimulatedConversations(IPersonStore store, PersonFile file) : IDemoResident
{
    public void MoveIn(UnitOfWork unit)
    {
        // They begin as strangers.
    }

    public void MoveOut(UnitOfWork unit)
    {
        for (var slice = 0; slice <= byte.MaxValue; slice++)
        {
            foreach (var person in store.Keys(unit, (byte)slice))
            {
                if (file.Open(unit, person) is { Channel: Channel.Simulator } kept)
                {
                    file.Drop(unit, new Privacy.PersonKeys(person, null), kept);
                }
            }
        }
    }
}
