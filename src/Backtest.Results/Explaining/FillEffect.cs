using Backtest.Engine;

namespace Backtest.Results;

/// <summary>What a fill changed.</summary>
/// <param name="Fill">The fill.</param>
/// <param name="HeldBefore">What its strategy held of the symbol before it; below zero short.</param>
/// <param name="HeldAfter">What it held after it.</param>
/// <param name="CashBefore">The portfolio's cash before it.</param>
/// <param name="CashAfter">The portfolio's cash after it.</param>
public readonly record struct FillEffect(FillRow Fill, decimal HeldBefore, decimal HeldAfter, decimal CashBefore, decimal CashAfter)
{
    /// <summary>Follows cash and positions of a portfolio from its capital through every fill, split and dividend.</summary>
    /// <param name="run">The run.</param>
    /// <param name="portfolio">The portfolio.</param>
    /// <returns>The effects of its fills, by their ids.</returns>
    public static IReadOnlyDictionary<int, FillEffect> Of(StoredRun run, string portfolio)
    {
        var effects = new Dictionary<int, FillEffect>();
        var held = new Dictionary<(string Strategy, string Symbol), decimal>();
        decimal cash = (decimal)(run.Metrics?.Portfolios.GetValueOrDefault(portfolio)?.InitialCapital ?? 0);
        var changes = run.Fills.Where(fill => fill.Portfolio == portfolio).Select(fill => (fill.Sequence, Fill: (FillRow?)fill, Action: (ActionRow?)null))
            .Concat(run.Actions.Where(action => action.Portfolio == portfolio).Select(action => (action.Sequence, Fill: (FillRow?)null, Action: (ActionRow?)action)))
            .OrderBy(change => change.Sequence);
        foreach ((_, FillRow? fill, ActionRow? action) in changes)
        {
            if (action is { } paid)
            {
                cash += paid.Cash;
                if (paid.Type == ActionType.Split)
                    held[(paid.Strategy, paid.Symbol)] = paid.Quantity;
            }
            else if (fill is { } filled)
            {
                decimal before = held.GetValueOrDefault((filled.Strategy, filled.Symbol));
                decimal signed = filled.Side == Side.Buy ? filled.Quantity : -filled.Quantity;
                decimal left = cash - (signed * filled.Price * ManifestTree.MultiplierOf(run.Manifest.Config, filled.Symbol)) - filled.Commission;
                effects.Add(filled.Id, new FillEffect(filled, before, before + signed, cash, left));
                held[(filled.Strategy, filled.Symbol)] = before + signed;
                cash = left;
            }
        }

        return effects;
    }
}
