using Backtest.Generators.Diagnostics;
using Backtest.Generators.Model;

namespace Backtest.Generators.Plugins.Model;

/// <summary>What reading a plugin class came to.</summary>
/// <param name="Source">What is to be written; <see langword="null"/>: nothing.</param>
/// <param name="Identity">Who claims the id.</param>
/// <param name="Diagnostics">What is wrong.</param>
internal sealed record PluginResult(SourceModel? Source, PluginIdentity Identity, EquatableArray<DiagnosticInfo> Diagnostics);
