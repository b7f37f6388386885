namespace Backtest.Research;

/// <summary>
/// Estimates a density over the unit cube from points in it: a mixture with a component for each point, and a wide one for the prior. A component
/// is a product over the dimensions, so that values that do well together are found together. The standard deviation of a component in a dimension
/// is the distance to its farther neighbor, as in J. Bergstra and others (2011), but at least a hundredth of the range.
/// </summary>
internal sealed class ParzenEstimator
{
    private const double FinestShare = 100;

    private readonly IReadOnlyList<SearchDimension> _dimensions;
    private readonly int _prior;
    private readonly double _logTotal;

    // For each component: the cumulative weight up to it, the logarithm of its factor, and the exponent at the requested place.
    private readonly double[] _cumulative;
    private readonly double[] _logScales;
    private readonly double[] _exponents;

    // A row for each component, with its position, its width and the cost of distance in each dimension. For a choice: the value, the probability
    // of exactly that value, and the cost of any other.
    private readonly double[] _places;
    private readonly double[] _widths;
    private readonly double[] _costs;

    /// <param name="dimensions">The dimensions.</param>
    /// <param name="points">The points, in the unit cube.</param>
    /// <param name="weights">The weight of each point.</param>
    /// <param name="priorWeight">The weight of the prior; above 0.</param>
    public ParzenEstimator(
        IReadOnlyList<SearchDimension> dimensions, IReadOnlyList<double[]> points, ReadOnlySpan<double> weights, double priorWeight)
    {
        _dimensions = dimensions;
        _prior = points.Count;
        int count = points.Count + 1;
        _cumulative = new double[count];
        _logScales = new double[count];
        _exponents = new double[count];
        _places = new double[count * dimensions.Count];
        _widths = new double[count * dimensions.Count];
        _costs = new double[count * dimensions.Count];
        double total = 0;
        for (int i = 0; i < count; i++)
        {
            double weight = i == _prior ? priorWeight : weights[i];
            total += weight;
            _cumulative[i] = total;
            _logScales[i] = DeterministicMath.Log(weight);
        }

        _logTotal = DeterministicMath.Log(total);
        for (int dimension = 0; dimension < dimensions.Count; dimension++)
        {
            if (dimensions[dimension].IsChoice)
                AddChoice(dimension, points, priorWeight);
            else
                AddNumber(dimension, points);
        }
    }

    /// <summary>Draws a place.</summary>
    public void Draw(ref SearchRandom random, Span<double> place)
    {
        int found = Array.BinarySearch(_cumulative, random.NextUnit() * _cumulative[^1]);
        int component = Math.Min(found < 0 ? ~found : found + 1, _prior);
        for (int i = 0; i < place.Length; i++)
        {
            int at = (component * place.Length) + i;
            if (!_dimensions[i].IsChoice)
                place[i] = NormalKernel.Draw(ref random, _places[at], _widths[at]);
            else if (random.NextUnit() < _widths[at])
                place[i] = _places[at];
            else
                place[i] = (random.NextInt32(_dimensions[i].Levels) + 0.5) / _dimensions[i].Levels;
        }
    }

    /// <summary>The logarithm of the density at a place.</summary>
    public double LogDensity(ReadOnlySpan<double> place)
    {
        double greatest = double.NegativeInfinity;
        int at = 0;
        for (int component = 0; component <= _prior; component++)
        {
            double exponent = _logScales[component];
            for (int i = 0; i < place.Length; i++, at++)
            {
                double distance = place[i] - _places[at];
                exponent -= _dimensions[i].IsChoice ? (distance == 0 ? 0 : _costs[at]) : distance * distance * _costs[at];
            }

            _exponents[component] = exponent;
            greatest = Math.Max(greatest, exponent);
        }

        double sum = 0;
        foreach (double exponent in _exponents)
            sum += DeterministicMath.Exp(exponent - greatest);
        return greatest + DeterministicMath.Log(sum) - _logTotal;
    }

    private void AddChoice(int dimension, IReadOnlyList<double[]> points, double priorWeight)
    {
        int values = _dimensions[dimension].Levels;
        // Mix a part of the prior into each component: a single point with a value says little against the other values.
        double sticking = 1 / (1 + (priorWeight / (points.Count + 1)));
        double elsewhere = (1 - sticking) / values;
        double here = sticking + elsewhere;
        for (int i = 0; i < points.Count; i++)
        {
            int at = (i * _dimensions.Count) + dimension;
            _places[at] = points[i][dimension];
            _widths[at] = sticking;
            _costs[at] = DeterministicMath.Log(here / elsewhere);
            _logScales[i] += DeterministicMath.Log(here);
        }

        _logScales[_prior] -= DeterministicMath.Log(values);
    }

    private void AddNumber(int dimension, IReadOnlyList<double[]> points)
    {
        double[] places = new double[points.Count + 1];
        for (int i = 0; i < points.Count; i++)
            places[i] = points[i][dimension];
        places[_prior] = 0.5;
        double[] widths = WidthsOf(places, _dimensions[dimension].Levels);
        widths[_prior] = 1;
        for (int i = 0; i < places.Length; i++)
        {
            int at = (i * _dimensions.Count) + dimension;
            _places[at] = places[i];
            _widths[at] = widths[i];
            _costs[at] = 0.5 / (widths[i] * widths[i]);
            _logScales[i] += NormalKernel.LogScale(places[i], widths[i]);
        }
    }

    private static double[] WidthsOf(double[] places, int levels)
    {
        double[] sorted = [.. places];
        int[] order = [.. Enumerable.Range(0, places.Length)];
        Array.Sort(sorted, order);
        double[] widths = new double[places.Length];
        double least = 1 / Math.Min(FinestShare, 1 + places.Length);
        // Half a level: a finer deviation would not reach the next one.
        if (levels > 0)
            least = Math.Max(least, 0.5 / levels);
        for (int i = 0; i < order.Length; i++)
        {
            double below = i > 0 ? sorted[i] - sorted[i - 1] : 0;
            double above = i < order.Length - 1 ? sorted[i + 1] - sorted[i] : 0;
            widths[order[i]] = Math.Clamp(Math.Max(below, above), least, 1);
        }

        return widths;
    }
}
