namespace Backtest.Tests;

/// <summary>A small container with a part for each wiring rule, which tests modify.</summary>
internal static class ContainerSources
{
    public const string Events = """
        namespace House;

        [Event(Stage.Bar)] public readonly ref struct Turn;

        [Emitter(typeof(SignalEvent))] public interface ISignalEvents { void Emit(in SignalEvent signal); }

        [Emitter(typeof(OrderEvent), typeof(SignalVetoedEvent))]
        public interface IOrderEvents { void Emit(in OrderEvent order); void Emit(in SignalVetoedEvent veto); }

        [Emitter(typeof(FillEvent))] public interface IFillEvents { void Emit(in FillEvent fill); }
        """;

    public const string Components = """
        namespace House;

        public sealed class Book
        {
            public void OnBar(in Turn turn, IFillEvents fills) { }
            public void OnOrder(in OrderEvent order) { }
        }

        public sealed class Ledger
        {
            public void OnBar(in Turn turn) { }
            public void OnFill(in FillEvent fill) { }
        }

        [Reads<Ledger>]
        public sealed class Desk(Ledger ledger)
        {
            public bool Has(int order) => ledger is not null && order > 0;
            public void OnBar(in Turn turn, ISignalEvents signals) { }
            [Delayed] public void OnFill(in FillEvent fill) { }
            public void OnRegime(RegimeEvent regime) { }
        }

        public sealed class Risk
        {
            public void OnBar(in Turn turn, IOrderEvents orders) { }
            public void OnSignal(in SignalEvent signal) { }
            [Delayed] public void OnFill(in FillEvent fill) { }
        }

        public sealed class Journal
        {
            public void OnSignal(in SignalEvent signal) { }
            public void OnVeto(in SignalVetoedEvent veto) { }
        }
        """;

    public const string Container = """
        namespace House;

        public sealed class Home
        {
            [Role] public Book Book { get; } = new();
            [Role] public Risk Risk { get; } = new();
            [Role] public Ledger Ledger { get; } = new();
            [Role] public IReadOnlyList<Desk> Desks { get; } = [];
            [Role] public Journal? Journal { get; }

            public void OnRegimeChange(in RegimeEvent regime) { }
        }

        [ContainerFactory(typeof(Home))]
        public sealed partial class HomeFactory
        {
            public static object Wire(Home home) => WireEventFlows(home);
        }
        """;

    public static GeneratorRun Run(Func<string, string>? components = null, Func<string, string>? container = null) =>
        GeneratorRun.On(Events, (components ?? (text => text))(Components), (container ?? (text => text))(Container));

    /// <summary>A replacement whose old text must be found.</summary>
    public static Func<string, string> Edit(string from, string to) => text =>
    {
        Assert.Contains(from, text, StringComparison.Ordinal);
        return text.Replace(from, to, StringComparison.Ordinal);
    };
}
