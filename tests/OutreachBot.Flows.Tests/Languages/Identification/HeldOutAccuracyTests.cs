using OutreachBot.Flows.Languages;
using OutreachBot.Flows.Languages.Identification;
using OutreachBot.Flows.Languages.Identification.Training;
using OutreachBot.Tests.Support;

namespace OutreachBot.Flows.Tests.Languages.Identification;

/// <summary>A model trained anew on some sources, asked about others. Floors stand a little under what was measured: docs/languages.md.</summary>
public sealed class HeldOutAccuracyTests(ITestOutputHelper output)
{
    private const int Samples = 700_000;
    private static readonly (int From, int To)[] Lengths = [(1, 10), (11, 20), (21, 40), (41, 60)];

    [Fact]
    public void On_sources_it_has_not_seen_the_languages_of_each_country_are_told_apart()
    {
        var text = HeldOutText.Read(SharedData.PathOf("data/language/train.tsv"));
        var identifier = new ModelIdentifier(new ModelTraining(Samples, 18).Run(text.Train, OwnText.Read()));

        Holds(text, identifier, "es qu ay quc mam", noisy: false, 88, 96.5, 99, 99.3);
        Holds(text, identifier, "es qu ay quc mam", noisy: true, 82, 94, 98, 99);
        Holds(text, identifier, "es qu ay", noisy: false, 91, 97, 99, 99.3);
        Holds(text, identifier, "es quc mam kek kjb", noisy: false, 83, 95.5, 98.5, 99);
    }

    private void Holds(HeldOutText text, ModelIdentifier identifier, string tags, bool noisy, params double[] floors)
    {
        var among = tags.Split(' ').Select(t => LanguageTag.TryParse(t, out var tag) ? tag : throw new ArgumentException(t, nameof(tags))).ToList();
        var priors = new LanguagePriors(among);
        for (var at = 0; at < Lengths.Length; at++)
        {
            var accuracy = among.Average(language => Accuracy(identifier, priors, noisy, text.Pieces(language, Lengths[at].From, Lengths[at].To, 300)));
            output.WriteLine($"{tags}{(noisy ? " noisy" : "")} {Lengths[at].From}-{Lengths[at].To}: {accuracy:F1} (floor {floors[at]})");
            Assert.InRange(accuracy, floors[at], 100);
        }
    }

    private static double Accuracy(ModelIdentifier identifier, LanguagePriors priors, bool noisy, IReadOnlyList<TrainingLine> pieces)
    {
        var dice = new Dice(3);
        return 100.0 * pieces.Count(p => identifier.Identify(noisy ? Noisy(p.Text, dice) : p.Text, priors).Guess == p.Language) / pieces.Count;
    }

    // Not the training's own hand: marks and apostrophes gone, letters dropped and doubled.
    private static string Noisy(string text, Dice dice)
    {
        var sign = dice.Below(3) switch { 0 => "", 1 => "’", _ => "´" };
        return string.Concat(text.Select(c => c == '\'' ? sign : dice.Share() switch
        {
            < 0.03 when text.Length > 4 => "",
            > 0.97 => new string(Letters.WithoutMarks(c), 2),
            _ => Letters.WithoutMarks(c).ToString(),
        }));
    }
}
