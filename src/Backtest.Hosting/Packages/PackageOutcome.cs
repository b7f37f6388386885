namespace Backtest.Hosting;

/// <summary>The outcome of a command for a package.</summary>
public enum PackageOutcome
{
    /// <summary>The package was already installed as required.</summary>
    Unchanged,

    /// <summary>The package was installed and locked.</summary>
    Installed,

    /// <summary>The package was restored as the lock file pins it.</summary>
    Restored,

    /// <summary>The package was replaced by another version, which was locked.</summary>
    Updated,

    /// <summary>The package was removed from the folder and from the lock file.</summary>
    Removed,
}
