using System.Text;
using System.Text.Json;
using OutreachBot.Commands;
using OutreachBot.Flows.Definitions;
using OutreachBot.Flows.Languages;
using OutreachBot.Flows.Loading;
using OutreachBot.Tests.Support;

namespace OutreachBot.Tests.Commands;

/// <summary>A translator's round, as from a shell, on a copy of the flows that ship.</summary>
public sealed class TranslationsCommandTests : IDisposable
{
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("translations-");
    private readonly string _flows;

    public TranslationsCommandTests()
    {
        _flows = Path.Combine(_folder.FullName, "flows");
        foreach (var file in Directory.EnumerateFiles(RunningHost.FlowsPath(), "*.yaml", SearchOption.AllDirectories))
        {
            var copy = Path.Combine(_flows, Path.GetRelativePath(RunningHost.FlowsPath(), file));
            Directory.CreateDirectory(Path.GetDirectoryName(copy)!);
            File.Copy(file, copy);
        }
    }

    public void Dispose() => _folder.Delete(recursive: true);

    [Theory]
    [InlineData("csv")]
    [InlineData("xliff")]
    [InlineData("po")]
    [InlineData("xlsx")]
    public async Task What_is_exported_and_imported_unchanged_leaves_every_file_and_exports_the_same(string format)
    {
        var before = Snapshot();
        var first = In($"first.{format}");
        var second = In($"second.{format}");

        Assert.Equal(0, (await RunAsync("export", "--lang", "quc", "--out", first)).ExitCode);
        var import = await RunAsync("import", first);
        Assert.Equal(0, (await RunAsync("export", "--lang", "quc", "--out", second)).ExitCode);

        Assert.Equal((0, 0), (import.ExitCode, JsonDocument.Parse(import.Out).RootElement.GetProperty("changed").GetInt32()));
        Assert.Equal(before, Snapshot());
        Assert.Equal(await File.ReadAllBytesAsync(first), await File.ReadAllBytesAsync(second));
    }

    [Fact]
    public async Task Words_come_in_and_a_dry_run_only_says_so()
    {
        var (path, _) = await ExportedAsync(new Filling("Allin", Needs: null));
        var before = Snapshot();

        var dry = await RunAsync("import", path, "--dry-run");
        Assert.Equal(before, Snapshot());
        var real = await RunAsync("import", path);

        Assert.Equal((0, 0), (dry.ExitCode, real.ExitCode));
        Assert.Contains("\"changed\":1", real.Out, StringComparison.Ordinal);
        Assert.Contains("\"files\":[\"duty/qu.yaml\"]", real.Out, StringComparison.Ordinal);
        Assert.Contains("text: \"Allin\"", await File.ReadAllTextAsync(Path.Combine(_flows, "duty", "qu.yaml")), StringComparison.Ordinal);
    }

    [Fact]
    public async Task One_bad_row_is_named_with_its_line_and_nothing_is_imported()
    {
        var (path, filled) = await ExportedAsync(new Filling("Allin", Needs: null), new Filling("Allin", Needs: "{municipality}"));
        var before = Snapshot();

        var outcome = await RunAsync("import", path);

        Assert.Equal((ExitCode.Refused, ""), (outcome.ExitCode, outcome.Out));
        Assert.Contains($"{path}: line {filled[1]}, target: {{code}} {{municipality}}", outcome.Error, StringComparison.Ordinal);
        Assert.Contains("Nothing was imported: 1 to mend.", outcome.Error, StringComparison.Ordinal);
        Assert.Equal(before, Snapshot());
    }

