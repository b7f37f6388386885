namespace Backtest.Plugins.Hmm;

/// <summary>
/// Determines the regime of a market with a Gaussian hidden Markov model. The model is trained on past bars only and refitted on a schedule; the
/// regime of a bar is based on the filtered probabilities of that bar, never on later bars.
/// </summary>
[Classifier("hmm", Description = "Recognizes bear, neutral and bull markets with a trained Gaussian hidden Markov model.")]
public sealed partial class HmmClassifier : IFittedModel
{
    private StartContext _context;
    private RegimeModel? _model;
    private RegimeSelector? _selector;
    private double[] _observation = [];

    /// <summary>The number of regimes.</summary>
    [Parameter(Name = "states", Min = 2, Max = 5, Description = "The number of regimes. 2: bear, bull; 3: bear, neutral, bull; more: state_1 and so on.")]
    public int StateCount { get; init; } = 3;

    /// <summary>The features the model observes at each bar.</summary>
    [Parameter(Description = "What the model observes at each bar.")]
    public IReadOnlyList<Feature> Features { get; init; } = [Feature.LogReturn];

    /// <summary>The number of bars of the realized volatility.</summary>
    [Parameter(Min = 2, Max = 1000, Description = "The number of bars of the realized volatility.")]
    public int VolatilityWindow { get; init; } = 20;

    /// <summary>The number of bars of the average volume that the volume ratio compares with.</summary>
    [Parameter(Min = 1, Max = 1000, Description = "The number of bars of the average volume for the volume ratio.")]
    public int VolumeWindow { get; init; } = 20;

    /// <summary>Which covariances between features a state may have.</summary>
    [Parameter(Description = "The covariances between features: only variances (diagonal), or all (full).")]
    public CovarianceKind Covariance { get; init; }

    /// <summary>The number of bars the first training waits for and learns from.</summary>
    [Parameter(Min = 50, Max = 1_000_000, Description = "The number of bars that the first training waits for and learns from.")]
    public int Train { get; init; } = 500;

    /// <summary>The number of bars between refits; 0 for no refits.</summary>
    [Parameter(Min = 0, Max = 1_000_000, Description = "The number of bars between refits. 0 means no refits.")]
    public int Refit { get; init; } = 63;

    /// <summary>The bars a refit learns from: all of them, or as many of the latest ones as the first training had.</summary>
    [Parameter(Description = "What a refit learns from: all bars (expanding), or the last 'train' bars (rolling).")]
    public WindowKind Window { get; init; }

    /// <summary>The number of starts of the first training, of which the likeliest model is kept.</summary>
    [Parameter(Min = 1, Max = 100, Description = "The number of starts of the first training. The most likely model is kept.")]
    public int Starts { get; init; } = 5;

    /// <summary>The maximum number of steps of a training.</summary>
    [Parameter(Min = 1, Max = 10_000, Description = "The maximum number of steps of a training.")]
    public int Iterations { get; init; } = 100;

    /// <summary>The gain in log-likelihood at which training stops.</summary>
    [Parameter(Min = 0, Max = 1000, Description = "The gain in log-likelihood of a step at which training stops.")]
    public double Tolerance { get; init; } = 0.01;

    /// <summary>The minimum variance of a feature in a regime, as a fraction of its variance over all bars learned from.</summary>
    [Parameter(Min = 0, Max = 1, Description = "The minimum variance of a feature in a regime, as a fraction of its variance over all bars.")]
    public double VarianceFloor { get; init; } = 0.001;

    /// <summary>How many observations with the overall variances are added to each regime's own observations; 0 for none.</summary>
    [Parameter(Min = 0, Max = 1000, Description = "The weight of the overall variances in each regime, in observations, so that rare regimes stay wide. 0 means none.")]
    public double CovariancePrior { get; init; }

    /// <summary>The probability below which the regime of a bar is unknown.</summary>
    [Parameter(Min = 0, Max = 1, Description = "The probability of the most likely regime below which a bar is unknown.")]
    public double MinimumConfidence { get; init; } = 0.6;

    /// <summary>The number of consecutive bars a new regime must be the likeliest before it is selected.</summary>
    [Parameter(Min = 1, Max = 1000, Description = "The number of consecutive bars for which a new regime must be the most likely before it is used.")]
    public int MinimumDuration { get; init; } = 3;

    /// <summary>The names of the regimes, in order of increasing mean return.</summary>
    public IReadOnlyList<string> States => RegimeNames.For(StateCount);

    /// <inheritdoc/>
    public double PredictiveLogDensity => _model?.PredictiveLogDensity ?? double.NaN;

    /// <inheritdoc/>
    public ModelFit? Fit => _model?.Fit;

    [Indicator<LogReturn>] private partial double LogReturn { get; }

    [Indicator(nameof(VolatilitySpec))] private partial double RealizedVolatility { get; }

    [Indicator(nameof(MeanVolumeSpec))] private partial double MeanVolume { get; }

    // A feature that is not used requests the log return again: it is computed anyway, and ready first.
    private IndicatorSpec VolatilitySpec =>
        Features.Contains(Feature.RealizedVolatility) ? Indicators.ReturnVolatility(VolatilityWindow) : Indicators.LogReturn();

    private IndicatorSpec MeanVolumeSpec =>
        Features.Contains(Feature.VolumeRatio) ? Indicators.Sma(VolumeWindow).From(BarField.Volume) : Indicators.LogReturn();

    private RegimeModelOptions Options => new()
    {
        States = StateCount,
        Features = Features.Count,
        Train = Train,
        Refit = Refit,
        Window = Window,
        Starts = Starts,
        Seed = _context.Seed,
        Training = new BaumWelchOptions
        {
            MaximumIterations = Iterations,
            Tolerance = Tolerance,
            Covariance = Covariance,
            VarianceFloor = VarianceFloor,
            CovariancePrior = CovariancePrior,
        },
    };

    /// <summary>Checks the parameters together.</summary>
    public void Validate(IParameterErrors errors)
    {
        if (Features.Count == 0)
            errors.Add("features", "There are no features to observe.", "Add at least one, such as log_return.");
        if (Features.Distinct().Count() < Features.Count)
            errors.Add("features", "A feature is listed twice.", "List each feature once.");
    }

    /// <summary>Stores the context, whose seed and cancellation the training uses.</summary>
    public void OnStart(in StartContext context) => _context = context;

    /// <summary>Sets the regime of a closed bar.</summary>
    public void OnBar(BarEvent bar, IRegimes regimes)
    {
        RegimeModel model = _model ??= new RegimeModel(Options, _context.Cancellation);
        RegimeSelector selector = _selector ??= new RegimeSelector(MinimumConfidence, MinimumDuration);
        model.Update(Observe(bar), LogReturn, _context.MayLearnFrom(bar.TradingDay));
        ReadOnlySpan<double> probabilities = model.Probabilities;
        if (probabilities.IsEmpty)
            regimes.Set(RegimeSelector.Unknown, 0);
        else
            regimes.Set(selector.Select(probabilities), selector.Confidence, probabilities);
    }

    private ReadOnlySpan<double> Observe(BarEvent bar)
    {
        if (_observation.Length == 0)
            _observation = new double[Features.Count];
        for (int i = 0; i < _observation.Length; i++)
        {
            _observation[i] = Features[i] switch
            {
                Feature.RealizedVolatility => RealizedVolatility,
                Feature.VolumeRatio => MeanVolume > 0 ? bar.Volume / MeanVolume : 1,
                _ => LogReturn,
            };
        }

        return _observation;
    }
}
