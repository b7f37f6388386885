using Backtest.Abstractions.Runtime;

namespace Backtest.Engine;

/// <summary>The bars of a timeframe as known at the rows of a series: each row refers to the last bar that had closed by then.</summary>
internal sealed class AlignedBars : IndicatorColumn<int>, IIndicatorComputation
{
    private readonly BarSeries _series;
    private readonly BarSeries _source;
    private readonly BarSeries _bars;
    private readonly int _offset;

    /// <param name="series">The series with whose rows the bars are aligned.</param>
    /// <param name="source">The bars of the timeframe.</param>
    /// <param name="offset">How many of those bars back to read.</param>
    public AlignedBars(BarSeries series, BarSeries source, int offset)
    {
        _series = series;
        _source = source;
        _offset = offset;
        _bars = Empty(source);
        BarSeries none = Empty(source);
        none.Append(0, 0, double.NaN, double.NaN, double.NaN, double.NaN, double.NaN, 0);
        Reader = new BarsReader(new IndicatorReader<int>(this, offset: 0), _bars, none);
    }

    /// <summary>Reads the bars.</summary>
    public BarsReader Reader { get; }

    public IEnumerable<IndicatorColumn> Parts => [];

    public void Compute()
    {
        _bars.Keep(_offset + 1);
        int before = _bars.Count - _offset - 1;
        _bars.Append(_source, 0, _source.Count);
        if (Values.Length < _series.Count + 1)
            Values = new int[Math.Max(_series.Count + 3, Values.Length * 2)];
        Values[0] = before;
        int closed = 0;
        for (int row = 0; row < _series.Count; row++)
        {
            while (closed < _source.Count && _source.End[closed] <= _series.End[row])
                closed++;
            Values[row + 1] = before + closed;
            if (ReadyIndex == long.MaxValue && before + closed >= 0)
                ReadyIndex = _series.FirstIndex + row;
        }
    }

    private static BarSeries Empty(BarSeries like) => new(like.Instrument, like.Timeframe, like.Index, like.HasVolume);
}
