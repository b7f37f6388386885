namespace Backtest.Tests;

/// <summary>What a risk manager did about a signal, or on its own.</summary>
internal sealed record Answer(
    string Kind, string Symbol, decimal Quantity, string? Limit = null, double Value = double.NaN, double Bound = double.NaN)
{
    public const string Placed = "placed";
    public const string Vetoed = "vetoed";
    public const string Reduced = "reduced";
}
