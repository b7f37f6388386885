namespace Backtest.Fixtures.Steady;

/// <summary>Bars of two symbols: a few for A, and none for B, since reading B blocks until it is canceled.</summary>
[BarSource("waiting-source", Description = "Bars that do not come until reading is interrupted.")]
public sealed class WaitingSource : IBarProvider
{
    /// <inheritdoc/>
    public IEnumerable<string> FindSymbols(BarRequest request) => ["A", "B"];

    /// <inheritdoc/>
    public IEnumerable<Bar> ReadBars(string symbol, BarRequest request, CancellationToken cancellation)
    {
        if (symbol == "B")
            cancellation.WaitHandle.WaitOne();
        cancellation.ThrowIfCancellationRequested();
        var start = new DateTime(2020, 1, 1, 0, 0, 0, DateTimeKind.Utc);
        for (int day = 0; day < 10; day++)
            yield return new Bar(start.AddDays(day), start.AddDays(day + 1), 100, 100, 100, 100);
    }
}
