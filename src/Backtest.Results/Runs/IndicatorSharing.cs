namespace Backtest.Results;

/// <summary>How far indicators were shared.</summary>
/// <param name="Requested">Indicators asked for.</param>
/// <param name="Computed">Indicators computed: each distinct one once.</param>
public sealed record IndicatorSharing(int Requested, int Computed);
