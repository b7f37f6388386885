using Backtest.Engine;

namespace Backtest.Research;

/// <summary>Counts the trades a run closes on each day, over all portfolios.</summary>
/// <param name="days">The days, in order. A trade closed on another day counts on the last of these days before it.</param>
internal sealed class ClosedTradesRecorder(DateOnly[] days) : IRunRecorder
{
    private readonly int[] _days = [.. days.Select(day => day.DayNumber)];
    private RunDescription? _run;

    /// <summary>The number of trades closed on each day.</summary>
    public int[] Trades { get; } = new int[days.Length];

    /// <summary>The regimes of a classifier of the run.</summary>
    public IReadOnlyList<string> RegimesOf(string classifier) => _run!.Classifiers.Single(each => each.Name == classifier).States;

    /// <inheritdoc/>
    public void Begin(RunDescription run) => _run = run;

    /// <inheritdoc/>
    public void Record(RunJournal journal)
    {
        foreach (PortfolioJournal portfolio in journal.Portfolios)
        {
            foreach (ref readonly TradeRecord record in portfolio.Trades.Span)
                Count(record.Trade.ExitBarStart, portfolio.Equity);
        }
    }

    /// <inheritdoc/>
    public void End(BacktestResult result)
    {
    }

    /// <summary>
    /// A trade belongs to the trading day of the turn that ends the bar it was closed on; after the last turn, to the day of that turn.
    /// </summary>
    private void Count(long barStart, EquityColumns equity)
    {
        ReadOnlySpan<long> ends = equity.Time.AsSpan(0, equity.Count);
        if (ends.IsEmpty)
        {
            Count(DateOnly.FromDateTime(new DateTime(barStart, DateTimeKind.Utc)).DayNumber);
            return;
        }

        int row = ends.BinarySearch(barStart);
        row = row < 0 ? ~row : row + 1;
        Count(equity.Day[Math.Min(row, equity.Count - 1)]);
    }

    private void Count(int day)
    {
        int place = Array.BinarySearch(_days, day);
        place = place < 0 ? ~place - 1 : place;
        if (place >= 0)
            Trades[place]++;
    }
}
