using Backtest;

namespace ExampleNamespace;

/// <summary>A share of the value of an order, at least a minimum; orders that rested at their limit pay less.</summary>
[CommissionModel("example-id", Description = "A share of the value, at least a minimum, and less for orders that rested at their limit.")]
public sealed class ExampleCommissionModel : ICommissionModel
{
    /// <summary>The share of the value.</summary>
    [Parameter(Min = 0, Max = 1, Description = "The share of the value.")]
    public decimal Rate { get; init; } = 0.001m;

    /// <summary>What an order costs at least, in money.</summary>
    [Parameter(Min = 0, Description = "What an order costs at least, in money.")]
    public decimal Minimum { get; init; } = 1;

    /// <summary>The share of the rate that is left for orders that rested at their limit.</summary>
    [Parameter(Min = 0, Max = 1, Description = "The share of the rate that is left for orders that rested at their limit.")]
    public decimal Maker { get; init; } = 0.5m;

    /// <summary>What all that has filled of an order costs: the host books the difference with each fill.</summary>
    public decimal Commission(in CommissionTerms order) => Math.Max(Minimum, order.Value * Rate * (order.IsMaker ? Maker : 1));
}
