namespace Backtest.Research;

/// <summary>How likely a model with a given number of states considered the bars to be.</summary>
/// <param name="states">The number of states.</param>
internal sealed class ModelScore(int states)
{
    private readonly List<double> _logDensities = [];

    /// <summary>The number of states.</summary>
    public int States => states;

    /// <summary>
    /// The logarithm of the density of each bar, predicted from the bars before it; <see cref="double.NaN"/> if there was no model yet.
    /// </summary>
    public IReadOnlyList<double> LogDensities => _logDensities;

    /// <summary>The last fit, or <see langword="null"/> if there was none.</summary>
    public ModelFit? Fit { get; private set; }

    /// <summary>The Bayesian information criterion of the last fit (Schwarz, 1978); lower is better.</summary>
    public double? Bic => Fit is { } fit ? (fit.Parameters * DeterministicMath.Log(fit.Observations)) - (2 * fit.LogLikelihood) : null;

    /// <summary>Adds the model's density for the bar it has just handled.</summary>
    public void Add(IFittedModel model)
    {
        _logDensities.Add(model.PredictiveLogDensity);
        Fit = model.Fit;
    }
}
