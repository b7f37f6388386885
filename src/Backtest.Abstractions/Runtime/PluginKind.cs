using System.ComponentModel;

namespace Backtest.Abstractions.Runtime;

/// <summary>What a plugin is.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public enum PluginKind
{
    /// <summary>Turns bars into signals.</summary>
    Strategy,

    /// <summary>Turns bars into regimes.</summary>
    Classifier,

    /// <summary>Turns signals into orders.</summary>
    RiskManager,

    /// <summary>Holds strategies and turns their signals into its own.</summary>
    Container,

    /// <summary>Gives bars.</summary>
    BarSource,

    /// <summary>Turns bars, or numbers of bars, into numbers others read.</summary>
    Indicator,
}
