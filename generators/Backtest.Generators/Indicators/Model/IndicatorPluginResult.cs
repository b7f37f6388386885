using Backtest.Generators.Diagnostics;
using Backtest.Generators.Model;
using Backtest.Generators.Plugins.Model;

namespace Backtest.Generators.Indicators.Model;

/// <summary>What reading an indicator plugin came to.</summary>
/// <param name="Model">What is to be written; <see langword="null"/>: nothing can be.</param>
/// <param name="Identity">Who claims the id.</param>
/// <param name="Diagnostics">What is wrong.</param>
internal sealed record IndicatorPluginResult(
    IndicatorPluginModel? Model, PluginIdentity Identity, EquatableArray<DiagnosticInfo> Diagnostics);
