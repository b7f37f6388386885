using Backtest.Abstractions.Runtime;

namespace Backtest.Tests;

/// <summary>An exception of a plugin, wherever it is thrown, ends its own container and no other.</summary>
public sealed class ThrownByPluginsTests
{
    private const int Broken = 3;

    private static readonly IReadOnlyList<TestBar> Bars = Walk.Bars(seed: 5, count: 12);

    public enum Thrown
    {
        TimeOut,
        TimeOutOfThreads,
        MessageThrows,
        NoMessage,
    }

    public enum Place
    {
        Start,
        Bar,
        Signals,
        Classifier,
        Indicator,
    }

    public static TheoryData<Thrown, Place, int> Ways { get; } =
    [
        .. from thrown in Enum.GetValues<Thrown>()
           from place in Enum.GetValues<Place>()
           from threads in new[] { 1, 2 }
           select (thrown, place, threads),
    ];

    [Theory]
    [MemberData(nameof(Ways))]
    public void An_exception_of_any_kind_ends_the_container_it_came_from_alone(Thrown thrown, Place place, int threads)
    {
        var options = new RunOptions { Threads = threads };
        RecordedRun sound = Tree(thrown: null, place).Run(options);
        RecordedRun broken = Tree(thrown, place).Run(options);

        Assert.Equal(RunStatus.Faulted, broken.Result.Status);
        ContainerFault fault = broken.Result.Faults.Single(fault => fault.Container == "market/main");
        Assert.IsType(Exception(thrown).GetType(), fault.Exception);
        Assert.NotNull(fault.Message);
        Assert.Contains(fault.Exception.GetType().Name, fault.ToString(), StringComparison.Ordinal);
        Assert.Equal(sound.Rows("sibling"), broken.Rows("sibling"));
        Assert.Equal(Bars.Count, broken.Equity.Count(row => row.Portfolio == "main"));
    }

    [Theory]
    [InlineData(Thrown.TimeOut)]
    [InlineData(Thrown.TimeOutOfThreads)]
    [InlineData(Thrown.MessageThrows)]
    public void An_exception_while_the_tree_is_built_is_wrong_input_that_names_the_plugin(Thrown thrown)
    {
        Scenario scenario = Scenario.Of(Bars, Plan.BuyFirst);
        scenario.Plugins.Add("main", new UnmakableRisk(() => Exception(thrown)));

        InputError error = Assert.Single(Assert.Throws<InputException>(() => scenario.Run()).Errors);
        Assert.Equal(("plugin_threw", "portfolios.main.risk"), (error.Code, error.Key));
    }

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    public void The_runs_own_token_interrupts_it(int threads)
    {
        using var interruption = new CancellationTokenSource();
        Scenario scenario = Scenario.Of(Bars, Plan.BuyFirst).WithPortfolio("other", (BarEvent bar, in Position position, ISignals signals) =>
        {
            if (bar.Index != Broken)
                return;
            interruption.Cancel();
            interruption.Token.ThrowIfCancellationRequested();
        });
        RecordedRun run = scenario.Run(new RunOptions { Threads = threads }, interruption.Token);

        Assert.Equal(RunStatus.Interrupted, run.Result.Status);
        Assert.Empty(run.Result.Faults);
    }

    private static Scenario Tree(Thrown? thrown, Place place)
    {
        void ThrowAt(Place here, long bar = Broken)
        {
            if (thrown is { } kind && here == place && bar == Broken)
                throw Exception(kind);
        }

        Scenario scenario = Scenario.Of(Bars, Plan.Idle).UnderClassifier("market", new ScriptedClassifier(
            bar =>
            {
                ThrowAt(Place.Classifier, bar);
                return 0;
            },
            "bear"));
        scenario.Plugins.Add("main", new ScriptedStrategy(
            (BarEvent bar, in Position position, ISignals signals) =>
            {
                ThrowAt(Place.Bar, bar.Index);
                signals.Enter(Direction.Long);
            },
            thrown is { } kind && place == Place.Indicator ? [ThrowingIndicator.Spec(() => Exception(kind))] : [])
        {
            OnStart = (in _) => ThrowAt(Place.Start),
        });
        scenario.Plugins.Add("main", new ScriptedRisk((in RiskTurn turn, IOrders orders) => ThrowAt(Place.Signals)));
        return scenario.WithPortfolio("sibling", Walk.Trades(2));
    }

    private static Exception Exception(Thrown thrown) => thrown switch
    {
        Thrown.TimeOut => new TaskCanceledException("the request timed out"),
        Thrown.TimeOutOfThreads => new AggregateException(new OperationCanceledException("the request timed out")),
        Thrown.MessageThrows => new Unreadable(),
        _ => new Silent(),
    };

    private sealed class Unreadable : Exception
    {
        public override string Message => throw new InvalidOperationException("not even a message");

        public override string? StackTrace => throw new InvalidOperationException("nor a place");

        public override string ToString() => throw new InvalidOperationException("nor a text");
    }

    private sealed class Silent : Exception
    {
        public override string Message => null!;
    }

    private sealed class UnmakableRisk(Func<Exception> thrown) : RiskManagerFactory
    {
        public override PluginDescriptor Descriptor { get; } = new()
        {
            Kind = PluginKind.RiskManager,
            Id = "scripted",
            Type = typeof(UnmakableRisk),
            Handlers = [],
        };

        public override void Validate(ParameterMap parameters, BindingContext context, ParameterErrors errors)
        {
        }

        public override RiskNode Create(ParameterMap parameters, BindingContext context, RiskConnections connections) => throw thrown();
    }
}