    [Theory]
    [InlineData("fr")]
    [InlineData("es")]
    [InlineData("mam")]
    public async Task A_language_that_is_not_translated_into_is_answered_with_those_that_are(string tag)
    {
        var outcome = await RunAsync("export", "--lang", tag);
        Assert.Equal((ExitCode.Refused, ""), (outcome.ExitCode, outcome.Out));
        Assert.Contains("Known: qu, ay, quc.", outcome.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Text_goes_to_the_output_and_a_spreadsheet_asks_where_to()
    {
        Assert.StartsWith("key,language,source,", (await RunAsync("export", "--lang", "qu")).Out, StringComparison.Ordinal);
        Assert.StartsWith("<?xml", (await RunAsync("export", "--lang", "qu", "--format", "xliff")).Out, StringComparison.Ordinal);
        Assert.Contains("--out", (await RunAsync("export", "--lang", "qu", "--format", "xlsx")).Error, StringComparison.Ordinal);
        Assert.Contains("--format", (await RunAsync("export", "--lang", "qu", "--out", In("words.doc"))).Error, StringComparison.Ordinal);
        Assert.Contains("can't be written", (await RunAsync("export", "--lang", "qu", "--out", In(Path.Combine("none", "words.csv")))).Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_file_that_is_not_there_too_large_or_of_no_known_kind_is_refused()
    {
        await File.WriteAllBytesAsync(In("large.csv"), new byte[9 << 20]);
        await File.WriteAllTextAsync(In("words.doc"), "x");

        foreach (var (file, said) in new[] { ("none.csv", "no such file"), ("large.csv", "larger than 8 MB"), ("words.doc", "--format") })
        {
            var outcome = await RunAsync("import", In(file));
            Assert.Equal(ExitCode.Refused, outcome.ExitCode);
            Assert.Contains(said, outcome.Error, StringComparison.Ordinal);
        }
        Assert.Equal(ExitCode.Usage, (await RunAsync("import", In("words.doc"), "--on", "yesterday")).ExitCode);
    }

    [Fact]
    public async Task Status_says_what_waits_and_for_whom()
    {
        var words = Path.Combine(_flows, "report", "qu.yaml");
        await File.WriteAllTextAsync(words, (await File.ReadAllTextAsync(words)).Replace($"source: \"{HashOfDangerNow()}\"", "source: \"00000000\"", StringComparison.Ordinal));

        var outcome = await RunAsync("status", "--lang", "qu");

        Assert.Equal(0, outcome.ExitCode);
        Assert.Contains(outcome.Lines, l => l == "{\"language\":\"qu\",\"flow\":\"report\",\"prompt\":\"danger_now\",\"core\":true,\"waits\":\"stale\",\"for\":\"translator\",\"status\":\"draft\"}");
        Assert.StartsWith("qu: 1 to compare again", outcome.Error, StringComparison.Ordinal);
    }

    private string HashOfDangerNow() =>
        SourceHash.Of(FlowBookLoader.Load(_flows).Book!.Flows["report"].Layers[LanguageTag.Spanish].Prompts["danger_now"]);

    /// <summary>An export in which rows of the flow 'duty' have got words, and the numbers of their lines.</summary>
    private async Task<(string Path, int[] Lines)> ExportedAsync(params Filling[] fillings)
    {
        var lines = (await RunAsync("export", "--lang", "qu")).Lines;
        var at = fillings.Select(f => Array.FindIndex(lines, f.Suits)).ToArray();
        for (var i = 0; i < fillings.Length; i++)
        {
            lines[at[i]] = lines[at[i]].Replace(Filling.Nothing, $",{fillings[i].Words},,,,,", StringComparison.Ordinal);
        }
        var path = In("words.csv");
        await File.WriteAllTextAsync(path, string.Concat(lines.Select(l => l + "\n")), new UTF8Encoding(encoderShouldEmitUTF8Identifier: true));
        return (path, [.. at.Select(l => l + 1)]);
    }

    private string In(string name) => Path.Combine(_folder.FullName, name);

    private Dictionary<string, string> Snapshot() =>
        Directory.EnumerateFiles(_flows, "*", SearchOption.AllDirectories).ToDictionary(f => f, File.ReadAllText, StringComparer.Ordinal);

    private Task<CommandOutcome> RunAsync(params string[] args) => CommandLineRun.RunAsync(["translations", .. args, "--flows", _flows]);

    /// <param name="Needs">A placeholder of the row to take; null: one that has none.</param>
    private sealed record Filling(string Words, string? Needs)
    {
        /// <summary>What a row without words has between its Spanish and its note.</summary>
        public const string Nothing = ",,,,,,";

        public bool Suits(string line) =>
            (line.StartsWith("duty.", StringComparison.Ordinal) || line.StartsWith("alert.", StringComparison.Ordinal))
            && line.Contains(".text,", StringComparison.Ordinal) && line.Contains(Nothing, StringComparison.Ordinal)
            && (Needs is null ? !line.Contains('{', StringComparison.Ordinal) : line.Contains(Needs, StringComparison.Ordinal))
            && Needs is null == line.StartsWith("duty.", StringComparison.Ordinal);
    }
}
