namespace Backtest.Plugins.Pattern;

/// <summary>
/// Recognizes the pattern of each bar: a breakout takes precedence over a trend and a trend over a consolidation; without any of them it is a range.
/// Nothing is allocated.
/// </summary>
public sealed class PatternRecognizer
{
    private readonly PatternOptions _options;
    private readonly SwingDetector _swings;
    private readonly SupportResistanceLevels _levels;
    private readonly BreakoutDetector _breakouts;
    private readonly double[] _confidences = new double[Enum.GetValues<ChartPattern>().Length];

    /// <summary>Creates a recognizer that has seen no bar.</summary>
    public PatternRecognizer(PatternOptions options)
    {
        _options = options;
        _swings = new SwingDetector(options.Swing);
        _levels = new SupportResistanceLevels(options.Touches, options.Memory, options.Swing);
        _breakouts = new BreakoutDetector(_levels, options.Fresh, options.Hold);
    }

    /// <summary>How well the last bar fits each pattern, in [0, 1], in the order of <see cref="ChartPattern"/>.</summary>
    public ReadOnlySpan<double> Confidences => _confidences;

    /// <summary>Processes the next bar.</summary>
    /// <returns>The pattern of the bar.</returns>
    public ChartPattern Update(in PatternInput input)
    {
        _breakouts.Update(input.Close, input.IsVolumeConfirmed, input.Bar);
        Learn(input);
        Measure(input);
        return Recognize(input);
    }

    private static double Slope(in PatternInput input) => input.LongRange > 0 ? input.Line.Slope / input.LongRange : 0;

    // Prices that never move are treated as fully contracted.
    private static double Ratio(in PatternInput input) => input.LongRange > 0 ? input.ShortRange / input.LongRange : 0;

    private void Learn(in PatternInput input)
    {
        _swings.Update(input.High, input.Low);
        double tolerance = _options.Tolerance * input.LongRange;
        if (_swings.High is double high)
            _levels.Add(high, tolerance, input.Bar);
        if (_swings.Low is double low)
            _levels.Add(low, tolerance, input.Bar);
    }

    private void Measure(in PatternInput input)
    {
        double slope = Slope(input) / _options.MinimumSlope;
        double trend = Math.Min(Math.Abs(slope), 1) * input.Line.RSquared;
        double distance = input.LongRange > 0 ? Math.Abs(input.Close - _breakouts.Level) / input.LongRange : 0;
        double breakout = 0.5 + 0.5 * Math.Min(distance, 1);
        this[ChartPattern.TrendUp] = slope > 0 ? trend : 0;
        this[ChartPattern.TrendDown] = slope < 0 ? trend : 0;
        this[ChartPattern.Range] = 1 - trend;
        this[ChartPattern.Consolidation] = Math.Max(1 - Ratio(input) / (2 * _options.Contraction), 0);
        this[ChartPattern.BreakoutUp] = _breakouts.Direction > 0 ? breakout : 0;
        this[ChartPattern.BreakoutDown] = _breakouts.Direction < 0 ? breakout : 0;
    }

    private ChartPattern Recognize(in PatternInput input)
    {
        if (_breakouts.Direction != 0)
            return _breakouts.Direction > 0 ? ChartPattern.BreakoutUp : ChartPattern.BreakoutDown;
        double slope = Slope(input);
        if (Math.Abs(slope) >= _options.MinimumSlope && input.Line.RSquared >= _options.MinimumRSquared)
            return slope > 0 ? ChartPattern.TrendUp : ChartPattern.TrendDown;
        return Ratio(input) <= _options.Contraction ? ChartPattern.Consolidation : ChartPattern.Range;
    }

    private ref double this[ChartPattern pattern] => ref _confidences[(int)pattern];
}
