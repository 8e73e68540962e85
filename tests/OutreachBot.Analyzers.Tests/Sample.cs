using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.Text;

namespace OutreachBot.Analyzers.Tests;

/// <summary>A piece of code as the compiler sees it, with our rules.</summary>
internal static class Sample
{
    private const string Head = """
        using System;
        using Microsoft.Extensions.Logging;
        namespace House;
        public sealed record PhoneNumber(string Digits, int Length) { public override string ToString() => "[phone]"; }
        public sealed record Knock(string Door, PhoneNumber From) { public override string ToString() => $"[knock {Door}]"; }
        public sealed record Door(string Name);
        public enum Kind { One, Two }

        """;

    private static readonly ImmutableArray<DiagnosticAnalyzer> Rules = [new LogMethodTakesPrivateValue(), new LogsByHand(), new PrivateValueInText()];

    private static readonly IReadOnlyList<MetadataReference> Framework =
        [.. ((string)AppContext.GetData("TRUSTED_PLATFORM_ASSEMBLIES")!).Split(Path.PathSeparator).Select(p => MetadataReference.CreateFromFile(p))];

    /// <param name="code">Members of a static partial class, beside the private types PhoneNumber and Knock, and Door, which is none.</param>
    /// <param name="privateElsewhere">Types of other assemblies that are listed as private.</param>
    /// <returns>The rules' ids, in the order of the code; the sample's own compiler errors fail the test.</returns>
    public static async Task<IReadOnlyList<string>> FaultsAsync(string code, string privateElsewhere = "")
    {
        var parse = CSharpParseOptions.Default.WithLanguageVersion(LanguageVersion.Latest);
        var compilation = CSharpCompilation.Create(
            "House",
            [CSharpSyntaxTree.ParseText($"{Head}public static partial class Room\n{{\n{code}\n}}\n", parse, "Room.cs")],
            Framework,
            new CSharpCompilationOptions(OutputKind.DynamicallyLinkedLibrary));

        // A partial method whose other half the generator would write.
        Assert.Empty(compilation.GetDiagnostics().Where(d => d.Severity == DiagnosticSeverity.Error && d.Id != "CS8795").Select(d => d.ToString()));
        var files = new AnalyzerOptions([new Text("LoggedNames.txt", "door;ours\nkind\n"), new Text("PrivateTypes.Other.txt", privateElsewhere)]);
        var found = await compilation.WithAnalyzers(Rules, files).GetAnalyzerDiagnosticsAsync(TestContext.Current.CancellationToken);
        Assert.DoesNotContain(found, d => d.Id == "AD0001");
        return [.. found.OrderBy(d => d.Location.SourceSpan.Start).Select(d => d.Id)];
    }

    private sealed class Text(string path, string content) : AdditionalText
    {
        public override string Path => path;

        public override SourceText GetText(CancellationToken cancellationToken = default) => SourceText.From(content);
    }
}
