namespace OutreachBot.Flows.Languages.Identification.Training;

/// <summary>From a training file to the bytes of a model.</summary>
public static class LanguageTraining
{
    /// <param name="file">The bytes of <c>train.tsv</c>.</param>
    /// <param name="name">What the file is called in what is said of it.</param>
    /// <returns>The model; or null, and what is wrong with the file.</returns>
    public static (byte[]? Model, IReadOnlyList<string> Faults) Run(ReadOnlySpan<byte> file, string name)
    {
        var (lines, faults) = TrainingText.Read(file, name);
        return faults.Count > 0 ? (null, faults) : (ModelFile.Write(ModelTraining.Full.Run(lines, OwnText.Read())), []);
    }
}
