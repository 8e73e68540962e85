using System.Diagnostics;
using OutreachBot.Flows.Languages;
using OutreachBot.Flows.Loading;
using OutreachBot.Flows.Tests.Support;
using OutreachBot.Flows.Translating;
using OutreachBot.Flows.Translating.Formats;
using OutreachBot.Flows.Translating.Importing;

namespace OutreachBot.Flows.Tests.Translating;

/// <summary>A tool that isn't ours (translate-toolkit) opens our files, translates one unit, and writes them back unharmed.</summary>
public sealed class OutsidersToolTests : IDisposable
{
    private const string Key = "report.where.text";
    private const string Words = "Maypi? 0 = <saltar> & \"x\"";

    private const string Script = """
        import sys
        from translate.storage import factory
        store = factory.getobject(sys.argv[1])
        met = 0
        for unit in store.units:
            if sys.argv[2] in unit.getid() or sys.argv[2] == "".join(getattr(unit, "msgctxt", [])).replace('"', ""):
                unit.target = sys.argv[3]
                unit.markfuzzy(False)
                met += 1
        store.savefile(sys.argv[1])
        print(met)
        """;

    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("translating-");

    public void Dispose() => _folder.Delete(recursive: true);

    [Theory]
    [InlineData("xliff", "qu")]
    [InlineData("xliff", "quc")]
    [InlineData("po", "ay")]
    [InlineData("po", "quc")]
    public async Task It_opens_the_file_changes_one_unit_and_harms_no_other(string name, string tag)
    {
        if (await FindPythonAsync() is not { } python)
        {
            Assert.Skip("needs translate-toolkit (apt-get install translate-toolkit)");
            return;
        }
        Assert.True(LanguageTag.TryParse(tag, out var language));
        var book = FlowBookLoader.Load(Repository.Flows).Book!;
        var format = TranslationFormats.Find(name)!;
        var ours = format.Write(UnitList.Of(book, language), language);
        var path = Path.Combine(_folder.FullName, $"{tag}.{name}");
        await File.WriteAllBytesAsync(path, ours);

        var (code, said) = await RunAsync(python, "-c", Script, path, Key, Words);
        Assert.Equal((0, "1"), (code, said.Trim()));

        var theirs = format.Read(await File.ReadAllBytesAsync(path));
        Assert.Equal([], theirs.Faults.Select(f => f.ToString()));
        Assert.Equal(language, theirs.Language);
        var before = format.Read(ours).Rows.Where(r => r.Key != Key).Select(r => r with { Place = "" });
        Assert.Equal(before, theirs.Rows.Where(r => r.Key != Key).Select(r => r with { Place = "" }));
        Assert.Equal((Words, "translated"), (Row(theirs).Target, Row(theirs).Status));

        var plan = new TranslationImport(book, FlowTexts.OfFolder(Repository.Flows)).Plan(theirs, new ImportWishes("Rosa", new DateOnly(2026, 11, 25)));
        Assert.Equal([], plan.Faults.Select(f => f.ToString()));
        Assert.Equal($"report/{tag}.yaml", Assert.Single(plan.Files).Key);
    }

    /// <summary>The Python that has the toolkit; where several are installed it is the system's.</summary>
    private static async Task<string?> FindPythonAsync()
    {
        foreach (var python in new[] { "/usr/bin/python3", "/usr/local/bin/python3" }.Where(File.Exists))
        {
            if ((await RunAsync(python, "-c", "import translate.storage.factory")).Code == 0)
            {
                return python;
            }
        }
        return null;
    }

    private static TranslationRow Row(TranslationFile file) => file.Rows.Single(r => r.Key == Key);

    private static async Task<(int Code, string Said)> RunAsync(string program, params string[] args)
    {
        using var process = Process.Start(new ProcessStartInfo(program, args) { UseShellExecute = false, RedirectStandardOutput = true, RedirectStandardError = true })!;
        var said = process.StandardOutput.ReadToEndAsync();
        var errors = process.StandardError.ReadToEndAsync();
        await process.WaitForExitAsync();
        return (process.ExitCode, await said + await errors);
    }
}
