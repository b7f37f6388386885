namespace Backtest.Generators.Plugins.Emission;

/// <summary>A handler the node passes on as it is.</summary>
internal sealed record ForwardedHandler(string Name, string Parameters, string Arguments);
