namespace Backtest.Benchmarks;

/// <summary>What a comparison took.</summary>
/// <param name="FusedNanoseconds">Of the fused loop, for one unit of work.</param>
/// <param name="EngineNanoseconds">Of the engine.</param>
/// <param name="EngineBytes">Bytes the engine allocated for one unit of work, all of a run's set-up and its orders included.</param>
internal readonly record struct Measurement(double FusedNanoseconds, double EngineNanoseconds, double EngineBytes)
{
    /// <summary>The engine's time over the loop's.</summary>
    public double Ratio => EngineNanoseconds / FusedNanoseconds;

    /// <summary>Millions of units the engine does in a second.</summary>
    public double MillionsPerSecond => 1000 / EngineNanoseconds;
}
