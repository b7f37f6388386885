using CsCheck;

namespace Backtest.Tests;

public sealed class CausalityTests
{
    [Fact]
    public void No_row_of_any_table_refers_to_a_later_one() => Gen.Int[0, 100_000].Sample(seed =>
    {
        var recorder = new Sequences();
        Walk.Scenario(seed).WithDividend(9, 0.1m).Unrecorded(new RunOptions { Recorder = recorder });

        Assert.Empty(recorder.Backward);
        Assert.NotEqual(0, recorder.Rows);
    }, iter: 100);

    /// <summary>Checks the references of each row: the rows it follows from must have lower numbers.</summary>
    private sealed class Sequences : IRunRecorder
    {
        private readonly Dictionary<(int Portfolio, int Id), long> _signals = [];
        private readonly Dictionary<(int Portfolio, int Id), long> _orders = []; // the sequence of each order's last state
        private readonly Dictionary<(int Portfolio, int Id), long> _submitted = []; // the sequence of its first state
        private readonly Dictionary<(int Portfolio, int Id), long> _turns = [];
        private readonly Dictionary<(int Portfolio, int Strategy, string Symbol), decimal> _held = [];
        private readonly Queue<(int Strategy, string Symbol, long Sequence)> _closing = []; // fills that close a trade
        private readonly HashSet<(int Portfolio, long Sequence)> _seen = [];

        public List<string> Backward { get; } = [];

        public int Rows => _seen.Count;

        public void Begin(RunDescription run)
        {
        }

        public void Record(RunJournal journal)
        {
            for (int p = 0; p < journal.Portfolios.Count; p++)
                Record(p, journal.Portfolios[p]);
        }

        public void End(BacktestResult result)
        {
        }

        private void Record(int portfolio, PortfolioJournal journal)
        {
            foreach (SignalRecord row in journal.Signals.Span)
            {
                _signals.Add((portfolio, row.Signal.Id), row.Sequence);
                Take(portfolio, row.Sequence, after: 0, "signal");
            }

            foreach (OrderStateRecord row in journal.OrderStates.Span)
            {
                Take(portfolio, row.Sequence, _orders.GetValueOrDefault((portfolio, row.OrderId)), "order state");
                _orders[(portfolio, row.OrderId)] = row.Sequence;
                if (_submitted.TryAdd((portfolio, row.OrderId), row.Sequence))
                    _turns[(portfolio, row.OrderId)] = row.Turn;
            }

            foreach (OrderRecord row in journal.Orders.Span)
            {
                long cause = row.Order.SignalId == 0 ? 0 : _signals[(portfolio, row.Order.SignalId)];
                if (row.Sequence <= cause)
                    Backward.Add($"order {row.Order.Id} has {row.Sequence}, its signal {cause}");
            }

            foreach (FillRecord row in journal.Fills.Span)
            {
                Take(portfolio, row.Sequence, after: _submitted[(portfolio, row.Fill.OrderId)], "fill");
                if (row.Fill.Time == row.Fill.BarStart && row.Turn <= _turns[(portfolio, row.Fill.OrderId)])
                    Backward.Add($"fill {row.Fill.Id} is of turn {row.Turn}, its order as well");
                var key = (portfolio, row.Fill.StrategyIndex, row.Fill.Instrument.Symbol);
                decimal held = _held.GetValueOrDefault(key) + (row.Fill.Side == Side.Buy ? row.Fill.Quantity : -row.Fill.Quantity);
                _held[key] = held;
                if (held == 0)
                    _closing.Enqueue((row.Fill.StrategyIndex, row.Fill.Instrument.Symbol, row.Sequence));
            }

            foreach (ActionRecord row in journal.Actions.Span)
                Take(portfolio, row.Sequence, after: 0, "action");
            foreach (TradeRecord row in journal.Trades.Span)
            {
                (int strategy, string symbol, long closing) = _closing.Dequeue();
                Assert.Equal((strategy, symbol), (row.Trade.StrategyIndex, row.Trade.Instrument.Symbol));
                Take(portfolio, row.Sequence, closing, "trade");
            }
        }

        private void Take(int portfolio, long sequence, long after, string what)
        {
            if (!_seen.Add((portfolio, sequence)))
                Backward.Add($"{what} {sequence} has a number another row has");
            if (sequence <= after)
                Backward.Add($"{what} {sequence} follows from {after}");
        }
    }
}
