using System.Globalization;
using Backtest.Abstractions.Runtime;
using Backtest.Plugins.StandardRisk;

namespace Backtest.Tests;

/// <summary>A run whose parts are drawn from a seed, covering every kind of part.</summary>
public sealed class RandomRun(int seed)
{
    private readonly Random _random = new(seed);
    private readonly SortedSet<string> _kinds = new(StringComparer.Ordinal);

    /// <summary>Every kind of part a run may have.</summary>
    public static IReadOnlyList<string> AllKinds { get; } =
    [
        "aligned", "ragged", "minutes", "days", "pure", "stateless", "with state", "reads trades", "universe strategy", "longer timeframe", "fixed risk",
        "risk that sees every turn", "risk that reads trades", "limits", "rebalancing", "no classifier", "market classifier", "classifier for each symbol", "universe", "split", "dividend",
        "delisting", "foreign matching", "known path", "optimistic path", "impact", "fills at close", "volume limit", "tick", "ruin", "fault", "trade_from", "calendar",
        "parameters by date", "parameters by regime",
        "finer bars", "cash account", "margin account", "intraday margin", "portfolio margin", "interest", "quotes", "shared volume", "flat times",
    ];

    /// <summary>The kinds this one has.</summary>
    public IReadOnlySet<string> Kinds => _kinds;

    /// <summary>Builds the run.</summary>
    public Scenario Build()
    {
        bool isIntraday = Draw("minutes", "days");
        Scenario scenario = isIntraday && Has("calendar", 3)
            ? new Scenario { Timeframe = new Timeframe(1, 'h'), Calendar = new WeekdayCalendar() }
            : new Scenario { Timeframe = isIntraday ? new Timeframe(1, 'h') : Timeframe.Day };
        scenario.Config = scenario.Config with { Name = "random" };
        AddBars(scenario);
        AddPortfolio(scenario, "first", quantity: 20, capital: 10_000);
        AddPortfolio(scenario, "second", quantity: 100, capital: 50_000);
        bool looksAcross = scenario.Plugins.Find(PluginKind.Strategy, "first") is ScriptedUniverse;
        if (!looksAcross && Has("longer timeframe", 5))
            scenario.On(isIntraday ? new Timeframe(4, 'h') : new Timeframe(1, 'w'));
        else if (Has("universe", 4))
            scenario.WithUniverse(("A", 0, 10 + _random.Next(40)), ("B", _random.Next(30), null)).WithFirst(KeepsOrCancels);
        AddActions(scenario);
        AddExecution(scenario);
        AddClassifier(scenario);
        AddParameterSets(scenario);
        if (Has("trade_from", 5))
            scenario.With(config => config with { TradeFrom = Day(_random.Next(15)) });
        AddAccount(scenario);
        if (scenario.Config.Execution.VolumeLimit is not null && Has("shared volume", 2))
            scenario.WithExecution(execution => execution with { Liquidity = LiquidityScope.Portfolio });
        if (Has("interest", 3))
            scenario.WithExecution(execution => execution with { Interest = Rates() });
        if (Has("finer bars", 3))
            AddFinerBars(scenario, isIntraday);
        return scenario;
    }

    /// <summary>Adds finer bars that make up most bars; some bars have none, and some have those of another.</summary>
    private void AddFinerBars(Scenario scenario, bool isIntraday)
    {
        Timeframe timeframe = isIntraday ? new Timeframe(10, 'm') : new Timeframe(4, 'h');
        var random = new Random(seed);
        string otherwise = ExecutionModel.Paths[random.Next(ExecutionModel.Paths.Count)];
        scenario.WithFiner(timeframe, otherwise, bar => random.Next(20) switch
        {
            0 => [],
            1 => FinerBarsOf.Split(bar with { High = bar.High * 1.01 }, TimeSpan.FromTicks(timeframe.Ticks), 6, random),
            _ => FinerBarsOf.Split(bar, TimeSpan.FromTicks(timeframe.Ticks), 6, random),
        });
    }

    private void AddBars(Scenario scenario)
    {
        bool isAligned = Draw("aligned", "ragged");
        int count = 60 + _random.Next(240);
        for (int i = 0; i < _random.Next(1, 5); i++)
        {
            IReadOnlyList<TestBar> bars = isAligned
                ? Walk.Bars(seed + i, count, timeframe: scenario.Timeframe)
                : Walk.Bars(seed + i, _random.Next(20, count), _random.Next(30), _random.Next(40), scenario.Timeframe);
            scenario.WithBars(((char)('A' + i)).ToString(), bars);
        }

        if (Has("quotes", 4))
        {
            var random = new Random(seed);
            scenario.ChangeBars(bar => random.Next(10) == 0 ? bar : bar.Quoted(bar.Close * random.Next(1, 20) / 1000));
        }

        if (Has("tick", 3))
            scenario.WithInstrument(new Instrument { Symbol = "A", TickSize = 0.05m, LotSize = 5 });
    }

