namespace Backtest.Research;

/// <summary>Checks whether bars can be changed randomly.</summary>
internal static class BarChecks
{
    /// <summary>Throws if a symbol has bars of several timeframes, whose prices would no longer agree.</summary>
    /// <exception cref="InputException">A symbol has bars of several timeframes.</exception>
    public static void RequireOneTimeframe(AuditBars bars, string method)
    {
        foreach (IGrouping<string, SourceSeries> several in bars.Series.GroupBy(series => series.Symbol).Where(group => group.Count() > 1))
        {
            throw Unfit(
                method,
                $"{several.Key} has bars of {string.Join(" and ", several.Select(series => series.Timeframe))}, "
                    + "which would have different prices if changed separately",
                $"Read only the finest of them and set 'timeframe' where longer bars are needed, or remove '{method}'.");
        }
    }

    /// <summary>The error that bars do not suit a method.</summary>
    public static InputException Unfit(string method, string reason, string fix) =>
        new(new InputError("unfit_bars", $"'{method}' is not available: {reason}") { Key = "monte_carlo.methods", Fix = fix });
}
