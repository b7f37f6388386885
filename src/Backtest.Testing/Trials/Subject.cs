using Backtest.Abstractions.Runtime;

namespace Backtest.Testing;

/// <summary>The plugin under examination.</summary>
/// <param name="Factory">The plugin in the process, whose statics earlier tests and runs may have changed.</param>
/// <param name="Schema">The JSON schema of its parameters; <see langword="null"/> if it is not listed.</param>
/// <param name="Origin">Where it can be loaded again; <see langword="null"/> if nowhere.</param>
internal sealed record Subject(PluginFactory Factory, string? Schema, PluginOrigin? Origin);
