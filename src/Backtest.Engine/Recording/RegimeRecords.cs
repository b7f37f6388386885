namespace Backtest.Engine;

/// <summary>A change of regime.</summary>
/// <param name="Sequence">The number of the event in the classifier, from 1.</param>
/// <param name="Time">When the regime is known, UTC ticks.</param>
/// <param name="BarStart">The start of the bar, UTC ticks.</param>
/// <param name="Symbol">The instrument; <see langword="null"/> for the market.</param>
/// <param name="StateIndex">The index of the state; −1 if unknown.</param>
/// <param name="Confidence">The probability of the state.</param>
public readonly record struct RegimeRecord(
    long Sequence, long Time, long BarStart, string? Symbol, int StateIndex, double Confidence) : IRow
{
    /// <inheritdoc/>
    public static string Table => "regimes";

    /// <inheritdoc/>
    public TFields Describe<TFields>(TFields fields)
        where TFields : struct, IRowFields
    {
        fields.Integer("seq", Sequence);
        fields.Container("classifier");
        fields.Text("symbol", Symbol);
        fields.Time("time", Time);
        fields.Time("bar", BarStart);
        fields.State("regime", StateIndex);
        fields.Number("confidence", Confidence);
        return fields;
    }
}

/// <summary>The probability of one state at one bar.</summary>
/// <param name="Time">When the probability is known, UTC ticks.</param>
/// <param name="BarStart">The start of the bar, UTC ticks.</param>
/// <param name="Symbol">The instrument; <see langword="null"/> for the market.</param>
/// <param name="StateIndex">The index of the state.</param>
/// <param name="Probability">The probability, in [0, 1].</param>
public readonly record struct RegimeProbabilityRecord(
    long Time, long BarStart, string? Symbol, int StateIndex, double Probability) : IRow
{
    /// <inheritdoc/>
    public static string Table => "regime_probabilities";

    /// <inheritdoc/>
    public TFields Describe<TFields>(TFields fields)
        where TFields : struct, IRowFields
    {
        fields.Container("classifier");
        fields.Text("symbol", Symbol);
        fields.Time("time", Time);
        fields.Time("bar", BarStart);
        fields.State("regime", StateIndex);
        fields.Number("probability", Probability);
        return fields;
    }
}
