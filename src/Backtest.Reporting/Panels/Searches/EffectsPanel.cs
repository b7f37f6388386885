using Backtest.Research;

namespace Backtest.Reporting;

/// <summary>What the objective depends on.</summary>
internal sealed class EffectsPanel : IPanel<SearchContext>
{
    private const int MostCurves = 8;
    private const int MostPairs = 6;

    /// <inheritdoc/>
    public ReportSection? Build(SearchContext context)
    {
        if (context.Experiment.Surface is not { Effects.Count: > 0 } surface)
            return null;
        EffectSummary[] effects = [.. surface.Effects.OrderByDescending(effect => effect.Share)];
        (string Name, double Share)[] shares =
        [
            .. effects.Select(effect => (effect.Parameter, effect.Share))
                .Concat(surface.Pairs.OrderByDescending(pair => pair.Share).Take(MostPairs).Select(pair => (string.Join(" × ", pair.Parameters), pair.Share))),
        ];
        string goal = Words.Title(context.Goal.Name);
        return new ReportSection("effects", "What the objective depends on",
        [
            new BarsBlock(
                TextColumn.Of(shares, effect => effect.Name), [new BarSet("share of variance", NumberColumn.Of(shares, effect => effect.Share))], Format.Percent)
            {
                Title = "Main effects and pairs",
                IsHorizontal = true,
                Note = surface.Exact ? "The share of the variance of the objective, exact on this grid (functional ANOVA: Hooker, 2004)."
                    : "The share of the variance of the objective, estimated by a forest fitted to the trials (functional ANOVA: Hutter, Hoos and Leyton-Brown, 2014).",
            },
            .. effects.Where(effect => effect.Curve.Count > 1).Take(MostCurves).Select(effect => new CurvesBlock(
                effect.Parameter, TextColumn.Of(effect.Curve, point => point.At),
                [new Curve(goal, NumberColumn.Of(effect.Curve, point => point.Mean))], SearchContext.FormatOf(context.Goal))
            {
                Title = $"{goal} by {effect.Parameter}",
                Note = "The mean over all values of the others.",
            }),
        ]);
    }
}
