using Backtest.Engine;

namespace Backtest.Research;

/// <summary>Gives each method its own random numbers, so that none depends on which others are requested.</summary>
internal static class MethodSeed
{
    /// <summary>The seed of a method.</summary>
    public static ulong Of(ulong seed, string method) =>
        new SearchRandom(seed, (ulong)MonteCarloMethods.All.Index().Single(each => each.Item == method).Index).NextBits();
}
