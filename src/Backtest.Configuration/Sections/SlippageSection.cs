using Backtest.Configuration.Keys;
using Backtest.Engine;

namespace Backtest.Configuration.Sections;

/// <summary><c>slippage</c>: what market and stop orders lose against the price.</summary>
internal static class SlippageSection
{
    private static readonly Key<SlippageConfig, decimal> Points = new(
        "value",
        Kinds.Decimal(Bounds.Between(0, 10_000)),
        slippage => ((SlippageConfig.BasisPoints)slippage).Value,
        "Hundredths of a percent of the price.")
    {
        IsRequired = true,
    };

    /// <summary>The section.</summary>
    public static ValueKind<SlippageConfig> Kind { get; } = new UnionKind<SlippageConfig>(
        new UnionCase<SlippageConfig>("none", slippage => slippage is SlippageConfig.None, [], _ => new SlippageConfig.None()),
        new UnionCase<SlippageConfig>(
            "basis_points",
            slippage => slippage is SlippageConfig.BasisPoints,
            [Points],
            map => new SlippageConfig.BasisPoints(map.Get(Points))))
    {
        OfNumber = "basis_points",
    };
}
