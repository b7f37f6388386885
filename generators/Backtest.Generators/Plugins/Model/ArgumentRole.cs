namespace Backtest.Generators.Plugins.Model;

/// <summary>What a handler's parameter takes.</summary>
internal enum ArgumentRole
{
    Event,
    Position,
    Emitter,
}
