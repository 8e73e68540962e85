using System.Text;
using OutreachBot.Flows.Languages;
using OutreachBot.Flows.Languages.Identification;
using OutreachBot.Flows.Languages.Identification.Training;

namespace OutreachBot.Flows.Tests.Languages.Identification;

public sealed class LanguageTrainingTests
{
    private static readonly ModelTraining Short = new(3_000, 12);

    [Fact]
    public void The_same_text_gives_the_same_model_to_the_last_byte()
    {
        var (lines, faults) = TrainingText.Read(Small(), "train.tsv");
        Assert.Empty(faults);
        Assert.Equal(ModelFile.Write(Short.Run(lines, OwnText.Read())), ModelFile.Write(Short.Run(lines, OwnText.Read())));
    }

    [Fact]
    public void A_model_survives_its_file()
    {
        var (lines, _) = TrainingText.Read(Small(), "train.tsv");
        var bytes = ModelFile.Write(Short.Run(lines, OwnText.Read()));
        Assert.Equal(bytes, ModelFile.Write(ModelFile.Read(bytes)));
    }

    [Fact]
    public void A_model_cut_short_is_refused_with_the_mend()
    {
        var (lines, _) = TrainingText.Read(Small(), "train.tsv");
        var bytes = ModelFile.Write(Short.Run(lines, OwnText.Read()));
        Assert.Contains("languages train", Assert.Throws<InvalidDataException>(() => ModelFile.Read(bytes.AsSpan(0, bytes.Length - 1))).Message, StringComparison.Ordinal);
        Assert.Throws<InvalidDataException>(() => ModelFile.Read("OB"u8));
    }

    [Fact]
    public void The_model_of_the_build_is_under_five_megabytes() =>
        Assert.InRange(ModelFile.Write(ModelFile.OfBuild).Length, 1, 5_000_000);

    [Theory]
    [InlineData("", "no lines")]
    [InlineData("es\tuna casa\n", "only one language")]
    [InlineData("es\tuna casa\nqu\twasi\n", "at least 100 are needed")]
    [InlineData("es\tuna casa\nxx\tword\n", "train.tsv:2: 'xx' is no language of this line. Known: es, qu, ay, quc, mam, kek, kjb.")]
    [InlineData("es una casa\n", "train.tsv:1: no tab")]
    [InlineData("es\tuna casa\n\nqu\t123\n", "train.tsv:3: no letter")]
    [InlineData("es\tuna\0casa\n", "no text")]
    public void A_file_that_no_model_can_come_of_is_refused_and_says_why(string file, string reason)
    {
        var (model, faults) = LanguageTraining.Run(Encoding.UTF8.GetBytes(file), "train.tsv");
        Assert.Null(model);
        Assert.Contains(faults, f => f.Contains(reason, StringComparison.Ordinal));
    }

    [Fact]
    public void What_is_no_UTF8_is_refused() =>
        Assert.Contains("UTF-8", LanguageTraining.Run([0x65, 0x73, 0x09, 0xFF, 0xFE], "train.tsv").Faults[0], StringComparison.Ordinal);

    [Fact]
    public void A_file_full_of_faults_names_the_first_of_them()
    {
        var (_, faults) = LanguageTraining.Run(Encoding.UTF8.GetBytes(string.Concat(Enumerable.Repeat("nothing here\n", 500))), "train.tsv");
        Assert.InRange(faults.Count, 2, 25);
    }

    // Two made-up languages: one of these letters, one of those.
    private static byte[] Small()
    {
        var dice = new Dice(5);
        var file = new StringBuilder();
        foreach (var (language, letters) in new[] { (LanguageTag.Spanish, "aeiolmnrst"), (LanguageTag.Kiche, "aijkquwxbz") })
        {
            for (var i = 0; i < 150; i++)
            {
                var text = string.Concat(Enumerable.Range(0, 12).Select(at => at % 5 == 4 ? ' ' : letters[dice.Below(letters.Length)]));
                file.Append(language).Append('\t').Append(text).Append('\n');
            }
        }
        return Encoding.UTF8.GetBytes(file.ToString());
    }
}
