namespace Backtest.Engine;

/// <summary>
/// Announces symbols of a portfolio that no longer trade, either because of an action or because they went without a bar for too long. After the
/// closes of a turn, the symbol's orders are canceled and its positions settled, at the action's price or at the last close. If bars return, the
/// symbol trades again.
/// </summary>
[Reads<Market>]
[Reads<OrderExecution>]
[Reads<RegimeFeed>(ReadTime.Before)]
[Reads<Portfolio>(ReadTime.Before)]
[Reads<StrategyGroup>(ReadTime.Before)]
public sealed class Delistings
{
    private readonly ActionSchedule _schedule;
    private readonly DelistingClock _clock;
    private readonly decimal _return;
    private readonly Portfolio _portfolio;
    private readonly Market _market;
    private readonly WorkingOrders _working;
    private readonly int[] _nextAction; // by the index of the instruments
    private readonly List<SilentSymbol> _silent = [];
    private readonly List<SilentSymbol> _left = [];
    private long _nextCheck; // before this time, no gap without bars is too long
    private int _asked = -1; // the instrument of the clock's last answer
    private long _askedEnd;
    private long _answer;

    internal Delistings(
        ActionSchedule schedule, DelistingClock clock, decimal delistingReturn, Portfolio portfolio, Market market, WorkingOrders working)
    {
        _schedule = schedule;
        _clock = clock;
        _return = delistingReturn;
        _portfolio = portfolio;
        _market = market;
        _working = working;
        _nextAction = new int[market.Series.Length];
    }

    /// <summary>The symbols settled because they had no bars.</summary>
    internal IReadOnlyList<SilentSymbol> Silent => _silent;

    /// <summary>The symbols that should have had more bars, determined at the end of the run.</summary>
    internal IReadOnlyList<SilentSymbol> Left => _left;

    /// <summary>Emits the delistings due by the end of the turn.</summary>
    [RunsAfterFault]
    public void OnBar(in Turn turn, IDelistingEvents delistings)
    {
        if (_schedule.HasDelistings)
            SettleActions(turn.End, delistings);
        if (turn.End >= _nextCheck)
            SettleSilent(turn.End, delistings);
        if (turn.IsLast)
            FindLeft(turn.End);
    }

    /// <summary>
    /// Advances the time of the next check as if it had checked in the turns of a stretch. No symbol can lack bars there if each has one in every
    /// turn, but the time of the next check depends on the checks before it.
    /// </summary>
    public void OnQuiet(QuietStretch stretch)
    {
        BarChunk chunk = stretch.Chunk!;
        if (!chunk.IsAligned)
            return;
        for (int turn = Math.Max(stretch.From, chunk.TurnAt(_nextCheck)); turn < stretch.To; turn = chunk.TurnAt(_nextCheck))
            _nextCheck = chunk.End(turn) + _clock.Shortest;
    }

    /// <summary>The first turn of a chunk by whose end anything may have to be settled; the end of the range if there is none.</summary>
    internal int Next(BarChunk chunk, int from, int to)
    {
        // A symbol with a bar in every turn has no gap.
        if (!chunk.IsAligned)
            to = Math.Min(to, Math.Max(from, chunk.TurnAt(_nextCheck)));
        for (int i = 0; i < _nextAction.Length && _schedule.HasDelistings; i++)
        {
            IReadOnlyList<Delisting> delistings = _schedule.DelistingsOf(i);
            if (_nextAction[i] < delistings.Count)
                to = Math.Min(to, Math.Max(from, chunk.TurnAt(_clock.Start(i, delistings[_nextAction[i]].Day) + 1)));
        }

        return to;
    }

    /// <summary>Whether anything must be settled by a time, UTC ticks.</summary>
    internal bool IsDue(long time)
    {
        for (int i = 0; i < _nextAction.Length && _schedule.HasDelistings; i++)
        {
            if (Concerns(i) && Next(i, time) is not null)
                return true;
        }

        if (time < _nextCheck)
            return false;
        SetNextCheck(time);
        return time >= _nextCheck;
    }

