namespace Backtest.Generators.Plugins.Model;

/// <summary>The kind of value an indicator property returns.</summary>
internal enum IndicatorShape
{
    /// <summary>The value on the plugin's own instrument.</summary>
    Value,

    /// <summary>The last closed bar of a timeframe.</summary>
    Bars,

    /// <summary>The values on every instrument.</summary>
    PerSymbol,

    /// <summary>Several indicators, each on every instrument.</summary>
    PerSymbolList,
}
