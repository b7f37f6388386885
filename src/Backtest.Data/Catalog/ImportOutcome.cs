namespace Backtest.Data.Catalog;

/// <summary>What an import did about a series.</summary>
public enum ImportOutcome
{
    /// <summary>It is new in the catalog.</summary>
    Added,

    /// <summary>Its input or how that is read had changed: it was written anew.</summary>
    Renewed,

    /// <summary>Nothing had changed: there was nothing to do.</summary>
    Unchanged,
}
