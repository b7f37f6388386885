using Backtest.Abstractions.Runtime;
using Backtest.Analyzers;
using Microsoft.CodeAnalysis.Diagnostics;

namespace Backtest.Tests;

/// <summary>Checks that every analyzer handles every contract; a kind of plugin without a sample here fails.</summary>
public sealed class ContractTests
{
    private const string Clock = "_ = DateTime.Now;";
    private const string Call = "{0}";

    // By the words of the contract; if a contract can be written in several ways, one sample for each.
    private static readonly (string Words, string Source)[] Samples =
    [
        ("strategy", "[Strategy(\"a\")] public sealed partial class A { public void OnBar(BarEvent bar) { {0} } }"),
        ("universe strategy",
            "[Strategy(\"a\", Scope = StrategyScope.Universe)] public sealed partial class A { public void OnTurn(in UniverseTurn turn) { {0} } }"),
        ("classifier",
            "[Classifier(\"a\")] public sealed partial class A { public IReadOnlyList<string> States => [\"up\"]; public void OnBar(BarEvent bar) { {0} } }"),
        ("risk manager", "[RiskManager(\"a\")] public sealed partial class A { public void OnSignals(in RiskTurn turn, IOrders orders) { {0} } }"),
        ("container", """
            public sealed class Home(MemberStrategies members) { [Role] public MemberStrategies Members { get; } = members; [Role] public Desk Desk { get; } = new(); }
            public sealed class Desk { public void OnSignal(in SignalEvent signal) { {0} } }
            [Container("a"), ContainerFactory(typeof(Home))] public sealed partial class A { public Home Create(ContainerParts parts) => new(parts.Members); }
            """),
        ("bar source", """
            [BarSource("a")]
            public sealed class A : IBarProvider
            {
                public IEnumerable<string> FindSymbols(BarRequest request) { {0} return ["A"]; }
                public IEnumerable<Bar> ReadBars(string symbol, BarRequest request, CancellationToken cancellation) => [];
            }
            """),
        ("search method", """
            [SearchMethod("a")]
            public sealed class A : ISearchMethod
            {
                public bool IsAdaptive => false;
                public IReadOnlyList<SearchProposal> Propose(SearchState state) { {0} return []; }
            }
            """),
        ("price path", """
            [PricePath("a")]
            public sealed class A : IPricePath
            {
                public PathOrder Order(in MatchedBar bar, Direction position) { {0} return PathOrder.Worse; }
            }
            """),
        ("slippage model", "[SlippageModel(\"a\")] public sealed class A : ISlippageModel { public decimal Slippage(in SlippageTerms fill) { {0} return 0; } }"),
        ("commission model",
            "[CommissionModel(\"a\")] public sealed class A : ICommissionModel { public decimal Commission(in CommissionTerms order) { {0} return 0; } }"),
        ("account", "[Account(\"a\")] public sealed class A : IAccount { public bool Bears(in AccountState after) { {0} return true; } }"),
        ("order matching", """
            [OrderMatching("a")]
            public sealed class A : IOrderMatching
            {
                public int LastDay(IRestingOrder order, int firstDay) => firstDay;
                public double AtOpen(IRestingOrder order, in MatchedBar bar) { {0} return double.NaN; }
                public BarTouch Within(IRestingOrder order, in BarPath path) => BarTouch.None;
            }
            """),
        ("indicator", Indicator("[IndicatorPlugin(\"a\")] public sealed partial class A : ISeriesIndicator<double>", "double value")),
        ("indicator", Indicator("public sealed class A : ISeriesIndicator<double>", "double value")),
        ("indicator", Indicator("public sealed class A : IBarIndicator<double>", "BarEvent bar")),
        ("indicator", Indicator("public sealed class A : IPairIndicator<double>", "double first, double second")),
        ("indicator", Indicator("public static class Holder { public struct A : IPairIndicator<double>", "double first, double second") + "}"),
    ];

    public static TheoryData<string> Sources => [.. Samples.Select(sample => sample.Source)];

    [Fact]
    public void Every_contract_has_a_sample()
    {
        string[] contracts = [.. PluginContractAttribute.All.Select(contract => contract.Words).Order(StringComparer.Ordinal)];
        Assert.NotEmpty(contracts);
        Assert.Equal(contracts, Samples.Select(sample => sample.Words).Distinct().Order(StringComparer.Ordinal));
    }

