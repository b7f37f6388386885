namespace Backtest.Data.Synthetic;

/// <summary>What all symbols of a synthetic source share, bar by bar: the state of the market, and its part of their returns.</summary>
internal sealed class SyntheticMarket
{
    private const int WordsPerBar = 3;

    private readonly SyntheticBars _bars;
    private readonly CounterRandom _moves;
    private readonly CounterRandom _changes;
    private readonly double _ofMarket;
    private readonly double _ofSymbol;
    private ulong _bar;
    private double _move;
    private int _regime;

    public SyntheticMarket(SyntheticBars bars)
    {
        _bars = bars;
        _moves = new CounterRandom(bars.Seed, "\0market");
        _changes = new CounterRandom(bars.Seed, "\0regimes");
        _ofMarket = Math.Sqrt(bars.Correlation);
        _ofSymbol = Math.Sqrt(1 - bars.Correlation);
        SetRegime(0);
    }

    /// <summary>The mean return of a bar.</summary>
    public double Drift { get; private set; }

    /// <summary>The standard deviation of a bar's return.</summary>
    public double Volatility { get; private set; }

    /// <summary>Advances by one bar.</summary>
    public void Next()
    {
        ulong bar = _bar++;
        if (_bars.Correlation > 0)
            _move = _moves.Normal(bar * WordsPerBar);
        if (bar > 0 && _bars.Regimes.Count > 1 && _changes.Uniform(2 * bar) * _bars.Regimes[_regime].Length < 1)
            SetRegime((_regime + 1 + (int)(_changes.Uniform(2 * bar + 1) * (_bars.Regimes.Count - 1))) % _bars.Regimes.Count);
    }

    /// <summary>A symbol's random deviation, combined with that of the market.</summary>
    public double Mix(double own) => _bars.Correlation > 0 ? _ofMarket * _move + _ofSymbol * own : own;

    private void SetRegime(int regime)
    {
        _regime = regime;
        bool isOne = _bars.Regimes.Count == 0;
        Drift = isOne ? _bars.Drift : _bars.Regimes[regime].Drift;
        Volatility = isOne ? _bars.Volatility : _bars.Regimes[regime].Volatility;
    }
}
