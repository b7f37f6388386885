namespace Backtest.Tests;

/// <summary>A signal as the harness saw it, with the row it was decided on.</summary>
internal sealed record RecordedSignal(int Row, SignalAction Action, Direction Direction, double Strength, EntryTerms Terms, string? Reason);
