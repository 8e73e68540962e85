using OutreachBot.Media;
using OutreachBot.Tips;
using OutreachBot.Transactions;

namespace OutreachBot.Relay;

/// <summary>Leaves voice and pictures for an end of a case once they are here and stripped, among the words that wait for it.</summary>
internal sealed class MediaPassing(ITipStore tips, ICaseStore cases, CaseTalk talk, RelayNews news) : IMediaPassing
{
    public void Arrived(UnitOfWork unit, TipId tip, RelayEnd to, PassedMedium medium) => Leave(unit, tip, to, new RelayItem.Voiced(medium));

    public void Lost(UnitOfWork unit, TipId tip, RelayEnd to) => Leave(unit, tip, to, new RelayItem.Lost());

    private void Leave(UnitOfWork unit, TipId id, RelayEnd to, RelayItem item)
    {
        var from = to == RelayEnd.Reporter ? RelayEnd.Responder : RelayEnd.Reporter;
        if (tips.Find(unit, id) is not { IsOver: false } tip || talk.IsEndedFor(unit, id, from))
        {
            return;
        }
        var isFirst = !cases.Waits(unit, id, to);
        cases.Leave(unit, id, to, item.Write());
        news.WordsWait(unit, tip, to, isFirst);
    }
}
