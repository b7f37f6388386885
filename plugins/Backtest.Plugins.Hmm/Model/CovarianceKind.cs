namespace Backtest.Plugins.Hmm;

/// <summary>Which covariances between features a state may have.</summary>
public enum CovarianceKind
{
    /// <summary>None: each feature has only its own variance.</summary>
    Diagonal,

    /// <summary>The covariances between all features.</summary>
    Full,
}
