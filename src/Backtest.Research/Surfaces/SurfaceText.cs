using System.Globalization;

namespace Backtest.Research;

/// <summary>Describes the surroundings of the best trial in sentences.</summary>
internal static class SurfaceText
{
    private const double LeastShare = 0.01;
    private const int MostEffects = 6;

    /// <summary>One sentence per statement.</summary>
    public static IEnumerable<string> Sentences(SurfaceSummary surface)
    {
        if (surface.Neighbors is { } near)
        {
            string kept = near.KeptAdvantage is { } share
                ? string.Create(CultureInfo.InvariantCulture, $"; the median neighbor keeps {100 * Math.Clamp(share, 0, 1):0}% of the best trial's lead over the median of all")
                : "";
            yield return string.Create(
                CultureInfo.InvariantCulture,
                $"neighbors of the best: {near.Count}, median {surface.Objective} {near.Median:G4}, worst {near.Worst:G4}{kept}");
            if (near.LonelyPeak)
                yield return "the best is an isolated peak: a small change of its parameters loses most of its lead, which is typical of luck";
        }

        (string Name, double Share)[] effects =
        [
            .. surface.Effects.Select(effect => (Name: effect.Parameter, effect.Share))
                .Concat(surface.Pairs.Select(pair => (string.Join(" × ", pair.Parameters), pair.Share)))
                .Where(effect => effect.Share >= LeastShare).OrderByDescending(effect => effect.Share).Take(MostEffects),
        ];
        if (effects.Length > 0)
        {
            string source = surface.Exact ? "" : " (estimated by a forest fitted to the trials)";
            yield return $"what {surface.Objective} depends on: "
                + string.Join(", ", effects.Select(effect => string.Create(CultureInfo.InvariantCulture, $"{effect.Name} {100 * effect.Share:0}%"))) + source;
        }

        foreach (CliffSummary cliff in surface.Cliffs)
        {
            yield return string.Create(
                CultureInfo.InvariantCulture,
                $"a cliff: from {cliff.Parameter} {cliff.From} to {cliff.To} the mean {surface.Objective} changes by {cliff.Change:+0.###;-0.###}");
        }
    }
}
