namespace Backtest.Plugins.StandardRisk;

/// <summary>Determines the share of equity of each position.</summary>
public abstract record TargetWeights
{
    private protected TargetWeights()
    {
    }

    /// <summary>The indicator that instruments are measured by; <see langword="null"/> if none is needed.</summary>
    internal virtual IndicatorSpec? Measure => null;

    /// <summary>Whether the shares are relative to those of the other positions, and so add up to 1.</summary>
    internal virtual bool IsRelative => true;

    /// <summary>The share of a position relative to the others; <see langword="null"/> if it has none.</summary>
    /// <param name="instrument">The instrument of the position.</param>
    /// <param name="measure">The annualized value of the indicator for the instrument; 0 without an indicator.</param>
    internal abstract double? Of(Instrument instrument, double measure);
}

/// <summary>Gives each position the same share.</summary>
[Variant("equal", Description = "The same weight for each position.")]
public sealed record EqualWeights : TargetWeights
{
    internal override double? Of(Instrument instrument, double measure) => 1;
}

/// <summary>
/// Gives a smaller share the more volatile an instrument is: 1/σ over the sum of them, σ the sample deviation of simple returns × √(bars a year).
/// </summary>
[Variant("inverse_volatility", Description = "A smaller weight the more the price moves.")]
public sealed record InverseVolatilityWeights : TargetWeights
{
    /// <summary>The number of returns the volatility is measured over.</summary>
    [Parameter(Min = 2, Max = 10_000, Description = "The number of returns over which the volatility is measured.")]
    public int Period { get; init; } = 60;

    internal override IndicatorSpec? Measure => Indicators.ReturnVolatility(Period);

    internal override double? Of(Instrument instrument, double measure) => measure > 0 ? 1 / measure : null;
}

/// <summary>Weights given by symbol. Several strategies in one symbol share its weight.</summary>
[Variant("given", Description = "The written weights, by symbol.")]
public sealed record GivenWeights : TargetWeights
{
    /// <summary>The shares of equity, by symbol.</summary>
    [Parameter(Description = "The weights by symbol, as fractions of equity.")]
    public required IReadOnlyDictionary<string, double> Values { get; init; }

    internal override bool IsRelative => false;

    internal override double? Of(Instrument instrument, double measure) => Values.TryGetValue(instrument.Symbol, out double weight) ? weight : null;
}
