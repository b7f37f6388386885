using Backtest.Research;

namespace Backtest.Reporting;

/// <summary>The objective over two parameters at a time, and over all of them.</summary>
internal sealed class SurfacePanel : IPanel<SearchContext>
{
    private const int MostPairs = 15;
    private const int MostLines = 3000;

    /// <inheritdoc/>
    public ReportSection? Build(SearchContext context)
    {
        SearchedValues[] varied = [.. context.Parameters.Where(parameter => parameter.Labels.Count > 1)];
        if (varied.Length < 2)
            return null;
        return new ReportSection("surface", "Surface", [Map(context, varied), All(context, varied)]);
    }

    private static HeatmapBlock Map(SearchContext context, SearchedValues[] varied)
    {
        var pairs = varied.SelectMany((x, index) => varied.Skip(index + 1).Select(y => (X: x, Y: y)))
            .OrderByDescending(pair => ShareOf(context.Experiment.Surface, pair.X.Name, pair.Y.Name)).Take(MostPairs);
        int all = varied.Length * (varied.Length - 1) / 2;
        return new HeatmapBlock([.. pairs.Select(pair => Of(context, pair.X, pair.Y))], Words.Title(context.Goal.Name), SearchContext.FormatOf(context.Goal))
        {
            Title = $"{Words.Title(context.Goal.Name)} over two parameters",
            IsLessBetter = !context.Goal.Maximizes,
            Note = all > MostPairs ? $"The {MostPairs} of {all} pairs that explain the most." : null,
        };
    }

    /// <summary>The fraction of variance that two parameters explain, separately and jointly.</summary>
    private static double ShareOf(SurfaceSummary? surface, string x, string y) => surface is null ? 0
        : surface.Effects.Where(effect => effect.Parameter == x || effect.Parameter == y).Sum(effect => effect.Share)
            + surface.Pairs.Where(pair => pair.Parameters.Contains(x) && pair.Parameters.Contains(y)).Sum(pair => pair.Share);

    private static HeatmapPair Of(SearchContext context, SearchedValues x, SearchedValues y)
    {
        int width = x.Labels.Count;
        double[] best = new double[width * y.Labels.Count];
        double[] mean = new double[best.Length];
        double[] counts = new double[best.Length];
        Array.Fill(best, double.NaN);
        // Trials are sorted best first, so the first in a cell is its best.
        foreach ((int trial, double objective) in context.Objectives.Index())
        {
            int cell = (y.Places[trial] * width) + x.Places[trial];
            if (counts[cell] == 0)
                best[cell] = objective;
            mean[cell] += objective;
            counts[cell]++;
        }

        for (int cell = 0; cell < best.Length; cell++)
            mean[cell] /= counts[cell];
        return new HeatmapPair(
            x.Name, y.Name, new TextColumn([.. x.Labels]), new TextColumn([.. y.Labels]), new NumberColumn(best), new NumberColumn(mean),
            new NumberColumn(counts), (y.Places[0] * width) + x.Places[0]);
    }

    private static ParallelBlock All(SearchContext context, SearchedValues[] varied)
    {
        // Show all of the best, and an even sample of the rest.
        int count = context.Ranked.Count;
        int[] shown = count <= MostLines ? [.. Enumerable.Range(0, count)]
            : [.. Enumerable.Range(0, MostLines / 2),
                .. Enumerable.Range(0, MostLines / 2).Select(i => (MostLines / 2) + (int)((long)(count - (MostLines / 2)) * i / (MostLines / 2)))];
        double[] objectives = context.Objectives;
        return new ParallelBlock(
            [
                .. varied.Select(parameter => new ParallelAxis(
                    parameter.Name, new NumberColumn([.. shown.Select(trial => parameter.Numbers is { } numbers ? numbers[trial] : parameter.Places[trial])]))
                {
                    Labels = parameter.Numbers is null ? new TextColumn([.. parameter.Labels]) : null,
                    IsLog = parameter.IsLog,
                }),
            ],
            new Axis(Words.Title(context.Goal.Name), new NumberColumn([.. shown.Select(trial => objectives[trial])]), SearchContext.FormatOf(context.Goal)))
        {
            Title = "All parameters",
            IsLessBetter = !context.Goal.Maximizes,
            Note = "Each line is a trial, and its color shows the objective. Drag along an axis to select trials."
                + (count > MostLines ? $" Shows the best {Written.Count(MostLines / 2)} of {Written.Count(count)} trials, and the same number of others." : ""),
        };
    }
}
