namespace Backtest.Results;

/// <summary>
/// What followed one signal: the time from the open of the bar after it to the close of the last bar of each horizon, with the best and worst
/// prices in between. Splits and dividends that prices are not adjusted for are taken into account.
/// </summary>
/// <param name="sign">1 for the long side, −1 for the short one.</param>
/// <param name="horizons">The horizons in bars, each at least 1.</param>
/// <param name="turn">The turn of the signal.</param>
public sealed class SignalPath(int sign, IReadOnlyList<int> horizons, long turn)
{
    private readonly int _longest = horizons.Max();
    private readonly double[] _returns = Nothing(horizons.Count);
    private readonly double[] _best = Nothing(horizons.Count);
    private readonly double[] _worst = Nothing(horizons.Count);
    private readonly long[] _spans = new long[horizons.Count];
    private int _bars;
    private double _entry = double.NaN;
    private double _highest = double.NegativeInfinity;
    private double _lowest = double.PositiveInfinity;
    private double _shares = 1;
    private double _cash;

    /// <summary>Whether the longest horizon is complete.</summary>
    public bool IsComplete => _bars == _longest;

    /// <summary>The turn of the signal.</summary>
    public long Turn => turn;

    /// <summary>The return of the market over a horizon, whatever the signal's side; NaN until it is complete.</summary>
    public double Market(int horizon) => sign * _returns[horizon];

    /// <summary>The return of the signal's side over a horizon; NaN until it is complete.</summary>
    public double Return(int horizon) => _returns[horizon];

    /// <summary>The maximum favorable excursion over a horizon, as a return of the signal's side, at least 0; NaN until it is complete.</summary>
    public double Best(int horizon) => _best[horizon];

    /// <summary>The maximum adverse excursion over a horizon, as a return of the signal's side, at most 0; NaN until it is complete.</summary>
    public double Worst(int horizon) => _worst[horizon];

    /// <summary>The number of turns from the signal to the end of a horizon.</summary>
    public long Span(int horizon) => _spans[horizon];

    /// <summary>Adds a split that takes effect with the next bar.</summary>
    public void Split(double ratio)
    {
        if (_bars > 0)
            _shares *= ratio;
    }

    /// <summary>Adds a dividend that is paid with the next bar.</summary>
    public void Dividend(double amount)
    {
        if (_bars > 0)
            _cash += _shares * amount;
    }

    /// <summary>Adds the next bar after the signal.</summary>
    /// <param name="open">Its first price.</param>
    /// <param name="high">Its highest price.</param>
    /// <param name="low">Its lowest price.</param>
    /// <param name="close">Its last price.</param>
    /// <param name="end">The turn it ends in.</param>
    public void Take(double open, double high, double low, double close, long end)
    {
        if (_bars++ == 0)
            _entry = open;
        _highest = Math.Max(_highest, Value(high));
        _lowest = Math.Min(_lowest, Value(low));
        for (int i = 0; i < horizons.Count; i++)
        {
            if (horizons[i] == _bars)
                End(i, close, end);
        }
    }

    private void End(int horizon, double close, long end)
    {
        _spans[horizon] = end - turn;
        if (!(_entry > 0))
            return; // there is no return on a missing or negative price
        _returns[horizon] = sign * Over(Value(close));
        (_best[horizon], _worst[horizon]) = sign > 0 ? (Over(_highest), Over(_lowest)) : (-Over(_lowest), -Over(_highest));
    }

    private double Value(double price) => (_shares * price) + _cash;

    private double Over(double value) => (value / _entry) - 1;

    private static double[] Nothing(int count)
    {
        var values = new double[count];
        Array.Fill(values, double.NaN);
        return values;
    }
}
