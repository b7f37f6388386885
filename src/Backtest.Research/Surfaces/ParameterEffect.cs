namespace Backtest.Research;

/// <summary>What a parameter does to the loss by itself.</summary>
/// <param name="Name">The parameter.</param>
/// <param name="Share">The share of the variance of the loss it accounts for alone, from 0 to 1.</param>
/// <param name="Curve">The mean loss at each of its values, over all values of the others; in rising order, of a choice in its own.</param>
/// <param name="IsChoice">Whether its values have no order.</param>
public sealed record ParameterEffect(string Name, double Share, IReadOnlyList<EffectPoint> Curve, bool IsChoice);

/// <summary>A point of the curve of an effect.</summary>
/// <param name="Coordinate">The value, or the middle of a range of values; of a choice the index of the value.</param>
/// <param name="Loss">The mean loss there.</param>
/// <param name="Trials">How many trials were there.</param>
public sealed record EffectPoint(double Coordinate, double Loss, int Trials);

/// <summary>What two parameters do to the loss together, beyond what each does alone.</summary>
/// <param name="First">A parameter.</param>
/// <param name="Second">The other one.</param>
/// <param name="Share">The share of the variance of the loss, from 0 to 1.</param>
public sealed record PairEffect(string First, string Second, double Share);
