namespace Backtest.Testing;

/// <summary>A signal as the strategy gave it.</summary>
/// <param name="Row">The bar it was decided on, from 0.</param>
/// <param name="Action">In or out.</param>
/// <param name="Direction">Of an entry, the side wanted; of an exit, the side of the position.</param>
/// <param name="Strength">Of an entry, how much it is wanted; of an exit, the fraction to close.</param>
/// <param name="Terms">The terms of an entry; empty for an exit.</param>
/// <param name="Reason">In the author's words; may be <see langword="null"/>.</param>
public sealed record RecordedSignal(
    int Row, SignalAction Action, Direction Direction, double Strength, EntryTerms Terms, string? Reason);
