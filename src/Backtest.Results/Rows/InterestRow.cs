using Backtest.Engine;

namespace Backtest.Results;

/// <summary>Interest a portfolio paid or received.</summary>
public readonly record struct InterestRow
{
    /// <summary>Counts the portfolio's events from 1.</summary>
    public required long Sequence { get; init; }

    /// <summary>When it was settled: the start of the first bar of a day, UTC.</summary>
    public required DateTime Time { get; init; }

    /// <summary>The name of the portfolio.</summary>
    public required string Portfolio { get; init; }

    /// <summary>The type of the interest.</summary>
    public required InterestType Type { get; init; }

    /// <summary>The symbol borrowed, or <see langword="null"/> for money.</summary>
    public required string? Symbol { get; init; }

    /// <summary>The number of calendar days it covers.</summary>
    public required int Days { get; init; }

    /// <summary>The rate per year of 360 days, as a fraction.</summary>
    public required decimal Rate { get; init; }

    /// <summary>The amount it is charged or paid on, in money; above zero.</summary>
    public required decimal Balance { get; init; }

    /// <summary>The money received; negative if paid.</summary>
    public required decimal Cash { get; init; }

    internal static InterestRow Of(PortfolioDescription portfolio, in InterestRecord record)
    {
        InterestEvent interest = record.Interest;
        return new InterestRow
        {
            Sequence = record.Sequence,
            Time = new DateTime(interest.Time, DateTimeKind.Utc),
            Portfolio = portfolio.Name,
            Type = interest.Type,
            Symbol = interest.Instrument?.Symbol,
            Days = interest.Days,
            Rate = interest.Rate,
            Balance = interest.Balance,
            Cash = interest.Cash,
        };
    }

    internal static InterestRow Read(ReadTable table, int row) => new()
    {
        Sequence = table.Integer("seq", row),
        Time = table.Time("time", row),
        Portfolio = table.Text("portfolio", row),
        Type = table.Word<InterestType>("type", row),
        Symbol = table.TextOrNone("symbol", row),
        Days = table.Id("days", row),
        Rate = table.Money("rate", row),
        Balance = table.Money("balance", row),
        Cash = table.Money("cash", row),
    };
}
