using Backtest.Abstractions.Runtime;
using Backtest.Data;

namespace Backtest.Tests;

/// <summary>Generates the page of the library and its pictures from code and comments.</summary>
internal static class IndicatorPage
{
    private const string Head = """
        # Indicators

        Every specification of the library, by family. A strategy names one, by its call or by its type:

        ```csharp
        [Indicator(nameof(Slow))] private partial double SlowLine { get; }
        [Indicator<RelativeStrengthIndex>(14)] private partial double Strength { get; }

        private IndicatorSpec Slow => Indicators.Ema(50);
        ```

        `.From(BarField.High)` reads another field, `.Of(Indicators.Rsi())` another indicator, `.Ago(1)` the value one bar ago; indicators of
        whole bars have fixed fields. Arguments that a call omits have the values shown here. Equal requests in a run are one computation, and so
        are equal averages within different indicators. *Warm-up* is the bar of the first value with these arguments, on a field of the bar; until
        then values are not a number. The pictures show the last 120 bars of `samples/data/spx-daily.csv`, or those around a rare pattern: closes
        in gray, the numbers an indicator yields in the order listed in blue, orange, green, purple and red, then again from blue. The page is
        [generated](../CONTRIBUTING.md#the-page-of-indicators).

        **Thresholds on prices** are compared as the decimals they were written as: bricks, reversals, sizes of candles, directional movement and
        money flows ignore differences below 10⁻¹² of the price.

        **A number that is not finite**, such as a change from zero, has no lasting effect. A window has no value until the number has left it; an
        average, a total or a stop begins anew after it, like a new instance. An indicator that was ready and ends a run without a value is a
        [warning](user-guide.md#warnings).

        **Volume**: a run on data without volume is refused if an indicator reads it.

        """;

    /// <summary>Every file by its path relative to docs.</summary>
    public static IReadOnlyDictionary<string, string> Files()
    {
        BarSeries bars = Sample(end: null);
        BarSeries other = Sample(new DateOnly(2009, 3, 9));
        var comments = XmlComments.Load();
        IndicatorEntry[] entries = [.. IndicatorLibrary.Factories.Select(factory => new IndicatorEntry(factory, comments, bars, other))];
        var files = entries.ToDictionary(entry => $"indicators/{entry.PictureName}", entry => entry.Picture);
        IGrouping<string, IndicatorEntry>[] families = [.. entries.GroupBy(entry => entry.Family).OrderBy(family => family.Key, StringComparer.Ordinal)];
        IEnumerable<string> contents = families.Select(family =>
            $"- [{family.Key}](#{Anchor(family.Key)}): {string.Join(", ", family.Select(entry => $"[{entry.Name}](#{Anchor(entry, families)})"))}");
        IEnumerable<string> sections = families.Select(family =>
            $"## {family.Key}\n\n{string.Join('\n', family.Select(entry => entry.Markdown()))}");
        files.Add("indicators.md", $"{Head}\n{string.Join('\n', contents)}\n\n{string.Join('\n', sections)}".TrimEnd() + "\n");
        return files;
    }

    private static string Anchor(string heading) => heading.Replace(' ', '-').ToLowerInvariant();

    // The second of two headings with the same text has a number appended.
    private static string Anchor(IndicatorEntry entry, IEnumerable<IGrouping<string, IndicatorEntry>> families) =>
        families.Any(family => family.Key == entry.Name) ? $"{Anchor(entry.Name)}-1" : Anchor(entry.Name);

    private static BarSeries Sample(DateOnly? end)
    {
        var options = new BarSourceOptions.Csv
        {
            Path = Repository.Path("samples/data/spx-daily.csv"),
            Symbols = ["SPX"],
            End = end,
        };
        using IBarSource source = new BarSources().Open([options]);
        var series = new BarSeries(new Instrument { Symbol = "SPX" }, Timeframe.Day, index: 0, hasVolume: true);
        using IBarReader reader = source.Open(source.Series[0]);
        while (reader.Read(series, 4096) > 0)
            continue;
        return series;
    }
}
