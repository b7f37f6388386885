namespace Backtest;

/// <summary>Says what an account lets a portfolio hold. It is a pure function of what it is given.</summary>
public interface IAccount
{
    /// <summary>Whether it takes shorts; otherwise signals to enter short are vetoed.</summary>
    bool TakesShorts => true;

    /// <summary>
    /// Gross notional over equity up to which it bears every entry, so that most need not be looked at exactly; 0: each has to be.
    /// </summary>
    double AssuredLeverage => 0;

    /// <summary>Whether it asks for a maintenance margin at the closes of bars.</summary>
    bool HasMaintenance => false;

    /// <summary>Whether its maintenance margin goes by the ends of trading days, which data shorter than daily must have a calendar for.</summary>
    bool NeedsSessionCloses => false;

    /// <summary>
    /// Whether it bears what would be held after an entry, at the price of the fill. Where it bears a quantity of an entry, it bears any smaller
    /// one that does not offset less of an opposite position.
    /// </summary>
    bool Bears(in AccountState after);

    /// <summary>
    /// The money that equity must not fall below at a close; otherwise positions are closed at the next open until it does not. With less held
    /// it is no more.
    /// </summary>
    double Maintenance(in MarginTerms held) => 0;
}
