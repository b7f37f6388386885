using Backtest.Configuration.Keys;
using Backtest.Engine;

namespace Backtest.Configuration.Sections;

/// <summary><c>execution</c>: how orders fill.</summary>
internal static class ExecutionSection
{
    private static readonly Key<ExecutionConfig, bool> Fill = new(
        "fill",
        new ChoiceKind<bool>(("next_open", false), ("close", true)),
        execution => execution.FillsAtClose,
        "Where market orders fill: at the next open, or at the close of the signal's own bar.");

    private static readonly Key<ExecutionConfig, SlippageConfig> Slippage = new(
        "slippage", SlippageSection.Kind, execution => execution.Slippage, "What market and stop orders lose against the price.")
    {
        Default = new SlippageConfig.None(),
    };

    private static readonly Key<ExecutionConfig, CommissionConfig> Commission =
        new("commission", CommissionSection.Kind, execution => execution.Commission, "What a trade costs.")
        {
            Default = new CommissionConfig.None(),
        };

    private static readonly Key<ExecutionConfig, decimal?> VolumeLimit = new(
        "volume_limit",
        Kinds.Maybe(Kinds.Decimal(Bounds.PositiveUpTo(1))),
        execution => execution.VolumeLimit,
        "The share of a bar's volume one order may take; the rest stays open. No limit, unless given.");

    private static readonly Key<ExecutionConfig, bool> OnFault = new(
        "on_fault",
        new ChoiceKind<bool>(("isolate", false), ("stop", true)),
        execution => execution.StopsOnFault,
        "Whether a fault stops its container alone or the whole run.");

    private static readonly Key<ExecutionConfig, bool> AtEnd = new(
        "at_end",
        new ChoiceKind<bool>(("keep", false), ("close", true)),
        execution => execution.ClosesAtEnd,
        "What becomes of positions that are open after the last bar.");

    /// <summary>The section.</summary>
    public static ValueKind<ExecutionConfig> Kind { get; } =
        new ObjectKind<ExecutionConfig>([Fill, Slippage, Commission, VolumeLimit, OnFault, AtEnd], Build);

    private static ExecutionConfig Build(MapReader map) => new()
    {
        FillsAtClose = map.Get(Fill),
        Slippage = map.Get(Slippage),
        Commission = map.Get(Commission),
        VolumeLimit = map.Get(VolumeLimit),
        StopsOnFault = map.Get(OnFault),
        ClosesAtEnd = map.Get(AtEnd),
        Position = map.Position,
    };
}
