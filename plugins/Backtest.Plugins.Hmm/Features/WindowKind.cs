namespace Backtest.Plugins.Hmm;

/// <summary>The observations a refit learns from.</summary>
public enum WindowKind
{
    /// <summary>All from the first one on.</summary>
    Expanding,

    /// <summary>As many of the last ones as the first training had.</summary>
    Rolling,
}
