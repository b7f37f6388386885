using Backtest.Abstractions.Runtime;
using Backtest.Engine;

namespace Backtest.Results;

/// <summary>Reads the benchmark that a run file names: a symbol, a file or a run.</summary>
public static class BenchmarkReader
{
    private const string Key = "benchmark";
    private const int RowsAtOnce = 4096;

    /// <summary>Reads the benchmark of a run.</summary>
    /// <param name="config">The run.</param>
    /// <param name="sources">Opens bar sources.</param>
    /// <param name="cancellation">Cancels reading.</param>
    /// <returns>The benchmark, or null if the run names none.</returns>
    /// <exception cref="InputException">The benchmark does not exist, cannot be read, or is certain to have no day of the run.</exception>
    public static Benchmark? Read(WorkflowConfig config, IBarSourceFactory sources, CancellationToken cancellation = default)
    {
        if (config.Benchmark is not { } name)
            return null;
        string path = Path.GetFullPath(Path.Combine(Path.GetDirectoryName(config.File) ?? "", name));
        Benchmark found = StoredRun.IsAt(path) ? OfRun(name, path)
            : File.Exists(path) ? OfFile(name, path, sources, cancellation)
            : OfSymbol(name, config, sources, cancellation);
        RequireDays(found, config);
        return found;
    }

    private static Benchmark OfRun(string name, string folder)
    {
        EquitySeries total = StoredRun.Open(folder).Equity.Total;
        var days = new List<DailyEquity>();
        for (int i = 0; i < total.Count; i++)
            Add(days, DateOnly.FromDateTime(total.Times[i].AddTicks(-1)), total.Equity[i]);
        return new Benchmark(name, days, IsPrice: false);
    }

    private static Benchmark OfFile(string name, string path, IBarSourceFactory sources, CancellationToken cancellation)
    {
        using IBarSource source = sources.Open([new BarSourceOptions.Csv { Path = path }], cancellation);
        if (source.Series.Select(series => series.Symbol).Distinct().Count() != 1)
        {
            throw Wrong(
                "ambiguous_benchmark",
                $"{name} has bars of several symbols: {string.Join(", ", source.Series.Select(series => series.Symbol).Distinct())}",
                "Name a file of one symbol.");
        }

        return new Benchmark(name, DaysOf(source, source.Series[0], cancellation), IsPrice: true);
    }

    private static Benchmark OfSymbol(string symbol, WorkflowConfig config, IBarSourceFactory sources, CancellationToken cancellation)
    {
        foreach (BarSourceOptions data in config.Data)
        {
            // A symbol that the run does not request may still exist. A text file that names no symbol would be taken for any requested one, so
            // search everything its source has; a synthetic or plugin source has no others.
            bool isWanted = data.Symbols.Count == 0 || data.Symbols.Contains(symbol);
            if (!isWanted && data is BarSourceOptions.Synthetic or BarSourceOptions.Plugin)
                continue;
            try
            {
                using IBarSource source = sources.Open([isWanted ? data : data with { Symbols = data is BarSourceOptions.Csv ? [] : [symbol] }], cancellation);
                if (source.Series.FirstOrDefault(series => series.Symbol == symbol) is { } found)
                    return new Benchmark(symbol, DaysOf(source, found, cancellation), IsPrice: data.Adjustment != PriceAdjustment.All);
            }
            catch (InputException) when (!isWanted)
            {
                // The source does not have the symbol.
            }
        }

        string[] known = [.. config.Data.SelectMany(data => data.Symbols).Distinct()];
        throw Wrong(
            "unknown_benchmark",
            $"'{symbol}' is not a symbol in the data, a file or a run folder",
            $"Name a symbol in the data, a CSV file, or a run folder such as runs/NAME. {NearestName.Advice(symbol, known)}".TrimEnd());
    }

    private static List<DailyEquity> DaysOf(IBarSource source, SourceSeries series, CancellationToken cancellation)
    {
        var bars = new BarSeries(new Instrument { Symbol = series.Symbol }, series.Timeframe, index: 0, series.HasVolume, series.HasQuotes);
        var days = new List<DailyEquity>();
        using IBarReader reader = source.Open(series);
        while (reader.Read(bars, RowsAtOnce) > 0)
        {
            cancellation.ThrowIfCancellationRequested();
            for (int i = 0; i < bars.Count; i++)
                Add(days, DateOnly.FromDayNumber(bars.Day[i]), bars.Close[i]);
            bars.Truncate(0);
        }

        return days;
    }

    /// <summary>Adds a value; the last value of a day counts.</summary>
    private static void Add(List<DailyEquity> days, DateOnly day, double value)
    {
        if (days is [.., var last] && last.Day == day)
            days.RemoveAt(days.Count - 1);
        if (value > 0)
            days.Add(new DailyEquity(day, value));
    }

    private static void RequireDays(Benchmark benchmark, WorkflowConfig config)
    {
        DateOnly? start = config.Data.Any(data => data.Start is null) ? null : config.Data.Min(data => data.Start);
        DateOnly? first = Later(start, config.TradeFrom);
        DateOnly? last = config.Data.Any(data => data.End is null) ? null : config.Data.Max(data => data.End);
        if (benchmark.Days.Any(day => !(day.Day < first) && !(day.Day > last)))
            return;
        throw Wrong(
            "benchmark_without_days",
            benchmark.Days is [var from, .., var to]
                ? $"{benchmark.Name} has days from {from.Day:yyyy-MM-dd} to {to.Day:yyyy-MM-dd}, none of which are in the run"
                : $"{benchmark.Name} has no days",
            "Use a benchmark over the same period, or change data.start, data.end or data.trade_from.");
    }

    private static DateOnly? Later(DateOnly? one, DateOnly? other) => one > other || other is null ? one : other;

    private static InputException Wrong(string code, string message, string fix) => new(new InputError(code, message) { Key = Key, Fix = fix });
}