    private void AddPortfolio(Scenario scenario, string name, decimal quantity, decimal capital)
    {
        int rate = _random.Next(2, 60);
        bool isShaky = Has("fault", 12);
        ScriptedStrategy.Script trades = Walk.Trades(_random.Next(), rate);
        ScriptedStrategy.Script script = !isShaky ? trades : (BarEvent bar, in Position position, ISignals signals) =>
        {
            if (bar.Index == 50)
                throw new InvalidOperationException("no more");
            trades(bar, position, signals);
        };
        scenario.WithPortfolio(name, script, quantity, capital);
        switch (_random.Next(6))
        {
            case 5:
                Note("reads trades");
                scenario.Plugins.Add(name, new ScriptedStrategy(Walk.Learns(_random.Next(), rate)) { IsStateless = true, ReadsTrades = true });
                break;
            case 0:
                Note("pure");
                scenario.Plugins.Add(name, new ScriptedStrategy(script) { IsStateless = true, IsPure = true });
                break;
            case 1 or 2:
                Note("stateless");
                scenario.Plugins.Add(name, new ScriptedStrategy(Walk.Watches(_random.Next(), rate)) { IsStateless = true });
                break;
            case 3:
                Note("with state");
                break;
            default:
                Note("universe strategy");
                scenario.Plugins.Add(name, new ScriptedUniverse(Leaders(rate)));
                break;
        }

        AddRisk(scenario, name, quantity);
        if (Has("ruin", 6))
        {
            scenario.With(config => config with
            {
                Portfolios = [.. config.Portfolios.Select(own => own.Name == name ? own with { Leverage = 30, Capital = capital / 20 } : own)],
            });
        }
    }

    private void AddRisk(Scenario scenario, string name, decimal quantity)
    {
        switch (_random.Next(6))
        {
            case 5:
                Note("risk that reads trades");
                scenario.Plugins.Add(name, new ScriptedRisk(quantity, (in turn, orders) =>
                {
                    if (turn.Portfolio.Trades.Length % 5 != 4)
                        return;
                    foreach (ref readonly StrategyPosition own in turn.Portfolio.Positions())
                        orders.Resize(own.StrategyIndex, own.Instrument, Math.Abs(own.Position.Quantity) / 2, "too many trades");
                })
                {
                    ReadsTrades = true,
                    Next = (in turns) => turns.Portfolio.Trades.Length % 5 == 4 && !turns.Portfolio.Held.IsEmpty ? 0 : turns.Count,
                });
                break;
            case 4:
                Note("rebalancing");
                scenario.Plugins.Add(name, new RebalancingRiskManagerFactory());
                ParameterMap parameters = _random.Next(2) == 0
                    ? Parameters.Of(("every", "weekly"), ("weights", Parameters.Of(("type", "inverse_volatility"), ("period", 5))))
                    : Parameters.Of(("every", "never"), ("band", 0.05), ("exposure", 0.9));
                scenario.With(config => config with
                {
                    Portfolios = [.. config.Portfolios.Select(own => own.Name != name ? own : own with { Risk = own.Risk with { Parameters = parameters } })],
                });
                break;
            case 0:
                Note("fixed risk");
                break;
            case 1:
                Note("risk that sees every turn");
                scenario.Plugins.Add(name, new ScriptedRisk(quantity, (in turn, orders) =>
                {
                    foreach (Instrument instrument in turn.Portfolio.Held)
                    {
                        if (turn.Portfolio.Equity < (double)turn.Portfolio.Capital * 0.9)
                            orders.Reduce(instrument, 0.5, "too deep");
                        else if (turn.Portfolio.Day % 5 == 0)
                            orders.Resize(0, instrument, quantity * 1.5m, "more of it");
                    }
                }));
                break;
            default:
                Note("limits");
                scenario.Plugins.Add(name, new StandardRiskManagerFactory());
                scenario.With(config => config with
                {
                    Portfolios = [.. config.Portfolios.Select(own => own.Name != name ? own : own with { Risk = own.Risk with { Parameters = Limits(quantity) } })],
                });
                break;
        }
    }

