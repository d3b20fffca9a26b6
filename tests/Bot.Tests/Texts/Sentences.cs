using Bot.Tests.Architecture;
using Bot.Texts;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Bot.Tests.Texts;

/// <summary>The sentences the code can say: every interpolated string of it that is kept as a <see cref="FormattableString"/>.</summary>
internal static class Sentences
{
    private const string ImplicitUsings = """
        global using System;
        global using System.Collections.Generic;
        global using System.IO;
        global using System.Linq;
        global using System.Net.Http;
        global using System.Net.Http.Json;
        global using System.Threading;
        global using System.Threading.Tasks;
        global using Microsoft.AspNetCore.Builder;
        global using Microsoft.AspNetCore.Hosting;
        global using Microsoft.AspNetCore.Http;
        global using Microsoft.AspNetCore.Routing;
        global using Microsoft.Extensions.Configuration;
        global using Microsoft.Extensions.DependencyInjection;
        global using Microsoft.Extensions.Hosting;
        global using Microsoft.Extensions.Logging;
        """;

    private static readonly Lazy<IReadOnlySet<string>> Read = new(() =>
        In(Sources("Gamification"), "Gamification").Concat(In(Sources("Bot"), "Bot")).ToHashSet(StringComparer.Ordinal)
    );

    /// <summary>As keys of the translations.</summary>
    public static IReadOnlySet<string> Keys => Read.Value;

    /// <param name="assembly">The one the sources belong to: its own is not referenced, and internals of others may open to it.</param>
    public static IEnumerable<string> In(IEnumerable<string> sources, string assembly)
    {
        var options = CSharpParseOptions.Default.WithLanguageVersion(LanguageVersion.Preview);
        var trees = sources.Select(source => CSharpSyntaxTree.ParseText(source, options)).ToList();
        var compilation = CSharpCompilation.Create(
            assembly,
            [.. trees, CSharpSyntaxTree.ParseText(ImplicitUsings, options)],
            References.Where(reference => Path.GetFileNameWithoutExtension(reference.FilePath) != assembly)
        );
        return trees.SelectMany(tree => In(tree, compilation.GetSemanticModel(tree)));
    }

    private static IEnumerable<string> In(SyntaxTree tree, SemanticModel model) =>
        tree.GetRoot()
            .DescendantNodes()
            .OfType<InterpolatedStringExpressionSyntax>()
            .Where(text => IsKept(text) || model.GetTypeInfo(text).ConvertedType?.Name is nameof(FormattableString))
            .Where(text =>
                CallOf(text)?.Expression.ToString().EndsWith(nameof(FormattableString.Invariant), StringComparison.Ordinal) is not true
            )
            .Where(HasWords)
            .Select(text => Language.KeyOf(FormatOf(text), MeaningOf(text)));

    /// <summary>Figures and names alone are the same in every language.</summary>
    private static bool HasWords(InterpolatedStringExpressionSyntax text) =>
        text.Contents.OfType<InterpolatedStringTextSyntax>().Any(part => part.TextToken.ValueText.Any(char.IsLetter));

    /// <summary>A cast says it where both arms of a choice would be texts.</summary>
    private static bool IsKept(InterpolatedStringExpressionSyntax text) =>
        text.Parent is CastExpressionSyntax { Type: IdentifierNameSyntax { Identifier.Text: nameof(FormattableString) } };

    private static IEnumerable<string> Sources(string project) =>
        Directory
            .EnumerateFiles(Path.Combine(Repository.Root, "src", project), "*.cs", SearchOption.AllDirectories)
            .Where(file => !file.Contains($"{Path.DirectorySeparatorChar}obj{Path.DirectorySeparatorChar}", StringComparison.Ordinal))
            .Select(File.ReadAllText);

    private static IReadOnlyList<PortableExecutableReference> References { get; } =
    [
        .. ((string)AppContext.GetData("TRUSTED_PLATFORM_ASSEMBLIES")!)
            .Split(Path.PathSeparator)
            .Select(path => MetadataReference.CreateFromFile(path)),
    ];

    private static InvocationExpressionSyntax? CallOf(InterpolatedStringExpressionSyntax text) =>
        (text.Parent as ArgumentSyntax)?.Parent?.Parent as InvocationExpressionSyntax;

    private static string? MeaningOf(InterpolatedStringExpressionSyntax text) =>
        CallOf(text)
            is { Expression: MemberAccessExpressionSyntax { Name.Identifier.Text: "Say" }, ArgumentList.Arguments: [_, var meaning] }
            ? (meaning.Expression as LiteralExpressionSyntax)?.Token.ValueText
            : null;

    /// <summary>As <see cref="FormattableString.Format"/> has it: the holes by number.</summary>
    private static string FormatOf(InterpolatedStringExpressionSyntax text)
    {
        var hole = 0;
        return string.Concat(
            text.Contents.Select(part =>
                part switch
                {
                    InterpolatedStringTextSyntax words => words.TextToken.ValueText,
                    InterpolationSyntax value => $"{{{hole++}{value.AlignmentClause}{value.FormatClause}}}",
                    _ => throw new System.Diagnostics.UnreachableException(part.Kind().ToString()),
                }
            )
        );
    }
}
