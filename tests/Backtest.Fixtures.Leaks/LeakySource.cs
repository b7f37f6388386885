namespace Backtest.Fixtures.Leaks;

/// <summary>What is wrong with a source's bars.</summary>
public enum SourceLeak
{
    /// <summary>Nothing.</summary>
    None,

    /// <summary>They are scaled by the very last close.</summary>
    Scaled,

    /// <summary>They are smoothed with bars on either side.</summary>
    Smoothed,

    /// <summary>They have different noise each time.</summary>
    Noisy,
}

/// <summary>Prices of a random walk.</summary>
[BarSource("leaky-source", Description = "Prices that wander.")]
public sealed partial class LeakySource : IBarProvider
{
    private const int Bars = 300;

    /// <summary>What is wrong with the bars.</summary>
    [Parameter(Description = "What is wrong with them.")]
    public SourceLeak Leak { get; init; }

    /// <inheritdoc/>
    public IEnumerable<string> FindSymbols(BarRequest request) => ["ACME"];

    /// <inheritdoc/>
    public IEnumerable<Bar> ReadBars(string symbol, BarRequest request, CancellationToken cancellation)
    {
        var start = new DateTime(2020, 1, 1, 0, 0, 0, DateTimeKind.Utc);
        int count = request.End is { } end ? Math.Min(Bars, end.DayNumber - DateOnly.FromDateTime(start).DayNumber + 1) : Bars;
        double[] closes = [.. Enumerable.Range(0, count).Select(day => 100 + (20 * Math.Sin(day / 9.0)) + (5 * Math.Cos(day * 1.7)))];
        for (int day = 0; day < count; day++)
        {
            double close = Leak switch
            {
                SourceLeak.Scaled => closes[day] / closes[^1] * 100,
                SourceLeak.Smoothed => closes[Math.Max(0, day - 2)..Math.Min(count, day + 3)].Average(),
                SourceLeak.Noisy => closes[day] + Random.Shared.NextDouble(),
                _ => closes[day],
            };
            yield return new Bar(start.AddDays(day), start.AddDays(day + 1), close, close + 1, close - 1, close);
        }
    }
}
