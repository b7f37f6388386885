using System.Globalization;
using Backtest.Configuration;
using Backtest.Data;
using Backtest.Data.Catalog;
using Backtest.Research;
using Backtest.Results;

namespace Backtest.Tests.Experiments;

/// <summary>A search over the path itself: each trial is counted by the data it reads, including the finer bars.</summary>
public sealed class SearchedFinerBarsTests : IDisposable
{
    private const string Paths = """
        paths: {path: execution.path, values: [pessimistic, {type: finer_bars, timeframe: 12h}, {type: finer_bars, timeframe: 6h}]}
        """;

    private readonly List<Sweep> _sweeps = [];

    public void Dispose() => _sweeps.ForEach(sweep => sweep.Dispose());

    [Fact]
    public async Task A_trial_is_counted_by_the_finer_bars_that_it_goes_by()
    {
        (Sweep folder, IReadOnlyList<TrialEntry> trials) = await SearchAsync(Paths, quartersRiseBy: 0.1m);
        string?[] read = [Fingerprint(folder), Fingerprint(folder, new Timeframe(12, 'h')), Fingerprint(folder, new Timeframe(6, 'h'))];

        Assert.All(trials, trial => Assert.Equal(TrialStatus.Complete, trial.Status));
        Assert.Equal(read.Zip(trials, (data, trial) => TrialKey.Of(trial.SpecHash, data!, EngineVersion.Current)), trials.Select(trial => trial.Key));
    }

    [Fact]
    public async Task Finer_bars_that_change_change_the_search_and_those_of_its_trials_that_read_them()
    {
        (Sweep folder, IReadOnlyList<TrialEntry> first) = await SearchAsync(Paths, quartersRiseBy: 0.1m);
        (Sweep other, IReadOnlyList<TrialEntry> second) = await SearchAsync(Paths, quartersRiseBy: 0.2m);

        Assert.Equal([true, true, false], first.Zip(second, (one, another) => one.Key == another.Key));
        Assert.NotEqual(IdOf(folder), IdOf(other));
    }

    [Fact]
    public async Task What_the_file_says_of_the_path_counts_where_its_timeframe_alone_is_searched()
    {
        const string Timeframes = "length: {path: execution.path.timeframe, values: [12h, 6h]}";
        (Sweep folder, IReadOnlyList<TrialEntry> trials) = await SearchAsync(Timeframes, quartersRiseBy: 0.1m, more: "execution: {path: {type: finer_bars, timeframe: 12h}}");
        string?[] read = [Fingerprint(folder, new Timeframe(12, 'h')), Fingerprint(folder, new Timeframe(6, 'h'))];

        Assert.Equal(read.Zip(trials, (data, trial) => TrialKey.Of(trial.SpecHash, data!, EngineVersion.Current)), trials.Select(trial => trial.Key));
    }

    [Fact]
    public async Task A_trial_whose_finer_bars_are_missing_is_wrong_alone()
    {
        (_, IReadOnlyList<TrialEntry> trials) = await SearchAsync(Paths.Replace("6h", "1h", StringComparison.Ordinal), quartersRiseBy: 0.1m);

        Assert.Equal([TrialStatus.Complete, TrialStatus.Complete, TrialStatus.Faulted], trials.Select(trial => trial.Status));
        Assert.Contains("for ACME, the catalog has bars of 6h, 12h, 1d", trials[2].Message, StringComparison.Ordinal);
    }

    private async Task<(Sweep Folder, IReadOnlyList<TrialEntry> Trials)> SearchAsync(string searched, decimal quartersRiseBy, string more = "")
    {
        var sweep = new Sweep();
        _sweeps.Add(sweep);
        Import(sweep.Folder, quartersRiseBy);
        string[] lines = Sweep.Text(more: more)
            .Replace("{source: synthetic, symbols: [ACME], bars: 400, timeframe: 1d}", "{source: catalog, path: catalog, timeframe: 1d}", StringComparison.Ordinal)
            .Split('\n');
        string text = string.Join('\n', lines
            .Where(line => !line.Contains("slow: {path", StringComparison.Ordinal) && !line.Contains("constraints:", StringComparison.Ordinal))
            .Select(line => line.TrimStart().StartsWith("fast: {path", StringComparison.Ordinal) ? $"    {searched}" : line));
        var experiment = new Experiment(SearchPlan.Of(RunFileTree.Parse(text, Path.Combine(sweep.Folder, "averages.yaml"))), new BarSources(), Sweep.Plugins);
        using ITrialLedger ledger = sweep.OpenLedger();
        await experiment.ExecuteAsync(
            ledger, new ExperimentOptions { Directory = Path.Combine(sweep.Folder, "experiments") }, TestContext.Current.CancellationToken);
        return (sweep, ledger.Trials(Assert.Single(ledger.Experiments()).Id));
    }

