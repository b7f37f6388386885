using Backtest.Abstractions.Runtime;

namespace Backtest.Testing;

/// <summary>The plugin an examination looks at.</summary>
/// <param name="Factory">The plugin in the process, as tests and runs before may have left its statics.</param>
/// <param name="Schema">The JSON schema of its parameters; <see langword="null"/>: it is not listed.</param>
/// <param name="Origin">Where it can be loaded anew; <see langword="null"/>: nowhere.</param>
internal sealed record Subject(PluginFactory Factory, string? Schema, PluginOrigin? Origin);
