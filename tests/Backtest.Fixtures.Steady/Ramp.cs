namespace Backtest.Fixtures.Steady;

/// <summary>Prices that rise by a step each day; the file that the run file's path names gives the first price.</summary>
[BarSource("ramp", Description = "Prices that go up each day.")]
public sealed class Ramp : IBarProvider
{
    /// <summary>How much prices rise each day.</summary>
    [Parameter(Min = 0, Description = "How much prices go up each day.")]
    public double Step { get; init; } = 1;

    /// <summary>The number of days.</summary>
    [Parameter(Min = 1, Description = "How many days.")]
    public int Days { get; init; } = 10;

    /// <inheritdoc/>
    public IEnumerable<string> FindSymbols(BarRequest request) => ["UP"];

    /// <inheritdoc/>
    public IEnumerable<Bar> ReadBars(string symbol, BarRequest request, CancellationToken cancellation)
    {
        double price = request.Path is { } path ? double.Parse(File.ReadAllText(path), System.Globalization.CultureInfo.InvariantCulture) : 100;
        var start = new DateTime(2020, 1, 1, 0, 0, 0, DateTimeKind.Utc);
        for (int day = 0; day < Days; day++, price += Step)
            yield return new Bar(start.AddDays(day), start.AddDays(day + 1), price, price + 1, price, price + 1);
    }
}
