namespace Backtest;

/// <summary>The last few candles, each with the usual sizes before it.</summary>
internal sealed class CandleWindow
{
    /// <summary>How many bars determine the usual sizes.</summary>
    public const int Usual = 10;

    private const int Recent = 5;
    private const int Kept = 8;

    private readonly Candle[] _candles = new Candle[Kept];
    private MovingSum _bodies = new(Usual);
    private MovingSum _ranges = new(Usual);
    private MovingSum _recentRanges = new(Recent);
    private double _meanBody = double.NaN;
    private double _meanRange = double.NaN;
    private double _recentRange = double.NaN;
    private int _newest;

    /// <summary>How many candles there were; it stops counting once everything is known.</summary>
    public int Count { get; private set; }

    /// <summary>The candle some bars ago; 0 for the newest. At most 7 are kept.</summary>
    public ref readonly Candle this[int ago] => ref _candles[(_newest - ago) & (Kept - 1)];

    /// <summary>Takes the next bar.</summary>
    public void Add(BarEvent bar)
    {
        _newest = (_newest + 1) & (Kept - 1);
        _candles[_newest] = new Candle(bar, _meanBody, _meanRange, _recentRange);
        Count = Math.Min(Count + 1, Usual + Kept);

        double range = bar.High - bar.Low;
        _meanBody = _bodies.Update(Math.Abs(bar.Close - bar.Open)) / Usual;
        _meanRange = _ranges.Update(range) / Usual;
        _recentRange = _recentRanges.Update(range) / Recent;
    }

    /// <summary>Forgets everything.</summary>
    public void Reset()
    {
        _bodies.Reset();
        _ranges.Reset();
        _recentRanges.Reset();
        _meanBody = _meanRange = _recentRange = double.NaN;
        Count = 0;
    }
}
