namespace Backtest;

/// <summary>Decides what an account lets a portfolio hold. A pure function of its arguments.</summary>
public interface IAccount
{
    /// <summary>Whether it allows shorts; otherwise signals to enter short are vetoed.</summary>
    bool TakesShorts => true;

    /// <summary>
    /// The ratio of gross notional to equity up to which it allows every entry, so that most need no exact check; 0 if each needs one.
    /// </summary>
    double AssuredLeverage => 0;

    /// <summary>Whether it requires a maintenance margin at the closes of bars.</summary>
    bool HasMaintenance => false;

    /// <summary>Whether its maintenance margin depends on the ends of trading days, for which data shorter than daily must have a calendar.</summary>
    bool NeedsSessionCloses => false;

    /// <summary>
    /// Whether it allows the holdings after an entry, at the price of the fill. If it allows a quantity of an entry, it allows any smaller one that
    /// does not offset less of an opposite position.
    /// </summary>
    bool Bears(in AccountState after);

    /// <summary>
    /// The money that equity must not fall below at a close; if it does, positions are closed at the next open until it suffices. Smaller holdings
    /// never require more.
    /// </summary>
    double Maintenance(in MarginTerms held) => 0;
}
