namespace Backtest.Tests;

/// <summary>Source texts that tests vary.</summary>
internal static class Sources
{
    public const string BarSource = """
        namespace Sample;

        [BarSource("walk", Description = "A line that goes up.")]
        public sealed class Walk : IBarProvider
        {
            [Parameter(Min = 0, Description = "How much it goes up each day.")] public double Step { get; init; } = 1;

            public System.Collections.Generic.IEnumerable<string> FindSymbols(BarRequest request) => ["UP"];

            public System.Collections.Generic.IEnumerable<Bar> ReadBars(
                string symbol, BarRequest request, System.Threading.CancellationToken cancellation)
            {
                double price = 100 + Step;
                yield return new Bar(default, default, price, price, price, price);
            }
        }
        """;

    public const string Strategy = """
        namespace Sample;

        public enum AverageKind { Sma, Ema }

        [Strategy("sma-cross", Description = "Two moving averages \"cross\".")]
        public sealed partial class MovingAverageCross
        {
            [Parameter(Min = 1, Max = 10_000, Description = "The fast period, in bars.")] public int Fast { get; init; } = 10;
            [Parameter(Min = 2)] public int Slow { get; init; } = 30;
            [Parameter] public AverageKind Average { get; init; }

            [Indicator(nameof(FastAverage))] private partial double FastLine { get; }
            [Indicator<SimpleMovingAverage>(20, Source = BarField.Volume)] private partial double MeanVolume { get; }
            [Indicator<DonchianChannel>(nameof(Slow), Offset = 1)] internal partial ChannelValue Prior { get; }

            private IndicatorSpec FastAverage => Average == AverageKind.Sma ? Indicators.Sma(Fast) : Indicators.Ema(Fast);

            public void Validate(IParameterErrors errors)
            {
                if (Fast >= Slow)
                    errors.Add("fast", "'fast' must be below 'slow'.");
            }

            public void OnStart(in StartContext context) { }

            public void OnBar(BarEvent bar, in Position position, ISignals signals)
            {
                if (position.IsFlat && FastLine > Prior.Upper && bar.Volume > MeanVolume)
                    signals.Enter(Direction.Long);
            }

            public void OnRegime(in RegimeEvent regime) { }

            public void OnFill(FillEvent fill) { }
        }
        """;

    public const string Timeframes = """
        namespace Sample;

        [Strategy("pullback")]
        public sealed partial class Pullback
        {
            [Parameter] public Timeframe Trend { get; init; } = new(1, 'w');

            [Indicator<SimpleMovingAverage>(50, Timeframe = "1d")] private partial double Daily { get; }
            [Indicator(nameof(Line), Timeframe = nameof(Trend), Offset = 1)] private partial double Before { get; }
            [Bars("4h", Offset = 1)] private partial BarEvent Earlier { get; }
            [Bars(nameof(Trend))] private partial BarEvent Last { get; }

            private static IndicatorSpec Line => Indicators.Ema(9);

            public void OnBar(BarEvent bar, ISignals signals)
            {
                if (Earlier.Close > Daily && Last.Close > Before)
                    signals.Enter(Direction.Long);
            }
        }
        """;

    public const string Classifier = """
        namespace Sample;

        [Classifier("pattern", CallBeforeReady = true)]
        public sealed partial class PatternClassifier
        {
            public IReadOnlyList<string> States { get; } = ["up", "down"];

            [Indicator<RateOfChange>(5)] private partial double Change { get; }

            public void OnBar(BarEvent bar, IRegimes regimes) => regimes.Set(Change > 0 ? 0 : 1, 1);
        }
        """;

    public const string UniverseStrategy = """
        namespace Sample;

        [Strategy("leaders", Scope = StrategyScope.Universe, CallBeforeReady = true, Description = "Buys what rose most.")]
        public sealed partial class Leaders
        {
            [Parameter(Min = 1)] public int Lookback { get; init; } = 126;

            [Indicator<RateOfChange>(nameof(Lookback))] private partial PerSymbol<double> Return { get; }
            [Indicator<DonchianChannel>(20)] private partial PerSymbol<ChannelValue> Channel { get; }
            [Indicator(nameof(More))] private partial IReadOnlyList<PerSymbol<double>> Others { get; }

            private IReadOnlyList<IndicatorSpec> More => [Indicators.Sma(5)];

            public void OnTurn(in UniverseTurn turn, IUniverseSignals signals)
            {
                foreach (UniverseMember member in turn)
                {
                    if (Return[member.Instrument] > 0 && Channel[member.Instrument].Upper > Others[0][member.Instrument])
                        signals[member.Instrument].Enter(Direction.Long);
                }
            }

            public void OnFill(in FillEvent fill) { }
        }
        """;

    public const string RiskManager = """
        namespace Sample;

        public abstract record Sizer
        {
            [Parameter(Min = 0, ExclusiveMin = true, Description = "Units, or a fraction of equity.")]
            public required decimal Value { get; init; }
        }

        [Variant("fixed_quantity", Description = "The same quantity each time.")] public sealed record FixedQuantity : Sizer;

        [Variant("atr_risk")] public sealed record AtrRisk : Sizer
        {
            [Parameter(Min = 1)] public int Period { get; init; } = 14;
            public double Multiple { get; init; } = 2;
        }

        public abstract record Limit;

        [Variant("max_drawdown")] public sealed record MaxDrawdown : Limit
        {
            [Parameter(Min = 0, Max = 1)] public required double Value { get; init; }
            [Parameter(Min = 1)] public int? ResumeAfter { get; init; }
        }

        public sealed record RegimeRules
        {
            public Sizer? Sizer { get; init; }
            public IReadOnlyList<Limit> Limits { get; init; } = [];
        }

        [RiskManager("standard")]
        public sealed partial class StandardRiskManager
        {
            [Parameter] public required Sizer Sizer { get; init; }
            [Parameter] public IReadOnlyList<Limit> Limits { get; init; } = [];
            [Parameter] public IReadOnlyDictionary<string, RegimeRules> ByRegime { get; init; } = new Dictionary<string, RegimeRules>();
            [Parameter] public TimeSpan? Pause { get; init; }

            [Indicator(nameof(SizerIndicators))] private partial IReadOnlyList<PerSymbol<double>> Measures { get; }
            [Indicator<AverageTrueRange>(14)] private partial PerSymbol<double> Range { get; }

            private IReadOnlyList<IndicatorSpec> SizerIndicators() => [Indicators.Atr(14)];

            public void Validate(IParameterErrors errors, BindingContext context) { }

            public void OnTurn(in RiskTurn turn, IOrders orders) { }

            public int Next(in QuietTurns turns) => turns.Count;

            public void OnSignals(in RiskTurn turn, IOrders orders) => _ = (Measures.Count, Range);

            public void OnRegime(RegimeEvent regime) { }
        }
        """;
}
