using Backtest.Engine;

namespace Backtest.Research;

/// <summary>Chance of its own for each method, so that none depends on which others are asked.</summary>
internal static class MethodSeed
{
    /// <summary>The seed of a method.</summary>
    public static ulong Of(ulong seed, string method) =>
        new SearchRandom(seed, (ulong)MonteCarloMethods.All.Index().Single(each => each.Item == method).Index).NextBits();
}
