namespace Backtest.Engine;

/// <summary>The events of one chunk, in every container.</summary>
/// <param name="Portfolios">The portfolios' journals, in declaration order.</param>
/// <param name="Classifiers">The classifiers' journals, in declaration order.</param>
/// <param name="Total">The sum over the portfolios, with a row for each turn for which one of them has a row.</param>
public sealed record RunJournal(
    IReadOnlyList<PortfolioJournal> Portfolios, IReadOnlyList<ClassifierJournal> Classifiers, EquityColumns Total)
{
    /// <summary>The bars of the chunk and the turns they form; null after the last chunk.</summary>
    public BarChunk? Chunk { get; init; }

    /// <summary>Removes the rows once they are recorded. Those of classifiers stay, because other runs of the pass may record them as well.</summary>
    internal void Clear()
    {
        // By index, because enumerating a list through its interface would allocate an enumerator for each chunk.
        for (int i = 0; i < Portfolios.Count; i++)
            Portfolios[i].Clear();
        Total.Clear();
    }
}