    [Fact]
    public void Every_form_of_indicator_has_a_sample()
    {
        IEnumerable<string> forms = typeof(IIndicator<>).Assembly.GetExportedTypes()
            .Where(type => type.IsInterface && type.GetInterfaces().Any(inherited => inherited.Name == typeof(IIndicator<>).Name))
            .Select(type => type.Name.Split('`')[0]);
        Assert.All(forms, form => Assert.Contains(Samples, sample => sample.Source.Contains($": {form}<", StringComparison.Ordinal)));
    }

    [Theory]
    [MemberData(nameof(Sources))]
    public async Task A_clock_is_reported(string sample) => Assert.Equal(["DateTime.Now"], await Underlined<WallClockAnalyzer>(sample, Clock));

    [Theory]
    [MemberData(nameof(Sources))]
    public async Task The_platforms_mathematics_is_reported(string sample) =>
        Assert.Equal(["Math.Exp"], await Underlined<PlatformMathAnalyzer>(sample, "_ = Math.Exp(1);"));

    [Theory]
    [MemberData(nameof(Sources))]
    public async Task Chance_is_reported(string sample) =>
        Assert.Equal(["new Random"], await Underlined<RandomnessAnalyzer>(sample, "_ = new Random().Next();", found => found.Split('(')[0]));

    [Theory]
    [MemberData(nameof(Sources))]
    public async Task A_swallowed_fault_is_reported(string sample) =>
        Assert.Equal(["catch"], await Underlined<CatchAllAnalyzer>(sample, "try { _ = 1; } catch { }"));

    [Theory]
    [MemberData(nameof(Sources))]
    public async Task Files_are_for_contracts_that_may_reach_outside(string sample) => Assert.Equal(
        MayReachOutside(sample) ? [] : ["File.Exists"], await Underlined<OutsideWorldAnalyzer>(sample, "_ = File.Exists(\"a\");"));

    [Theory]
    [MemberData(nameof(Sources))]
    public async Task Threads_are_for_contracts_that_may_reach_outside(string sample) => Assert.Equal(
        MayReachOutside(sample) ? [] : ["Thread.Sleep"], await Underlined<ThreadAnalyzer>(sample, "Thread.Sleep(1);"));

    [Theory]
    [MemberData(nameof(Sources))]
    public async Task What_helps_a_contract_may_do_what_the_contract_may(string sample)
    {
        string helper = sample.Replace(Call, "", StringComparison.Ordinal) + " internal static class Helper { public static bool Has() => File.Exists(\"a\"); }";
        Assert.Equal(MayReachOutside(sample) ? [] : ["File.Exists"], await Analysis.Underlined<OutsideWorldAnalyzer>(helper));
    }

    [Theory]
    [MemberData(nameof(Sources))]
    public async Task An_allocation_on_the_path_of_a_bar_is_pointed_at(string sample)
    {
        bool isOnPath = !MayReachOutside(sample) && !sample.Contains("[SearchMethod(", StringComparison.Ordinal) && !sample.Contains("[Container(", StringComparison.Ordinal); // in a container, its roles are on the path
        Assert.Equal(isOnPath ? ["new object()"] : [], await Underlined<AllocationAnalyzer>(sample, "_ = new object();"));
    }

    private static bool MayReachOutside(string sample)
    {
        string words = Samples.First(pair => pair.Source == sample).Words;
        return PluginContractAttribute.All.First(contract => contract.Words == words).MayReachOutside;
    }

    private static async Task<IEnumerable<string>> Underlined<TAnalyzer>(string sample, string statement, Func<string, string>? cut = null)
        where TAnalyzer : DiagnosticAnalyzer, new() =>
        (await Analysis.Underlined<TAnalyzer>(sample.Replace(Call, statement, StringComparison.Ordinal))).Select(found => cut?.Invoke(found) ?? found);

    private static string Indicator(string declaration, string parameters) => $$"""
        {{declaration}}
        {
            public double Undefined => double.NaN;
            public bool IsReady => true;
            public double Update({{parameters}}) { {0} return 1; }
            public void Reset() { }
        }
        """;
}
