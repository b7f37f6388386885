using Backtest.Generators.Diagnostics;

namespace Backtest.Generators.Plugins.Model;

/// <summary>The id that a class claims, and the location of the class.</summary>
internal sealed record PluginIdentity(string Id, string Class, SourceSpan? Place);