    private ParameterMap Limits(decimal quantity)
    {
        var limits = new List<ParameterNode>();
        if (_random.Next(2) == 0)
            limits.Add(Parameters.Of(("type", "max_drawdown"), ("value", Fraction(0.02, 0.2)), ("resume_after", _random.Next(1, 40))));
        else if (_random.Next(2) == 0)
            limits.Add(Parameters.Of(("type", "max_drawdown"), ("value", Fraction(0.02, 0.2))));
        if (_random.Next(2) == 0)
            limits.Add(Parameters.Of(("type", "daily_loss"), ("value", Fraction(0.005, 0.05))));
        if (_random.Next(2) == 0)
            limits.Add(Parameters.Of(("type", "max_leverage"), ("value", Fraction(0.3, 1.2))));
        return Parameters.Of(("sizer", Parameters.Of(("type", "fixed_quantity"), ("value", quantity))), ("limits", Parameters.List(limits)));
    }

    private void AddActions(Scenario scenario)
    {
        if (Has("split", 4))
            scenario.WithActions(new Split("A", Day(_random.Next(5, 40)), 2));
        if (Has("dividend", 4))
            scenario.WithActions(new Dividend("A", Day(_random.Next(5, 40)), 0.5m));
        if (Has("delisting", 5))
            scenario.WithActions(new Delisting("A", Day(_random.Next(5, 40)), _random.Next(100)));
    }

    private void AddExecution(Scenario scenario)
    {
        bool fillsAtClose = Has("fills at close", 4);
        bool isLimited = Has("volume limit", 3);
        bool hasImpact = Has("impact", 5);
        ExecutionModel? matching = null;
        if (Has("foreign matching", 3))
            matching = new ExecutionModel(ExecutionModel.Matchings[_random.Next(ExecutionModel.Matchings.Count)]);
        ExecutionModel? path = null;
        if (Has("known path", 3))
            path = new ExecutionModel(_random.Next(2) == 0 ? "nearest_extreme" : "open_high_low_close");
        else if (Has("optimistic path", 5))
            path = new ExecutionModel("optimistic");
        scenario.WithExecution(_ => new ExecutionConfig
        {
            Slippage = hasImpact ? new SlippageConfig.SquareRoot(1) : new SlippageConfig.BasisPoints(2),
            Commission = new CommissionConfig.PerShare(0.005m, 1, 0.005m),
            VolumeLimit = isLimited ? 0.1m : null,
            FillsAtClose = fillsAtClose,
            Path = path,
            Matching = matching,
            ClosesAtEnd = _random.Next(2) == 0,
            ContinuesOnRuin = _random.Next(2) == 0,
            DelistedAfter = DelistedAfter.Parse(new[] { "3d", "5 sessions", "14d", "never" }[_random.Next(4)])!,
            DelistingReturn = _random.Next(-2, 2) / 4m,
            Flat = Has("flat times", 4) ? new FlatTimes(Enumerable.Range(0, 3).Select(_ => Day(_random.Next(5, 40))).Distinct().Order()
                .Select(day => day.AddDays(1).ToDateTime(TimeOnly.MinValue).Ticks)) : FlatTimes.None,
        });
    }

    private void AddAccount(Scenario scenario)
    {
        AccountConfig? account = null;
        if (Has("cash account", 6))
            account = new AccountConfig.Cash();
        else if (Has("margin account", 3))
            account = new AccountConfig.RegT { IntradayMargin = HasDayEnds(scenario) && Has("intraday margin", 2) ? 0.25m : null };
        else if (Has("portfolio margin", 6))
            account = new AccountConfig.PortfolioPercent(0.15m, 0);
        if (account is null)
            return;
        // Little money, so that accounts reject entries and close positions.
        scenario.WithFirst(portfolio => portfolio with { Account = account, Leverage = 1, Capital = 3_000 });
    }

    private InterestConfig Rates() => new()
    {
        Borrow = _random.Next(2) * 0.03m,
        BorrowBySymbol = _random.Next(2) == 0 ? [] : [KeyValuePair.Create("A", 0.5m)],
        Margin = _random.Next(2) * 0.06m,
        Cash = _random.Next(2) * 0.02m,
    };

    private static bool HasDayEnds(Scenario scenario) => scenario.Calendar is not null || scenario.Timeframe == Timeframe.Day;

