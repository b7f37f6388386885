using Backtest.Abstractions.Runtime;

namespace Backtest.Research;

/// <summary>
/// Reads bar sources of plugins again, and once more with an earlier end; the bars before that end must be the same. What such a source itself
/// reads cannot be changed, so nothing more can be checked.
/// </summary>
internal static class SourceAudit
{
    private const int Tenths = 6;

    /// <summary>Reads the sources.</summary>
    public static IReadOnlyList<AuditFinding> Examine(AuditRuns runs, CancellationToken cancellation)
    {
        BarSourceOptions[] sources = [.. runs.Config.Data];
        if (!Array.Exists(sources, source => source is BarSourceOptions.Plugin) || runs.Bars.Ends.Length < 2)
            return [];
        var again = AuditBars.Read(runs.Sources, sources, cancellation);
        if (Difference(runs.Bars, again, int.MaxValue) is { } unstable)
        {
            return [Finding(
                AuditFindingKind.Unstable, sources, unstable, "that reads it again",
                "The same request must return the same bars. Look for randomness, the clock and sources that are still being written.")];
        }

        DateOnly last = DateOnly.FromDayNumber(DayOf(runs.Bars, runs.Bars.Ends[(int)((long)runs.Bars.Ends.Length * Tenths / 10)]));
        for (int i = 0; i < sources.Length; i++)
        {
            if (sources[i] is not BarSourceOptions.Plugin plugin || last <= plugin.Start)
                continue;
            BarSourceOptions[] earlier = [.. sources];
            earlier[i] = plugin with { End = last };
            var shorter = AuditBars.Read(runs.Sources, earlier, cancellation);
            if (Difference(runs.Bars, shorter, last.DayNumber) is { } ahead)
            {
                return [Finding(
                    AuditFindingKind.LookAhead, [plugin], ahead, FormattableString.Invariant($"that asks for bars until {last:yyyy-MM-dd}"),
                    "Look for prices that are scaled, smoothed or filled with later data of the request.")];
            }
        }

        return [];
    }

    private static AuditFinding Finding(
        AuditFindingKind kind, BarSourceOptions[] sources, StreamDifference found, string change, string fix) =>
        new(kind, "", PluginKind.BarSource.Id, string.Join(", ", sources.OfType<BarSourceOptions.Plugin>().Select(source => source.Id).Distinct()))
        {
            Change = change,
            Time = new DateTime(found.Time, DateTimeKind.Utc),
            Symbol = found.Symbol,
            Whole = found.Whole,
            Other = found.Other,
            Fix = fix,
        };

    private static int DayOf(AuditBars bars, long end) =>
        bars.Series.Select(series => bars[series])
            .Where(series => AuditBars.RowsUntil(series, end) > 0)
            .Max(series => series.Day[AuditBars.RowsUntil(series, end) - 1]);

    /// <summary>The first bar before a day that differs.</summary>
    private static StreamDifference? Difference(AuditBars whole, AuditBars other, int day)
    {
        foreach (SourceSeries series in whole.Series)
        {
            BarSeries own = whole[series];
            BarSeries? theirs = other.Find(series);
            for (int row = 0; row < own.Count && own.Day[row] < day; row++)
            {
                string text = Text(own, row);
                string found = theirs is null || row >= theirs.Count ? "no bar" : Text(theirs, row);
                if (text != found)
                    return new StreamDifference(own.End[row], series.Symbol, text, found);
            }
        }

        return null;
    }

    private static string Text(BarSeries bars, int row) => FormattableString.Invariant(
        $"open {bars.Open[row]}, high {bars.High[row]}, low {bars.Low[row]}, close {bars.Close[row]}, volume {bars.Volume[row]}");
}
