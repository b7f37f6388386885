namespace Backtest.Results;

/// <summary>The degree to which indicators were shared.</summary>
/// <param name="Requested">The number of indicators requested.</param>
/// <param name="Computed">The number of distinct indicators, each computed once.</param>
public sealed record IndicatorSharing(int Requested, int Computed);
