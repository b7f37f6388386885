namespace Backtest.Benchmarks;

/// <summary>The result of a comparison.</summary>
/// <param name="FusedNanoseconds">The time of the fused loop per unit of work.</param>
/// <param name="EngineNanoseconds">The time of the engine per unit of work.</param>
/// <param name="EngineBytes">The bytes the engine allocated per unit of work, including the run's setup and its orders.</param>
internal readonly record struct Measurement(double FusedNanoseconds, double EngineNanoseconds, double EngineBytes)
{
    /// <summary>The engine's time divided by the loop's.</summary>
    public double Ratio => EngineNanoseconds / FusedNanoseconds;

    /// <summary>Millions of units per second of the engine.</summary>
    public double MillionsPerSecond => 1000 / EngineNanoseconds;
}
