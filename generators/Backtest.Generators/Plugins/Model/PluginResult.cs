using Backtest.Generators.Diagnostics;
using Backtest.Generators.Model;

namespace Backtest.Generators.Plugins.Model;

/// <summary>What reading a plugin class came to.</summary>
/// <param name="Model">What is to be written; <see langword="null"/>: nothing can be.</param>
/// <param name="Identity">Who claims the id.</param>
/// <param name="Diagnostics">What is wrong.</param>
internal sealed record PluginResult(PluginModel? Model, PluginIdentity Identity, EquatableArray<DiagnosticInfo> Diagnostics);
