using System.Text.RegularExpressions;

namespace Backtest.Tests;

/// <summary>The code a reader would have around an excerpt on a page.</summary>
internal static partial class Setting
{
    private const string Usings = """
        using System;
        using System.Collections.Generic;
        using System.Collections.Immutable;
        using System.IO;
        using System.Linq;
        using System.Threading;
        using System.Threading.Tasks;
        using Backtest;
        using Backtest.Abstractions.Runtime;
        using Backtest.Configuration;
        using Backtest.Data;
        using Backtest.Engine;
        using Backtest.Plugins.Momentum;
        using Backtest.Plugins.MovingAverageCross;
        using Backtest.Plugins.StandardRisk;
        using Backtest.Research;
        using Backtest.Results;
        using Backtest.Testing;
        using Xunit;

        """;

    /// <summary>Names that the guide's examples use without declaring them again.</summary>
    private static readonly (string Name, string Declaration)[] Known =
    [
        ("Period", "[Parameter(Min = 1)] public int Period { get; init; } = 50;"),
        ("Fast", "[Parameter(Min = 1)] public int Fast { get; init; } = 10;"),
        ("Slow", "[Parameter(Min = 2)] public int Slow { get; init; } = 30;"),
        ("Average", "[Parameter] public AverageKind Average { get; init; }"),
        ("Atr", "[Indicator<AverageTrueRange>(14)] private partial double Atr { get; }"),
    ];

    /// <summary>The block in each setting it may have been taken from, the simplest first.</summary>
    public static IEnumerable<string> All(string block)
    {
        yield return Alone(block);
        yield return Plugin(block, "public void OnBar(BarEvent bar, ISignals signals) { }");
        yield return Plugin("", $"public void OnBar(BarEvent bar, in Position position, ISignals signals)\n{{\n{block}\n}}");
        yield return $"{Usings}public sealed class Tests\n{{\n{block}\n}}";
        yield return $"{Usings}public static class Program\n{{\npublic static async Task Main()\n{{\n{block}\nawait Task.CompletedTask;\n}}\n}}";
    }

    /// <summary>The block as a complete file.</summary>
    public static string Alone(string block) => Usings + block;

    /// <summary>The namespaces a block declares its types in.</summary>
    public static IEnumerable<string> NamespacesOf(string block) => Namespace().Matches(block).Select(match => match.Groups[1].Value);

    private static string Plugin(string members, string handler)
    {
        IEnumerable<string> known = Known.Where(member => !Declares(members, member.Name)).Select(member => member.Declaration);
        return $$"""
            {{Usings}}
            public enum AverageKind { Simple, Exponential }

            [Strategy("example", Description = "An example.")]
            public sealed partial class Example
            {
                {{string.Join("\n", known)}}
                {{members}}
                {{(members.Contains(" OnBar(", StringComparison.Ordinal) ? "" : handler)}}
            }
            """;
    }

    private static bool Declares(string members, string name) => Declaration().Matches(members).Any(match => match.Groups[1].Value == name);

    [GeneratedRegex(@"(\w+) (?:\{ get|=>)")]
    private static partial Regex Declaration();

    [GeneratedRegex(@"^namespace ([\w.]+);", RegexOptions.Multiline)]
    private static partial Regex Namespace();
}
