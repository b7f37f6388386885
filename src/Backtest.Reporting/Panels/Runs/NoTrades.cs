using Backtest.Engine;

namespace Backtest.Reporting;

/// <summary>Explains why a run has no trades, and what to change.</summary>
internal static class NoTrades
{
    /// <summary>The remark.</summary>
    public static Remark Explain(RunContext context)
    {
        var run = context.Run;
        if (run.Fills.Length > 0)
            return Of($"{Written.Count(run.Fills.Length, "order was", "orders were")} filled, but no position was closed.",
                "Add exits to the strategy, or set `execution.at_end: close` to close positions that are open after the last bar.");
        if (run.Orders.Length > 0)
        {
            return Of(
                $"{Written.Count(run.Orders.Length, "order was", "orders were")} placed, but none was filled: {Counted(run.Orders.Select(order => order.Reason ?? order.Status.ToString().ToLowerInvariant()))}.",
                "Check limit and stop prices against the bars, the capital, and the rejected orders.");
        }

        if (run.Signals.Length > 0)
        {
            return Of(
                $"{Written.Count(run.Signals.Length, "signal was", "signals were")} given, but none became an order: {Counted(run.Signals.Select(signal => signal.RiskLimit ?? Words(signal.Outcome)))}.",
                "Relax the limit that stopped most of them, or increase the portfolio's capital.");
        }

        return Of("No strategy gave a signal.", "Check the strategy's thresholds and its warm-up. It may need more bars than the data has.");
    }

    private static Remark Of(string text, string fix) => new(RemarkLevel.Warning, "No trades", text) { Fix = fix };

    private static string Counted(IEnumerable<string> reasons) =>
        string.Join(", ", reasons.CountBy(reason => reason).OrderByDescending(reason => reason.Value).Take(4)
            .Select(reason => $"{reason.Key} {Written.Count(reason.Value)}"));

    private static string Words(SignalOutcome outcome) => outcome == SignalOutcome.NothingToExit ? "nothing to exit" : outcome.ToString()
        .ToLowerInvariant();
}
