using Backtest.Abstractions.Runtime;

namespace Backtest.Data.Actions;

/// <summary>Adjusts bars in place while another reader reads them.</summary>
/// <param name="reader">Reads the bars as they were traded.</param>
/// <param name="steps">The adjustments to apply, by day.</param>
internal sealed class AdjustedBarReader(IBarReader reader, IReadOnlyList<AdjustmentStep> steps) : IBarReader
{
    private int _step;

    public int Read(BarSeries target, int count)
    {
        int first = target.Count;
        int read = reader.Read(target, count);
        for (int row = first; row < first + read; row++)
        {
            while (_step < steps.Count && target.Day[row] >= steps[_step].Day.DayNumber)
                _step++;
            if (_step == steps.Count)
                break;
            (_, double divisor, double units) = steps[_step];
            target.Open[row] /= divisor;
            target.High[row] /= divisor;
            target.Low[row] /= divisor;
            target.Close[row] /= divisor;
            target.Volume[row] *= units;
            Adjust(target.Bid, row, divisor);
            Adjust(target.Ask, row, divisor);
        }

        return read;
    }

    public void Dispose() => reader.Dispose();

    private static void Adjust(QuoteColumns? quotes, int row, double divisor)
    {
        if (quotes is null)
            return;
        quotes.Open[row] /= divisor;
        quotes.High[row] /= divisor;
        quotes.Low[row] /= divisor;
        quotes.Close[row] /= divisor;
    }
}
