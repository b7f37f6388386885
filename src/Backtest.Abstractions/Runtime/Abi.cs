using System.ComponentModel;

namespace Backtest.Abstractions.Runtime;

/// <summary>The version of the contract between the host and compiled plugins.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public static class Abi
{
    /// <summary>Changes when a plugin compiled before no longer fits.</summary>
    public const int Major = 1;

    /// <summary>Grows when something is added: a plugin needs a host of its own minor version or above.</summary>
    public const int Minor = 0;
}
