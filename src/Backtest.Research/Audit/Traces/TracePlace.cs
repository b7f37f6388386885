using Backtest.Abstractions.Runtime;

namespace Backtest.Research;

/// <summary>The stages of a bar's processing: earlier stages may cause what happens in later ones, never the reverse.</summary>
internal enum TraceStage
{
    /// <summary>An indicator's value.</summary>
    Indicator,

    /// <summary>A classifier's regime.</summary>
    Regime,

    /// <summary>A signal inside a container of strategies.</summary>
    MemberSignal,

    /// <summary>A signal of a portfolio's strategy.</summary>
    Signal,

    /// <summary>The risk manager's decision about a signal, and the orders.</summary>
    Order,

    /// <summary>Fills, trades and the effects of corporate actions.</summary>
    Fill,

    /// <summary>A portfolio's equity and cash.</summary>
    Equity,
}

/// <summary>Where in a run something happens, and in which plugin.</summary>
/// <param name="Stage">The stage.</param>
/// <param name="Container">The container's path, such as <c>hmm/conservative</c>.</param>
/// <param name="Kind">The kind of the plugin.</param>
/// <param name="Plugin">The plugin's id, or the name of an indicator that has none.</param>
/// <param name="Detail">A finer distinction: the name in the run file, a symbol, a count.</param>
internal sealed record TracePlace(TraceStage Stage, string Container, PluginKind Kind, string Plugin, string Detail)
{
    /// <summary>The reader of an indicator, in words; otherwise empty.</summary>
    public string ReadBy { get; init; } = "";
}
