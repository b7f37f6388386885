using Backtest.Abstractions.Runtime;

namespace Backtest.Hosting;

/// <summary>A plugin as its assembly's metadata lists it.</summary>
/// <param name="Kind">The kind of plugin.</param>
/// <param name="Id">The plugin's id in run files.</param>
/// <param name="Factory">The full name of its generated factory.</param>
/// <param name="AbiMajor">The major version of the contract it was compiled against.</param>
/// <param name="AbiMinor">The minor version of the contract it was compiled against.</param>
/// <param name="Description">A description in one sentence.</param>
/// <param name="ParametersSchema">The JSON schema of its parameters.</param>
public sealed record PluginListing(
    PluginKind Kind, string Id, string Factory, int AbiMajor, int AbiMinor, string Description, string ParametersSchema)
{
    /// <summary>Whether this host can run it: the major version is the same, and the minor version is not above the host's.</summary>
    public bool FitsHost => Fits(AbiMajor, AbiMinor);

    /// <summary>Whether this host can run a plugin compiled against a version of the contract.</summary>
    internal static bool Fits(int major, int minor) => major == Abi.Major && minor <= Abi.Minor;
}
