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
    [Parameter(Min = 5, Max = 1000, Description = "Bars a trend's line is fitted to.")]
    public int Lookback { get; init; } = 20;

    /// <summary>The minimum slope of a trend, in average true ranges per bar.</summary>
    [Parameter(Min = 0, ExclusiveMin = true, Max = 10, Description = "Least slope of a trend, in average true ranges per bar.")]
    public double MinimumSlope { get; init; } = 0.08;

    /// <summary>The minimum share of the closes' variance that the line of a trend explains.</summary>
    [Parameter(Min = 0, ExclusiveMin = true, Max = 1, Description = "Least share of the closes' variance a trend's line explains.")]
    public double MinimumRSquared { get; init; } = 0.5;

    /// <summary>The number of bars of the short average true range.</summary>
    [Parameter(Min = 1, Max = 1000, Description = "Bars of the short average true range, which shows a contraction.")]
    public int ShortRange { get; init; } = 10;

    /// <summary>The number of bars of the long average true range.</summary>
    [Parameter(Min = 2, Max = 1000, Description = "Bars of the long average true range, the unit of slopes and distances.")]
    public int LongRange { get; init; } = 50;

    /// <summary>The maximum ratio of short to long average true range in a consolidation.</summary>
    [Parameter(Min = 0, ExclusiveMin = true, Max = 1, Description = "Greatest short over long average true range in a consolidation.")]
    public double Contraction { get; init; } = 0.75;

    /// <summary>The number of bars on each side of a swing, which is known only that many bars later.</summary>
    [Parameter(Min = 1, Max = 100, Description = "Bars on each side of a swing high or low, which is known that many bars later.")]
    public int Swing { get; init; } = 5;

    /// <summary>The maximum distance of a swing from its level, in average true ranges.</summary>
    [Parameter(Min = 0, Max = 10, Description = "Greatest distance of a swing from its level, in average true ranges.")]
    public double Tolerance { get; init; } = 0.5;

    /// <summary>The number of swings that make a level.</summary>
    [Parameter(Min = 1, Max = 100, Description = "Swings that make a level of support or resistance.")]
    public int Touches { get; init; } = 2;

    /// <summary>The number of bars after which a level that was not touched is removed.</summary>
    [Parameter(Min = 1, Max = 10000, Description = "Bars after which a level that was not touched is forgotten.")]
    public int Memory { get; init; } = 250;

    /// <summary>The number of bars in which no close may have been beyond a level for a close beyond it to be a breakout.</summary>
    [Parameter(Min = 1, Max = 1000, Description = "Bars in which no close was beyond a level, for a close beyond it to be a breakout.")]
    public int Fresh { get; init; } = 20;

    /// <summary>The minimum volume of a breakout, as a multiple of the average; ignored if the data has no volume.</summary>
    [Parameter(Min = 0, Max = 100, Description = "Least volume of a breakout, as a multiple of the average; ignored without volumes.")]
    public double VolumeFactor { get; init; } = 1.1;

    /// <summary>The number of bars of the average volume, which ends with the previous bar.</summary>
    [Parameter(Min = 1, Max = 1000, Description = "Bars of the average volume, which ends with the bar before.")]
    public int VolumePeriod { get; init; } = 20;

    /// <summary>The number of bars a breakout lasts, unless a close comes back inside the level earlier.</summary>
    [Parameter(Min = 1, Max = 1000, Description = "Bars a breakout lasts, unless a close comes back inside the level before.")]
    public int Hold { get; init; } = 5;

    /// <summary>The number of consecutive bars on which a new pattern must appear before it is selected; a breakout is selected at once.</summary>
    [Parameter(Min = 1, Max = 1000, Description = "Bars in a row a new pattern must show; a breakout is taken at once.")]
    public int MinimumDuration { get; init; } = 3;

    /// <summary>The confidence below which the pattern of a bar is unknown.</summary>
    [Parameter(Min = 0, Max = 1, Description = "Confidence below which a bar is unknown.")]
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
            errors.Add("short_range", $"{ShortRange} is not below long_range, {LongRange}.", "Make short_range smaller.");
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
