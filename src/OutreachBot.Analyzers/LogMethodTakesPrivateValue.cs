using System.Collections.Generic;
using System.Collections.Immutable;
using System.IO;
using System.Linq;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;

namespace OutreachBot.Analyzers;

/// <summary>OB0001: what a log method may take.</summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class LogMethodTakesPrivateValue : DiagnosticAnalyzer
{
    private const string NamesFile = "LoggedNames.txt";

    private static readonly DiagnosticDescriptor Rule = new(
        "OB0001",
        "A log method takes what may be private",
        "The log method '{0}' takes '{1} {2}': {3}",
        "Privacy",
        DiagnosticSeverity.Error,
        isEnabledByDefault: true);

    public override ImmutableArray<DiagnosticDescriptor> SupportedDiagnostics => ImmutableArray.Create(Rule);

    public override void Initialize(AnalysisContext context)
    {
        context.EnableConcurrentExecution();
        context.ConfigureGeneratedCodeAnalysis(GeneratedCodeAnalysisFlags.None);
        context.RegisterCompilationStartAction(start =>
        {
            var names = new HashSet<string>(start.Options.AdditionalFiles.Where(f => Path.GetFileName(f.Path) == NamesFile).SelectMany(f => Lines.Of(f, start.CancellationToken)).Select(l => l.Word));
            start.RegisterSymbolAction(symbol => Check(symbol, names), SymbolKind.Method);
        });
    }

    private static void Check(SymbolAnalysisContext context, HashSet<string> names)
    {
        var method = (IMethodSymbol)context.Symbol;
        if (!LogMethods.IsOne(method))
        {
            return;
        }
        foreach (var parameter in method.Parameters)
        {
            if (Complaint(parameter, names) is { } complaint)
            {
                context.ReportDiagnostic(Diagnostic.Create(
                    Rule, parameter.Locations.FirstOrDefault(), method.Name, parameter.Type.ToDisplayString(), parameter.Name, complaint));
            }
        }
    }

    private static string? Complaint(IParameterSymbol parameter, HashSet<string> names)
    {
        var type = parameter.Type.WithoutNull();
        if (LogMethods.IsNamed(type, "ILogger") || type.TypeKind == TypeKind.Enum)
        {
            return null;
        }
        return type.SpecialType switch
        {
            SpecialType.System_String => names.Contains(parameter.Name)
                ? null
                : $"a string is logged only under a name that stands in {NamesFile}; log a number or a kind instead, or add the name there with the reason why no person's words can come under it",
            SpecialType.System_Double or SpecialType.System_Single or SpecialType.System_Decimal => "a fraction may be a coordinate; log a whole number",
            >= SpecialType.System_Boolean and <= SpecialType.System_UInt64 when type.SpecialType != SpecialType.System_Char => null,
            _ when type.ToDisplayString() == "System.TimeSpan" => null,
            _ when type.IsException() => "its message may quote what it choked on; log its type's name",
            _ => "log a number, a time span, an enum, or a string of a listed name",
        };
    }
}
