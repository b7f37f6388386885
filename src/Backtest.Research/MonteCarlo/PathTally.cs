using Backtest.Results;

namespace Backtest.Research;

/// <summary>Collects the equity of repetitions, step by step, for bands. Thread-safe for different repetitions.</summary>
/// <param name="own">The path of the run itself, from its beginning.</param>
/// <param name="repetitions">The number of repetitions.</param>
/// <param name="sharpe">Computes annual Sharpe ratios, or null if steps are not days.</param>
internal sealed class PathTally(double[] own, int repetitions, AnnualSharpe? sharpe)
{
    private const int MostPoints = 120;

    private readonly int[] _steps = StepsOf(own.Length - 1);
    private readonly bool[] _isTaken = new bool[repetitions];
    private readonly double[] _equity = new double[(Math.Min(own.Length - 1, MostPoints) + 1) * repetitions]; // the values of one step are adjacent
    private readonly double[] _drawdown = new double[(Math.Min(own.Length - 1, MostPoints) + 1) * repetitions];
    private readonly double[] _final = new double[repetitions];
    private readonly double[] _deepest = new double[repetitions];
    private readonly double[] _sharpe = new double[repetitions];

    /// <summary>The number of repetitions added.</summary>
    public int Count => _isTaken.Count(taken => taken);

    /// <summary>Adds a repetition.</summary>
    /// <param name="repetition">Its number.</param>
    /// <param name="path">Its equity, with as many steps as the run.</param>
    public void Take(int repetition, ReadOnlySpan<double> path)
    {
        double peak = path[0];
        double deepest = 0;
        int next = 0;
        for (int step = 0; step < path.Length; step++)
        {
            peak = Math.Max(peak, path[step]);
            double drawdown = DailyPath.Drawdown(path[step], peak);
            deepest = Math.Max(deepest, drawdown);
            if (step != _steps[next])
                continue;
            _equity[(next * repetitions) + repetition] = path[step];
            _drawdown[(next * repetitions) + repetition] = drawdown;
            next++;
        }

        _final[repetition] = path[^1];
        _deepest[repetition] = deepest;
        _sharpe[repetition] = sharpe?.Of(path) ?? double.NaN;
        _isTaken[repetition] = true;
    }

    /// <summary>Summarizes the repetitions.</summary>
    /// <param name="method">The method.</param>
    /// <param name="days">The days that steps end, from the first step on, or null if steps are trades.</param>
    /// <param name="isEndFixed">Whether the end is always the same.</param>
    public MonteCarloResult Sum(string method, IReadOnlyList<DailyEquity>? days, bool isEndFixed = false)
    {
        double deepest = DailyPath.DrawdownOf(own);
        double[] finals = Taken(_final);
        double[] ratios = [.. Taken(_sharpe).Where(double.IsFinite)];
        return new MonteCarloResult
        {
            Method = method,
            Repetitions = Count,
            Step = days is null ? "trade" : "day",
            FinalEquity = isEndFixed ? null : MonteCarloBand.Of(own[^1], finals),
            TotalReturn = isEndFixed ? null : MonteCarloBand.Of((own[^1] / own[0]) - 1, [.. finals.Select(value => (value / own[0]) - 1)]),
            MaxDrawdown = MonteCarloBand.Of(deepest, Taken(_deepest)),
            Sharpe = ratios.Length > 0 ? MonteCarloBand.Of(sharpe?.Of(own), ratios) : null,
            ProbabilityOfLoss = isEndFixed ? null : finals.Count(value => value < own[0]) / (double)Count,
            // A drawdown that differs only by rounding does not count as deeper.
            ProbabilityOfDeeperDrawdown = Taken(_deepest).Count(value => value > deepest + 1e-9) / (double)Count,
            Meaning = MonteCarloWords.MeaningOf(method),
            Fan = [.. _steps.Select((step, place) => Point(step, place, days))],
        };
    }

    private FanPoint Point(int step, int place, IReadOnlyList<DailyEquity>? days)
    {
        double peak = own.AsSpan(0, step + 1).ToArray().Max();
        return new FanPoint(
            step,
            days is null || step == 0 ? null : days[step - 1].Day,
            MonteCarloBand.Of(own[step], Taken(_equity.AsSpan(place * repetitions, repetitions))),
            MonteCarloBand.Of(DailyPath.Drawdown(own[step], peak), Taken(_drawdown.AsSpan(place * repetitions, repetitions))));
    }

    private double[] Taken(ReadOnlySpan<double> values)
    {
        var taken = new List<double>(values.Length);
        for (int i = 0; i < values.Length; i++)
        {
            if (_isTaken[i])
                taken.Add(values[i]);
        }

        return [.. taken];
    }

    /// <summary>Some steps, evenly spread, including the first and the last.</summary>
    private static int[] StepsOf(int last)
    {
        int points = Math.Min(last, MostPoints);
        return points == 0 ? [0] : [.. Enumerable.Range(0, points + 1).Select(point => (int)((long)point * last / points))];
    }
}
