namespace Backtest.Data.Catalog;

/// <summary>A series that an import handled.</summary>
/// <param name="Series">The series as it is in the catalog now.</param>
/// <param name="Outcome">What was done.</param>
public sealed record ImportedSeries(CatalogSeries Series, ImportOutcome Outcome);
