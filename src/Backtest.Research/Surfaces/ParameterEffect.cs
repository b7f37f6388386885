namespace Backtest.Research;

/// <summary>The effect of a single parameter on the loss.</summary>
/// <param name="Name">The parameter.</param>
/// <param name="Share">The fraction of the variance of the loss it explains alone, from 0 to 1.</param>
/// <param name="Curve">
/// The mean loss at each of its values, over all values of the others; in ascending order, or in its own order for a choice.
/// </param>
/// <param name="IsChoice">Whether its values have no order.</param>
public sealed record ParameterEffect(string Name, double Share, IReadOnlyList<EffectPoint> Curve, bool IsChoice);

/// <summary>A point of the curve of an effect.</summary>
/// <param name="Coordinate">The value, or the middle of a range of values; for a choice, the index of the value.</param>
/// <param name="Loss">The mean loss there.</param>
/// <param name="Trials">The number of trials there.</param>
public sealed record EffectPoint(double Coordinate, double Loss, int Trials);

/// <summary>The joint effect of two parameters on the loss, beyond their separate effects.</summary>
/// <param name="First">The first parameter.</param>
/// <param name="Second">The second parameter.</param>
/// <param name="Share">The fraction of the variance of the loss, from 0 to 1.</param>
public sealed record PairEffect(string First, string Second, double Share);
