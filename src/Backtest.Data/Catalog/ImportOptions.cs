namespace Backtest.Data.Catalog;

/// <summary>How bars are imported.</summary>
public sealed record ImportOptions
{
    /// <summary>Whether series may displace ones that were imported from other files.</summary>
    public bool Replaces { get; init; }

    /// <summary>Told how far the import is; <see langword="null"/>: nobody is.</summary>
    public IProgress<ImportProgress>? Progress { get; init; }
}
