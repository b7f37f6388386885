namespace Backtest;

/// <summary>
/// What a classifier may implement where it fits a probability model to what it observes. Models of different numbers of states can then be compared
/// on the same bars. Both members are read after each bar the classifier has handled.
/// </summary>
public interface IFittedModel
{
    /// <summary>
    /// The natural logarithm of the probability density of the newest observation given those before it, under the model as it was fitted before that
    /// bar: the prediction one step ahead. <see cref="double.NaN"/> while no model is fitted, or where the bar had no observation.
    /// </summary>
    double PredictiveLogDensity { get; }

    /// <summary>The last fit; <see langword="null"/>: there has been none.</summary>
    ModelFit? Fit { get; }
}
