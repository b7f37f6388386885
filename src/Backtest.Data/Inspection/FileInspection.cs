using Backtest.Data.Checking;

namespace Backtest.Data.Inspection;

/// <summary>How a file of bars is read, what it contains, and what looks wrong.</summary>
/// <param name="Path">The file.</param>
/// <param name="Facts">How it is read, as pairs of a topic and its value.</param>
/// <param name="Series">The bars, by symbol.</param>
/// <param name="Calendars">The exchange calendars that fit best; empty if none does.</param>
/// <param name="Warnings">Warnings about how it is read.</param>
/// <param name="Findings">What is, or looks, wrong with rows or bars.</param>
/// <param name="Keys">The keys of <c>data</c> to read the file with, each with its value in YAML.</param>
public sealed record FileInspection(
    string Path,
    IReadOnlyList<(string What, string How)> Facts,
    IReadOnlyList<SeriesSummary> Series,
    IReadOnlyList<string> Calendars,
    IReadOnlyList<DataWarning> Warnings,
    IReadOnlyList<DataFinding> Findings,
    IReadOnlyList<(string Key, string Value)> Keys);
