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
            var types = PrivateTypes.From(start.Options.AdditionalFiles, start.CancellationToken);
            start.RegisterOperationAction(c => CheckCreation(c, types), OperationKind.ObjectCreation);
            start.RegisterOperationAction(c => CheckLogCall(c, types), OperationKind.Invocation);
        });
    }

    private static void CheckCreation(OperationAnalysisContext context, PrivateTypes types)
    {
        var creation = (IObjectCreationOperation)context.Operation;
        if (creation.Type.IsException())
        {
            foreach (var argument in creation.Arguments)
            {
                Check(context, argument.Value, "an exception", isLog: false, types);
            }
        }
    }

    private static void CheckLogCall(OperationAnalysisContext context, PrivateTypes types)
    {
        var call = (IInvocationOperation)context.Operation;
        if (LogMethods.IsOne(call.TargetMethod))
        {
            foreach (var argument in call.Arguments)
            {
                Check(context, argument.Value, "a log call", isLog: true, types);
            }
        }
    }

    private static void Check(OperationAnalysisContext context, IOperation value, string where, bool isLog, PrivateTypes types)
    {
        var found = Find(value, isLog, types);
        if (found is not null)
        {
            context.ReportDiagnostic(Diagnostic.Create(Rule, found.Syntax.GetLocation(), $"'{found.Syntax}'", where));
        }
    }

    private static IOperation? Find(IOperation operation, bool isLog, PrivateTypes types) =>
        IsHarmless(operation) || IsShown(operation, types) ? null
        : types.Contains(operation.Type) || (isLog && Quotes(operation)) ? operation
        : operation.ChildOperations.Select(child => Find(child, isLog, types)).FirstOrDefault(found => found is not null);

    // A count, a flag and a kind say nothing of a person, whatever they are taken from; what is constant was written by us.
    private static bool IsHarmless(IOperation operation) =>
        operation.ConstantValue.HasValue || IsHarmless(operation.Type);

    private static bool IsHarmless(ITypeSymbol? type) =>
        type?.WithoutNull() is { TypeKind: TypeKind.Enum } or { SpecialType: SpecialType.System_Boolean or SpecialType.System_Int32 };

    // "[effect {Name}]": what the type itself prints is not what it hides.
    private static bool IsShown(IOperation operation, PrivateTypes types) =>
        operation is IPropertyReferenceOperation { Instance: { } of } member && types.Shows(of.Type, member.Property.Name);

    private static bool Quotes(IOperation operation) => operation switch
    {
        IPropertyReferenceOperation { Property.Name: "Message" or "Data", Instance: { } of } => of.Type.IsException(),
        IInvocationOperation { TargetMethod.Name: "ToString", Instance: { } of } => of.Type.IsException(),
        IInterpolationOperation { Expression: { } shown } => shown.Type.IsException(),
        _ => false,
    };
}
