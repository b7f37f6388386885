namespace Backtest;

/// <summary>
/// An optional interface of classifiers that fit a probability model to their observations. Models of different numbers of states can then be
/// compared on the same bars. Both members are read after each bar the classifier has handled.
/// </summary>
public interface IFittedModel
{
    /// <summary>
    /// The natural logarithm of the probability density of the newest observation given those before it, under the model as it was fitted before that
    /// bar: the prediction one step ahead. <see cref="double.NaN"/> while no model is fitted, or if the bar had no observation.
    /// </summary>
    double PredictiveLogDensity { get; }

    /// <summary>The last fit; <see langword="null"/> if there has been none.</summary>
    ModelFit? Fit { get; }
}
