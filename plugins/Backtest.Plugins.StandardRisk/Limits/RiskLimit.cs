namespace Backtest.Plugins.StandardRisk;

/// <summary>A limit on entries or on the whole portfolio.</summary>
public abstract record RiskLimit
{
    private protected RiskLimit()
    {
    }

    /// <summary>Its type, as written in the run file and the results.</summary>
    internal abstract string Name { get; }

    /// <summary>The value it allows at most.</summary>
    internal abstract double Threshold { get; }

    /// <summary>Whether it applies to the portfolio as a whole rather than to the instrument of an entry.</summary>
    internal virtual bool IsPortfolioWide => true;

    /// <summary>The tighter of two limits of the same type.</summary>
    internal virtual RiskLimit Tighter(RiskLimit other) => other.Threshold < Threshold ? other : this;

    /// <summary>How much of the wanted quantity it allows; none if the result is not above zero.</summary>
    internal virtual decimal Room(in EntryRequest entry, decimal wanted) => wanted;

    /// <summary>The value it would measure once the wanted quantity is entered.</summary>
    internal virtual double Measured(in EntryRequest entry, decimal wanted) => double.NaN;
}
