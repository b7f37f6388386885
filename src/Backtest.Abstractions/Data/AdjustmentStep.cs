namespace Backtest;

/// <summary>How the bars before a day differ from what was traded, back to the step before.</summary>
/// <param name="Day">The first trading day that it does not hold on.</param>
/// <param name="Divisor">What traded prices were divided by; above zero.</param>
/// <param name="Units">What traded quantities were multiplied by: units after all later splits for each unit of the day; above zero.</param>
public readonly record struct AdjustmentStep(DateOnly Day, double Divisor, double Units);
