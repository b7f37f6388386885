namespace Backtest.Plugins.StandardRisk;

/// <summary>Which share of the money each position gets.</summary>
public abstract record TargetWeights
{
    private protected TargetWeights()
    {
    }

    /// <summary>The indicator it measures each instrument by; <see langword="null"/>: it needs none.</summary>
    internal virtual IndicatorSpec? Measure => null;

    /// <summary>Whether the shares are those of the positions there are, and so add up to 1.</summary>
    internal virtual bool IsRelative => true;

    /// <summary>The share of a position beside those of others; <see langword="null"/>: it has none.</summary>
    /// <param name="instrument">What is held.</param>
    /// <param name="measure">What the indicator measures on it, by the year; 0 without an indicator.</param>
    internal abstract double? Of(Instrument instrument, double measure);
}

/// <summary>The same for each.</summary>
[Variant("equal", Description = "The same for each position.")]
public sealed record EqualWeights : TargetWeights
{
    internal override double? Of(Instrument instrument, double measure) => 1;
}

/// <summary>Each the less, the more its instrument moves: 1/σ over the sum of them, σ the sample deviation of simple returns × √(bars a year).</summary>
[Variant("inverse_volatility", Description = "Each position the less, the more its price moves.")]
public sealed record InverseVolatilityWeights : TargetWeights
{
    /// <summary>The number of returns the volatility is measured over.</summary>
    [Parameter(Min = 2, Max = 10_000, Description = "The number of returns the volatility is measured over.")]
    public int Period { get; init; } = 60;

    internal override IndicatorSpec? Measure => Indicators.ReturnVolatility(Period);

    internal override double? Of(Instrument instrument, double measure) => measure > 0 ? 1 / measure : null;
}

/// <summary>As written, by symbol. Several strategies in one symbol share its weight.</summary>
[Variant("given", Description = "As written, by symbol.")]
public sealed record GivenWeights : TargetWeights
{
    /// <summary>The shares of equity, by symbol.</summary>
    [Parameter(Description = "The shares of equity, as fractions, by symbol.")]
    public required IReadOnlyDictionary<string, double> Values { get; init; }

    internal override bool IsRelative => false;

    internal override double? Of(Instrument instrument, double measure) => Values.TryGetValue(instrument.Symbol, out double weight) ? weight : null;
}
