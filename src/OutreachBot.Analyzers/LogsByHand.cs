using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.Operations;

namespace OutreachBot.Analyzers;

/// <summary>OB0002: no way into the log beside the generated methods.</summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class LogsByHand : DiagnosticAnalyzer
{
    private static readonly DiagnosticDescriptor Rule = new(
        "OB0002",
        "Something is logged by hand",
        "'{0}.{1}' takes anything: write a [LoggerMessage] method in the room's *Log.cs",
        "Privacy",
        DiagnosticSeverity.Error,
        isEnabledByDefault: true);

    public override ImmutableArray<DiagnosticDescriptor> SupportedDiagnostics => ImmutableArray.Create(Rule);

    public override void Initialize(AnalysisContext context)
    {
        context.EnableConcurrentExecution();

        // What the generator writes calls these; it writes only what OB0001 has looked at.
        context.ConfigureGeneratedCodeAnalysis(GeneratedCodeAnalysisFlags.None);
        context.RegisterOperationAction(Check, OperationKind.Invocation);
    }

    private static void Check(OperationAnalysisContext context)
    {
        var method = ((IInvocationOperation)context.Operation).TargetMethod;
        var isByHand =
            (LogMethods.IsNamed(method.ContainingType, "ILogger") && (method.Name is "Log" or "BeginScope"))
            || LogMethods.IsNamed(method.ContainingType, "LoggerExtensions")
            || LogMethods.IsNamed(method.ContainingType, "LoggerMessage");
        if (isByHand)
        {
            context.ReportDiagnostic(Diagnostic.Create(Rule, context.Operation.Syntax.GetLocation(), method.ContainingType.Name, method.Name));
        }
    }
}
