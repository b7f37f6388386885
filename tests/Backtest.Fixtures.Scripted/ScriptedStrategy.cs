namespace Backtest.Fixtures.Scripted;

/// <summary>Gives the signals of its script at the script's bars.</summary>
[Strategy("scripted", Description = "Signals what its script says.")]
public sealed partial class ScriptedStrategy
{
    /// <summary>The steps.</summary>
    [Parameter(Description = "The steps.")]
    public required IReadOnlyList<Step> Steps { get; init; }

    /// <summary>Executes the steps of the bar in order.</summary>
    public void OnBar(BarEvent bar, ISignals signals)
    {
        foreach (Step step in Steps)
        {
            if (step.Bar != bar.Index || (step.Symbol.Length > 0 && step.Symbol != bar.Symbol))
                continue;
            if (step.Do == Deed.Exit)
            {
                signals.Exit(step.Fraction, reason: "script");
                continue;
            }

            signals.Enter(step.Side, new EntryTerms
            {
                Strength = step.Strength,
                Limit = step.Limit > 0 ? step.Limit : null,
                StopLoss = step.StopLoss > 0 ? PriceLevel.At(step.StopLoss) : step.StopAway > 0 ? PriceLevel.Offset(step.StopAway) : null,
                TakeProfit = step.Target > 0 ? PriceLevel.At(step.Target) : step.TargetAway > 0 ? PriceLevel.Offset(step.TargetAway) : null,
                TrailingStop = step.Trail > 0 ? step.Trail : null,
                Add = step.Add,
                Reason = "script",
                Stop = step.Stop > 0 ? step.Stop : null,
                TimeInForce = step.Day ? TimeInForce.Day : TimeInForce.GoodTillCanceled,
            });
        }
    }
}
