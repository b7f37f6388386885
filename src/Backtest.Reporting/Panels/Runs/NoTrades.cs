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
            return Of($"{Written.Count(run.Fills.Length, "order was", "orders were")} filled, and no position was closed.",
                "Let the strategy exit, or set `execution.at_end: close` to close what is open after the last bar.");
        if (run.Orders.Length > 0)
        {
            return Of(
                $"{Written.Count(run.Orders.Length, "order was", "orders were")} placed and none filled: {Counted(run.Orders.Select(order => order.Reason ?? order.Status.ToString().ToLowerInvariant()))}.",
                "Look at limit and stop prices against the bars, at the capital, and at what was rejected.");
        }

        if (run.Signals.Length > 0)
        {
            return Of(
                $"{Written.Count(run.Signals.Length, "signal was", "signals were")} given and none became an order: {Counted(run.Signals.Select(signal => signal.RiskLimit ?? Words(signal.Outcome)))}.",
                "Loosen the limit that stopped most of them, or give the portfolio more capital.");
        }

        return Of("No strategy gave a signal.", "Look at the strategy's thresholds and at its warm-up: it may need more bars than the data has.");
    }

    private static Remark Of(string text, string fix) => new(RemarkLevel.Warning, "No trades", text) { Fix = fix };

    private static string Counted(IEnumerable<string> reasons) =>
        string.Join(", ", reasons.CountBy(reason => reason).OrderByDescending(reason => reason.Value).Take(4)
            .Select(reason => $"{reason.Key} {Written.Count(reason.Value)}"));

    private static string Words(SignalOutcome outcome) => outcome == SignalOutcome.NothingToExit ? "nothing to exit" : outcome.ToString()
        .ToLowerInvariant();
}
