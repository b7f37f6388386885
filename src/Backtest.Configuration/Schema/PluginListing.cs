using Backtest.Abstractions.Runtime;

namespace Backtest.Configuration.Schema;

/// <summary>A plugin, for the schema.</summary>
/// <param name="Kind">What it is.</param>
/// <param name="Id">Its id.</param>
/// <param name="Description">What it does.</param>
/// <param name="ParametersSchema">The JSON schema of its parameters.</param>
public sealed record PluginListing(PluginKind Kind, string Id, string Description, string ParametersSchema);