    private static string IdOf(Sweep sweep)
    {
        using ITrialLedger ledger = sweep.OpenLedger();
        return Assert.Single(ledger.Experiments()).Id;
    }

    /// <summary>The fingerprint of the bars, including the finer ones of a timeframe, as a run on them has it.</summary>
    private static string? Fingerprint(Sweep sweep, Timeframe? finer = null)
    {
        BarSourceOptions[] days = [new BarSourceOptions.Catalog { Path = "catalog", BaseDirectory = sweep.Folder, Timeframe = Timeframe.Day, Symbols = [] }];
        var sources = new BarSources();
        using IBarSource own = sources.Open(days, TestContext.Current.CancellationToken);
        if (finer is null)
            return DataFingerprint.Of(own.Files);
        using IBarSource within = sources.OpenFiner(days, own.Series, finer, TestContext.Current.CancellationToken);
        return DataFingerprint.Of([.. own.Files, .. within.Files]);
    }

    /// <summary>Imports daily bars and the half-day and quarter-day bars they consist of; the daily and half-day ones are always the same.</summary>
    private static void Import(string folder, decimal quartersRiseBy)
    {
        const string Header = "time,open,high,low,close,volume";
        var random = new Random(5);
        (List<string> days, List<string> halves, List<string> quarters) = ([Header], [Header], [Header]);
        decimal price = 100;
        for (int day = 0; day < 120; day++)
        {
            string date = new DateTime(2020, 1, 1).AddDays(day).ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
            (decimal open, decimal noon, decimal close) = (price, price + Moved(), Math.Max(10, price + Moved()));
            days.Add(Row(date, open, close, Math.Max(Math.Max(open, noon), close), Math.Min(Math.Min(open, noon), close)));
            Within(day, date, (open, noon), hour: 0);
            Within(day, date, (noon, close), hour: 12);
            price = close;
        }

        (string Name, Timeframe Length, List<string> Rows)[] files =
            [("days", Timeframe.Day, days), ("halves", new Timeframe(12, 'h'), halves), ("quarters", new Timeframe(6, 'h'), quarters)];
        foreach ((string name, _, List<string> rows) in files)
            File.WriteAllLines(Path.Combine(folder, $"{name}.csv"), rows);
        new CatalogImport(Path.Combine(folder, "catalog"), new BarSources(), new ImportOptions()).Run(
            [
                .. files.Select(file => new BarSourceOptions.Csv
                {
                    Path = $"{file.Name}.csv",
                    BaseDirectory = folder,
                    Symbols = ["ACME"],
                    Timeframe = file.Length,
                }),
            ],
            TestContext.Current.CancellationToken);

        void Within(int day, string date, (decimal Open, decimal Close) half, int hour)
        {
            (decimal open, decimal close) = half;
            decimal middle = Math.Clamp(open + (day % 2 == 0 ? quartersRiseBy : 0), Math.Min(open, close), Math.Max(open, close));
            halves.Add(Row($"{date} {hour:00}:00", open, close, Math.Max(open, close), Math.Min(open, close)));
            quarters.Add(Row($"{date} {hour:00}:00", open, middle, Math.Max(open, middle), Math.Min(open, middle)));
            quarters.Add(Row($"{date} {hour + 6:00}:00", middle, close, Math.Max(middle, close), Math.Min(middle, close)));
        }

        decimal Moved() => random.Next(-300, 300) / 100m;
    }

    private static string Row(string time, decimal open, decimal close, decimal high, decimal low) =>
        string.Create(CultureInfo.InvariantCulture, $"{time},{open},{high},{low},{close},10");
}
