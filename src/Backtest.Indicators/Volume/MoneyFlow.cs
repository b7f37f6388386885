namespace Backtest;

/// <summary>M. Chaikin's reading of a bar: the position of the close in its range shows whose volume it was.</summary>
internal static class MoneyFlow
{
    /// <summary>The volume × the position of the close, from −1 at the low to 1 at the high; zero if there is no range.</summary>
    public static double Volume(BarEvent bar)
    {
        double range = bar.High - bar.Low;
        return range == 0 ? 0 : (bar.Close - bar.Low - (bar.High - bar.Close)) / range * bar.Volume;
    }
}
