using System.Globalization;
using Backtest.Configuration;
using Backtest.Data;
using Backtest.Research;

namespace Backtest.Tests.Experiments;

/// <summary>A search of runs that use finer bars, which are kept in memory with the bars or read again in each pass.</summary>
public sealed class FinerBarsSearchTests : IDisposable
{
    private readonly Sweep _kept = new();
    private readonly Sweep _read = new();

    public void Dispose()
    {
        _kept.Dispose();
        _read.Dispose();
    }

    [Fact]
    public async Task Whether_bars_are_kept_in_memory_does_not_show()
    {
        ExperimentResult kept = await RunAsync(_kept, mostBars: 1_000_000);
        ExperimentResult daysAlone = await RunAsync(_read, mostBars: 400);

        Assert.NotEmpty(kept.Ranked);
        Assert.Equal(kept.Ranked.Select(trial => trial.EventHash), daysAlone.Ranked.Select(trial => trial.EventHash));
    }

    private static async Task<ExperimentResult> RunAsync(Sweep sweep, long mostBars)
    {
        WriteBars(sweep.Folder);
        string text = Sweep.Text(more: "execution: {path: {type: finer_bars, timeframe: 12h}}")
            .Replace("{source: synthetic, symbols: [ACME], bars: 400, timeframe: 1d}", "{source: csv, path: days.csv, finer_path: halves.csv, symbols: [ACME]}", StringComparison.Ordinal);
        var experiment = new Experiment(SearchPlan.Of(RunFileTree.Parse(text, Path.Combine(sweep.Folder, "averages.yaml"))), new BarSources(), Sweep.Plugins);
        using ITrialLedger ledger = sweep.OpenLedger();
        return await experiment.ExecuteAsync(
            ledger,
            new ExperimentOptions { Directory = Path.Combine(sweep.Folder, "experiments"), Workers = 2, MostBars = mostBars },
            TestContext.Current.CancellationToken);
    }

    private static void WriteBars(string folder)
    {
        var random = new Random(5);
        var days = new List<string> { "time,open,high,low,close,volume" };
        var halves = new List<string> { "time,open,high,low,close,volume" };
        decimal price = 100;
        for (int day = 0; day < 300; day++)
        {
            DateTime date = new DateTime(2020, 1, 1).AddDays(day);
            (decimal open, decimal noon, decimal close) = (price, price + Moved(), Math.Max(10, price + Moved()));
            halves.Add(Row($"{date:yyyy-MM-dd} 00:00", open, Math.Max(open, noon) + 1, Math.Min(open, noon), noon, 5));
            halves.Add(Row($"{date:yyyy-MM-dd} 12:00", noon, Math.Max(noon, close), Math.Min(noon, close) - 1, close, 5));
            days.Add(Row(
                $"{date:yyyy-MM-dd}", open, Math.Max(Math.Max(open, noon) + 1, close), Math.Min(Math.Min(noon, close) - 1, open), close, 10));
            price = close;
        }

        File.WriteAllLines(Path.Combine(folder, "days.csv"), days);
        File.WriteAllLines(Path.Combine(folder, "halves.csv"), halves);

        decimal Moved() => random.Next(-300, 300) / 100m;
    }

    private static string Row(string time, decimal open, decimal high, decimal low, decimal close, int volume) =>
        string.Create(CultureInfo.InvariantCulture, $"{time},{open},{high},{low},{close},{volume}");
}
