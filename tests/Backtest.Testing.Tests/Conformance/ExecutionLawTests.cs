using System.Globalization;

namespace Backtest.Tests;

/// <summary>An execution model that breaks a law gets a finding that names it, and one that obeys all laws gets none.</summary>
public sealed class ExecutionLawTests
{
    private static readonly Counter Asked = new();

    public static TheoryData<string, Func<object>> Broken => new()
    {
        { LawNames.Runs, () => new Slippage(_ => -0.01m) },
        { LawNames.Runs, () => new Slippage(fill => (decimal)fill.SessionVolatility) { Needs = SlippageNeeds.Sessions } },
        { LawNames.Determinism, () => new Slippage(_ => Asked.Next()) },
        { LawNames.Declarations, () => new Slippage(fill => (decimal)fill.Bar.Volume) },
        { LawNames.Declarations, () => new Slippage(fill => double.IsNaN(fill.Spread) ? 0 : (decimal)fill.Spread) { Needs = SlippageNeeds.Volume } },
        { LawNames.Runs, () => new Commission(order => 1 / Math.Floor(order.Quantity)) },
        { LawNames.Determinism, () => new Commission(_ => CultureInfo.CurrentCulture.NumberFormat.NegativeSign[0]) },
        { LawNames.Determinism, () => new Commission(_ => (decimal)TimeZoneInfo.Local.BaseUtcOffset.TotalHours) },
        { LawNames.Declarations, () => new Commission(order => order.Quantity) },
        { LawNames.Runs, () => new Account { Margin = _ => -1, HasMaintenance = true } },
        { LawNames.Determinism, () => new Account { Borne = _ => Asked.Next() % 2 == 0 } },
        { LawNames.Declarations, () => new Account { AssuredLeverage = 2 } },
        { LawNames.Declarations, () => new Account { Borne = state => state.Shorts == 0 && state.Gross <= state.Equity, AssuredLeverage = 1 } },
        { LawNames.Declarations, () => new Account { Margin = held => held.Longs } },
        { LawNames.SmallerEntries, () => new Account { Borne = state => state.Longs >= state.Equity / 2 } },
        { LawNames.SmallerEntries, () => new Account { Margin = held => held.Longs > 6_000 ? 1 : 2, HasMaintenance = true } },
        { LawNames.Runs, () => new Path(_ => (PathOrder)17) },
        { LawNames.Determinism, () => new Path(_ => Asked.Next() % 2 == 0 ? PathOrder.Worse : PathOrder.Better) },
        { LawNames.Runs, () => new Matching { Price = -5 } },
        { LawNames.Runs, () => new Matching { Progress = 4 } },
        { LawNames.Determinism, () => new Matching { FillsOnce = true } },
        { LawNames.Declarations, () => new Matching { Late = 1 } },
    };

    public static TheoryData<Func<object>> Kept => new()
    {
        () => new Slippage(fill => fill.Bar.Volume > 0 ? fill.Quantity / (decimal)fill.Bar.Volume : 1) { Needs = SlippageNeeds.Volume },
        () => new Slippage(fill => double.IsNaN(fill.Spread) ? 0 : (decimal)fill.Spread) { Needs = SlippageNeeds.Quotes },
        () => new Commission(order => order.Quantity) { CountsUnits = true },
        () => new Commission(order => order.IsMaker ? -order.Value / 10_000 : order.Value / 1_000),
        () => new Account { AssuredLeverage = 1 },
        () => new Account { Borne = state => state.Shorts == 0 && state.Cash >= 0, TakesShorts = false, AssuredLeverage = 1 },
        () => new Account { Margin = held => held.Longs / 4, HasMaintenance = true },
        () => new Path(bar => bar.Close > bar.Open ? PathOrder.LowFirst : PathOrder.HighFirst),
        () => new Matching(),
    };

