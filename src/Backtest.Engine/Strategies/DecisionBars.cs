using Backtest.Abstractions.Runtime;

namespace Backtest.Engine;

/// <summary>The last bars on which a strategy with its own timeframe decided, for the recorder.</summary>
[PartOf<StrategyGroup>]
internal sealed class DecisionBars
{
    private readonly BarSeries?[] _series; // by the index of the instruments
    private readonly int[] _instruments; // by the index of the series; −1 if the strategy does not decide on it
    private readonly int[] _rows;
    private readonly long[] _labels;

    public DecisionBars(BarSeries?[] series)
    {
        _series = series;
        _instruments = new int[series.Max(bars => bars?.Index ?? 0) + 1];
        Array.Fill(_instruments, -1);
        foreach (BarSeries bars in series.OfType<BarSeries>())
            _instruments[bars.Index] = bars.Instrument.Index;
        _rows = new int[series.Length];
        Array.Fill(_rows, -1);
        _labels = new long[series.Length];
    }

    /// <summary>The row in the chunk of an instrument's last bar; −1 if it is before the chunk.</summary>
    public int Row(int instrument) => _rows[instrument];

    /// <summary>The start of an instrument's last bar, UTC ticks.</summary>
    public long Label(int instrument) => _labels[instrument];

    /// <summary>Moves on to a bar.</summary>
    /// <returns>The index of its instrument.</returns>
    public int Take(TurnBar bar)
    {
        int instrument = _instruments[bar.Series];
        _rows[instrument] = bar.Row;
        _labels[instrument] = _series[instrument]!.Start[bar.Row];
        return instrument;
    }

    /// <summary>Resets the rows before the next chunk's rows replace those of this one.</summary>
    public void EndChunk() => Array.Fill(_rows, -1);
}
