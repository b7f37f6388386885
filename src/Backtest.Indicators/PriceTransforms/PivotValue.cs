namespace Backtest;

/// <summary>Levels for the next bar, in the unit of the price.</summary>
/// <param name="Pivot">The mean of high, low and close.</param>
/// <param name="FirstResistance">Twice the pivot less the low.</param>
/// <param name="SecondResistance">The pivot and the range.</param>
/// <param name="ThirdResistance">The high and twice the distance from low to pivot.</param>
/// <param name="FirstSupport">Twice the pivot less the high.</param>
/// <param name="SecondSupport">The pivot less the range.</param>
/// <param name="ThirdSupport">The low less twice the distance from pivot to high.</param>
public readonly record struct PivotValue(
    double Pivot, double FirstResistance, double SecondResistance, double ThirdResistance,
    double FirstSupport, double SecondSupport, double ThirdSupport);
