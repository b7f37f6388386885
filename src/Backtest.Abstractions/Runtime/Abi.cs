using System.ComponentModel;

namespace Backtest.Abstractions.Runtime;

/// <summary>The version of the contract between the host and compiled plugins.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public static class Abi
{
    /// <summary>Changes when plugins compiled before are no longer compatible.</summary>
    public const int Major = 1;

    /// <summary>Increases when something is added: a plugin needs a host of its own minor version or above.</summary>
    public const int Minor = 0;
}
