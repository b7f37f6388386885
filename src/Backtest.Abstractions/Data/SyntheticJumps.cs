namespace Backtest;

/// <summary>Sudden moves on top of a random walk (R. C. Merton, "Option pricing when underlying stock returns are discontinuous", 1976).</summary>
/// <param name="Rate">The share of bars that jump; 0 to 1.</param>
/// <param name="Size">The deviation of a jump's return; 0 to 0.15.</param>
public sealed record SyntheticJumps(double Rate, double Size);
