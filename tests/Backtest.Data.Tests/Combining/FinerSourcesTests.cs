using Backtest.Abstractions.Runtime;
using Backtest.Data;
using Backtest.Tests.Catalog;

namespace Backtest.Tests;

/// <summary>Where bars of a lower timeframe come from, for each kind of source.</summary>
public sealed class FinerSourcesTests
{
    private static readonly string[] Days = ["date,open,high,low,close,volume", "2024-01-02,10,12,9,11,8", "2024-01-03,11,13,10,12,8"];

    [Fact]
    public void Of_csv_files_they_are_in_others_that_are_read_alike()
    {
        using DataFolder folder = Folder();
        using IBarSource finer = Finer(folder.Options("days/{symbol}.csv", "A") with { FinerPath = "hours/{symbol}.csv" });

        Assert.Equal(["A 12h"], Series(finer));
        Assert.Equal([10, 11, 11, 12], Opens(finer));
        Assert.Equal("hours/A.csv", Path.GetRelativePath(folder.Root, Assert.Single(finer.Files).Path).Replace('\\', '/'));
    }

    [Fact]
    public void They_begin_and_end_with_the_days_wanted()
    {
        using DataFolder folder = Folder();
        using IBarSource finer = Finer(folder.Options("days/{symbol}.csv", "A") with { FinerPath = "hours/{symbol}.csv", End = new DateOnly(2024, 1, 2) });

        Assert.Equal([10, 11], Opens(finer));
    }

    [Fact]
    public void They_are_adjusted_as_the_bars_are()
    {
        using DataFolder folder = Folder().File("actions.csv", "symbol,date,type,value", "A,2024-01-03,split,2");
        using IBarSource finer = Finer(folder.Options("days/{symbol}.csv", "A") with
        {
            FinerPath = "hours/{symbol}.csv",
            Actions = "actions.csv",
            Adjustment = PriceAdjustment.Splits,
        });

        Assert.Equal([5, 5.5, 11, 12], Opens(finer));
    }

    [Fact]
    public void Files_that_are_not_there_are_named_by_their_own_key()
    {
        using DataFolder folder = Folder();
        InputError error = Refused(folder.Options("days/{symbol}.csv", "A") with { FinerPath = "minutes/{symbol}.csv" });

        Assert.Equal("data.finer_path", error.Key);
    }

    [Fact]
    public void A_csv_source_that_names_none_is_told_how_to()
    {
        using DataFolder folder = Folder();
        InputError error = Refused(folder.Options("days/{symbol}.csv", "A"));

        Assert.Equal(("no_finer_bars", (string?)null), (error.Code, error.Key));
        Assert.Contains("data.finer_path", error.Fix, StringComparison.Ordinal);
    }

    [Fact]
    public void Of_a_catalog_they_are_the_bars_of_the_same_symbols_that_suit()
    {
        using DataFolder folder = Imported();
        BarSourceOptions.Catalog days = folder.InCatalog() with { Timeframe = Timeframe.Day };
        using IBarSource finer = Finer(days);
        using IBarSource named = Finer([days], new Timeframe(12, 'h'));

        Assert.Equal(["A 1h"], Series(finer));
        Assert.All(finer.Files, file => Assert.Contains("timeframe=1h", file.Path, StringComparison.Ordinal));
        Assert.Equal(["A 12h"], Series(named));
    }

