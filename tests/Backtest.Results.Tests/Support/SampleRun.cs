using Backtest.Engine;

namespace Backtest.Tests;

/// <summary>A run of two portfolios, one of them under a classifier, and records that may occur in it.</summary>
internal static class SampleRun
{
    public const int Conservative = 0;
    public const int Aggressive = 1;

    public static readonly DateTime FirstBar = new(2024, 1, 1, 0, 0, 0, DateTimeKind.Utc);
    public static readonly Instrument Spx = new() { Symbol = "SPX" };
    public static readonly Instrument Future = new() { Symbol = "ES, \"mini\"", Multiplier = 50, Index = 1 };

    public static RunDescription Describe(string directory = "runs", bool isCsv = false, decimal capital = 1000) => new(
        new WorkflowConfig
        {
            Name = "sample",
            Seed = 42,
            Data = [new BarSourceOptions.Csv { Path = "" }],
            Output = new OutputConfig { Directory = directory, Tables = isCsv ? TableFormat.Csv : TableFormat.Parquet },
        },
        [Spx, Future],
        [new ClassifierDescription("hmm", ["bear", "bull"], null)],
        [
            new PortfolioDescription("conservative", "hmm", capital, ["momentum", "reversion"], [["Fast", "Slow"], []]),
            new PortfolioDescription("aggressive", null, capital, ["breakout"], [[]]),
        ]);

    public static RunJournal Journal() => new(
        [new PortfolioJournal(), new PortfolioJournal()], [new ClassifierJournal { BarsInState = new long[3] }], new EquityColumns());

    public static BacktestResult Result(
        decimal conservative = 1000, decimal aggressive = 1000, RunStatus status = RunStatus.Completed) => new()
        {
            Status = status,
            EventStreamHash = "aa",
            ContainerHashes = new Dictionary<string, string> { ["hmm/conservative"] = "bb", ["aggressive"] = "cc" },
            Portfolios = [Result("conservative", conservative), Result("aggressive", aggressive)],
            Faults = [],
            Warnings = [],
            BarsProcessed = 3,
            Turns = 3,
            IndicatorsRequested = 4,
            IndicatorsComputed = 2,
            Files = [new DataFile("data/spx.csv", "dd", 3, 1, ["adjclose"])],
        };

    /// <summary>The label of a daily bar, by its turn.</summary>
    public static DateTime Bar(long turn) => FirstBar.AddDays(turn);

    /// <summary>The end of a daily bar, by its turn.</summary>
    public static DateTime End(long turn) => FirstBar.AddDays(turn + 1);

    /// <summary>Adds a turn to the equity of a portfolio or of the total.</summary>
    public static void AddTurn(this EquityColumns equity, int turn, double value, double exposure = 0) => equity.Add(
        End(turn).Ticks, Bar(turn).Ticks, DateOnly.FromDateTime(Bar(turn)).DayNumber, value, value * (1 - exposure), exposure, 0);

    /// <summary>Adds the turn of a minute of a trading day.</summary>
    public static void AddMinute(this EquityColumns equity, int day, int minute, double value)
    {
        DateTime bar = Bar(day).AddMinutes(minute);
        equity.Add(bar.AddMinutes(1).Ticks, bar.Ticks, DateOnly.FromDateTime(bar).DayNumber, value, value, 0, 0);
    }

    /// <summary>Adds a turn to every portfolio and the total.</summary>
    public static void AddTurn(this RunJournal journal, int turn, double conservative, double aggressive)
    {
        journal.Portfolios[Conservative].Equity.AddTurn(turn, conservative);
        journal.Portfolios[Aggressive].Equity.AddTurn(turn, aggressive);
        journal.Total.AddTurn(turn, conservative + aggressive);
    }

    public static SignalRecord Signal(long sequence, int id, long turn, int strategy = 0) => new()
    {
        Sequence = sequence,
        Signal = new SignalEvent
        {
            Id = id,
            Time = End(turn),
            Instrument = Spx,
            StrategyIndex = strategy,
            Action = SignalAction.Enter,
            Direction = Direction.Long,
            Strength = 0.5,
        },
        Turn = turn,
        BarStart = Bar(turn).Ticks,
        Outcome = SignalOutcome.Ordered,
        Measured = double.NaN,
        Threshold = double.NaN,
    };

    public static OrderRecord Order(long sequence, int id, long turn, int signal = 1) => new()
    {
        Sequence = sequence,
        Order = new OrderEvent
        {
            Id = id,
            SignalId = signal,
            Time = End(turn),
            Instrument = Spx,
            StrategyIndex = 0,
            Type = OrderType.StopLimit,
            Side = Side.Buy,
            PositionEffect = PositionEffect.Open,
            Quantity = 10,
            LimitPrice = 101.5,
            StopPrice = double.NaN,
        },
        Turn = turn,
        Filled = 4,
        Status = OrderStatus.Canceled,
        Reason = "end of day",
    };

    public static FillRecord Fill(
        long sequence, int id, long turn, decimal quantity = 10, decimal price = 100, Instrument? instrument = null) => new()
        {
            Sequence = sequence,
            Fill = new FillEvent
            {
                Id = id,
                OrderId = 7,
                Time = Bar(turn),
                BarStart = Bar(turn),
                Instrument = instrument ?? Spx,
                Side = Side.Sell,
                Quantity = quantity,
                Price = price,
                Commission = 1.50m,
                Slippage = 0.25m,
            },
            Turn = turn,
        };

    public static TradeRecord Trade(int id, long turn, decimal profit, decimal @return = 0, string? regime = null) => new()
    {
        Sequence = id,
        Turn = turn,
        Trade = new TradeEvent
        {
            Id = id,
            Instrument = Spx,
            Direction = Direction.Short,
            Quantity = 10,
            EntryTime = Bar(0).Ticks,
            EntryIndex = 100,
            EntryBarStart = Bar(0).Ticks,
            EntryPrice = 100.10m,
            ExitTime = End(turn).Ticks,
            ExitIndex = 100 + turn,
            ExitBarStart = Bar(turn).Ticks,
            ExitPrice = 99.5m,
            Profit = profit,
            Return = @return,
            MaximumAdverseExcursion = -3.25,
            MaximumFavorableExcursion = 7,
            Commission = 3,
            EntryRegime = regime,
        },
    };

    private static PortfolioResult Result(string name, decimal finalEquity) => new()
    {
        Name = name,
        Status = PortfolioStatus.Completed,
        InitialCapital = 1000,
        FinalEquity = finalEquity,
        Cash = finalEquity,
        SignalOutcomes = new Dictionary<string, int>(),
        Signals = 0,
        Orders = 0,
        Fills = 0,
        Trades = 0,
    };
}
