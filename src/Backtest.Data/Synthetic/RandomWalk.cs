namespace Backtest.Data.Synthetic;

/// <summary>
/// A geometric random walk, bar by bar. A return is drift + volatility × z, where z is the sum of twelve uniforms less six
/// (Irwin-Hall): close to normal, within ±6, and made of additions alone. A step that would leave the hundredth to hundredfold of the
/// first price is turned round, so that prices stay prices over any length.
/// </summary>
internal sealed class RandomWalk(SyntheticBars bars, string symbol)
{
    private const int WordsPerBar = 4;
    private const double Uniform = 1.0 / (1 << 16);
    private const double TwelveMeans = 12 * 0.5 * ushort.MaxValue;
    private const double WidestMove = 100;
    private const double LeastVolume = 500_000;

    private readonly CounterRandom _random = new(bars.Seed, symbol);
    private readonly double _highest = bars.Price * WidestMove;
    private readonly double _lowest = bars.Price / WidestMove;
    private ulong _word;
    private double _last = bars.Price;

    /// <summary>Makes the next bar, which opens at the last close.</summary>
    public void Next(out double open, out double high, out double low, out double close, out double volume)
    {
        ulong number = _word;
        _word = number + WordsPerBar;
        ulong sum = SumOfFour(_random[number]) + SumOfFour(_random[number + 1]) + SumOfFour(_random[number + 2]);
        ulong rest = _random[number + 3];
        double change = bars.Drift + bars.Volatility * ((sum - TwelveMeans) * Uniform);

        open = _last;
        close = open * (1 + change);
        if (close > _highest || close < _lowest)
            close = open * (1 - change);
        high = Math.Max(open, close) * (1 + bars.Volatility * (ushort)rest * Uniform);
        low = Math.Min(open, close) * (1 - bars.Volatility * (ushort)(rest >> 16) * Uniform);
        volume = LeastVolume + 16 * (double)(ushort)(rest >> 32);
        _last = close;
    }

    private static ulong SumOfFour(ulong word) =>
        (word & 0xFFFF) + ((word >> 16) & 0xFFFF) + ((word >> 32) & 0xFFFF) + (word >> 48);
}
