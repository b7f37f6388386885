namespace Backtest.Plugins.Hmm;

/// <summary>Computes the lower triangular factor of a small covariance matrix; matrices are stored row by row.</summary>
internal static class CholeskyFactor
{
    /// <summary>Computes the factor.</summary>
    /// <returns>Whether the matrix is positive definite.</returns>
    public static bool TryCompute(ReadOnlySpan<double> matrix, int size, Span<double> factor)
    {
        for (int column = 0; column < size; column++)
        {
            double pivot = Remainder(matrix, size, factor, column, column);
            if (!(pivot > 0) || !double.IsFinite(pivot))
                return false;

            double root = Math.Sqrt(pivot);
            for (int row = 0; row < size; row++)
                factor[row * size + column] = row < column ? 0 : Remainder(matrix, size, factor, row, column) / root;
        }

        return true;
    }

    /// <summary>Inverts a factor; the inverse is lower triangular as well.</summary>
    public static void Invert(ReadOnlySpan<double> factor, int size, Span<double> inverse)
    {
        for (int column = 0; column < size; column++)
        {
            for (int row = 0; row < size; row++)
            {
                double sum = row == column ? 1 : 0;
                for (int k = column; k < row; k++)
                    sum -= factor[row * size + k] * inverse[k * size + column];
                inverse[row * size + column] = row < column ? 0 : sum / factor[row * size + row];
            }
        }
    }

    private static double Remainder(ReadOnlySpan<double> matrix, int size, ReadOnlySpan<double> factor, int row, int column)
    {
        double value = matrix[row * size + column];
        for (int k = 0; k < column; k++)
            value -= factor[row * size + k] * factor[column * size + k];
        return value;
    }
}
