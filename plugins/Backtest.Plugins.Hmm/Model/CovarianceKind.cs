namespace Backtest.Plugins.Hmm;

/// <summary>Which covariances between features a state may have.</summary>
public enum CovarianceKind
{
    /// <summary>None: each feature has a variance of its own.</summary>
    Diagonal,

    /// <summary>All of them.</summary>
    Full,
}
