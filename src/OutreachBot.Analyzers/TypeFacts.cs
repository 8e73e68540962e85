using Microsoft.CodeAnalysis;

namespace OutreachBot.Analyzers;

/// <summary>What the rules ask of a type.</summary>
internal static class TypeFacts
{
    /// <summary>The type that may be null; any other as it is.</summary>
    public static ITypeSymbol WithoutNull(this ITypeSymbol type) =>
        type is INamedTypeSymbol { OriginalDefinition.SpecialType: SpecialType.System_Nullable_T } nullable ? nullable.TypeArguments[0] : type;

    public static bool IsException(this ITypeSymbol? type)
    {
        for (var at = type; at is not null; at = at.BaseType)
        {
            if (at is { Name: "Exception", ContainingNamespace: { Name: "System", ContainingNamespace.IsGlobalNamespace: true } })
            {
                return true;
            }
        }
        return false;
    }
}
