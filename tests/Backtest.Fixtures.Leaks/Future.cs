using System.Reflection;
using System.Runtime.CompilerServices;
using Backtest.Abstractions.Runtime;

namespace Backtest.Fixtures.Leaks;

/// <summary>Bypasses the view: reads the columns behind a bar and behind an indicator.</summary>
internal static class Future
{
    private static readonly FieldInfo Readers = typeof(PerSymbol<double>).GetField("_readers", BindingFlags.Instance | BindingFlags.NonPublic)!;
    private static readonly FieldInfo Rows = typeof(PerSymbol<double>).GetField("_rows", BindingFlags.Instance | BindingFlags.NonPublic)!;

    /// <summary>Whether the future value is above the current one.</summary>
    public static bool Rises(BarEvent bar, Look look) => Difference(bar, look) > 0;

    /// <summary>The difference between the future value and the current one.</summary>
    public static double Difference(BarEvent bar, Look look)
    {
        BarSeries series = SeriesOf(ref bar);
        int row = (int)(bar.Index - series.FirstIndex);
        int next = Math.Min(row + 1, series.Count - 1);
        return look switch
        {
            Look.NextClose => series.Close[next] - bar.Close,
            Look.NextOpen => series.Open[next] - bar.Close,
            Look.NextLow => series.Low[next] - (0.99 * bar.Close),
            Look.FiveBars => series.Close[Math.Min(row + 5, series.Count - 1)] - bar.Close,
            Look.NextVolume => series.Volume[next] - bar.Volume,
            Look.NextRange => series.High[next] - series.Low[next] - (bar.High - bar.Low),
            Look.Maximum => bar.Close - (0.9 * Closes(series, 0, series.Count).Max()),
            Look.Mean => bar.Close - Closes(series, 0, series.Count).Average(),
            Look.Centred => Closes(series, row - 2, row + 3).Average() - bar.Close,
            _ => row + 1 == series.Count ? 1 : -1,
        };
    }

    /// <summary>The next low.</summary>
    public static double NextLow(BarEvent bar)
    {
        BarSeries series = SeriesOf(ref bar);
        return series.Low[Math.Min((int)(bar.Index - series.FirstIndex) + 1, series.Count - 1)];
    }

    /// <summary>The next value of an indicator.</summary>
    public static double Next(IndicatorReader<double> reader, int row)
    {
        var column = (IndicatorColumn<double>)reader.Column;
        return column.Values[Math.Min(row + column.History + 1, column.Values.Length - 1)];
    }

    /// <summary>The next value of an indicator for one symbol.</summary>
    public static double Next(PerSymbol<double> values, Instrument instrument) =>
        Next(((IndicatorReader<double>[])Readers.GetValue(values)!)[instrument.Index], ((int[])Rows.GetValue(values)!)[instrument.Index]);

    private static IEnumerable<double> Closes(BarSeries series, int from, int to) =>
        series.Close.Take(Math.Min(to, series.Count)).Skip(Math.Max(0, from));

    [UnsafeAccessor(UnsafeAccessorKind.Field, Name = "_series")]
    private static extern ref readonly BarSeries SeriesOf(ref BarEvent bar);
}
