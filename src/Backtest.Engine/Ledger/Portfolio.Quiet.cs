namespace Backtest.Engine;

public sealed partial class Portfolio
{
    private double[] _closes = []; // the closes during a stretch, by the index of the instruments

    /// <summary>Advances to the last turn of a quiet stretch.</summary>
    public void OnQuiet(QuietStretch stretch)
    {
        foreach (Holding holding in Open)
        {
            if (!_isWatched[holding.Strategy])
                continue;
            (int from, int to) = stretch.Rows(_market.Series[holding.Instrument.Index]);
            if (from < to)
                Watch(holding, to - 1);
        }

        TakeValue(stretch.Equity[^1], stretch.GrossNotional[^1]);
    }

    /// <summary>Computes the value of positions at the closes of a stretch, with the same order of operations as turn by turn.</summary>
    internal void Value(QuietStretch stretch)
    {
        Span<double> equity = stretch.Equity;
        Span<double> gross = stretch.GrossNotional;
        equity.Clear();
        gross.Clear();
        if (stretch.Chunk!.IsAligned)
            AddColumns(stretch, equity, gross);
        else if (_held.Count > 0)
            AddRows(stretch, equity, gross);
        for (int i = 0; i < equity.Length; i++)
            equity[i] = CashAmount + equity[i];
    }

    private void AddColumns(QuietStretch stretch, Span<double> value, Span<double> gross)
    {
        foreach (Instrument instrument in Held)
        {
            double quantity = _notionalQuantity[instrument.Index];
            ReadOnlySpan<double> closes = _market.Series[instrument.Index].Close.AsSpan(stretch.From, value.Length);
            for (int i = 0; i < closes.Length; i++)
            {
                double notional = quantity * closes[i];
                value[i] += notional;
                gross[i] += Math.Abs(notional);
            }
        }
    }

    private void AddRows(QuietStretch stretch, Span<double> value, Span<double> gross)
    {
        if (_closes.Length == 0)
            _closes = new double[_notionalQuantity.Length];
        foreach (Instrument instrument in Held)
            _closes[instrument.Index] = _market.Close(instrument.Index);
        for (int i = 0; i < value.Length; i++)
        {
            foreach (TurnBar bar in stretch.Chunk!.Bars(stretch.Turn(i)))
                _closes[bar.Series] = stretch.Chunk.Series[bar.Series].Close[bar.Row];
            foreach (Instrument instrument in Held)
            {
                double notional = _notionalQuantity[instrument.Index] * _closes[instrument.Index];
                value[i] += notional;
                gross[i] += Math.Abs(notional);
            }
        }
    }
}
