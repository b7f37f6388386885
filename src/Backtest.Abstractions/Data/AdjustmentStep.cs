namespace Backtest;

/// <summary>How the bars before a day, back to the previous step, differ from the prices and quantities traded.</summary>
/// <param name="Day">The first trading day the step does not apply to.</param>
/// <param name="Divisor">The divisor of traded prices; above zero.</param>
/// <param name="Units">The factor of traded quantities: units after all later splits for each unit of the day; above zero.</param>
public readonly record struct AdjustmentStep(DateOnly Day, double Divisor, double Units);
