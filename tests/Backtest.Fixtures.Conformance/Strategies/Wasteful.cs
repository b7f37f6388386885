namespace Backtest.Fixtures;

/// <summary>Allocates a list at every bar.</summary>
[Strategy("wasteful", Description = "Makes a list at every bar.")]
public sealed partial class Wasteful
{
    private List<double> _seen = [];

    public void OnBar(BarEvent bar, ISignals signals)
    {
        _seen = [.. _seen.TakeLast(1), bar.Close];
        if (bar.Index % 9 == 0)
            signals.Enter(Direction.Long, new EntryTerms { Reason = _seen.Count > 1 ? "two" : "one" });
    }
}
