namespace Backtest.Data.Catalog;

/// <summary>How bars are imported.</summary>
public sealed record ImportOptions
{
    /// <summary>Whether series may replace ones that were imported from other files.</summary>
    public bool Replaces { get; init; }

    /// <summary>Receives the progress of the import, or <see langword="null"/> for none.</summary>
    public IProgress<ImportProgress>? Progress { get; init; }
}
