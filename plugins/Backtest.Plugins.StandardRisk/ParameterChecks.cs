using Backtest.Abstractions.Runtime;

namespace Backtest.Plugins.StandardRisk;

/// <summary>Checks parameters against each other and against the classifier above.</summary>
internal sealed class ParameterChecks(IParameterErrors errors, BindingContext context)
{
    private readonly FractionCheck _fractions = new(errors, context);

    /// <summary>Checks that a share of equity is a fraction.</summary>
    public void Sizer(string path, Sizer? sizer) => _fractions.Sizer(path, sizer);

    /// <summary>Checks that limits are fractions, and that sizes, if they are halved at all, are halved before trading stops.</summary>
    public void Limits(string path, IReadOnlyList<RiskLimit> limits)
    {
        for (int i = 0; i < limits.Count; i++)
        {
            _fractions.Limit($"{path}[{i}]", limits[i]);
            if (limits[i] is MaxDrawdown drawdown && drawdown.ReduceAt >= drawdown.Value)
            {
                errors.Add($"{path}[{i}].reduce_at",
                    "sizes would be halved only after trading has stopped: 'reduce_at' is not below 'value'.",
                    "Set 'reduce_at' below 'value', or remove it.");
            }
        }
    }

    /// <summary>Checks that the classifier has the regime, and that limits on the whole portfolio depend on a regime of the whole market.</summary>
    public void Regime(string regime, RegimeOverride change)
    {
        string path = $"by_regime.{regime}";
        if (context.Regimes.Count == 0)
        {
            errors.Add(path, $"there is no classifier above that defines the regime '{regime}'.",
                "Move the portfolio under a classifier, or remove 'by_regime'.");
            return;
        }

        if (!context.Regimes.Contains(regime))
            errors.Add(path, $"'{regime}' is not a regime of the classifier above.", NearestName.Advice(regime, context.Regimes));
        Sizer($"{path}.sizer", change.Sizer);
        Limits($"{path}.limits", change.Limits);
        if (!context.IsMarketRegime)
            PerInstrument($"{path}.limits", change.Limits);
    }

    private void PerInstrument(string path, IReadOnlyList<RiskLimit> limits)
    {
        for (int i = 0; i < limits.Count; i++)
        {
            if (limits[i].IsPortfolioWide)
            {
                errors.Add($"{path}[{i}]",
                    $"'{limits[i].Name}' applies to the whole portfolio, but the classifier has a regime for each symbol.",
                    "Set a 'reference' for the classifier, or move the limit out of 'by_regime'.");
            }
        }
    }
}
