using Backtest.Results;

namespace Backtest.Reporting;

/// <summary>
/// The whole chain behind trades, as <c>backtest why</c> has it, with the bars observed while charts are drawn. A long run has those of the
/// trades that mattered most, so that the page stays small.
/// </summary>
internal sealed class TradeExplanations
{
    /// <summary>How many trades are explained; half of them by what they won or lost, the others evenly over the run.</summary>
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

    /// <summary>Picks their bars out of the data.</summary>
    public ObservedBars Bars { get; }

    /// <summary>
    /// What led to a trade and followed from it, a line for each step: its kind, a tab, and the text, two spaces for each step it belongs to; null
    /// of a trade that is not among those explained.
    /// </summary>
    public string? Of(TradeRow trade) => _explained.Contains((trade.Portfolio, trade.Id))
        ? string.Join('\n', _explainer.Explain(trade, Bars).Steps.SelectMany(step => Lines(step, 0))) : null;

    // What belongs to a fill led to it, and comes before it.
    private static IEnumerable<string> Lines(ExplanationStep step, int depth)
    {
        bool isLast = step.Kind == "fill";
        string line = $"{new string(' ', 2 * depth)}{step.Kind.Replace('_', ' ')}\t{step.Text}";
        IEnumerable<string> details = step.Details.SelectMany(detail => Lines(detail, isLast ? depth : depth + 1));
        return isLast ? details.Append(line) : details.Prepend(line);
    }
}
