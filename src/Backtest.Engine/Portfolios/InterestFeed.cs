namespace Backtest.Engine;

/// <summary>
/// Settles interest on the first turn of each trading day, for the calendar days since the last trading day, on balances held overnight at the last
/// closes. A day is 1/360 of a year. Interest is settled before anything else on that day.
/// </summary>
[Reads<TurnClock>]
[Reads<ActionFeed>(ReadTime.Before)]
[Reads<Market>(ReadTime.Before)]
[Reads<Portfolio>(ReadTime.Before)]
public sealed class InterestFeed
{
    private const int DaysOfYear = 360;
    private const int Decimals = 10;

    private readonly InterestConfig? _config;
    private readonly decimal[] _borrow; // by the index of the instruments
    private readonly Portfolio _portfolio;
    private readonly int _tradeFrom;
    private int? _day; // the last day settled; null before trading begins

    internal InterestFeed(InterestConfig? config, IReadOnlyList<Instrument> instruments, Portfolio portfolio, int tradeFrom)
    {
        _config = config;
        _borrow = [.. instruments.Select(instrument => config?.BorrowOf(instrument.Symbol) ?? 0)];
        _portfolio = portfolio;
        _tradeFrom = tradeFrom;
    }

    /// <summary>Emits the interest for the past days on the first turn of a day.</summary>
    [RunsAfterFault]
    public void OnBar(in Turn turn, IInterestEvents interest)
    {
        if (_config is null || turn.Day < _tradeFrom)
            return;
        int days = turn.Day - (_day ?? turn.Day);
        _day = turn.Day;
        if (days > 0)
            Settle(turn.Bars.IsEmpty ? turn.End : turn.Label, days, interest);
    }

    /// <summary>Records the days of a quiet stretch, on which there was no interest to settle.</summary>
    public void OnQuiet(QuietStretch stretch)
    {
        int day = stretch.Days[^1];
        if (_config is not null && day >= _tradeFrom)
            _day = day;
    }

    /// <summary>The first row of a stretch on which interest may have to be settled; the number of rows if there is none.</summary>
    internal int Next(QuietStretch stretch)
    {
        if (_config is null || !Accrues(_config))
            return stretch.Count;
        ReadOnlySpan<int> days = stretch.Days;
        int next = _day + 1 ?? _tradeFrom;
        int row = 0;
        while (row < days.Length && days[row] < next)
            row++;
        return row;
    }

    /// <summary>Whether any balance may bear interest at closes that are not yet known.</summary>
    private bool Accrues(InterestConfig config)
    {
        bool isShort = false;
        bool isBorrowed = false;
        foreach (Instrument instrument in _portfolio.Held)
        {
            if (_portfolio.Quantity(instrument) >= 0)
                continue;
            isShort = true;
            isBorrowed |= _borrow[instrument.Index] > 0;
        }

        // The value of shorts is subtracted from cash, so with shorts the balance may have either sign.
        return isBorrowed || (config.Margin > 0 && (isShort || _portfolio.Cash < 0)) || (config.Cash > 0 && _portfolio.Cash > 0);
    }

    private void Settle(long time, int days, IInterestEvents interest)
    {
        decimal cash = _portfolio.Cash;
        decimal shorts = 0;
        foreach (Instrument instrument in _portfolio.Held)
        {
            decimal quantity = _portfolio.Quantity(instrument);
            if (quantity >= 0)
                continue;
            decimal value = -instrument.PointValue(quantity) * _portfolio.ExactClose(instrument);
            shorts += value;
            Emit(InterestType.Borrow, instrument, _borrow[instrument.Index], value, sign: -1);
        }

        // The proceeds of shorts are collateral: they earn no interest and do not pay for longs.
        decimal balance = cash - shorts;
        if (balance < 0)
            Emit(InterestType.Margin, null, _config!.Margin, -balance, sign: -1);
        else
            Emit(InterestType.Cash, null, _config!.Cash, balance, sign: 1);

        void Emit(InterestType type, Instrument? instrument, decimal rate, decimal on, int sign)
        {
            decimal received = sign * Math.Round(on * rate * days / DaysOfYear, Decimals);
            if (received != 0)
                interest.Emit(new InterestEvent(time, type, instrument, days, rate, on, received));
        }
    }
}
