using Backtest.Abstractions.Runtime;

namespace Backtest.Research;

/// <summary>
/// The moves of bars drawn again in blocks, the same turns for all symbols: each bar keeps its time and takes what another made of the close before
/// it.
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

    public override string Words => "on bars drawn again";

    public override BarSeries Apply(BarSeries whole)
    {
        BarSeries bars = Copy(whole, 0, whole.Count);
        for (int row = 1; row < bars.Count; row++)
        {
            int turn = Array.BinarySearch(_turns.Ends, bars.End[row]);
            int from = _turns.RowOf(whole, _drawn[turn]);
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
