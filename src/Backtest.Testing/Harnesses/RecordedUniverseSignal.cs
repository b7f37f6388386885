namespace Backtest.Testing;

/// <summary>A signal as a universe strategy gave it.</summary>
/// <param name="Symbol">The symbol it is about.</param>
/// <param name="Signal">The signal; its row is that of the symbol's last closed bar.</param>
public sealed record RecordedUniverseSignal(string Symbol, RecordedSignal Signal);
