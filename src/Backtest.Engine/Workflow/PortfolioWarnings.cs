using System.Globalization;
using Backtest.Abstractions.Runtime;

namespace Backtest.Engine;

/// <summary>Warns of what is probably unintended in one portfolio, after the run.</summary>
internal sealed class PortfolioWarnings(
    RiskPortfolioContainer portfolio, ExecutionConfig execution, AdjustmentSchedule adjustments, bool isReadToItsEnd)
{
    private const int MostSymbols = 5;

    private string Name => $"portfolio '{portfolio.Config.Name}'";

    /// <summary>All warnings.</summary>
    public IEnumerable<RunWarning> All() =>
    [
        .. NeverReady(), .. NeverInForce(), .. EquityBelowZero(), .. MarginCalls(), .. RefusedOrders(), .. ForeignOrders(), .. RoundedSlippage(),
        .. UnknownFactors(), .. Delisted(),
        .. LeftBehind(),
    ];

    /// <summary>Strategies whose indicators were never all ready, because their data was too short.</summary>
    private IEnumerable<RunWarning> NeverReady()
    {
        // In a run that was cut short, indicators might have become ready later.
        if (portfolio.Fault is not null || !isReadToItsEnd)
            yield break;
        foreach (IGrouping<(string Name, string? Set), StrategyInstance> strategy in
            portfolio.Strategies.SelectMany(group => group.Leaves).GroupBy(leaf => (leaf.Name, leaf.Set)))
        {
            StrategyNode[] nodes = [.. strategy.Select(leaf => leaf.Node)];
            int never = nodes.Count(node => node.Columns.Count > 0 && !node.HasBeenReady);
            if (never == 0)
                continue;
            string where = $"strategy '{strategy.Key.Name}' of {Name}{(strategy.Key.Set is { } set ? $" with the parameters of {set}" : "")}";
            const string Fix = "Use more bars, or parameters that need fewer.";
            yield return never == nodes.Length
                ? new RunWarning("never_ready_anywhere", $"the data is too short for the indicators of {where}: it never decided", Fix)
                : new RunWarning("never_ready", $"the data of {never} of {nodes.Length} symbols is too short for the indicators of {where}", Fix);
        }
    }

    /// <summary>Parameters of a regime that never occurred, or of days without a bar.</summary>
    private IEnumerable<RunWarning> NeverInForce()
    {
        if (portfolio.Fault is not null || !isReadToItsEnd)
            yield break;
        foreach (IGrouping<string, StrategyInstance> strategy in
            portfolio.Strategies.SelectMany(group => group.Switching).GroupBy(instance => instance.Name, StringComparer.Ordinal))
        {
            string[] unused = [.. strategy.SelectMany(instance => instance.Switch!.NeverInForce).Distinct()
                .Where(key => strategy.All(instance => instance.Switch!.NeverInForce.Contains(key)))];
            if (unused.Length == 0)
                continue;
            yield return new RunWarning(
                "parameters_never_in_force",
                $"strategy '{strategy.Key}' of {Name} never decided with the parameters of {string.Join(", ", unused)}",
                "Check whether the regime occurs in this data, and whether the days are in it. Parameters apply from their day until the next entry's day.");
        }
    }

    private IEnumerable<RunWarning> EquityBelowZero()
    {
        bool hasStopped = portfolio.Ruin.First is null && portfolio.Fault is not null;
        if ((hasStopped ? portfolio.Valuation.FirstBelow : portfolio.Ruin.First) is not (DateOnly day, double equity))
            yield break;
        string found = string.Create(CultureInfo.InvariantCulture, $"{Name} was worth {equity:N2} at the end of {day:yyyy-MM-dd}");
        if (hasStopped)
        {
            yield return new RunWarning(
                "equity_below_zero",
                $"{found}, after it had stopped on a fault: its positions were still valued but not closed",
                "Fix the fault. No real account allows this, and the total includes these positions.");
            yield break;
        }

        yield return portfolio.Ruin.IsRuined
            ? new RunWarning(
                "equity_below_zero",
                $"{found}: its positions were closed at the next price, and it made no more entries",
                "Reduce the risk: use smaller sizes, stops, or a max_leverage limit.")
            : new RunWarning(
                "equity_below_zero",
                $"{found} and continued to trade, which no real account allows",
                "Remove on_ruin: continue to have its positions closed, or reduce the risk.");
    }

    private IEnumerable<RunWarning> MarginCalls()
    {
        if (portfolio.MarginCalls is not { Count: > 0 and int count } calls)
            yield break;
        yield return new RunWarning(
            "margin_call",
            string.Create(
                CultureInfo.InvariantCulture,
                $"the equity of {Name} fell below the maintenance margin {(count == 1 ? "once, on" : $"{count:N0} times, first on")} {calls.First:yyyy-MM-dd}: positions were closed at the next price"),
            "Reduce the risk: use smaller sizes, stops, or a max_leverage limit.");
    }

    private IEnumerable<RunWarning> RefusedOrders()
    {
        EntryTally entries = portfolio.Recorder.Entries;
        int refused = entries.Refused.Values.Sum();
        if (refused * 2 <= entries.Count)
            yield break;
        string reasons = string.Join(
            ", ", entries.Refused.OrderByDescending(reason => reason.Value).ThenBy(reason => reason.Key, StringComparer.Ordinal)
                .Select(reason => reason.Key));
        yield return new RunWarning(
            "orders_refused",
            string.Create(CultureInfo.InvariantCulture, $"{refused:N0} of {entries.Count:N0} entry orders of {Name} were refused: {reasons}"),
            "Size entries so that all of them fit: use a smaller value of the sizer (0.95 is 95% of equity), a buffer, or more capital or leverage.");
    }

    /// <summary>Orders that the engine a profile is named after does not support.</summary>
    private IEnumerable<RunWarning> ForeignOrders()
    {
        if (portfolio.Execution.Missing.Count == 0)
            yield break;
        yield return new RunWarning(
            "orders_not_in_matching",
            $"matching {execution.MatchingInUse.Type} does not support {string.Join(", ", portfolio.Execution.Missing)}: those of {Name} were filled by the "
            + "standard rules",
            "Use orders that the other engine supports, or profile: standard.");
    }

    private IEnumerable<RunWarning> RoundedSlippage()
    {
        SlippageTally slippage = portfolio.Execution.Slippage;
        if (slippage is { IsSwallowed: false, IsMultiplied: false })
            yield break;
        yield return new RunWarning(
            "slippage_rounded",
            string.Create(
                CultureInfo.InvariantCulture,
                $"the slippage of {Name} was {slippage.Charged:N2} instead of {slippage.Asked:N2}, because prices are rounded to tick_size"),
            "Set the slippage in whole ticks, or set tick_size to that of the market.");
    }

    /// <summary>Market rules that should apply to traded prices and quantities, but cannot because the factors are unknown.</summary>
    private IEnumerable<RunWarning> UnknownFactors()
    {
        if (portfolio.Counters.Orders == 0)
            yield break;
        bool isPaidByShare = portfolio.Execution.CountsUnits;
        Instrument[] unknown = [.. portfolio.Turns.Traded.Select(series => series.Instrument)
            .Where(instrument => adjustments.IsUnknown(instrument.Index) && (isPaidByShare || instrument.TickSize is not null))];
        if (unknown.Length == 0)
            yield break;
        string rules = string.Join(
            " and ", new[] { isPaidByShare ? "commission per share" : "", unknown.Any(one => one.TickSize is not null) ? "tick_size" : "" }
                .Where(rule => rule.Length > 0));
        yield return new RunWarning(
            "unknown_factors",
            $"the data has adjusted prices without their factors: {rules} of {Name} used them instead of the traded prices on "
            + List(unknown, instrument => instrument.Symbol),
            "Use a source with unadjusted prices, splits and dividends, and set data.adjustment to adjust them.");
    }

    /// <summary>Delistings because of silence; those by an action are intended.</summary>
    private IEnumerable<RunWarning> Delisted()
    {
        IReadOnlyList<SilentSymbol> silent = portfolio.Delistings.Silent;
        if (silent.Count == 0)
            yield break;
        string settled = List(silent, symbol => string.Create(
            CultureInfo.InvariantCulture,
            $"{symbol.Symbol} (last bar {symbol.LastDay:yyyy-MM-dd}; {Had(symbol)}{(symbol.Quantity > 0 ? $" closed at {symbol.Price:0.####}" : "")})"));
        yield return new RunWarning(
            "delisted",
            $"no bar for {execution.DelistedAfter}: {Name} settled {settled}",
            "Check whether data is missing. Otherwise, add a delisting to the actions file for the exact price, or set execution.delisting_return.");
    }

    /// <summary>Positions and orders on symbols that should have had more bars before the run's end.</summary>
    private IEnumerable<RunWarning> LeftBehind()
    {
        IReadOnlyList<SilentSymbol> left = portfolio.Delistings.Left;
        if (left.Count == 0)
            yield break;
        string symbols = List(left, symbol => string.Create(
            CultureInfo.InvariantCulture, $"{symbol.Symbol} (last bar {symbol.LastDay:yyyy-MM-dd}; {Had(symbol)})"));
        yield return new RunWarning(
            "left_without_bars",
            $"{Name} was left with positions or orders on symbols whose bars end before the run does: {symbols}",
            "Check whether data is missing, or add a delisting to the actions file.");
    }

    private static string Had(in SilentSymbol symbol)
    {
        string orders = symbol.Orders switch
        {
            0 => "",
            1 => "1 order",
            _ => string.Create(CultureInfo.InvariantCulture, $"{symbol.Orders} orders"),
        };
        if (symbol.Quantity == 0)
            return orders;
        string position = string.Create(CultureInfo.InvariantCulture, $"{symbol.Quantity:0.########} held");
        return orders.Length == 0 ? position : $"{orders}, {position}";
    }

    private static string List<T>(IReadOnlyList<T> symbols, Func<T, string> describe)
    {
        string first = string.Join(", ", symbols.Take(MostSymbols).Select(describe));
        return symbols.Count <= MostSymbols
            ? first
            : string.Create(CultureInfo.InvariantCulture, $"{first} and {symbols.Count - MostSymbols:N0} more");
    }
}
