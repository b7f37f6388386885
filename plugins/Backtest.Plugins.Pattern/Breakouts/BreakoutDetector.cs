namespace Backtest.Plugins.Pattern;

/// <summary>
/// Finds breakouts: a confirmed close beyond a level that no close of the last bars was beyond. A breakout lasts a number of bars, and ends early
/// when a close comes back inside the level.
/// </summary>
/// <param name="levels">The levels as of the previous bar.</param>
/// <param name="fresh">The number of bars in which no close may have been beyond the level.</param>
/// <param name="hold">The number of bars a breakout lasts, including the first.</param>
public sealed class BreakoutDetector(SupportResistanceLevels levels, int fresh, int hold)
{
    private readonly RecentCloses _closes = new(fresh);
    private int _left;

    /// <summary>The direction of the current breakout: 1 for up, −1 for down, 0 for none.</summary>
    public int Direction { get; private set; }

    /// <summary>The edge of the broken level; if there is no current breakout, that of the last one.</summary>
    public double Level { get; private set; }

    /// <summary>Processes the next bar.</summary>
    /// <param name="close">The bar's close.</param>
    /// <param name="isConfirmed">Whether the bar's volume confirms a breakout.</param>
    /// <param name="bar">The index of the bar.</param>
    public void Update(double close, bool isConfirmed, long bar)
    {
        _left = Math.Max(_left - 1, 0);
        if (_left == 0 || Direction * (close - Level) <= 0)
            Direction = 0;
        if (isConfirmed && _closes.IsFull)
            Seek(close, bar);
        _closes.Add(close);
    }

    private void Seek(double close, long bar)
    {
        if (levels.ResistancePassed(_closes.Highest(), close, bar) is double resistance)
            (Direction, Level, _left) = (1, resistance, hold);
        else if (levels.SupportPassed(_closes.Lowest(), close, bar) is double support)
            (Direction, Level, _left) = (-1, support, hold);
    }
}
