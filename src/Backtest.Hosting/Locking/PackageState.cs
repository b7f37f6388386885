namespace Backtest.Hosting;

/// <summary>The state of a package compared with its lock file.</summary>
public enum PackageState
{
    /// <summary>The content is what the lock file pins.</summary>
    Intact,

    /// <summary>The content differs.</summary>
    Changed,

    /// <summary>The package is in the lock file but not installed.</summary>
    Missing,

    /// <summary>The package is installed but not in the lock file.</summary>
    NotLocked,
}
