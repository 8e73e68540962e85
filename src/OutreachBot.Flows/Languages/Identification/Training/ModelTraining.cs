namespace OutreachBot.Flows.Languages.Identification.Training;

/// <summary>Makes a model from text: the same text gives the same model.</summary>
/// <param name="Samples">Pieces learned.</param>
/// <param name="Bits">The table of weights has 2^Bits places.</param>
internal sealed record ModelTraining(int Samples, int Bits)
{
    /// <summary>What the committed model is made with; under a minute on one core.</summary>
    public static readonly ModelTraining Full = new(5_000_000, 18);

    private const float Rate = 0.2f;

    public LanguageModel Run(IReadOnlyList<TrainingLine> lines, OwnText own)
    {
        var dice = new Dice(1);
        var trainer = new Trainer(Bits, Rate);
        var borrowings = new Borrowings([.. lines.Where(l => l.Language == LanguageTag.Spanish).Select(l => l.Text), .. own.Spanish]);
        var text = new SampleText(lines, own, borrowings, dice);
        var other = new OtherText(own, dice);
        var scribbler = new Scribbler(dice);
        for (var i = 0; i < Samples; i++)
        {
            var place = dice.Below(LanguageModel.Classes);
            if (place == LanguageModel.Other)
            {
                trainer.Learn(other.Draw(), place);
            }
            else if (text.Draw(LanguageTag.All[place]) is { } piece)
            {
                trainer.Learn(scribbler.Write(piece, LanguageTag.All[place]), place);
            }
        }
        return LanguageModel.Of(trainer.Weights, Bits, SharedVocabulary.Of(lines, own, borrowings));
    }
}
