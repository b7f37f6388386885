using Backtest.Abstractions.Runtime;
using Backtest.Testing;

namespace Backtest.Tests;

/// <summary>The built-in models obey the laws for models of plugins.</summary>
public sealed class BuiltInModelTests
{
    private static readonly CommissionConfig.PerShare PerShare = new(0.005m) { Minimum = 1, Maximum = 0.01m };

    public static TheoryData<PluginFactory> Models => new()
    {
        new Path(new FixedPath(PathOrder.Worse)),
        new Path(new FixedPath(PathOrder.HighFirst)),
        new Path(new NearestExtremePath()),
        new Matching(new StandardMatching()),
        new Matching(new TradedThroughMatching()),
        new Matching(new BacktestingPyMatching()),
        new Matching(new BacktraderMatching()),
        new Matching(new LeanMatching()),
        new Matching(new NautilusMatching()),
        new Matching(new TradingViewMatching()),
        new Slippage(new FixedSlippage(0.02m)),
        new Slippage(new BasisPointsSlippage(5)),
        new Slippage(new HalfSpreadSlippage()),
        new Slippage(new VolumeShareSlippage(0.1m, 0.025m)),
        new Slippage(new VolatilitySlippage(0.5m)),
        new Slippage(new SquareRootSlippage(1)),
        new Slippage(new AlmgrenSlippage(10_000_000, 1)),
        new Commission(new PerShareCommission(PerShare)),
        new Commission(new PercentCommission(maker: -0.0001m, taker: 0.0005m)),
        new Commission(new PerOrderCommission(1)),
        new Commission(new CommissionSum([new PerOrderCommission(1), new PerShareCommission(PerShare)])),
        new Account(new LeverageAccount(2)),
        new Account(new CashAccount()),
        new Account(new RegTAccount(new AccountConfig.RegT())),
        new Account(new PortfolioPercentAccount(new AccountConfig.PortfolioPercent(Value: 0.15m, Minimum: 0))),
    };

    [Theory, MemberData(nameof(Models), DisableDiscoveryEnumeration = true)]
    public void A_model_that_is_built_in_keeps_the_laws_of_its_kind(PluginFactory model)
    {
        ConformanceReport report = ExecutionConformance.Examine(model);

        Assert.All(report.Findings, finding => Assert.True(finding.Verdict == ConformanceVerdict.Held, report.ToString()));
    }

    [Fact]
    public void One_held_to_the_laws_of_another_kind_is_told_where_its_own_are() => Assert.Equal(
        "'built-in' has its own laws, like every slippage model: ExecutionConformance examines it. (Parameter 'factory')",
        Assert.Throws<ArgumentException>(() => Testing.Conformance.Examine(new Slippage(new FixedSlippage(1)))).Message);

    private static PluginDescriptor Describe(PluginKind kind, object model) =>
        new() { Kind = kind, Id = "built-in", Type = model.GetType(), Handlers = [] };

    private sealed class Path(IPricePath model) : PricePathFactory
    {
        public override PluginDescriptor Descriptor { get; } = Describe(PluginKind.PricePath, model);

        public override void Validate(ParameterMap parameters, BindingContext context, ParameterErrors errors)
        {
        }

        public override IPricePath Create(ParameterMap parameters, BindingContext context) => model;
    }

    private sealed class Matching(IOrderMatching model) : OrderMatchingFactory
    {
        public override PluginDescriptor Descriptor { get; } = Describe(PluginKind.OrderMatching, model);

        public override void Validate(ParameterMap parameters, BindingContext context, ParameterErrors errors)
        {
        }

        public override IOrderMatching Create(ParameterMap parameters, BindingContext context) => model;
    }

    private sealed class Slippage(ISlippageModel model) : SlippageModelFactory
    {
        public override PluginDescriptor Descriptor { get; } = Describe(PluginKind.SlippageModel, model);

        public override void Validate(ParameterMap parameters, BindingContext context, ParameterErrors errors)
        {
        }

        public override ISlippageModel Create(ParameterMap parameters, BindingContext context) => model;
    }

    private sealed class Commission(ICommissionModel model) : CommissionModelFactory
    {
        public override PluginDescriptor Descriptor { get; } = Describe(PluginKind.CommissionModel, model);

        public override void Validate(ParameterMap parameters, BindingContext context, ParameterErrors errors)
        {
        }

        public override ICommissionModel Create(ParameterMap parameters, BindingContext context) => model;
    }

    private sealed class Account(IAccount model) : AccountFactory
    {
        public override PluginDescriptor Descriptor { get; } = Describe(PluginKind.Account, model);

        public override void Validate(ParameterMap parameters, BindingContext context, ParameterErrors errors)
        {
        }

        public override IAccount Create(ParameterMap parameters, BindingContext context) => model;
    }
}
