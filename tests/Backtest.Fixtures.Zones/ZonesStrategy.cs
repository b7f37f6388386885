using NodaTime;

namespace Backtest.Fixtures;

/// <summary>Enters once, with the version of a library it ships with as its reason.</summary>
[Strategy("fixture-zones", Description = "Names the version of the library it brings along.")]
public sealed partial class ZonesStrategy
{
    private string _reason = "";

    public void OnStart(in StartContext context) => _reason = $"nodatime {typeof(Instant).Assembly.GetName().Version}";

    public void OnBar(BarEvent bar, in Position position, ISignals signals)
    {
        if (position.IsFlat)
            signals.Enter(Direction.Long, new EntryTerms { Reason = _reason });
    }
}
