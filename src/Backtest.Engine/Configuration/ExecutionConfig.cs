namespace Backtest.Engine;

/// <summary>How orders fill.</summary>
public sealed record ExecutionConfig
{
    /// <summary>
    /// Whether market orders fill at the close of the bar they were decided on, rather than at the next open; set here or by the profile.
    /// </summary>
    public bool FillsAtClose
    {
        get => field || Profile?.FillsAtClose == true;
        init;
    }

    /// <summary>
    /// The profile that sets when market orders fill, the path and the matching; <see langword="null"/> if each is set individually.
    /// </summary>
    public FillProfile? Profile { get; init; }

    /// <summary>The order in which the prices within a bar occur; <see langword="null"/> for that of the profile, or the standard.</summary>
    public ExecutionModel? Path { get; init; }

    /// <summary>Which orders fill, and where; <see langword="null"/> for the rules of the profile, or the standard.</summary>
    public ExecutionModel? Matching { get; init; }

    /// <summary>The slippage of market and stop orders.</summary>
    public SlippageConfig Slippage { get; init; } = new SlippageConfig.None();

    /// <summary>The cost of a trade.</summary>
    public CommissionConfig Commission { get; init; } = new CommissionConfig.None();

    /// <summary>The interest on borrowings and cash; <see langword="null"/> for none.</summary>
    public InterestConfig? Interest { get; init; }

    /// <summary>
    /// Whether orders fill at the side of the quotes they take, where bars have both; <see langword="null"/> if they do unless slippage depends on
    /// the spread.
    /// </summary>
    public bool? TakesSides { get; init; }

    /// <summary>The share of a bar's volume one order may take, in (0, 1]; <see langword="null"/> for no limit.</summary>
    public decimal? VolumeLimit { get; init; }

    /// <summary>How long orders take to reach the market; <see langword="null"/> if they arrive by the next bar.</summary>
    public Latency? Latency { get; init; }

    /// <summary>The orders that share <see cref="VolumeLimit"/>.</summary>
    public LiquidityScope Liquidity { get; init; }

    /// <summary>Whether orders fill at a side of the quotes.</summary>
    internal bool TakesSidesInUse => TakesSides ?? Slippage is not SlippageConfig.HalfSpread;

    /// <summary>Whether the first fault stops the whole run.</summary>
    public bool StopsOnFault { get; init; }

    /// <summary>Whether positions open after the last bar are closed at its close.</summary>
    public bool ClosesAtEnd { get; init; }

    /// <summary>
    /// When everything is closed although the run continues, as at the ends of the folds of a cross-validation. It has no key in run files, and is
    /// not part of a specification.
    /// </summary>
    public FlatTimes Flat { get; init; } = FlatTimes.None;

    /// <summary>Whether a portfolio continues to trade once its equity is at or below zero, rather than being closed.</summary>
    public bool ContinuesOnRuin { get; init; }

    /// <summary>How long a symbol goes without a bar before it counts as delisted.</summary>
    public DelistedAfter DelistedAfter { get; init; } = DelistedAfter.Default;

    /// <summary>The return on the last price of a symbol, as a fraction, when it counts as delisted; −1 or above.</summary>
    public decimal DelistingReturn { get; init; }

    /// <summary>The path in use.</summary>
    internal ExecutionModel PathInUse => Path ?? new ExecutionModel((Profile ?? FillProfile.Standard).Path);

    /// <summary>How bars of a lower timeframe are used; <see langword="null"/> if they are not.</summary>
    public FinerBarsConfig? FinerBars => PathInUse.Type == PathNames.FinerBars ? PathInUse.Finer ?? FinerBarsConfig.Default : null;

    /// <summary>The path used where only a single bar is available.</summary>
    internal ExecutionModel PathOfOneBar => FinerBars?.Otherwise ?? PathInUse;

    /// <summary>The matching in use.</summary>
    internal ExecutionModel MatchingInUse => Matching ?? new ExecutionModel((Profile ?? FillProfile.Standard).Matching);

    /// <summary>The position in the run file.</summary>
    public SourcePosition Position { get; init; }
}
