namespace Backtest;

/// <summary>How an order fills.</summary>
public enum OrderType
{
    /// <summary>At the next price.</summary>
    Market,

    /// <summary>At the limit or better, when touched.</summary>
    Limit,

    /// <summary>At the market, once the stop is touched.</summary>
    Stop,

    /// <summary>As a limit order, once the stop is touched.</summary>
    StopLimit,

    /// <summary>As a stop that follows the best price since entry at a distance.</summary>
    TrailingStop,

    /// <summary>At the first price of the next trading day; with daily bars, at the next open.</summary>
    MarketOnOpen,

    /// <summary>At the last price of the trading day; with daily bars, at the next close.</summary>
    MarketOnClose,

    /// <summary>At the first price of the next trading day if that is at the limit or better, otherwise not at all.</summary>
    LimitOnOpen,

    /// <summary>At the last price of the trading day if that is at the limit or better, otherwise not at all.</summary>
    LimitOnClose,

    /// <summary>At the market, once the market reaches a better price.</summary>
    MarketIfTouched,

    /// <summary>As a limit order, once the market reaches a better price.</summary>
    LimitIfTouched,
}
