using Backtest.Results;

namespace Backtest.Reporting;

/// <summary>
/// The explanations of trades, as <c>backtest why</c> gives them, with the bars observed while charts are drawn. For a long run they cover the most
/// important trades, so that the page stays small.
/// </summary>
internal sealed class TradeExplanations
{
    /// <summary>
    /// The maximum number of trades explained: half of them those with the largest profits and losses, the others evenly over the run.
    /// </summary>
    internal const int Most = 600;

    private readonly RunExplainer _explainer;
    private readonly HashSet<(string, int)> _explained;

    /// <param name="run">The run.</param>
    public TradeExplanations(StoredRun run)
    {
        _explainer = new RunExplainer(run);
        IReadOnlyList<TradeRow> trades = run.Trades;
        TradeRow[] chosen = trades.Count <= Most ? [.. trades]
            : [.. trades.OrderByDescending(trade => Math.Abs(trade.Profit)).Take(Most / 2),
                .. Enumerable.Range(0, Most / 2).Select(i => trades[(int)((long)trades.Count * i / (Most / 2))])];
        _explained = [.. chosen.Select(trade => (trade.Portfolio, trade.Id))];
        Bars = new ObservedBars([.. chosen.SelectMany(_explainer.MomentsOf).Distinct()]);
    }

    /// <summary>Collects the trades' bars from the data.</summary>
    public ObservedBars Bars { get; }

    /// <summary>
    /// The causes and effects of a trade, one line per step: its kind, a tab, and the text, indented by two spaces for each step that contains it;
    /// null for a trade that is not explained.
    /// </summary>
    public string? Of(TradeRow trade) => _explained.Contains((trade.Portfolio, trade.Id))
        ? string.Join('\n', _explainer.Explain(trade, Bars).Steps.SelectMany(step => Lines(step, 0))) : null;

    // The details of a fill caused it, and come before it.
    private static IEnumerable<string> Lines(ExplanationStep step, int depth)
    {
        bool isLast = step.Kind == "fill";
        string line = $"{new string(' ', 2 * depth)}{step.Kind.Replace('_', ' ')}\t{step.Text}";
        IEnumerable<string> details = step.Details.SelectMany(detail => Lines(detail, isLast ? depth : depth + 1));
        return isLast ? details.Append(line) : details.Prepend(line);
    }
}
