namespace Backtest;

/// <summary>Protection of an entry beyond one stop loss and one target. Levels work from the fill on.</summary>
/// <example>
/// <c>new EntryTerms { Plan = new ExitPlan { Targets = [new(PriceLevel.Offset(2), 0.5), new(PriceLevel.Offset(4), 0.5)] } }</c>
/// </example>
public sealed record ExitPlan
{
    /// <summary>Targets, each for part of the entry; in place of <see cref="EntryTerms.TakeProfit"/>.</summary>
    public IReadOnlyList<ProfitTarget> Targets { get; init; } = [];

    /// <summary>The price at which the trailing stop starts to follow; <see langword="null"/> to follow from the fill on.</summary>
    public PriceLevel? TrailingFrom { get; init; }

    /// <summary>
    /// How far the best price must move before the trailing stop moves again, in points of price; <see langword="null"/> for any change.
    /// </summary>
    public double? TrailingStep { get; init; }

    /// <summary>The price at which a stop is set to where the entry filled; <see langword="null"/> for none.</summary>
    public PriceLevel? BreakEvenAt { get; init; }

    /// <inheritdoc/>
    public bool Equals(ExitPlan? other) =>
        other is not null && Targets.SequenceEqual(other.Targets) && TrailingFrom == other.TrailingFrom && TrailingStep == other.TrailingStep
        && BreakEvenAt == other.BreakEvenAt;

    /// <inheritdoc/>
    public override int GetHashCode() => HashCode.Combine(Targets.Count, TrailingFrom, TrailingStep, BreakEvenAt);

    /// <summary>Checks the plan with the terms it belongs to.</summary>
    internal void Validate(in EntryTerms terms)
    {
        Arguments.RequirePrice(TrailingFrom?.Value, nameof(TrailingFrom));
        Arguments.RequirePrice(TrailingStep, nameof(TrailingStep));
        Arguments.RequirePrice(BreakEvenAt?.Value, nameof(BreakEvenAt));
        double sum = 0;
        foreach (ProfitTarget target in Targets)
        {
            Arguments.RequirePrice(target.Level.Value, nameof(Targets));
            Arguments.RequireFraction(target.Fraction, nameof(Targets));
            sum += target.Fraction;
        }

        if (sum > 1 + 1e-9)
            throw new ArgumentException($"the fractions of the targets add up to {sum}; expected at most 1", nameof(terms));
        if (Targets.Count > 0 && terms.TakeProfit is not null)
            throw new ArgumentException("set TakeProfit or Targets of the plan, not both", nameof(terms));
        if ((TrailingFrom is not null || TrailingStep is not null) && (terms.TrailingStop ?? terms.TrailingStopFraction ?? terms.TrailingStopRanges) is null)
            throw new ArgumentException("TrailingFrom and TrailingStep need a trailing stop: set TrailingStop as well", nameof(terms));
    }
}

/// <summary>A target for part of an entry.</summary>
/// <param name="Level">Where the profit is taken.</param>
/// <param name="Fraction">How much of the entry, in (0, 1]; the quantity is rounded down to the lot.</param>
public readonly record struct ProfitTarget(PriceLevel Level, double Fraction);
