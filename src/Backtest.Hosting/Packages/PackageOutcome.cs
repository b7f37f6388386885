namespace Backtest.Hosting;

/// <summary>What became of a package.</summary>
public enum PackageOutcome
{
    /// <summary>It was there already as it should be.</summary>
    Unchanged,

    /// <summary>It was installed, and locked.</summary>
    Installed,

    /// <summary>It was put back as the lock file pins it.</summary>
    Restored,

    /// <summary>It was replaced by another version, and that was locked.</summary>
    Updated,

    /// <summary>It was removed from the folder and from the lock file.</summary>
    Removed,
}
