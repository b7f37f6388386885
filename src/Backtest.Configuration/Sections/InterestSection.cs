using Backtest.Configuration.Keys;
using Backtest.Engine;

namespace Backtest.Configuration.Sections;

/// <summary><c>interest</c>: what is paid on borrowed money and on cash.</summary>
internal static class InterestSection
{
    private const int MostBorrow = 10;

    private static readonly Key<InterestConfig, decimal> Borrow = new(
        "borrow",
        Kinds.Decimal(Bounds.Between(0, MostBorrow)),
        interest => interest.Borrow,
        "The yearly rate paid on the market value of short positions, as a fraction.");

    private static readonly Key<InterestConfig, IReadOnlyList<KeyValuePair<string, decimal>>?> BorrowBySymbol = new(
        "borrow_by_symbol",
        new MapKind<decimal>(Kinds.Decimal(Bounds.Between(0, MostBorrow)))!,
        interest => interest.BorrowBySymbol is { Count: > 0 } rates ? rates : null,
        "The same rate for single symbols, instead of 'borrow'.");

    private static readonly Key<InterestConfig, decimal> Margin = new(
        "margin", Kinds.Decimal(Bounds.Between(0, 1)), interest => interest.Margin, "The yearly rate paid on borrowed money, as a fraction.");

    private static readonly Key<InterestConfig, decimal> Cash = new(
        "cash", Kinds.Decimal(Bounds.Between(0, 1)), interest => interest.Cash, "The yearly rate received on cash, as a fraction.");

    /// <summary>The section.</summary>
    public static ValueKind<InterestConfig> Kind { get; } = new ObjectKind<InterestConfig>(
        [Borrow, BorrowBySymbol, Margin, Cash],
        map => new InterestConfig
        {
            Borrow = map.Get(Borrow),
            BorrowBySymbol = map.Get(BorrowBySymbol) ?? [],
            Margin = map.Get(Margin),
            Cash = map.Get(Cash),
            Position = map.Position,
        });
}
