using Backtest.Engine;
using Backtest.Results;

namespace Backtest.Reporting;

/// <summary>The levels of stop losses and take profits over time.</summary>
internal sealed class ProtectionLevels
{
    private readonly ILookup<string, Level> _levels;

    private ProtectionLevels(IEnumerable<Level> levels) => _levels = levels.ToLookup(level => level.Symbol, StringComparer.Ordinal);

    /// <summary>The levels of all orders that protect an entry.</summary>
    public static ProtectionLevels Of(StoredRun run)
    {
        Dictionary<(string, int), OrderRow> protective = run.Orders.Where(order => order.ParentId is not null)
            .ToDictionary(order => (order.Portfolio, order.Id));
        var open = new Dictionary<(string, int), OrderStateRow>();
        var levels = new List<Level>();
        foreach (OrderStateRow state in run.OrderStates)
        {
            (string, int) key = (state.Portfolio, state.OrderId);
            if (!protective.TryGetValue(key, out OrderRow order))
                continue;
            if (open.Remove(key, out OrderStateRow before) && (before.StopPrice ?? before.LimitPrice) is { } price && state.Time > before.Time)
                levels.Add(new Level(order.Symbol, before.Time.Ticks, state.Time.Ticks, price, before.StopPrice is null ? "target" : "stop"));
            if (state.State != OrderState.Done)
                open[key] = state;
        }

        return new ProtectionLevels(Joined(levels));
    }

    /// <summary>The levels of a symbol.</summary>
    public CandleLevels On(string symbol)
    {
        Level[] levels = [.. _levels[symbol].OrderBy(level => level.From)];
        return new CandleLevels(
            new TimeColumn([.. levels.Select(level => level.From)]), new TimeColumn([.. levels.Select(level => level.To)]),
            NumberColumn.Of(levels, level => level.Price), TextColumn.Of(levels, level => level.Kind));
    }

    // An order whose other properties changed kept its level.
    private static List<Level> Joined(List<Level> levels)
    {
        var joined = new List<Level>();
        foreach (Level level in levels)
        {
            if (joined.Count > 0 && joined[^1] is var last && last.Symbol == level.Symbol && last.To == level.From && last.Price == level.Price
                && last.Kind == level.Kind)
                joined[^1] = last with { To = level.To };
            else
                joined.Add(level);
        }

        return joined;
    }

    private readonly record struct Level(string Symbol, long From, long To, double Price, string Kind);
}
