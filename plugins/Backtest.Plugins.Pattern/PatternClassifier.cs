namespace Backtest.Plugins.Pattern;

/// <summary>
/// Classifies the chart as a trend, a range, a consolidation, or a breakout through a level of support or resistance. It uses closed bars only.
/// </summary>
[Classifier("pattern", Description = "Recognizes trends, ranges, consolidations and breakouts from closed bars.")]
public sealed partial class PatternClassifier
{
    private const int Unknown = -1;

    private PatternRecognizer? _recognizer;
    private PatternSelector? _selector;

    /// <summary>The number of bars the line of a trend is fitted to.</summary>
    [Parameter(Min = 5, Max = 1000, Description = "The number of bars to which a trend line is fitted.")]
    public int Lookback { get; init; } = 20;

    /// <summary>The minimum slope of a trend, in average true ranges per bar.</summary>
    [Parameter(Min = 0, ExclusiveMin = true, Max = 10, Description = "The minimum slope of a trend, in average true ranges per bar.")]
    public double MinimumSlope { get; init; } = 0.08;

    /// <summary>The minimum share of the closes' variance that the line of a trend explains.</summary>
    [Parameter(Min = 0, ExclusiveMin = true, Max = 1, Description = "The minimum share of the closes' variance that a trend line explains.")]
    public double MinimumRSquared { get; init; } = 0.5;

    /// <summary>The number of bars of the short average true range.</summary>
    [Parameter(Min = 1, Max = 1000, Description = "The number of bars of the short average true range, which shows a contraction.")]
    public int ShortRange { get; init; } = 10;

    /// <summary>The number of bars of the long average true range.</summary>
    [Parameter(Min = 2, Max = 1000, Description = "The number of bars of the long average true range, the unit of slopes and distances.")]
    public int LongRange { get; init; } = 50;

    /// <summary>The maximum ratio of short to long average true range in a consolidation.</summary>
    [Parameter(Min = 0, ExclusiveMin = true, Max = 1, Description = "The maximum ratio of the short to the long average true range in a consolidation.")]
    public double Contraction { get; init; } = 0.75;

    /// <summary>The number of bars on each side of a swing, which is known only that many bars later.</summary>
    [Parameter(Min = 1, Max = 100, Description = "The number of bars on each side of a swing high or low, which is known that many bars later.")]
    public int Swing { get; init; } = 5;

    /// <summary>The maximum distance of a swing from its level, in average true ranges.</summary>
    [Parameter(Min = 0, Max = 10, Description = "The maximum distance of a swing from its level, in average true ranges.")]
    public double Tolerance { get; init; } = 0.5;

    /// <summary>The number of swings that make a level.</summary>
    [Parameter(Min = 1, Max = 100, Description = "The number of swings that form a level of support or resistance.")]
    public int Touches { get; init; } = 2;

    /// <summary>The number of bars after which a level that was not touched is removed.</summary>
    [Parameter(Min = 1, Max = 10000, Description = "The number of bars after which a level that was not touched is dropped.")]
    public int Memory { get; init; } = 250;

    /// <summary>The number of bars in which no close may have been beyond a level for a close beyond it to be a breakout.</summary>
    [Parameter(Min = 1, Max = 1000, Description = "The number of bars without a close beyond a level before a close beyond it is a breakout.")]
    public int Fresh { get; init; } = 20;

    /// <summary>The minimum volume of a breakout, as a multiple of the average; ignored if the data has no volume.</summary>
    [Parameter(Min = 0, Max = 100, Description = "The minimum volume of a breakout, as a multiple of the average. Ignored without volumes.")]
    public double VolumeFactor { get; init; } = 1.1;

    /// <summary>The number of bars of the average volume, which ends with the previous bar.</summary>
    [Parameter(Min = 1, Max = 1000, Description = "The number of bars of the average volume, which ends with the bar before.")]
    public int VolumePeriod { get; init; } = 20;

    /// <summary>The number of bars a breakout lasts, unless a close comes back inside the level earlier.</summary>
    [Parameter(Min = 1, Max = 1000, Description = "The number of bars that a breakout lasts, unless a close returns inside the level earlier.")]
    public int Hold { get; init; } = 5;

    /// <summary>The number of consecutive bars on which a new pattern must appear before it is selected; a breakout is selected at once.</summary>
    [Parameter(Min = 1, Max = 1000, Description = "The number of consecutive bars that a new pattern must last. A breakout is used at once.")]
    public int MinimumDuration { get; init; } = 3;

    /// <summary>The confidence below which the pattern of a bar is unknown.</summary>
    [Parameter(Min = 0, Max = 1, Description = "The confidence below which a bar is unknown.")]
    public double MinimumConfidence { get; init; }

    /// <summary>The names of the states, in the order of <see cref="ChartPattern"/>.</summary>
    public IReadOnlyList<string> States { get; } =
        ["trend_up", "trend_down", "range", "consolidation", "breakout_up", "breakout_down"];

    [Indicator<LinearRegression>(nameof(Lookback))] private partial RegressionValue Line { get; }

    [Indicator<AverageTrueRange>(nameof(ShortRange))] private partial double ShortTrueRange { get; }

    [Indicator<AverageTrueRange>(nameof(LongRange))] private partial double LongTrueRange { get; }

    [Indicator<SimpleMovingAverage>(nameof(VolumePeriod), Source = BarField.Volume, Offset = 1)]
    private partial double MeanVolume { get; }

    private PatternOptions Options => new()
    {
        MinimumSlope = MinimumSlope,
        MinimumRSquared = MinimumRSquared,
        Contraction = Contraction,
        Swing = Swing,
        Tolerance = Tolerance,
        Touches = Touches,
        Memory = Memory,
        Fresh = Fresh,
        Hold = Hold,
    };

    /// <summary>Checks the parameters together.</summary>
    public void Validate(IParameterErrors errors)
    {
        if (ShortRange >= LongRange)
            errors.Add("short_range", $"{ShortRange} is not below long_range, {LongRange}.", "Lower short_range.");
    }

    /// <summary>Sets the pattern of a closed bar.</summary>
    public void OnBar(BarEvent bar, IRegimes regimes)
    {
        bool isVolumeConfirmed = !bar.HasVolume || bar.Volume >= VolumeFactor * MeanVolume;
        _recognizer ??= new PatternRecognizer(Options);
        _selector ??= new PatternSelector(MinimumDuration);
        ChartPattern pattern = _recognizer.Update(new PatternInput(
            bar.Index, bar.High, bar.Low, bar.Close, Line, ShortTrueRange, LongTrueRange, isVolumeConfirmed));

        ChartPattern? selected = _selector.Select(pattern);
        double confidence = _recognizer.Confidences[(int)(selected ?? pattern)];
        bool isKnown = selected is not null && confidence >= MinimumConfidence;
        regimes.Set(isKnown ? (int)selected!.Value : Unknown, confidence);
    }
}
