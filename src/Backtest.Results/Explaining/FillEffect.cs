using Backtest.Engine;

namespace Backtest.Results;

/// <summary>The effect of a fill.</summary>
/// <param name="Fill">The fill.</param>
/// <param name="HeldBefore">The quantity its strategy held of the symbol before it; negative if short.</param>
/// <param name="HeldAfter">The quantity held after it.</param>
/// <param name="CashBefore">The portfolio's cash before it.</param>
/// <param name="CashAfter">The portfolio's cash after it.</param>
public readonly record struct FillEffect(FillRow Fill, decimal HeldBefore, decimal HeldAfter, decimal CashBefore, decimal CashAfter)
{
    /// <summary>Follows the cash and positions of a portfolio from its capital through every fill, split and dividend.</summary>
    /// <param name="run">The run.</param>
    /// <param name="portfolio">The portfolio.</param>
    /// <returns>The effects of its fills, by their ids.</returns>
    public static IReadOnlyDictionary<int, FillEffect> Of(StoredRun run, string portfolio)
    {
        var effects = new Dictionary<int, FillEffect>();
        var held = new Dictionary<(string Strategy, string Symbol), decimal>();
        decimal cash = (decimal)(run.Metrics?.Portfolios.GetValueOrDefault(portfolio)?.InitialCapital ?? 0);
        // Fills, actions and interest of a portfolio are each in order, and happen in the order of their sequence numbers.
        ActionRow[] actions = [.. run.Actions.Where(action => action.Portfolio == portfolio)];
        InterestRow[] interest = [.. run.Interest.Where(row => row.Portfolio == portfolio)];
        (int next, int paid) = (0, 0);
        foreach (FillRow fill in run.Fills)
        {
            if (fill.Portfolio != portfolio)
                continue;
            for (; next < actions.Length && actions[next].Sequence < fill.Sequence; next++)
                Apply(actions[next]);
            for (; paid < interest.Length && interest[paid].Sequence < fill.Sequence; paid++)
                cash += interest[paid].Cash;
            decimal before = held.GetValueOrDefault((fill.Strategy, fill.Symbol));
            decimal signed = fill.Side == Side.Buy ? fill.Quantity : -fill.Quantity;
            decimal left = cash - (signed * fill.Price * ManifestTree.MultiplierOf(run.Manifest.Config, fill.Symbol)) - fill.Commission;
            effects.Add(fill.Id, new FillEffect(fill, before, before + signed, cash, left));
            held[(fill.Strategy, fill.Symbol)] = before + signed;
            cash = left;
        }

        return effects;

        void Apply(ActionRow action)
        {
            cash += action.Cash;
            if (action.Type == ActionType.Split)
                held[(action.Strategy, action.Symbol)] = action.Quantity;
        }
    }
}
