namespace Backtest.Plugins.Hmm;

/// <summary>The observations a refit learns from.</summary>
public enum WindowKind
{
    /// <summary>All observations since the first.</summary>
    Expanding,

    /// <summary>As many of the latest observations as the first training had.</summary>
    Rolling,
}
