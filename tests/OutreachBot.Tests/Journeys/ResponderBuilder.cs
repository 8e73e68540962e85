using OutreachBot.Flows.Languages;
using OutreachBot.Responders;

namespace OutreachBot.Tests.Journeys;

/// <summary>Puts somebody on file: <c>await line.Defender("Ana").In("BO-010601").OnFileAsync()</c>.</summary>
internal sealed class ResponderBuilder(TestLine line, ResponderRole role, string name)
{
    private readonly List<string> _areas = [];
    private readonly List<LanguageTag> _languages = [LanguageTag.Spanish];
    private string _institution = "Red";
    private bool _onDuty = true;
    private Func<Responder, Responder> _more = r => r;

    public ResponderBuilder In(params string[] areas)
    {
        _areas.AddRange(areas);
        return this;
    }

    public ResponderBuilder Speaking(params string[] languages)
    {
        _languages.Clear();
        _languages.AddRange(languages.Select(l => LanguageTag.TryParse(l, out var tag) ? tag : throw new ArgumentException(l)));
        return this;
    }

    public ResponderBuilder Of(string institution)
    {
        _institution = institution;
        return this;
    }

    public ResponderBuilder Resting()
    {
        _onDuty = false;
        return this;
    }

    /// <summary>What her record says beside.</summary>
    public ResponderBuilder With(Func<Responder, Responder> more)
    {
        _more = more;
        return this;
    }

    public async Task<Person> OnFileAsync()
    {
        var country = _areas.Count > 0 ? _areas[0][..2] : "BO";
        var person = line.Add(new Person(line, line.NextPhone(country)));
        var responder = new Responder(
            ResponderId.Draw(), name, person.Phone, role, country, _areas.Count > 0 ? _areas : ["BO"], _languages, [], _institution, _onDuty,
            OptedOut: false, IsSample: false, LastAlertedAt: null);
        await line.RunAsync(unit =>
        {
            line.Get<IResponders>().Save(unit, _more(responder));
            return true;
        });
        return person;
    }
}
