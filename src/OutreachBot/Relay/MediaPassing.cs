using OutreachBot.Media;
using OutreachBot.Tips;
using OutreachBot.Transactions;

namespace OutreachBot.Relay;

/// <summary>Leaves voice and pictures for an end of a case once they are here and stripped, among the words that wait for it.</summary>
internal sealed class MediaPassing(ITipStore tips, ICaseStore cases, RelayNews news) : IMediaPassing
{
    public void Arrived(UnitOfWork unit, TipId tip, RelayEnd to, PassedMedium medium) => Leave(unit, tip, to, new RelayItem.Voiced(medium));

    public void Lost(UnitOfWork unit, TipId tip, RelayEnd to) => Leave(unit, tip, to, new RelayItem.Lost());

    private void Leave(UnitOfWork unit, TipId id, RelayEnd to, RelayItem item)
    {
        if (tips.Find(unit, id) is not { IsOver: false } tip)
        {
            return;
        }
        var isFirst = !cases.Waits(unit, id, to);
        cases.Leave(unit, id, to, item.Write());
        if (isFirst)
        {
            news.WordsWait(unit, tip, to);
        }
    }
}
