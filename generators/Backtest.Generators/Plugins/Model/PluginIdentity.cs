using Backtest.Generators.Diagnostics;

namespace Backtest.Generators.Plugins.Model;

/// <summary>Who claims an id, and where it says so.</summary>
internal sealed record PluginIdentity(string Id, string Class, SourceSpan? Place);
