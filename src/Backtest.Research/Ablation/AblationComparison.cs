namespace Backtest.Research;

/// <summary>
/// Compares the days of a run with those of the run without a part. Intervals come from days resampled in blocks, the same for both (Politis and
/// Romano, 1994), of the length that is best for the difference of their returns.
/// </summary>
internal sealed class AblationComparison
{
    private readonly double[] _path;
    private readonly double[] _returns;
    private readonly AnnualSharpe _sharpe;
    private readonly int _resamples;
    private readonly ulong _seed;

    /// <param name="path">The equity of the whole run, from its beginning.</param>
    /// <param name="sharpe">Computes annual Sharpe ratios.</param>
    /// <param name="resamples">How often days are resampled.</param>
    /// <param name="seed">The seed of all random numbers.</param>
    public AblationComparison(double[] path, AnnualSharpe sharpe, int resamples, ulong seed)
    {
        _path = path;
        _returns = RunHistory.ReturnsOf(path);
        _sharpe = sharpe;
        _resamples = resamples;
        _seed = seed;
        Whole = Figures(path);
    }

    /// <summary>The figures of the whole run.</summary>
    public AblationFigures Whole { get; }

    /// <summary>Compares the whole run with the run without a part.</summary>
    /// <param name="part">The part left out.</param>
    /// <param name="path">The equity without it, on the same days.</param>
    public AblationEffect Of(AblatedRun part, double[] path)
    {
        double[] returns = RunHistory.ReturnsOf(path);
        double restart = 1 / BlockLength.Of([.. _returns.Zip(returns, (whole, without) => whole - without)]).Stationary;
        AblationFigures without = Figures(path);
        var ratios = new List<double>(_resamples);
        double[] totals = new double[_resamples];
        double[] drawdowns = new double[_resamples];
        int[] drawn = new int[returns.Length];
        double[] wholePath = new double[path.Length];
        double[] withoutPath = new double[path.Length];
        for (int resample = 0; resample < _resamples; resample++)
        {
            StationaryBootstrap.Draw(drawn, returns.Length, restart, _seed, resample);
            AblationFigures first = Figures(Compounded(_path[0], _returns, drawn, wholePath));
            AblationFigures second = Figures(Compounded(path[0], returns, drawn, withoutPath));
            if (first.Sharpe - second.Sharpe is { } ratio)
                ratios.Add(ratio);
            totals[resample] = first.TotalReturn - second.TotalReturn;
            drawdowns[resample] = first.MaxDrawdown - second.MaxDrawdown;
        }

        return new AblationEffect
        {
            Kind = part.Kind,
            Name = part.Name,
            Without = without,
            Sharpe = Whole.Sharpe - without.Sharpe is { } change && ratios.Count > 0 ? Change(change, [.. ratios]) : null,
            TotalReturn = Change(Whole.TotalReturn - without.TotalReturn, totals),
            MaxDrawdown = Change(Whole.MaxDrawdown - without.MaxDrawdown, drawdowns),
        };
    }

    private AblationFigures Figures(double[] path) => new(_sharpe.Of(path), (path[^1] / path[0]) - 1, DailyPath.DrawdownOf(path));

    private static AblationChange Change(double value, double[] resampled)
    {
        MonteCarloBand band = MonteCarloBand.Of(value, resampled);
        return new AblationChange(value, band.P5, band.P95);
    }

    private static double[] Compounded(double initial, double[] returns, int[] drawn, double[] path)
    {
        path[0] = initial;
        for (int step = 0; step < drawn.Length; step++)
            path[step + 1] = path[step] * (1 + returns[drawn[step]]);
        return path;
    }
}
