namespace Backtest;

/// <summary>The taps of a Hilbert transform over seven values; without a gain, which the period sets.</summary>
/// <remarks>J. F. Ehlers, Rocket Science for Traders, 2001.</remarks>
internal sealed class HilbertTransform
{
    private readonly double[] _values = new double[7];
    private int _cursor;

    /// <summary>Takes the next value.</summary>
    /// <returns>The transform: the value turned by 90 degrees, three bars late.</returns>
    public double Update(double value)
    {
        _values[_cursor] = value;
        double ends = value - Ago(6);
        double middles = Ago(2) - Ago(4);
        _cursor = _cursor == 6 ? 0 : _cursor + 1;
        return 0.0962 * ends + 0.5769 * middles;
    }

    /// <summary>Takes a value as if it had always been.</summary>
    public void Fill(double value) => Array.Fill(_values, value);

    /// <summary>Forgets everything.</summary>
    public void Reset()
    {
        Array.Clear(_values);
        _cursor = 0;
    }

    private double Ago(int bars) => _values[_cursor >= bars ? _cursor - bars : _cursor - bars + 7];
}
