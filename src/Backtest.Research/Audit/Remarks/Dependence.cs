using System.Globalization;

namespace Backtest.Research;

/// <summary>Measures how far the results of a run depend on its warm-up, its first day, one bar or one trade.</summary>
internal static class Dependence
{
    private const int FewestBars = 50;
    private const int LateStartPart = 5; // a fifth of the bars is left out
    private const double NeverSettles = 0.9;
    private const double Share = 0.25;
    private const double LeastSpread = 0.01;
    private const int FewTrades = 5;

    private static readonly int[] LaterBars = [1, 2, 3, 5, 8];

    /// <summary>The maximum number of runs.</summary>
    public static int Runs => 2 + LaterBars.Length;

    /// <summary>Executes the runs.</summary>
    public static async Task<IReadOnlyList<AuditRemark>> ExamineAsync(AuditRuns runs, RunTrace whole, CancellationToken cancellation)
    {
        if (runs.Bars.Ends.Length < FewestBars)
            return [];
        AuditRemark?[] remarks =
        [
            await WarmUpAsync(runs, whole, cancellation).ConfigureAwait(false),
            await StartDateAsync(runs, whole, cancellation).ConfigureAwait(false),
            await OneBarAsync(runs, whole, cancellation).ConfigureAwait(false),
            OneTrade(whole),
        ];
        return [.. remarks.OfType<AuditRemark>()];
    }

    /// <summary>Measures how long decisions depend on the bars before the start.</summary>
    private static async Task<AuditRemark?> WarmUpAsync(AuditRuns runs, RunTrace whole, CancellationToken cancellation)
    {
        long[] ends = runs.Bars.Ends;
        int first = ends.Length / LateStartPart;
        long start = ends[first - 1];
        if (await runs.TryAsync(new LateStart(start), cancellation).ConfigureAwait(false) is not { } late)
            return null;
        HashSet<(TracePlace, long, string?, string)> differing = Decisions(whole, start);
        differing.SymmetricExceptWith(Decisions(late, start));
        if (differing.Count == 0)
            return null;
        int bars = Array.BinarySearch(ends, differing.Max(decision => decision.Item2)) - first + 1;
        int all = ends.Length - first;
        string since = Text(start);
        return bars > NeverSettles * all
            ? new AuditRemark(
                "warm_up",
                FormattableString.Invariant(
                    $"started after {since}, the run decides differently for {bars} of {all} bars: ")
                + "its decisions depend on where the data begins.",
                bars)
            : new AuditRemark("warm_up", FormattableString.Invariant($"started after {since}, the run decides the same after {bars} bars."), bars);
    }

    private static HashSet<(TracePlace Place, long Time, string? Symbol, string Decision)> Decisions(RunTrace trace, long after) =>
    [
        .. trace.Streams.OfType<EventStream>()
            .SelectMany(stream => stream.Events
                .Where(item => item.Decision is not null && item.Time > after)
                .Select(item => (stream.Place, item.Time, item.Symbol, item.Decision!))),
    ];

    /// <summary>Measures how much total returns differ when the run starts a few bars later.</summary>
    private static async Task<AuditRemark?> StartDateAsync(AuditRuns runs, RunTrace whole, CancellationToken cancellation)
    {
        long from = runs.Bars.Ends[LaterBars[^1]];
        if (ReturnAfter(whole, from) is not { } own || whole.Profits.Count == 0)
            return null;
        var returns = new List<double> { own };
        foreach (int later in LaterBars)
        {
            RunTrace? late = await runs.TryAsync(new LateStart(runs.Bars.Ends[later - 1]), cancellation).ConfigureAwait(false);
            if (late is not null && ReturnAfter(late, from) is { } value)
                returns.Add(value);
        }

        double spread = returns.Max() - returns.Min();
        return spread <= Math.Max(Share * Math.Abs(own), LeastSpread)
            ? null
            : new AuditRemark(
                "start_date",
                string.Create(
                    CultureInfo.InvariantCulture,
                    $"started 1 to {LaterBars[^1]} bars later, the run returns {returns.Min():0.0%} to {returns.Max():0.0%} over the same bars; ")
                + string.Create(CultureInfo.InvariantCulture, $"it returned {own:0.0%}."),
                spread);
    }

    private static double? ReturnAfter(RunTrace trace, long from)
    {
        int row = trace.Total.Times.BinarySearch(from);
        row = row < 0 ? ~row : row;
        return row < trace.Total.Values.Count - 1 && trace.Total.Values[row] > 0 ? (trace.Total.Values[^1] / trace.Total.Values[row]) - 1 : null;
    }

    /// <summary>Whether one bar made much of the profit, and how the result changes without that bar.</summary>
    private static async Task<AuditRemark?> OneBarAsync(AuditRuns runs, RunTrace whole, CancellationToken cancellation)
    {
        List<double> equity = whole.Total.Values;
        if (equity.Count < 2)
            return null;
        double profit = equity[^1] - equity[0];
        // A profit that is negligible beside the capital depends on everything.
        if (profit < LeastSpread * equity[0])
            return null;
        int best = Enumerable.Range(1, equity.Count - 1).MaxBy(row => equity[row] - equity[row - 1]);
        double share = (equity[best] - equity[best - 1]) / profit;
        if (share <= Share)
            return null;
        long time = whole.Total.Times[best];
        RunTrace? without = await runs.TryAsync(new WithoutBar(time), cancellation).ConfigureAwait(false);
        string then = without?.Total.Values is { Count: > 1 } other
            ? string.Create(
                CultureInfo.InvariantCulture,
                $" without that bar it returns {(other[^1] / other[0]) - 1:0.0%}, not {(equity[^1] / equity[0]) - 1:0.0%}.")
            : "";
        return new AuditRemark(
            "one_bar", string.Create(CultureInfo.InvariantCulture, $"the bar that ends {Text(time)} made {share:0%} of the profit;{then}"), share);
    }

    /// <summary>Whether one trade made much of the profit.</summary>
    private static AuditRemark? OneTrade(RunTrace whole)
    {
        if (whole.Profits.Count == 0)
            return null;
        decimal profit = whole.Profits.Sum();
        decimal best = whole.Profits.Max();
        if (profit <= 0 || best <= (decimal)Share * profit)
            return null;
        double share = (double)(best / profit);
        string of = whole.Profits.Count <= FewTrades ? ", which are few," : "";
        return new AuditRemark(
            "one_trade",
            string.Create(CultureInfo.InvariantCulture, $"one of {whole.Profits.Count} closed trades{of} made {share:0%} of their profit."),
            share);
    }

    private static string Text(long ticks) =>
        new DateTime(ticks, DateTimeKind.Utc).ToString("yyyy-MM-ddTHH:mm:ssZ", CultureInfo.InvariantCulture);
}
