using Backtest.Generators.Diagnostics;
using Backtest.Generators.Model;

namespace Backtest.Generators.Plugins.Model;

/// <summary>The result of reading a plugin class.</summary>
/// <param name="Source">The model of the generated source; <see langword="null"/> if none is generated.</param>
/// <param name="Identity">The id that the class claims.</param>
/// <param name="Diagnostics">The errors.</param>
internal sealed record PluginResult(SourceModel? Source, PluginIdentity Identity, EquatableArray<DiagnosticInfo> Diagnostics);
