namespace Backtest.Fixtures.Leaks;

/// <summary>What a leak is used for.</summary>
public enum PeekUse
{
    /// <summary>To time entries and exits.</summary>
    Timing,

    /// <summary>To time exits; entries come at regular bars.</summary>
    Exit,

    /// <summary>To place the stop.</summary>
    Stop,

    /// <summary>To set the strength of entries.</summary>
    Strength,
}

/// <summary>Trades on future values.</summary>
[Strategy("peeking", Description = "Trades on what comes.")]
public sealed partial class PeekingStrategy
{
    /// <summary>The future value it looks at.</summary>
    [Parameter(Description = "What it looks at.")]
    public Look Look { get; init; }

    /// <summary>What it uses the value for.</summary>
    [Parameter(Description = "What for.")]
    public PeekUse Use { get; init; }

    /// <summary>Decides.</summary>
    public void OnBar(BarEvent bar, in Position position, ISignals signals)
    {
        bool rises = Future.Rises(bar, Look);
        bool isTime = Use == PeekUse.Timing ? rises : bar.Index % 10 == 0;
        if (position.IsFlat && isTime)
        {
            signals.Enter(Direction.Long, new EntryTerms
            {
                Strength = Use == PeekUse.Strength && !rises ? 0.5 : 1,
                StopLoss = Use == PeekUse.Stop ? PriceLevel.At(Future.NextLow(bar) * 0.999) : null,
            });
        }
        else if (position.IsLong && (Use is PeekUse.Timing or PeekUse.Exit ? !rises : bar.Index % 10 == 5))
        {
            signals.Exit();
        }
    }
}