    [Fact]
    public void A_catalog_says_which_timeframes_it_has()
    {
        using DataFolder folder = Imported();
        InputError error = Refused([folder.InCatalog("A") with { Timeframe = Timeframe.Day }], Timeframe.Minute);

        Assert.Contains("there are no bars of 1m", error.Message, StringComparison.Ordinal);
        Assert.Contains("for A, the catalog has bars of 1h, 12h, 1d, and those of 1d trade", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Of_days_that_a_symbol_has_no_finer_bars_for_it_has_none()
    {
        using DataFolder folder = Imported();
        InputError error = Refused(folder.InCatalog("A") with { Timeframe = Timeframe.Day, Start = new DateOnly(2024, 1, 3), End = new DateOnly(2024, 1, 3) }, new Timeframe(1, 'h'));

        Assert.Equal("no_finer_bars", error.Code);
    }

    [Fact]
    public void Synthetic_bars_have_none() => Assert.Contains(
        "synthetic bars have none", Refused(new BarSourceOptions.Synthetic { Symbols = ["A"] }).Message, StringComparison.Ordinal);

    [Fact]
    public void Of_several_sources_those_that_have_some_give_them()
    {
        using DataFolder folder = Folder().File("days/B.csv", Days);
        using IBarSource finer = Finer([folder.Options("days/{symbol}.csv", "A") with { FinerPath = "hours/{symbol}.csv" }, folder.Options("days/{symbol}.csv", "B")], null);

        Assert.Equal(["A 12h"], Series(finer));
    }

    /// <summary>The table in the documentation.</summary>
    [Fact]
    public void Each_timeframe_has_one_that_suits()
    {
        (string Bars, string Finer)[] pairs =
        [
            ("1w", "1d"), ("3d", "4h"), ("1d", "1h"), ("4h", "30m"), ("1h", "10m"), ("30m", "5m"), ("15m", "1m"), ("10m", "1m"), ("5m", "30s"),
            ("1m", "10s"), ("30s", "1s"),
        ];
        using var folder = new DataFolder();
        folder.Import([.. pairs.SelectMany(pair => new[] { pair.Bars, pair.Finer }).Distinct().Select(timeframe => Made(timeframe))]);

        Assert.Equal(
            pairs.Select(pair => $"A {pair.Finer}"),
            pairs.SelectMany(pair =>
            {
                using IBarSource finer = Finer(folder.InCatalog("A") with { Timeframe = Of(pair.Bars) });
                return Series(finer);
            }));
    }

    [Fact]
    public void Where_all_are_longer_than_what_suits_the_shortest_is_taken_of_those_that_divide()
    {
        using var folder = new DataFolder();
        folder.Import(Made("1d"), Made("12h"), Made("4h"), Made("7h"));
        using IBarSource finer = Finer(folder.InCatalog("A") with { Timeframe = Timeframe.Day });

        Assert.Equal(["A 4h"], Series(finer));
    }

    private static BarSourceOptions.Synthetic Made(string timeframe) =>
        new() { Symbols = ["A"], Timeframe = Of(timeframe), Bars = new SyntheticBars { Bars = 3 } };

    private static Timeframe Of(string text) => Timeframe.TryParse(text, out Timeframe timeframe) ? timeframe : throw new ArgumentException(text, nameof(text));

    private static DataFolder Folder() => new DataFolder()
        .File("days/A.csv", Days)
        .File("hours/A.csv", "time,open,high,low,close,volume", "2024-01-02 00:00,10,12,10,11,4", "2024-01-02 12:00,11,11,9,11,4", "2024-01-03 00:00,11,13,11,12,4", "2024-01-03 12:00,12,12,10,12,4");

    private static DataFolder Imported()
    {
        DataFolder folder = Folder().File("hour/A.csv", "time,open,high,low,close,volume", "2024-01-02 00:00,10,12,10,11,4", "2024-01-02 01:00,11,11,9,11,4");
        folder.Import(
            folder.Options("days/{symbol}.csv", "A"), folder.Options("hours/{symbol}.csv", "A"), folder.Options("hour/{symbol}.csv", "A") with { Timeframe = Timeframe.Hour });
        return folder;
    }

    private static IBarSource Finer(BarSourceOptions source) => Finer([source], null);

    private static IBarSource Finer(IReadOnlyList<BarSourceOptions> sources, Timeframe? timeframe)
    {
        using IBarSource bars = DataFolder.Open([.. sources]);
        return new BarSources().OpenFiner(sources, bars.Series, timeframe, TestContext.Current.CancellationToken);
    }

    private static InputError Refused(BarSourceOptions source, Timeframe? timeframe = null) => Refused([source], timeframe);

    private static InputError Refused(IReadOnlyList<BarSourceOptions> sources, Timeframe? timeframe) =>
        Assert.Single(Assert.Throws<InputException>(() => Finer(sources, timeframe)).Errors);

    private static string[] Series(IBarSource source) => [.. source.Series.Select(series => $"{series.Symbol} {series.Timeframe}")];

    private static double[] Opens(IBarSource source)
    {
        SourceSeries only = Assert.Single(source.Series);
        var bars = new BarSeries(new Instrument { Symbol = only.Symbol }, only.Timeframe, 0, only.HasVolume);
        using IBarReader reader = source.Open(only);
        while (reader.Read(bars, 100) > 0)
        {
        }

        return bars.Open[..bars.Count];
    }
}
