namespace Backtest.Data.Catalog;

/// <summary>What a series was imported from; while it is unchanged, there is nothing to import.</summary>
/// <param name="Settings">A hash of how the input was read.</param>
/// <param name="Inputs">The files read.</param>
/// <param name="Series">How many series were imported from them together.</param>
internal sealed record SeriesOrigin(string Settings, IReadOnlyList<InputFile> Inputs, int Series);
