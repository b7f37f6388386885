using Backtest.Abstractions.Runtime;

namespace Backtest.Data.Checking;

/// <summary>Reads all bars, block by block, and reports what is wrong with them.</summary>
public sealed class DataChecker
{
    private const int Stretch = 4096;

    /// <summary>Checks all bars of the sources.</summary>
    /// <param name="sources">The sources. Invalid rows are counted, whatever the sources' settings for bad rows.</param>
    /// <param name="opener">Opens the sources.</param>
    /// <param name="cancellation">Cancels reading.</param>
    /// <exception cref="InputException">The bars cannot be read.</exception>
    public static DataReport Check(
        IReadOnlyList<BarSourceOptions> sources,
        BarSources opener,
        CancellationToken cancellation = default)
    {
        RowLog rows = new();
        using IBarSource source = opener.With(rows).Open([.. sources.Select(SkippingBadRows)], cancellation);
        List<CheckedSeries> seen = [];
        List<DataFinding> findings = [];
        List<StampPattern> patterns = [];
        foreach (SourceSeries series in source.Series)
        {
            IBarCheck[] checks = Checks(series, source.Actions);
            StampPattern pattern = new(series);
            CheckedSeries? bars = Read(source, series, [.. checks, pattern], cancellation);
            if (bars is not null)
                seen.Add(bars);
            findings.AddRange(checks.SelectMany(check => check.Findings()));
            patterns.Add(pattern);
        }

        findings.AddRange(StampPattern.Compare(patterns));
        return new DataReport(
            seen,
            [
                .. rows.Findings,
                .. findings.OrderBy(found => found.Symbol, StringComparer.Ordinal).ThenBy(found => found.Timeframe.Ticks).ThenBy(found => found.Time),
            ]);
    }

    private static BarSourceOptions SkippingBadRows(BarSourceOptions source) => source switch
    {
        BarSourceOptions.Csv csv => csv with { SkipsBadRows = true },
        BarSourceOptions.Lean lean => lean with { SkipsBadRows = true },
        _ => source,
    };

    private static IBarCheck[] Checks(SourceSeries series, IReadOnlyList<CorporateAction> actions)
    {
        HashSet<int> splits = [.. actions.OfType<Split>().Where(split => split.Symbol == series.Symbol).Select(split => split.Day.DayNumber)];
        bool isWithinDay = series.Timeframe.Ticks < TimeSpan.TicksPerDay;
        List<IBarCheck> checks =
        [
            new PriceCheck(series),
            new OrderCheck(series),
            new GapCheck(series),
            new DayCheck(series),
            new OutlierCheck(series),
            new StaleCheck(series),
            new SplitCheck(series, splits),
            new ActionCheck(series, actions),
        ];
        if (isWithinDay && series.Calendar.Name != "none")
            checks.Add(new FrameCheck(series));
        return [.. checks];
    }

    private static CheckedSeries? Read(IBarSource source, SourceSeries series, IBarCheck[] checks, CancellationToken cancellation)
    {
        BarSeries bars = new(new Instrument { Symbol = series.Symbol }, series.Timeframe, index: 0, series.HasVolume);
        using IBarReader reader = source.Open(series);
        int first = 0;
        int last = 0;
        while (reader.Read(bars, Stretch) > 0)
        {
            cancellation.ThrowIfCancellationRequested();
            first = bars.FirstIndex == 0 ? bars.Day[0] : first;
            last = bars.Day[bars.Count - 1];
            foreach (IBarCheck check in checks)
                check.Observe(bars);
            bars.Advance();
        }

        return bars.FirstIndex == 0
            ? null
            : new CheckedSeries(
                series.Symbol,
                series.Timeframe,
                series.Calendar.Name,
                bars.FirstIndex,
                DateOnly.FromDayNumber(first),
                DateOnly.FromDayNumber(last));
    }
}
