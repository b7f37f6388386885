namespace Backtest.Engine;

/// <summary>
/// The current turn of a portfolio, from its very beginning: while orders fill against the bars of a turn, the market is still at the closes of the
/// turn before.
/// </summary>
public sealed class TurnClock
{
    /// <summary>The number of the turn in the run, from 0.</summary>
    public long Turn { get; private set; }

    /// <summary>Advances to the turn.</summary>
    [RunsAfterFault]
    public void OnBar(in Turn turn) => Turn = turn.Number;

    /// <summary>Advances to the last turn of a quiet stretch.</summary>
    public void OnQuiet(QuietStretch stretch) => Turn = stretch.LastNumber;
}
