using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace OutreachBot.Analyzers.Tests;

/// <summary>The engine's list of private types is what stands in its code: the host's compiler can't look into it.</summary>
public sealed class PrivateListTests
{
    private static readonly string Engine = Path.Combine(Root(), "src", "OutreachBot.Flows");

    [Fact]
    public void The_list_names_every_type_of_the_engine_that_prints_as_its_kind()
    {
        var named = File.ReadAllLines(Path.Combine(Engine, "PrivateTypes.Flows.txt")).Select(l => l.Trim()).Where(l => l.Length > 0);
        var written = Directory.EnumerateFiles(Engine, "*.cs", SearchOption.AllDirectories)
            .Where(f => !f.Contains($"{Path.DirectorySeparatorChar}obj{Path.DirectorySeparatorChar}", StringComparison.Ordinal))
            .SelectMany(f => CSharpSyntaxTree.ParseText(File.ReadAllText(f)).GetRoot().DescendantNodes().OfType<TypeDeclarationSyntax>())
            .Where(t => !PrivateTypes.Shown(t).IsDefault)
            .Select(t => string.Join(';', new[] { FullName(t), string.Join(", ", PrivateTypes.Shown(t)) }.Where(p => p.Length > 0)))
            .ToList();

        Assert.NotEmpty(written);
        Assert.Equal(written.Order(StringComparer.Ordinal), named.Order(StringComparer.Ordinal));
    }

    private static string FullName(TypeDeclarationSyntax type) => string.Join('.', type.AncestorsAndSelf().Reverse().Select(n => n switch
    {
        BaseNamespaceDeclarationSyntax space => space.Name.ToString(),
        TypeDeclarationSyntax named => named.Identifier.Text,
        _ => "",
    }).Where(n => n.Length > 0));

    private static string Root()
    {
        var at = new DirectoryInfo(AppContext.BaseDirectory);
        while (!File.Exists(Path.Combine(at.FullName, "OutreachBot.sln")))
        {
            at = at.Parent ?? throw new InvalidOperationException("The tests run outside of the repository.");
        }
        return at.FullName;
    }
}
