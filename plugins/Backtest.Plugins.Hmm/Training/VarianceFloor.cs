namespace Backtest.Plugins.Hmm;

/// <summary>
/// Keeps covariance matrices from becoming singular. A covariance matrix is equivalent to a chain of regressions of each feature on the preceding
/// ones; only the variance that a regression leaves unexplained is raised, which gives the likeliest matrix that respects the minimums.
/// </summary>
internal sealed class VarianceFloor(int features)
{
    /// <summary>The share of a feature's variance below which the remainder of a regression counts as a rounding error.</summary>
    private const double Negligible = 1e-12;

    private readonly double[] _coefficients = new double[features * features];
    private readonly double[] _unexplained = new double[features];

    /// <summary>The minimum unexplained variance of each feature; above zero.</summary>
    public double[] Floors { get; } = new double[features];

    /// <summary>Raises the unexplained variances that are below their minimum, so that the matrix is positive definite.</summary>
    public void Apply(Span<double> covariance)
    {
        for (int feature = 0; feature < features; feature++)
            Regress(covariance, feature);
        for (int row = 0; row < features; row++)
        {
            for (int column = 0; column <= row; column++)
            {
                double value = 0;
                for (int k = 0; k <= column; k++)
                    value += Coefficient(row, k) * Coefficient(column, k) * Math.Max(_unexplained[k], Floors[k]);
                covariance[row * features + column] = value;
                covariance[column * features + row] = value;
            }
        }
    }

    private void Regress(ReadOnlySpan<double> covariance, int feature)
    {
        double unexplained = Remainder(covariance, feature, feature);
        bool isNegligible = unexplained <= Negligible * covariance[feature * features + feature];
        _unexplained[feature] = unexplained;
        Coefficient(feature, feature) = 1;
        for (int later = feature + 1; later < features; later++)
            Coefficient(later, feature) = isNegligible ? 0 : Remainder(covariance, later, feature) / unexplained;
    }

    private double Remainder(ReadOnlySpan<double> covariance, int row, int column)
    {
        double value = covariance[row * features + column];
        for (int k = 0; k < column; k++)
            value -= Coefficient(row, k) * Coefficient(column, k) * _unexplained[k];
        return value;
    }

    private ref double Coefficient(int row, int column) => ref _coefficients[row * features + column];
}
