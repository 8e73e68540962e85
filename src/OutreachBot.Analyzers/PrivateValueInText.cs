using System.Collections.Immutable;
using System.Linq;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.Operations;

namespace OutreachBot.Analyzers;

/// <summary>OB0003: no private value in an exception or in a log call, and no exception's message in a log call.</summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class PrivateValueInText : DiagnosticAnalyzer
{
    private static readonly DiagnosticDescriptor Rule = new(
        "OB0003",
        "A private value goes into an exception or a log call",
        "{0} goes into {1}: say what was wrong with it, not what it was",
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
            if (start.Compilation.GetTypeByMetadataName("System.Exception") is not { } exception)
            {
                return;
            }
            var types = PrivateTypes.From(start.Options.AdditionalFiles, start.CancellationToken);
            start.RegisterOperationAction(c => CheckCreation(c, exception, types), OperationKind.ObjectCreation);
            start.RegisterOperationAction(c => CheckLogCall(c, exception, types), OperationKind.Invocation);
        });
    }

    private static void CheckCreation(OperationAnalysisContext context, INamedTypeSymbol exception, PrivateTypes types)
    {
        var creation = (IObjectCreationOperation)context.Operation;
        if (IsA(creation.Type, exception))
        {
            foreach (var argument in creation.Arguments)
            {
                Check(context, argument.Value, "an exception", null, types);
            }
        }
    }

    private static void CheckLogCall(OperationAnalysisContext context, INamedTypeSymbol exception, PrivateTypes types)
    {
        var call = (IInvocationOperation)context.Operation;
        if (LogMethods.IsOne(call.TargetMethod))
        {
            foreach (var argument in call.Arguments)
            {
                Check(context, argument.Value, "a log call", exception, types);
            }
        }
    }

    private static void Check(OperationAnalysisContext context, IOperation value, string where, INamedTypeSymbol? exception, PrivateTypes types)
    {
        var found = Find(value, exception, types);
        if (found is not null)
        {
            context.ReportDiagnostic(Diagnostic.Create(Rule, found.Syntax.GetLocation(), $"'{found.Syntax}'", where));
        }
    }

    private static IOperation? Find(IOperation operation, INamedTypeSymbol? exception, PrivateTypes types) =>
        IsHarmless(operation) || IsShown(operation, types) ? null
        : types.Contains(operation.Type) || (exception is not null && Quotes(operation, exception)) ? operation
        : operation.ChildOperations.Select(child => Find(child, exception, types)).FirstOrDefault(found => found is not null);

    // A count, a flag and a kind say nothing of a person, whatever they are taken from; what is constant was written by us.
    private static bool IsHarmless(IOperation operation) =>
        operation.ConstantValue.HasValue || IsHarmless(operation.Type);

    private static bool IsHarmless(ITypeSymbol? type) => type is INamedTypeSymbol { OriginalDefinition.SpecialType: SpecialType.System_Nullable_T } nullable
        ? IsHarmless(nullable.TypeArguments[0])
        : type is { TypeKind: TypeKind.Enum } or { SpecialType: SpecialType.System_Boolean or SpecialType.System_Int32 };

    // "[effect {Name}]": what the type itself prints is not what it hides.
    private static bool IsShown(IOperation operation, PrivateTypes types) =>
        operation is IPropertyReferenceOperation { Instance: { } of } member && types.Shows(of.Type, member.Property.Name);

    private static bool Quotes(IOperation operation, INamedTypeSymbol exception) => operation switch
    {
        IPropertyReferenceOperation { Property.Name: "Message" or "Data", Instance: { } of } => IsA(of.Type, exception),
        IInvocationOperation { TargetMethod.Name: "ToString", Instance: { } of } => IsA(of.Type, exception),
        IInterpolationOperation { Expression: { } shown } => IsA(shown.Type, exception),
        _ => false,
    };

    private static bool IsA(ITypeSymbol? type, INamedTypeSymbol ancestor)
    {
        for (var at = type; at is not null; at = at.BaseType)
        {
            if (SymbolEqualityComparer.Default.Equals(at, ancestor))
            {
                return true;
            }
        }
        return false;
    }
}
