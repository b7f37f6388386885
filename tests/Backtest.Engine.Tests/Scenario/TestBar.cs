using Backtest.Abstractions.Runtime;

namespace Backtest.Tests;

/// <summary>One bar of a test.</summary>
public sealed record TestBar(DateTime Start, double Open, double High, double Low, double Close, double Volume = 0)
{
    /// <summary>The bids, or <see langword="null"/> if there are no quotes.</summary>
    public QuotePrices? Bid { get; init; }

    /// <summary>The asks.</summary>
    public QuotePrices? Ask { get; init; }

    /// <summary>The same bar with quotes at a distance from each of its prices.</summary>
    public TestBar Quoted(double away) => this with
    {
        Bid = new QuotePrices(Open - away, High - away, Low - away, Close - away),
        Ask = new QuotePrices(Open + away, High + away, Low + away, Close + away),
    };

    public static readonly DateTime FirstDay = new(2020, 1, 1, 0, 0, 0, DateTimeKind.Utc);

    /// <summary>Daily bars from 2020-01-01 on.</summary>
    public static IReadOnlyList<TestBar> Days(params (double Open, double High, double Low, double Close)[] bars) =>
        [.. bars.Select((bar, day) => new TestBar(FirstDay.AddDays(day), bar.Open, bar.High, bar.Low, bar.Close))];

    /// <summary>Daily bars that open and close at one price each.</summary>
    public static IReadOnlyList<TestBar> Flat(params double[] prices) => Days([.. prices.Select(price => (price, price, price, price))]);

    /// <summary>Daily bars at one price with a volume each.</summary>
    public static IReadOnlyList<TestBar> Volumes(double price, params double[] volumes) =>
        [.. volumes.Select((volume, day) => new TestBar(FirstDay.AddDays(day), price, price, price, price, volume))];
}
