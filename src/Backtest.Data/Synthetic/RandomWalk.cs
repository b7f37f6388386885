namespace Backtest.Data.Synthetic;

/// <summary>
/// A geometric random walk, bar by bar. A return is drift + volatility × z, where z is approximately normal; a market may move part of z, and jumps
/// are added. A step that would leave the range from a hundredth to a hundredfold of the first price is reversed, so that prices stay plausible
/// over any length. Features not requested draw no numbers, so they do not change other figures.
/// </summary>
internal sealed class RandomWalk
{
    private const int WordsPerBar = 4;
    private const int WordsPerExtra = 4;
    private const double Part = 1.0 / (1 << 16);
    private const double WidestMove = 100;
    private const double LeastReturn = -0.95;
    private const double LeastVolume = 500_000;

    private readonly SyntheticBars _bars;
    private readonly SyntheticMarket _market;
    private readonly CounterRandom _random;
    private readonly CounterRandom _jumps;
    private readonly CounterRandom _gaps;
    private readonly double _highest;
    private readonly double _lowest;
    private ulong _bar;
    private double _last;

    public RandomWalk(SyntheticBars bars, string symbol)
    {
        _bars = bars;
        _market = new SyntheticMarket(bars);
        _random = new CounterRandom(bars.Seed, symbol);
        _jumps = new CounterRandom(bars.Seed, $"{symbol}\0jumps");
        _gaps = new CounterRandom(bars.Seed, $"{symbol}\0gaps");
        _highest = bars.Price * WidestMove;
        _lowest = bars.Price / WidestMove;
        _last = bars.Price;
    }

    /// <summary>Computes the next bar.</summary>
    public void Next(out double open, out double high, out double low, out double close, out double volume)
    {
        ulong bar = _bar++;
        _market.Next();
        double volatility = _market.Volatility;
        ulong rest = _random[bar * WordsPerBar + 3];
        double change = Math.Max(LeastReturn, _market.Drift + volatility * _market.Mix(_random.Normal(bar * WordsPerBar)) + Jump(bar));

        open = _bars.Gap > 0 ? Step(_last, _bars.Gap * _gaps.Normal(bar * WordsPerExtra)) : _last;
        close = Step(open, change);
        high = Math.Max(open, close) * (1 + volatility * (ushort)rest * Part);
        low = Math.Min(open, close) * (1 - volatility * (ushort)(rest >> 16) * Part);
        volume = LeastVolume + 16 * (double)(ushort)(rest >> 32);
        _last = close;
    }

    private double Jump(ulong bar) => _bars.Jumps is { } jumps && _jumps.Uniform(bar * WordsPerExtra) < jumps.Rate
        ? jumps.Size * _jumps.Normal(bar * WordsPerExtra + 1)
        : 0;

    private double Step(double from, double change)
    {
        double to = from * (1 + change);
        return to > _highest || to < _lowest ? from * (1 - change) : to;
    }
}
