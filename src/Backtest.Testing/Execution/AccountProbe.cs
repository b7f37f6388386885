namespace Backtest.Testing;

/// <summary>Holds an account to its laws.</summary>
internal sealed class AccountProbe(Func<IAccount> create) : ModelProbe<IAccount>(create)
{
    // Just below the whole, where a decimal and a double may round differently.
    private const decimal NearlyAll = 0.999m;
    private const double HighestLeverage = 1_000;

    private static readonly decimal[] Equities = [500, 10_000, 1_000_000];
    private static readonly decimal[] Shares = [0, 0.05m, 0.3m, 0.5m, 0.9m, 1, 1.3m, 2, 4, 10];

    private static readonly IReadOnlyList<AccountState> Known =
    [
        .. from equity in Equities
           from longs in Shares
           from shorts in Shares
           select new AccountState(equity, longs * equity, shorts * equity),
    ];

    protected override IReadOnlyList<ModelQuestion<IAccount>> Questions { get; } =
    [
        .. Known.Select(state => new ModelQuestion<IAccount>(Text(state), account => account.Bears(state).ToString(), _ => null)),
        .. from state in Known
           from endsDay in new[] { false, true }
           let held = new MarginTerms((double)state.Longs, (double)state.Shorts, endsDay)
           select new ModelQuestion<IAccount>(
               $"the maintenance margin of {Text(state)}",
               account => FormattableString.Invariant($"{account.Maintenance(held):R}"),
               account => account.Maintenance(held) is >= 0 and < double.PositiveInfinity ? null : "is not an amount of money"),
    ];

    protected override string Sense => "Return a maintenance margin in money, zero or above.";

    protected override IEnumerable<ModelLaw> OwnLaws =>
    [
        new(
            LawNames.Declarations, "it allows what AssuredLeverage and TakesShorts promise, and needs no margin without HasMaintenance",
            "Declare only what the answers fulfill: the host relies on the declarations without asking.", Undeclared),
        new(
            LawNames.SmallerEntries, "it allows less of what it allows, and less never needs a higher maintenance margin",
            "Allow every smaller entry of an allowed one, and let the margin grow with what is held: the host looks for the largest entry that fits.", Growing),
    ];

    private static string Text(in AccountState state) =>
        FormattableString.Invariant($"{state.Longs} long and {state.Shorts} short with an equity of {state.Equity}");

    private string? Undeclared()
    {
        IAccount account = Create();
        decimal assured = (decimal)Math.Min(account.AssuredLeverage, HighestLeverage) * NearlyAll;
        foreach (decimal equity in Equities)
        {
            foreach (decimal shortShare in account.TakesShorts ? new[] { 0, 0.5m, 1 } : [0])
            {
                decimal gross = assured * equity;
                AccountState state = new(equity, gross * (1 - shortShare), gross * shortShare);
                if (assured > 0 && !account.Bears(state))
                    return FormattableString.Invariant($"it does not allow {Text(state)}, which is within its AssuredLeverage of {account.AssuredLeverage:R}");
            }
        }

        return account.HasMaintenance || Known.All(state => account.Maintenance(Held(state)) == 0)
            ? null
            : "it needs a maintenance margin, but its HasMaintenance is false";
    }

    private string? Growing()
    {
        IAccount account = Create();
        foreach (AccountState state in Known)
        {
            AccountState[] less = [state with { Longs = state.Longs / 2 }, state with { Shorts = state.Shorts / 2 }];
            foreach (AccountState smaller in less)
            {
                if (account.Bears(state) && !account.Bears(smaller))
                    return $"it allows {Text(state)}, but not {Text(smaller)}";
                if (account.Maintenance(Held(smaller)) > account.Maintenance(Held(state)))
                    return $"it needs more margin for {Text(smaller)} than for {Text(state)}";
            }
        }

        return null;
    }

    private static MarginTerms Held(in AccountState state) => new((double)state.Longs, (double)state.Shorts, EndsDayOfEntry: false);
}
