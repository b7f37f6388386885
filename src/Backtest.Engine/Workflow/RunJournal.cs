namespace Backtest.Engine;

/// <summary>What happened in one chunk, in every container.</summary>
/// <param name="Portfolios">The portfolios' journals, in declaration order.</param>
/// <param name="Classifiers">The classifiers' journals, in declaration order.</param>
/// <param name="Total">The sum over the portfolios, a row for each turn that one of them has a row for.</param>
public sealed record RunJournal(
    IReadOnlyList<PortfolioJournal> Portfolios, IReadOnlyList<ClassifierJournal> Classifiers, EquityColumns Total)
{
    /// <summary>The bars of the chunk and the turns they make; null once the last chunk is over.</summary>
    public BarChunk? Chunk { get; init; }

    /// <summary>Forgets the rows once they are recorded. Those of classifiers stay, because other runs of the pass may record them as well.</summary>
    internal void Clear()
    {
        // By index: an enumerator of a list behind an interface would be allocated for each chunk.
        for (int i = 0; i < Portfolios.Count; i++)
            Portfolios[i].Clear();
        Total.Clear();
    }
}
