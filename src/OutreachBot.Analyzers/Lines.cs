using System;
using System.Collections.Generic;
using System.Linq;
using System.Threading;
using Microsoft.CodeAnalysis;

namespace OutreachBot.Analyzers;

/// <summary>The lines of a list beside the code: a word, and what is said of it after a semicolon.</summary>
internal static class Lines
{
    public static IEnumerable<(string Word, string Note)> Of(AdditionalText file, CancellationToken cancellationToken) =>
        (file.GetText(cancellationToken)?.Lines ?? Enumerable.Empty<Microsoft.CodeAnalysis.Text.TextLine>())
            .Select(l => l.ToString().Split([';'], 2))
            .Select(parts => (Word: parts[0].Trim(), Note: parts.Length > 1 ? parts[1].Trim() : ""))
            .Where(l => l.Word.Length > 0 && !l.Word.StartsWith("#", StringComparison.Ordinal));
}
