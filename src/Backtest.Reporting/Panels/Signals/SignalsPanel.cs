using Backtest.Results;

namespace Backtest.Reporting;

/// <summary>The signals, with what followed each.</summary>
internal sealed class SignalsPanel : IPanel<SignalsContext>
{
    /// <inheritdoc/>
    public ReportSection? Build(SignalsContext context)
    {
        if (context.Run.FindTable("signals") is not { } file || context.Run.Signals is not { Length: > 0 } rows)
            return null;
        StoredTable stored = StoredTable.Read(file);
        var returns = context.Horizons.ToDictionary(horizon => horizon, horizon => stored.Numbers(FormattableString.Invariant($"return_{horizon}")));
        var blocks = new List<Block>();
        int middle = context.Horizons[context.Horizons.Count / 2];
        double[] sorted = [.. returns[middle].Where(double.IsFinite).Order()];
        if (sorted.Length > 1)
        {
            blocks.Add(Histograms.Of(sorted, Format.Percent) with
            { Title = $"Returns over {Written.Count(middle, "bar", "bars")}", Note = "For each entry, on the side of the signal." });
        }

        blocks.Add(new TableBlock("signals",
        [
            new("id", "Signal", TextColumn.Of(rows, row => FormattableString.Invariant($"{row.Portfolio}/{row.Id}")), Format.Text),
            new("time", "Time", TimeColumn.Of(rows, row => row.Time), Format.Time),
            new("symbol", "Symbol", TextColumn.Of(rows, row => row.Symbol), Format.Text) { IsFilter = true },
            new("strategy", "Strategy", TextColumn.Of(rows, row => row.Strategy), Format.Text) { IsFilter = true },
            new("action", "Wants", TextColumn.Of(rows, Action), Format.Text) { IsFilter = true },
            new("strength", "Strength", NumberColumn.Of(rows, row => row.Strength), Format.Number),
            new("regime", "Regime", TextColumn.Of(rows, row => row.Regime), Format.Text) { IsFilter = true },
            .. context.Horizons.Select(horizon => new TableColumn(
                FormattableString.Invariant($"return_{horizon}"), Written.Count(horizon, "bar", "bars"), new NumberColumn(returns[horizon]), Format.Percent)
                { IsSigned = true }),
            new("reason", "Reason", TextColumn.Of(rows, row => row.Reason), Format.Text),
        ])
        { Title = "All signals" });
        return new ReportSection("signals", "Signals", blocks);
    }

    private static string Action(SignalRow row) => row.Action switch
    {
        SignalAction.Cancel => "cancel",
        SignalAction.Amend => "amend",
        SignalAction.Target => $"target {Side(row)}",
        _ => row.Action == SignalAction.Enter ? $"enter {Side(row)}" : $"exit {Side(row)}",
    };

    private static string Side(SignalRow row) => row.Direction == Direction.Long ? "long" : "short";
}
