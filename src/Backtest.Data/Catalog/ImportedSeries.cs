namespace Backtest.Data.Catalog;

/// <summary>A series an import was about.</summary>
/// <param name="Series">The series as it is in the catalog now.</param>
/// <param name="Outcome">What was done.</param>
public sealed record ImportedSeries(CatalogSeries Series, ImportOutcome Outcome);
