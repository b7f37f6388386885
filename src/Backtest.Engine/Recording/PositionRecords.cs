namespace Backtest.Engine;

/// <summary>A closed trade.</summary>
/// <param name="Sequence">The number of the event in the portfolio, from 1.</param>
/// <param name="Trade">The trade.</param>
/// <param name="Turn">The turn it closed in, from 0.</param>
public record struct TradeRecord(long Sequence, TradeEvent Trade, long Turn) : IRow
{
    /// <inheritdoc/>
    public static string Table => "trades";

    /// <inheritdoc/>
    public TFields Describe<TFields>(TFields fields)
        where TFields : struct, IRowFields
    {
        fields.Integer("id", Trade.Id);
        fields.Integer("seq", Sequence);
        fields.Container("portfolio");
        fields.Strategy("strategy", Trade.StrategyIndex);
        fields.Symbol("symbol", Trade.Instrument);
        fields.Word("direction", Trade.Direction);
        fields.Money("quantity", Trade.Quantity);
        fields.Time("entry_time", Trade.EntryTime);
        fields.Time("entry_bar", Trade.EntryBarStart);
        fields.Integer("entry_index", Trade.EntryIndex);
        fields.Money("entry_price", Trade.EntryPrice);
        fields.Time("exit_time", Trade.ExitTime);
        fields.Time("exit_bar", Trade.ExitBarStart);
        fields.Integer("exit_index", Trade.ExitIndex);
        fields.Money("exit_price", Trade.ExitPrice);
        fields.Money("profit", Trade.Profit);
        fields.Money("return", Trade.Return);
        fields.Integer("bars", Trade.Bars);
        fields.Number("mae", Trade.MaximumAdverseExcursion);
        fields.Number("mfe", Trade.MaximumFavorableExcursion);
        fields.Money("commission", Trade.Commission);
        fields.Text("entry_regime", Trade.EntryRegime);
        return fields;
    }
}

/// <summary>The effect of a corporate action on one strategy's position.</summary>
/// <param name="Sequence">The number of the event in the portfolio, from 1.</param>
/// <param name="Action">The effect.</param>
/// <param name="Turn">The turn it took effect in, from 0.</param>
public readonly record struct ActionRecord(long Sequence, PositionActionEvent Action, long Turn) : IRow
{
    /// <inheritdoc/>
    public static string Table => "actions";

    /// <inheritdoc/>
    public TFields Describe<TFields>(TFields fields)
        where TFields : struct, IRowFields
    {
        fields.Integer("seq", Sequence);
        fields.Time("time", Action.Time);
        fields.Time("bar", Action.Time);
        fields.Container("portfolio");
        fields.Strategy("strategy", Action.StrategyIndex);
        fields.Symbol("symbol", Action.Instrument);
        fields.Word("type", Action.Type);
        fields.Money("value", Action.Value);
        fields.Money("quantity", Action.Quantity);
        fields.Money("cash", Action.Cash);
        return fields;
    }
}

/// <summary>A position that is open at the end of the run.</summary>
/// <param name="StrategyIndex">The index of the strategy, from 0.</param>
/// <param name="Instrument">The instrument held.</param>
/// <param name="Quantity">The quantity; below zero for short.</param>
/// <param name="AveragePrice">The average price of the quantity.</param>
/// <param name="Price">The last close.</param>
/// <param name="Unrealized">The unrealized profit at that close, in money; below zero for a loss.</param>
public readonly record struct PositionRecord(
    int StrategyIndex, Instrument Instrument, decimal Quantity, decimal AveragePrice, double Price, decimal Unrealized) : IRow
{
    /// <inheritdoc/>
    public static string Table => "positions";

    /// <inheritdoc/>
    public TFields Describe<TFields>(TFields fields)
        where TFields : struct, IRowFields
    {
        fields.Container("portfolio");
        fields.Strategy("strategy", StrategyIndex);
        fields.Symbol("symbol", Instrument);
        fields.Money("quantity", Quantity);
        fields.Money("average_price", AveragePrice);
        fields.Number("price", Price);
        fields.Money("unrealized", Unrealized);
        return fields;
    }
}
