namespace Backtest.Plugins.StandardRisk;

/// <summary>What an entry, or the whole portfolio, is held within.</summary>
public abstract record RiskLimit
{
    private protected RiskLimit()
    {
    }

    /// <summary>Its type, as the run file and the results have it.</summary>
    internal abstract string Name { get; }

    /// <summary>What it allows.</summary>
    internal abstract double Threshold { get; }

    /// <summary>Whether it looks at the portfolio as a whole rather than at the instrument of an entry.</summary>
    internal virtual bool IsPortfolioWide => true;

    /// <summary>The tighter of two limits of one type.</summary>
    internal virtual RiskLimit Tighter(RiskLimit other) => other.Threshold < Threshold ? other : this;

    /// <summary>How many of the quantity wanted it allows; not above zero: none.</summary>
    internal virtual decimal Room(in EntryRequest entry, decimal wanted) => wanted;

    /// <summary>What it would measure once the quantity wanted is entered.</summary>
    internal virtual double Measured(in EntryRequest entry, decimal wanted) => double.NaN;
}
