namespace Backtest;

/// <summary>An order at work, as order matching sees it.</summary>
public interface IRestingOrder
{
    /// <summary>The order, with the quantity and the prices it has now.</summary>
    ref readonly OrderEvent Order { get; }

    /// <summary>The entry it protects; <see langword="null"/> if it protects none.</summary>
    IRestingOrder? Entry { get; }

    /// <summary>Whether its stop was touched; what is left of the order is then a limit order or a market order.</summary>
    bool IsTriggered { get; set; }

    /// <summary>For a trailing stop, the best price so far.</summary>
    double Best { get; }

    /// <summary>The trading day of the last bar before it was placed, as a day number.</summary>
    int PlacedDay { get; }

    /// <summary>For an entry, the price of the stop loss that protects it; not a number without one.</summary>
    double StopLoss { get; }

    /// <summary>For an entry, the price of its target; not a number without one.</summary>
    double TakeProfit { get; }

    /// <summary>The price of a trailing stop once this is the best price, rounded to its tick.</summary>
    double StopFor(double best);
}