    private void SettleActions(long time, IDelistingEvents delistings)
    {
        for (int i = 0; i < _nextAction.Length; i++)
        {
            while (Next(i, time) is { } delisting)
            {
                _nextAction[i]++;
                if (Concerns(i))
                    Settle(i, time, delisting.Price ?? LastPrice(i), delistings);
            }
        }
    }

    /// <summary>The next action on an instrument, if the day of the action has begun by a time; otherwise <see langword="null"/>.</summary>
    private Delisting? Next(int instrument, long time)
    {
        IReadOnlyList<Delisting> delistings = _schedule.DelistingsOf(instrument);
        int next = _nextAction[instrument];
        return next < delistings.Count && _clock.Start(instrument, delistings[next].Day) < time ? delistings[next] : null;
    }

    private void SettleSilent(long time, IDelistingEvents delistings)
    {
        for (int i = 0; i < _nextAction.Length; i++)
        {
            if (!Concerns(i) || Due(i) > time)
                continue;
            decimal price = LastPrice(i);
            _silent.Add(Describe(i, price));
            Settle(i, time, price, delistings);
        }

        SetNextCheck(time);
    }

    private void SetNextCheck(long time)
    {
        // A symbol that is entered from now on has a bar first.
        _nextCheck = time + _clock.Shortest;
        for (int i = 0; i < _nextAction.Length; i++)
        {
            if (Concerns(i))
                _nextCheck = Math.Min(_nextCheck, Due(i));
        }
    }

    private void FindLeft(long end)
    {
        for (int i = 0; i < _nextAction.Length; i++)
        {
            if (Concerns(i) && _market.HasOpened(i) && _clock.Missed(i, _market.LastBar(i).End, end))
                _left.Add(Describe(i, _portfolio.ExactClose(_market.Series[i].Instrument)));
        }
    }

    private void Settle(int instrument, long time, decimal price, IDelistingEvents delistings) =>
        delistings.Emit(new DelistingEvent(new DateTime(time, DateTimeKind.Utc), _market.Series[instrument].Instrument, price));

    /// <summary>The settlement price of a unit if the action gives none.</summary>
    private decimal LastPrice(int instrument) => _portfolio.ExactClose(_market.Series[instrument].Instrument) * (1 + _return);

    /// <summary>Whether there is a position to settle or an order to cancel.</summary>
    private bool Concerns(int instrument) => _portfolio.IsHeld(instrument) || _working.HasAny(instrument);

    /// <summary>
    /// The time at which a gap without bars is too long; before its first bar, an instrument has no gap, because it has not begun to trade.
    /// </summary>
    private long Due(int instrument)
    {
        if (!_market.HasOpened(instrument))
            return long.MaxValue;
        long end = _market.LastEnd(instrument);
        // Instruments with the same calendar whose last bars ended together, as most do, are due together.
        if (_asked < 0 || end != _askedEnd || !_clock.AreAlike(_asked, instrument))
            (_asked, _askedEnd, _answer) = (instrument, end, _clock.Due(instrument, end));
        return _answer;
    }

    /// <summary>The number of units that strategies hold, long or short.</summary>
    private decimal Units(Instrument instrument)
    {
        decimal units = 0;
        for (int strategy = 0; strategy < _portfolio.Strategies; strategy++)
            units += Math.Abs(_portfolio.Holding(strategy, instrument).Quantity);
        return units;
    }

    private SilentSymbol Describe(int instrument, decimal price)
    {
        Instrument silent = _market.Series[instrument].Instrument;
        return new SilentSymbol(
            silent.Symbol,
            DateOnly.FromDayNumber(_market.LastBar(instrument).Day),
            Units(silent),
            _working.Of(instrument).Count(order => !order.IsDone),
            price);
    }
}
