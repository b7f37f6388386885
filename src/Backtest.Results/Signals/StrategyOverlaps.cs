namespace Backtest.Results;

/// <summary>Compares the signals of each pair of strategies.</summary>
public sealed class StrategyOverlaps
{
    private readonly OrderedDictionary<(string Portfolio, string Strategy), Told> _strategies = [];

    /// <summary>Adds a strategy, so that it is included even without signals.</summary>
    /// <param name="portfolio">The portfolio.</param>
    /// <param name="strategy">The strategy.</param>
    /// <param name="symbols">The indexes of its symbols.</param>
    /// <param name="goesByPosition">Whether it reads its position, and so enters again while it is flat.</param>
    public void Add(string portfolio, string strategy, IEnumerable<int> symbols, bool goesByPosition) =>
        _strategies[(portfolio, strategy)] = new Told(symbols.ToDictionary(symbol => symbol, _ => new SignalStance(goesByPosition)), []);

    /// <summary>Adds an entry.</summary>
    /// <param name="portfolio">The portfolio.</param>
    /// <param name="strategy">The strategy.</param>
    /// <param name="symbol">The index of the symbol.</param>
    /// <param name="time">The time of the entry, UTC ticks.</param>
    /// <param name="day">The trading day; days of a symbol never decrease.</param>
    /// <param name="sign">1 for the long side, −1 for the short one.</param>
    /// <param name="strength">The strength of the entry, in (0, 1].</param>
    public void Enter(string portfolio, string strategy, int symbol, long time, int day, int sign, double strength)
    {
        Told told = _strategies[(portfolio, strategy)];
        told.Entries.Add((time, symbol, sign));
        told.Stances[symbol].Enter(day, sign * strength);
    }

    /// <summary>Adds an exit.</summary>
    /// <param name="portfolio">The portfolio.</param>
    /// <param name="strategy">The strategy.</param>
    /// <param name="symbol">The index of the symbol.</param>
    /// <param name="day">The trading day; days of a symbol never decrease.</param>
    /// <param name="fraction">The fraction to close, in (0, 1].</param>
    public void Exit(string portfolio, string strategy, int symbol, int day, double fraction) =>
        _strategies[(portfolio, strategy)].Stances[symbol].Exit(day, fraction);

    /// <summary>Each pair of strategies.</summary>
    /// <param name="days">The trading days of each symbol, ascending.</param>
    public IReadOnlyList<SignalOverlap> All(IReadOnlyList<IReadOnlyList<int>> days)
    {
        var pairs = new List<SignalOverlap>();
        double[][][] stances = [.. _strategies.Values.Select(told =>
            days.Select((own, symbol) => told.Stances.TryGetValue(symbol, out SignalStance? stance) ? stance.At(own) : []).ToArray())];
        for (int one = 0; one < _strategies.Count; one++)
        {
            for (int other = one + 1; other < _strategies.Count; other++)
                pairs.Add(Of(one, other, stances));
        }

        return pairs;
    }

    private SignalOverlap Of(int one, int other, double[][][] stances)
    {
        (((string Portfolio, string Strategy) left, Told first), ((string Portfolio, string Strategy) right, Told second)) =
            (_strategies.GetAt(one), _strategies.GetAt(other));
        (double? correlation, long count) = Correlation(stances[one], stances[other]);
        return new SignalOverlap
        {
            Portfolio = left.Portfolio,
            Strategy = left.Strategy,
            OtherPortfolio = right.Portfolio,
            OtherStrategy = right.Strategy,
            Correlation = correlation,
            Days = count,
            Signals = first.Entries.Count,
            OtherSignals = second.Entries.Count,
            Shared = first.Entries.Count(second.Entries.Contains),
        };
    }

    private static (double? Correlation, long Count) Correlation(double[][] one, double[][] other)
    {
        double[] left = [.. one.Where((_, symbol) => other[symbol].Length > 0).SelectMany(days => days)];
        double[] right = [.. other.Where((_, symbol) => one[symbol].Length > 0).SelectMany(days => days)];
        if (left.Length == 0)
            return (null, 0);
        double meanLeft = left.Average();
        double meanRight = right.Average();
        double products = 0;
        double squaresLeft = 0;
        double squaresRight = 0;
        for (int i = 0; i < left.Length; i++)
        {
            (double x, double y) = (left[i] - meanLeft, right[i] - meanRight);
            products += x * y;
            squaresLeft += x * x;
            squaresRight += y * y;
        }

        double scale = Math.Sqrt(squaresLeft * squaresRight);
        return (scale > 0 ? Math.Clamp(products / scale, -1, 1) : null, left.Length);
    }

    private sealed record Told(Dictionary<int, SignalStance> Stances, HashSet<(long Time, int Symbol, int Sign)> Entries);
}
