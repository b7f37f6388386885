namespace Backtest.Fixtures;

/// <summary>Writes a new reason for every signal.</summary>
[Strategy("talkative", Description = "Writes a new reason for every signal.")]
public sealed partial class Talkative
{
    public void OnBar(BarEvent bar, ISignals signals)
    {
        if (bar.Index % 9 == 0)
            signals.Enter(Direction.Long, new EntryTerms { Reason = FormattableString.Invariant($"bar {bar.Index}") });
    }
}
