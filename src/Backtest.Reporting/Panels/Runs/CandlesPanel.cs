using Backtest.Results;

namespace Backtest.Reporting;

/// <summary>The bars of traded symbols, with fills, protective orders and indicators.</summary>
internal sealed class CandlesPanel : IPanel<RunContext>
{
    /// <inheritdoc/>
    public ReportSection? Build(RunContext context)
    {
        if (context.Charts is not { Symbols: { Count: > 0 } symbols })
            return null;
        var levels = ProtectionLevels.Of(context.Run);
        var block = new CandlesBlock([.. symbols.Select(symbol => Of(symbol, context.Run, levels))])
        { Title = "Bars and fills", Note = Note(context, symbols) };
        return new ReportSection("candles", "Candles", [block])
        {
            Lead = "Use the wheel to zoom and drag to pan. With the keyboard, use the arrow keys to move, plus and minus to zoom, and Home to show everything.",
        };
    }

    private static string? Note(RunContext context, IReadOnlyList<SymbolBars> symbols)
    {
        var notes = new List<string>();
        int traded = context.Charts!.Closes.Count;
        if (traded > symbols.Count)
            notes.Add($"The {symbols.Count} most traded of {Written.Count(traded)} symbols are shown.");
        if (symbols.Max(symbol => symbol.Width) is > 1 and var width)
        {
            int radius = symbols.Min(symbol => symbol.Radius);
            notes.Add($"Far from fills, up to {Written.Count(width)} bars are combined into one, with their exact open, high, low and close"
                + (radius > 0 ? $"; around each fill, at least {Written.Count(radius, "bar", "bars")} on either side are shown individually." : "."));
        }

        return notes.Count > 0 ? string.Join(' ', notes) : null;
    }

    private static CandleSymbol Of(SymbolBars symbol, StoredRun run, ProtectionLevels levels)
    {
        Bucket[] buckets = [.. symbol.Complete()];
        FillRow[] fills = [.. run.Fills.Where(fill => fill.Symbol == symbol.Symbol)];
        return new CandleSymbol(
            symbol.Symbol,
            new TimeColumn([.. buckets.Select(bucket => bucket.Start)]),
            symbol.Width > 1 ? NumberColumn.Of(buckets, bucket => bucket.Count) : null,
            NumberColumn.Of(buckets, bucket => bucket.Open),
            NumberColumn.Of(buckets, bucket => bucket.High),
            NumberColumn.Of(buckets, bucket => bucket.Low),
            NumberColumn.Of(buckets, bucket => bucket.Close),
            [.. symbol.Lines.Select((line, index) => Of(line, index, buckets))])
        {
            Volume = symbol.HasVolume ? NumberColumn.Of(buckets, bucket => bucket.Volume, digits: 4) : null,
            Bars = symbol.Bars,
            Levels = levels.On(symbol.Symbol),
            Fills = new CandleFills(
                TimeColumn.Of(fills, fill => fill.BarStart),
                NumberColumn.Of(fills, fill => (double)fill.Price),
                NumberColumn.Of(fills, fill => (double)(fill.Side == Side.Buy ? fill.Quantity : -fill.Quantity)),
                TextColumn.Of(fills, fill => $"{fill.Portfolio}/{fill.Strategy}")),
        };
    }

    // Draw a line among the prices if its values are in their range; an oscillator would flatten them.
    private static CandleLine Of(IndicatorLine line, int index, Bucket[] buckets)
    {
        double[] values = [.. buckets.Select(bucket => bucket.Lines[index])];
        int near = 0;
        int known = 0;
        for (int i = 0; i < values.Length; i++)
        {
            if (!double.IsFinite(values[i]))
                continue;
            known++;
            if (values[i] > buckets[i].Low / 2 && values[i] < buckets[i].High * 2)
                near++;
        }

        return new CandleLine(line.Strategy, line.Name, new NumberColumn(values, Digits: 5), IsOnPrices: known > 0 && near > known * 0.9);
    }
}