    [Theory, MemberData(nameof(Broken), DisableDiscoveryEnumeration = true)]
    public void A_law_that_is_broken_is_named(string law, Func<object> create)
    {
        ConformanceFinding broken = Assert.Single(Examine(create), finding => finding.Verdict == ConformanceVerdict.Broken);
        Assert.Equal(law, broken.Law);
        Assert.NotNull(broken.Fix);
    }

    [Theory, MemberData(nameof(Kept), DisableDiscoveryEnumeration = true)]
    public void One_that_keeps_them_all_conforms(Func<object> create) =>
        Assert.All(Examine(create), finding => Assert.Equal(ConformanceVerdict.Held, finding.Verdict));

    [Fact]
    public void A_finding_says_what_was_asked_and_what_was_answered() => Assert.Equal(
        "it does not allow 999.000 long and 0.000 short with an equity of 500, which is within its AssuredLeverage of 2",
        Examine(() => new Account { AssuredLeverage = 2 })[2].Detail);

    private static IReadOnlyList<ConformanceFinding> Examine(Func<object> create) => ModelLaw.Examine(
        create() switch
        {
            ISlippageModel => new SlippageProbe(() => (ISlippageModel)create()).Laws,
            ICommissionModel => new CommissionProbe(() => (ICommissionModel)create()).Laws,
            IAccount => new AccountProbe(() => (IAccount)create()).Laws,
            IPricePath => new PricePathProbe(() => (IPricePath)create()).Laws,
            _ => new OrderMatchingProbe(() => (IOrderMatching)create()).Laws,
        });

    private sealed class Slippage(Func<SlippageTerms, decimal> lost) : ISlippageModel
    {
        public SlippageNeeds Needs { get; init; }

        decimal ISlippageModel.Slippage(in SlippageTerms fill) => lost(fill);
    }

    private sealed class Commission(Func<CommissionTerms, decimal> cost) : ICommissionModel
    {
        public bool CountsUnits { get; init; }

        decimal ICommissionModel.Commission(in CommissionTerms order) => cost(order);
    }

    private sealed class Account : IAccount
    {
        public Func<AccountState, bool> Borne { get; init; } = state => state.Gross <= state.Equity;

        public Func<MarginTerms, double> Margin { get; init; } = _ => 0;

        public bool TakesShorts { get; init; } = true;

        public double AssuredLeverage { get; init; }

        public bool HasMaintenance { get; init; }

        public bool Bears(in AccountState after) => Borne(after);

        public double Maintenance(in MarginTerms held) => Margin(held);
    }

    private sealed class Path(Func<MatchedBar, PathOrder> order) : IPricePath
    {
        public PathOrder Order(in MatchedBar bar, Direction position) => order(bar);
    }

    /// <summary>Fills limit orders that are touched, with optional defects.</summary>
    private sealed class Matching : IOrderMatching
    {
        private bool _hasFilled;

        public double? Price { get; init; }

        public double Progress { get; init; } = 1;

        public bool FillsOnce { get; init; }

        public int Late { get; init; }

        public int LastDay(IRestingOrder order, int firstDay) => firstDay;

        public double AtOpen(IRestingOrder order, in MatchedBar bar) => double.NaN;

        public BarTouch Within(IRestingOrder order, in BarPath path)
        {
            ref readonly OrderEvent terms = ref order.Order;
            bool isMet = terms.Type == OrderType.Limit && (terms.Side == Side.Buy ? path.Bar.Low <= terms.LimitPrice : path.Bar.High >= terms.LimitPrice);
            if (!isMet || (FillsOnce && _hasFilled))
                return BarTouch.None;
            _hasFilled = true;
            return new BarTouch(Progress, Price ?? terms.LimitPrice);
        }

        public int Next(IRestingOrder order, ReadOnlySpan<double> highs, ReadOnlySpan<double> lows) =>
            Math.Min(highs.Length, Late + BarSearch.FirstTouch(order, highs, lows));
    }

    private sealed class Counter
    {
        private int _count;

        public int Next() => Interlocked.Increment(ref _count);
    }
}
