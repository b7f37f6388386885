namespace Backtest.Fixtures;

/// <summary>Rejects its own defaults.</summary>
[Strategy("self-refusing", Description = "Refuses its own defaults.")]
public sealed partial class SelfRefusing
{
    [Parameter(Min = 1, Max = 10, Description = "A number.")]
    public int Number { get; init; } = 3;

    public void Validate(IParameterErrors errors)
    {
        if (Number < 5)
            errors.Add("number", "a number below 5 is no good.");
    }

    public void OnBar(BarEvent bar, ISignals signals)
    {
        if (bar.Index % Number == 0)
            signals.Enter(Direction.Long);
    }
}
