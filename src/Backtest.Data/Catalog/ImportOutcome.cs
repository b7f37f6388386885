namespace Backtest.Data.Catalog;

/// <summary>What an import did with a series.</summary>
public enum ImportOutcome
{
    /// <summary>The series is new in the catalog.</summary>
    Added,

    /// <summary>The series was written again because its input, or how it is read, had changed.</summary>
    Renewed,

    /// <summary>Nothing had changed, so nothing was written.</summary>
    Unchanged,
}
