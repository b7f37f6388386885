namespace Backtest.Hosting;

/// <summary>How an installed package stands to its lock file.</summary>
public enum PackageState
{
    /// <summary>Its content is what the lock file pins.</summary>
    Intact,

    /// <summary>Its content is another.</summary>
    Changed,

    /// <summary>The lock file names it, and it is not there.</summary>
    Missing,

    /// <summary>It is there, and the lock file does not name it.</summary>
    NotLocked,
}
