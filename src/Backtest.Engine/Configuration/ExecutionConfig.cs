namespace Backtest.Engine;

/// <summary>How orders fill.</summary>
public sealed record ExecutionConfig
{
    /// <summary>Whether market orders fill at the close of the bar they were decided on, rather than at the next open; as a profile has it.</summary>
    public bool FillsAtClose
    {
        get => field || Profile?.FillsAtClose == true;
        init;
    }

    /// <summary>The profile that says when market orders fill, the path and the matching; <see langword="null"/>: each is said by itself.</summary>
    public FillProfile? Profile { get; init; }

    /// <summary>In which order the levels of a bar are met; <see langword="null"/>: as the profile, or the standard, has it.</summary>
    public ExecutionModel? Path { get; init; }

    /// <summary>Which order fills where; <see langword="null"/>: as the profile, or the standard, has it.</summary>
    public ExecutionModel? Matching { get; init; }

    /// <summary>What market and stop orders lose against the price.</summary>
    public SlippageConfig Slippage { get; init; } = new SlippageConfig.None();

    /// <summary>What a trade costs.</summary>
    public CommissionConfig Commission { get; init; } = new CommissionConfig.None();

    /// <summary>What is paid for what is borrowed, and on cash; <see langword="null"/>: nothing.</summary>
    public InterestConfig? Interest { get; init; }

    /// <summary>
    /// Whether orders fill at the side of the quotes they take, where bars have both; <see langword="null"/>: they do, unless slippage goes by
    /// the spread.
    /// </summary>
    public bool? TakesSides { get; init; }

    /// <summary>The share of a bar's volume one order may take, in (0, 1]; <see langword="null"/>: no limit.</summary>
    public decimal? VolumeLimit { get; init; }

    /// <summary>How long orders are on their way to the market; <see langword="null"/>: they are there by the next bar.</summary>
    public Latency? Latency { get; init; }

    /// <summary>What shares <see cref="VolumeLimit"/>.</summary>
    public LiquidityScope Liquidity { get; init; }

    /// <summary>Whether orders fill at a side of the quotes.</summary>
    internal bool TakesSidesInUse => TakesSides ?? Slippage is not SlippageConfig.HalfSpread;

    /// <summary>Whether the first fault stops the whole run.</summary>
    public bool StopsOnFault { get; init; }

    /// <summary>Whether what is open after the last bar is closed at its close.</summary>
    public bool ClosesAtEnd { get; init; }

    /// <summary>
    /// When everything is closed though the run goes on, as at the ends of the folds of a cross-validation. No key of a run file says it, and it is no
    /// part of a specification.
    /// </summary>
    public FlatTimes Flat { get; init; } = FlatTimes.None;

    /// <summary>Whether a portfolio trades on once its equity is at or below zero, rather than being closed.</summary>
    public bool ContinuesOnRuin { get; init; }

    /// <summary>How long a symbol goes without a bar before it counts as delisted.</summary>
    public DelistedAfter DelistedAfter { get; init; } = DelistedAfter.Default;

    /// <summary>What the last price of a symbol gains, as a fraction, when it counts as delisted; −1 or above.</summary>
    public decimal DelistingReturn { get; init; }

    /// <summary>The path there is.</summary>
    internal ExecutionModel PathInUse => Path ?? new ExecutionModel((Profile ?? FillProfile.Standard).Path);

    /// <summary>How bars of a lower timeframe are used; <see langword="null"/>: they are not.</summary>
    public FinerBarsConfig? FinerBars => PathInUse.Type == PathNames.FinerBars ? PathInUse.Finer ?? FinerBarsConfig.Default : null;

    /// <summary>The path of what is known of one bar alone.</summary>
    internal ExecutionModel PathOfOneBar => FinerBars?.Otherwise ?? PathInUse;

    /// <summary>The matching there is.</summary>
    internal ExecutionModel MatchingInUse => Matching ?? new ExecutionModel((Profile ?? FillProfile.Standard).Matching);

    /// <summary>Where it stands in the run file.</summary>
    public SourcePosition Position { get; init; }
}