    private void AddClassifier(Scenario scenario)
    {
        int length = _random.Next(3, 60);
        var classifier = new ScriptedClassifier(bar => (int)(bar / length % 2), "bear", "bull");
        switch (_random.Next(3))
        {
            case 0:
                Note("no classifier");
                return;
            case 1:
                Note("market classifier");
                scenario.UnderClassifier("market", classifier, reference: "A");
                break;
            default:
                Note("classifier for each symbol");
                scenario.UnderClassifier("own", classifier);
                break;
        }

        if (_random.Next(2) == 0)
            scenario.WithFirst(portfolio => portfolio with { Strategies = [portfolio.Strategies[0] with { ActiveIn = ["bull"], ClosesOnLeave = _random.Next(2) == 0 }] });
    }

    private void AddParameterSets(Scenario scenario)
    {
        int seed = _random.Next();
        switch (scenario.Plugins.Find(PluginKind.Strategy, "first"))
        {
            case ScriptedStrategy strategy:
                scenario.Plugins.Add("first", new ScriptedStrategy(Plan.Idle)
                {
                    IsStateless = strategy.IsStateless,
                    IsPure = strategy.IsPure,
                    ReadsTrades = strategy.ReadsTrades,
                    ByParameters = parameters => RateOf(parameters) is not { } rate ? strategy.Does
                        : strategy.IsPure ? Walk.Trades(seed, rate) : Walk.Watches(seed, rate),
                });
                break;
            case ScriptedUniverse universe:
                scenario.Plugins.Add("first", new ScriptedUniverse(universe.Does)
                {
                    ByParameters = parameters => RateOf(parameters) is { } rate ? Leaders(rate) : universe.Does,
                });
                break;
        }

        if (Has("parameters by date", 3))
        {
            scenario.WithFirst(portfolio => portfolio with
            {
                Strategies = [portfolio.Strategies[0] with { ByDate = [.. Days().Select(day => new DatedParametersConfig { From = Day(day), Parameters = Rate() })] }],
            });
        }
        else if (scenario.Config.Classifiers.Count > 0 && Has("parameters by regime", 2))
        {
            scenario.WithFirst(portfolio => portfolio with
            {
                Strategies =
                [
                    portfolio.Strategies[0] with
                    {
                        ByRegime =
                        [
                            new RegimeParametersConfig { Regime = "bear", Parameters = Rate(), Weight = _random.Next(3) / 2.0 },
                            new RegimeParametersConfig { Regime = "bull", Parameters = Rate(), Weight = 0.75 },
                        ],
                    },
                ],
            });
        }

        IEnumerable<int> Days() => Enumerable.Range(0, _random.Next(1, 5)).Select(_ => _random.Next(60)).Distinct().Order().ToArray();

        static int? RateOf(ParameterMap parameters) => parameters["rate"] is ParameterScalar rate ? int.Parse(rate.Text, CultureInfo.InvariantCulture) : null;

        ParameterMap Rate() => Parameters.Of(("rate", _random.Next(2, 4) * 7));
    }

    private PortfolioConfig KeepsOrCancels(PortfolioConfig portfolio) =>
        portfolio with { Strategies = [portfolio.Strategies[0] with { KeepsResting = _random.Next(2) == 0 }] };

    private static ScriptedUniverse.Script Leaders(int rate) => (in UniverseTurn turn, PerSymbol<double> values, IUniverseSignals signals) =>
    {
        if (turn[0].Bar.Index % (3 * rate) == 0)
        {
            signals.Targets([new(turn[0].Instrument, PositionSize.Weight(0.4))], band: 0.05, keepsOthers: rate % 2 == 0);
            return;
        }

        foreach (UniverseMember member in turn)
        {
            if (member.Bar.Index % rate == 0 && member.Position.IsFlat)
                signals[member.Instrument].Enter(Direction.Long);
            else if (member.Position.BarsHeld > rate / 2)
                signals[member.Instrument].Exit();
        }
    };

    private double Fraction(double from, double to) => Math.Round(from + ((to - from) * _random.NextDouble()), 3);

    private bool Draw(string one, string other)
    {
        bool isOne = _random.Next(2) == 0;
        Note(isOne ? one : other);
        return isOne;
    }

    /// <summary>Draws whether it has a part, once in a given number of times.</summary>
    private bool Has(string kind, int times)
    {
        bool has = _random.Next(times) == 0;
        if (has)
            Note(kind);
        return has;
    }

    private void Note(string kind) => _kinds.Add(kind);

    private static DateOnly Day(int day) => DateOnly.FromDateTime(TestBar.FirstDay).AddDays(day);
}
