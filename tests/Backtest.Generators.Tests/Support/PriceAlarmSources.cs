using System.Runtime.CompilerServices;

namespace Backtest.Tests;

/// <summary>The source of a plugin kind that a test project adds, for compilations in tests.</summary>
internal static class PriceAlarmSources
{
    /// <summary>The files of the kind: the contract that plugins compile against, and its host side.</summary>
    public static IReadOnlyList<string> Files { get; } = [.. Directory.GetFiles(Folder(), "*.cs").Order(StringComparer.Ordinal)];

    /// <summary>Runs the generators on the kind and on source that uses it.</summary>
    public static GeneratorRun Run(string source, Func<string, string>? edit = null) => GeneratorRun.On([.. Kind(edit), source]);

    /// <summary>The sources that plugins compile against.</summary>
    public static IEnumerable<string> Kind(Func<string, string>? edit = null) => Files
        .Where(file => !file.EndsWith("Seat.cs", StringComparison.Ordinal)).Select(File.ReadAllText).Select(edit ?? (text => text));

    private static string Folder([CallerFilePath] string self = "") =>
        Path.Combine(Path.GetDirectoryName(self)!, "..", "..", "Backtest.Generators.Tests", "Fixtures", "PriceAlarms");
}
