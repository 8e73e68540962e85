using System.Linq;
using Microsoft.CodeAnalysis;

namespace OutreachBot.Analyzers;

/// <summary>Tells the source-generated log methods from all others.</summary>
internal static class LogMethods
{
    public const string Room = "Microsoft.Extensions.Logging";

    public static bool IsOne(IMethodSymbol method) =>
        method.GetAttributes().Any(a => IsNamed(a.AttributeClass, "LoggerMessageAttribute"));

    public static bool IsNamed(ITypeSymbol? type, string name) =>
        type is not null && type.Name == name && type.ContainingNamespace?.ToDisplayString() == Room;
}
