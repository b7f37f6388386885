using Backtest.Abstractions.Runtime;

namespace Backtest.Research;

/// <summary>How far along the flow of a bar something happens: what comes earlier may be the cause of what comes later, never the reverse.</summary>
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

    /// <summary>What the risk manager made of a signal, and the orders.</summary>
    Order,

    /// <summary>Fills, trades and what actions did.</summary>
    Fill,

    /// <summary>A portfolio's equity and cash.</summary>
    Equity,
}

/// <summary>Where in a run something happens, and in whose code.</summary>
/// <param name="Stage">How far along the flow.</param>
/// <param name="Container">The container's path, such as <c>hmm/conservative</c>.</param>
/// <param name="Kind">The kind of the plugin.</param>
/// <param name="Plugin">The plugin's id, or the name of an indicator that has none.</param>
/// <param name="Detail">What is told apart below that: the name in the run file, a symbol, a count.</param>
internal sealed record TracePlace(TraceStage Stage, string Container, PluginKind Kind, string Plugin, string Detail)
{
    /// <summary>What reads it, in words; empty for anything but an indicator.</summary>
    public string ReadBy { get; init; } = "";
}
