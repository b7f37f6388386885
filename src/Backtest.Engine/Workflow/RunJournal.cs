namespace Backtest.Engine;

/// <summary>What happened in one chunk, in every container.</summary>
/// <param name="Portfolios">The portfolios' journals, in declaration order.</param>
/// <param name="Classifiers">The classifiers' journals, in declaration order.</param>
/// <param name="Total">The sum over the portfolios, a row for each turn that one of them has a row for.</param>
public sealed record RunJournal(
    IReadOnlyList<PortfolioJournal> Portfolios, IReadOnlyList<ClassifierJournal> Classifiers, EquityColumns Total);
