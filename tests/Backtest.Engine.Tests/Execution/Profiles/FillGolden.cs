using System.Globalization;
using System.Text.Json;

namespace Backtest.Tests;

/// <summary>The script of orders in <c>tests/Goldens/fills</c>, and its results in other engines.</summary>
internal static class FillGolden
{
    /// <summary>One leg of a case in an engine.</summary>
    /// <param name="Leg">The name of the leg.</param>
    /// <param name="Outcome"><c>filled</c>, <c>unfilled</c>, <c>canceled</c>, <c>expired</c>, <c>rejected</c>, <c>inexpressible</c> or <c>unspecified</c>.</param>
    /// <param name="Bar">The bar it fills on.</param>
    /// <param name="Price">The price it fills at.</param>
    public sealed record ExpectedLeg(string Leg, string Outcome, long Bar, decimal Price)
    {
        /// <summary>Whether the engine has such an order, and its documentation or code determines the outcome.</summary>
        public bool IsSettled => Outcome is not ("inexpressible" or "unspecified");
    }

    /// <summary>The cases without costs, by their ids.</summary>
    public static IReadOnlyDictionary<string, JsonElement> Cases { get; } = Read(hasCosts: false);

    /// <summary>The cases with an engine's slippage, spread or commission, by their ids.</summary>
    public static IReadOnlyDictionary<string, JsonElement> CostCases { get; } = Read(hasCosts: true);

    /// <summary>The bars.</summary>
    public static IReadOnlyList<TestBar> Bars { get; } =
    [
        .. File.ReadLines(GoldenFiles.Locate("fills", "bars.csv")).Skip(1).Select(line => line.Split(',')).Select(cells => new TestBar(
            DateTime.ParseExact(cells[1], "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal | DateTimeStyles.AdjustToUniversal),
            Number(cells[2]), Number(cells[3]), Number(cells[4]), Number(cells[5]), Number(cells[6]))),
    ];

    private static ILookup<(string Case, string Engine), ExpectedLeg> Expected { get; } = File.ReadLines(GoldenFiles.Locate("fills", "expected.csv"))
        .Skip(1).Select(line => line.Split(',')).ToLookup(
            cells => (cells[0], cells[1]),
            cells => new ExpectedLeg(
                cells[3], cells[7].Trim('"').Split(' ', ':', ';')[0], cells[4].Length > 0 ? long.Parse(cells[4], CultureInfo.InvariantCulture) : -1,
                cells[5].Length > 0 ? decimal.Parse(cells[5], CultureInfo.InvariantCulture) : 0));

    /// <summary>The results of a case in an engine, from its code where that differs from its documentation or the documentation is silent.</summary>
    public static IReadOnlyList<ExpectedLeg> ExpectedOf(string profile, string caseId)
    {
        string engine = profile switch { "backtesting_py" => "backtesting.py", "nautilus_adaptive" => "nautilus", _ => profile };
        var legs = Expected[(caseId, engine)].ToDictionary(leg => leg.Leg);
        foreach (ExpectedLeg leg in Expected[(caseId, $"{engine}-code")])
            legs[leg.Leg] = leg;
        return [.. legs.Values];
    }

    /// <summary>Runs a case under a profile.</summary>
    /// <returns>The run, and the legs in the order of their orders.</returns>
    public static (RecordedRun Run, string[] Legs) Run(string caseId, FillProfile profile) =>
        Run(Cases[caseId], execution => execution with { Profile = profile });

    /// <summary>Runs a case.</summary>
    /// <returns>The run, and the legs in the order of their orders.</returns>
    public static (RecordedRun Run, string[] Legs) Run(JsonElement one, Func<ExecutionConfig, ExecutionConfig> change)
    {
        JsonElement[] orders = [.. one.GetProperty("orders").EnumerateArray()];
        IReadOnlyList<TestBar> bars = [.. Bars.Take(one.GetProperty("until").GetInt32() + 1)];
        RecordedRun run = Scenario.Of(bars, Plan.On((one.GetProperty("placed").GetInt32(), signals => Place(orders, signals))), quantity: 100)
            .WithExecution(change).Run();
        return (run, [.. orders.Select(order => order.GetProperty("leg").GetString()!)]);
    }

    private static Dictionary<string, JsonElement> Read(bool hasCosts) => JsonDocument.Parse(File.ReadAllText(GoldenFiles.Locate("fills", "cases.json")))
        .RootElement.EnumerateArray().Where(one => one.TryGetProperty("engine", out _) == hasCosts)
        .ToDictionary(one => one.GetProperty("id").GetString()!);

    private static void Place(JsonElement[] orders, ISignals signals)
    {
        SignalHandle first = default;
        foreach (JsonElement order in orders.Where(order => !order.TryGetProperty("parent", out _)))
        {
            EntryTerms terms = Terms(order, orders.Where(child => child.TryGetProperty("parent", out JsonElement parent)
                && parent.GetString() == order.GetProperty("leg").GetString()));
            SignalHandle handle = signals.Enter(
                Text(order, "side") == "buy" ? Direction.Long : Direction.Short,
                order.TryGetProperty("oco", out _) && first.Number > 0 ? terms with { OneCancelsOther = first } : terms);
            first = first.Number > 0 ? first : handle;
        }
    }

    private static EntryTerms Terms(JsonElement order, IEnumerable<JsonElement> protection)
    {
        var terms = new EntryTerms
        {
            Limit = Price(order, "limit"),
            Stop = Price(order, "stop"),
            Trail = Price(order, "amount"),
            TimeInForce = Text(order, "tif") switch { "day" => TimeInForce.Day, "gtd" => TimeInForce.GoodTillDate, _ => TimeInForce.GoodTillCanceled },
            GoodUntil = order.TryGetProperty("good_until", out JsonElement bar) ? DateOnly.FromDateTime(Bars[bar.GetInt32()].Start) : null,
        };
        terms = Text(order, "type") switch
        {
            "market_on_open" => terms with { Type = OrderType.MarketOnOpen },
            "market_on_close" => terms with { Type = OrderType.MarketOnClose },
            _ => terms,
        };
        foreach (JsonElement leg in protection)
        {
            terms = Text(leg, "type") == "stop"
                ? terms with { StopLoss = PriceLevel.At(Price(leg, "stop")!.Value) }
                : terms with { TakeProfit = PriceLevel.At(Price(leg, "limit")!.Value) };
        }

        return terms;
    }

    private static string Text(JsonElement order, string key) => order.GetProperty(key).GetString()!;

    private static double? Price(JsonElement order, string key) => order.TryGetProperty(key, out JsonElement price) ? price.GetDouble() : null;

    private static double Number(string text) => double.Parse(text, CultureInfo.InvariantCulture);
}
