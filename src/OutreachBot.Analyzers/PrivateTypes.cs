using System;
using System.Collections.Generic;
using System.Collections.Immutable;
using System.IO;
using System.Linq;
using System.Threading;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace OutreachBot.Analyzers;

/// <summary>Knows which types hold what is private: those that print as their kind.</summary>
internal sealed class PrivateTypes
{
    private const string ListPrefix = "PrivateTypes.";

    private readonly Dictionary<string, ImmutableArray<string>> _elsewhere;
    private readonly Dictionary<ISymbol, ImmutableArray<string>> _here = new(SymbolEqualityComparer.Default);
    private readonly object _gate = new();

    private PrivateTypes(Dictionary<string, ImmutableArray<string>> elsewhere) => _elsewhere = elsewhere;

    /// <param name="files">
    /// Lists named <c>PrivateTypes.*.txt</c> of types in other assemblies, one a line: its full name, and after a semicolon
    /// the members it shows.
    /// </param>
    public static PrivateTypes From(ImmutableArray<AdditionalText> files, CancellationToken cancellationToken)
    {
        var elsewhere = new Dictionary<string, ImmutableArray<string>>();
        foreach (var line in files.Where(f => Path.GetFileName(f.Path).StartsWith(ListPrefix, StringComparison.Ordinal)).SelectMany(f => Lines.Of(f, cancellationToken)))
        {
            elsewhere[line.Word] = line.Note.Split(',').Select(m => m.Trim()).ToImmutableArray();
        }
        return new PrivateTypes(elsewhere);
    }

    public bool Contains(ITypeSymbol? type) => !Shown(type).IsDefault;

    /// <summary>Whether a type that is private shows this member in its own <c>ToString</c>.</summary>
    public bool Shows(ITypeSymbol? type, string member) => Shown(type) is { IsDefault: false } shown && shown.Contains(member);

    /// <summary>What a <c>ToString</c> that begins with <c>[</c> shows of its members.</summary>
    /// <returns>Default where it doesn't begin so, or isn't written at all.</returns>
    public static ImmutableArray<string> Shown(TypeDeclarationSyntax type)
    {
        var written = type.Members.OfType<MethodDeclarationSyntax>()
            .FirstOrDefault(m => m.Identifier.Text == "ToString" && m.Modifiers.Any(SyntaxKind.OverrideKeyword));
        var first = written?.DescendantTokens().FirstOrDefault(t => t.IsKind(SyntaxKind.StringLiteralToken) || t.IsKind(SyntaxKind.InterpolatedStringTextToken));
        return first is { } token && token.ValueText?.StartsWith("[", StringComparison.Ordinal) == true
            ? written!.DescendantNodes().OfType<InterpolationSyntax>().Select(i => i.Expression.ToString()).ToImmutableArray()
            : default;
    }

    private ImmutableArray<string> Shown(ITypeSymbol? type)
    {
        if (type is null)
        {
            return default;
        }
        if (type is INamedTypeSymbol { OriginalDefinition.SpecialType: SpecialType.System_Nullable_T } nullable)
        {
            return Shown(nullable.TypeArguments[0]);
        }
        return type.DeclaringSyntaxReferences.Length > 0 ? ShownHere(type)
            : _elsewhere.TryGetValue(type.ToDisplayString(SymbolDisplayFormat.CSharpErrorMessageFormat.WithMiscellaneousOptions(SymbolDisplayMiscellaneousOptions.None)), out var known) ? known
            : default;
    }

    private ImmutableArray<string> ShownHere(ITypeSymbol type)
    {
        lock (_gate)
        {
            if (!_here.TryGetValue(type.OriginalDefinition, out var known))
            {
                known = type.DeclaringSyntaxReferences.Select(r => r.GetSyntax()).OfType<TypeDeclarationSyntax>().Select(Shown).FirstOrDefault(s => !s.IsDefault);
                _here[type.OriginalDefinition] = known;
            }
            return known;
        }
    }
}
