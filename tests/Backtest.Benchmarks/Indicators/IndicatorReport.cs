using System.Globalization;
using System.Reflection;
using Backtest.Abstractions.Runtime;

namespace Backtest.Benchmarks;

/// <summary>The time each indicator of the library takes per bar, as Markdown tables.</summary>
internal static class IndicatorReport
{
    private const int Rows = 160_000;

    /// <summary>Measures and prints.</summary>
    public static void Print(TextWriter output)
    {
        BarSeries bars = PreloadedBars.Synthetic(symbols: 1, bars: Rows, Timeframe.Minute).Columns[0];
        var timer = new IndicatorTimer(bars);
        PrintLimits(output, timer);
        PrintHundred(output, timer);
        output.WriteLine("| indicator | row by row | in columns |");
        output.WriteLine("|---|---|---|");
        foreach (MethodInfo factory in IndicatorLibrary.Factories)
        {
            IndicatorSpec spec = IndicatorLibrary.Usual(factory);
            output.WriteLine(Line($"{factory.Name}({spec.Parameters})", timer.Streamed(spec), timer.InColumns(spec)));
        }
    }

    private static void PrintLimits(TextWriter output, IndicatorTimer timer)
    {
        var loops = new HandLoops(Rows);
        output.WriteLine("| | by hand | row by row | in columns |");
        output.WriteLine("|---|---|---|---|");
        (string Name, IndicatorSpec Spec, Action<BarSeries> Loop)[] rows =
        [
            ("Sma(20)", Indicators.Sma(), bars => loops.Simple(bars, 20)),
            ("Ema(20)", Indicators.Ema(), bars => loops.Exponential(bars, 20)),
            ("Rsi(14)", Indicators.Rsi(), bars => loops.RelativeStrength(bars, 14)),
            ("Bollinger(20, 2)", Indicators.Bollinger(), bars => loops.Bands(bars, 20, 2)),
        ];
        foreach ((string name, IndicatorSpec spec, Action<BarSeries> loop) in rows)
            output.WriteLine(Line(name, timer.ByHand(loop), timer.Streamed(spec), timer.InColumns(spec)));
        output.WriteLine();
    }

    private static void PrintHundred(TextWriter output, IndicatorTimer timer)
    {
        // Ten common kinds with ten periods each.
        IndicatorSpec[] hundred =
        [
            .. Enumerable.Range(1, 10).Select(step => 5 * step).SelectMany(period => (IndicatorSpec[])
            [
                Indicators.Sma(period), Indicators.Ema(period), Indicators.Rsi(period), Indicators.Atr(period), Indicators.Roc(period),
                Indicators.Bollinger(period), Indicators.Donchian(period), Indicators.Macd(period, 2 * period), Indicators.Adx(period),
                Indicators.Stochastic(period),
            ]),
        ];
        output.WriteLine(Line("100 indicators", hundred.Sum(timer.Streamed), timer.InColumns(hundred)));
        output.WriteLine();
    }

    private static string Line(string name, params double[] times) =>
        $"| {name} | {string.Join(" | ", times.Select(time => time.ToString("F1", CultureInfo.InvariantCulture)))} |";
}
