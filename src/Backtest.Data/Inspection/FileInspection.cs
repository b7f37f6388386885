using Backtest.Data.Checking;

namespace Backtest.Data.Inspection;

/// <summary>How a file of bars is read, what is in it, and what looks wrong.</summary>
/// <param name="Path">The file.</param>
/// <param name="Facts">How it is read: what, and how.</param>
/// <param name="Series">The bars, by symbol.</param>
/// <param name="Calendars">The exchange calendars that fit best; empty: none does.</param>
/// <param name="Warnings">What a user should know of the reading.</param>
/// <param name="Findings">What is wrong with rows or bars, or looks it.</param>
/// <param name="Keys">The keys of <c>data</c> that read the file, each with its value in YAML.</param>
public sealed record FileInspection(
    string Path,
    IReadOnlyList<(string What, string How)> Facts,
    IReadOnlyList<SeriesSummary> Series,
    IReadOnlyList<string> Calendars,
    IReadOnlyList<DataWarning> Warnings,
    IReadOnlyList<DataFinding> Findings,
    IReadOnlyList<(string Key, string Value)> Keys);
