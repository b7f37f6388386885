namespace Backtest;

/// <summary>The place of an event in the flow. A handler of one stage emits only events of later stages.</summary>
public enum Stage
{
    /// <summary>A bar closed.</summary>
    Bar = 0,

    /// <summary>Indicators hold the values of the bar.</summary>
    Indicator = 1,

    /// <summary>A classifier changed its view.</summary>
    Regime = 2,

    /// <summary>A strategy wants to enter or exit.</summary>
    Signal = 3,

    /// <summary>A risk manager sized, cut or refused a signal.</summary>
    Order = 4,

    /// <summary>The engine filled, rejected or canceled an order.</summary>
    Fill = 5,

    /// <summary>A portfolio was valued.</summary>
    Portfolio = 6,
}
