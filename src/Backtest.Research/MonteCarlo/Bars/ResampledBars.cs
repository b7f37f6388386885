using Backtest.Abstractions.Runtime;

namespace Backtest.Research;

/// <summary>
/// Resamples the moves of bars in blocks, with the same turns for all symbols: each bar keeps its time and takes the move of another, relative to
/// the close before it.
/// </summary>
internal sealed class ResampledBars : Alteration
{
    private readonly JointTurns _turns;
    private readonly int[] _drawn; // for each turn, the turn whose bars it takes

    public ResampledBars(JointTurns turns, ulong seed, int repetition)
    {
        _turns = turns;
        _drawn = new int[turns.Ends.Length];
        StationaryBootstrap.Draw(_drawn, turns.Count, restart: 1 / turns.BlockLength, seed, repetition);
    }

    public override string Words => "on redrawn bars";

    public override BarSeries Apply(BarSeries whole)
    {
        BarSeries bars = Copy(whole, 0, whole.Count);
        for (int row = 1; row < bars.Count; row++)
        {
            int from = Drawn(whole, row);
            double scale = bars.Close[row - 1] / whole.Close[from - 1];
            bars.Open[row] = whole.Open[from] * scale;
            bars.High[row] = whole.High[from] * scale;
            bars.Low[row] = whole.Low[from] * scale;
            bars.Close[row] = whole.Close[from] * scale;
            bars.Volume[row] = whole.Volume[from];
            Scale(whole.Bid, from, bars.Bid, row, scale);
            Scale(whole.Ask, from, bars.Ask, row, scale);
        }

        return bars;
    }

    /// <summary>Each bar gets the finer bars of the one whose move it takes.</summary>
    public override BarSeries ApplyWithin(BarSeries finer, BarSeries whole, BarSeries bars) =>
        new FinerInside(finer, whole).Of(bars, row => row == 0 ? 0 : Drawn(whole, row));

    /// <summary>The row whose move a row takes; the first row takes none.</summary>
    private int Drawn(BarSeries whole, int row) => _turns.RowOf(whole, _drawn[Array.BinarySearch(_turns.Ends, whole.End[row])]);

    private static void Scale(QuoteColumns? source, int from, QuoteColumns? target, int row, double scale)
    {
        if (source is null || target is null)
            return;
        target.Open[row] = source.Open[from] * scale;
        target.High[row] = source.High[from] * scale;
        target.Low[row] = source.Low[from] * scale;
        target.Close[row] = source.Close[from] * scale;
    }
}
