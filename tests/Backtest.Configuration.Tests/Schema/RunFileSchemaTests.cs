using System.Text.Json;
using System.Text.Json.Nodes;
using Backtest.Abstractions.Runtime;
using Backtest.Configuration;
using Backtest.Configuration.Schema;

namespace Backtest.Tests.Schema;

public sealed class RunFileSchemaTests
{
    private const string Lookback =
        """{"type": "object", "properties": {"lookback": {"type": "integer", "minimum": 1}}, "additionalProperties": false}""";

    private static readonly JsonElement RunFileJson = JsonElement.Parse(RunFileSchema.Create(
    [
        new PluginListing(PluginKind.Strategy, "momentum", "Follows.", Lookback),
        new PluginListing(PluginKind.Strategy, "mean-reversion", "Returns.", """{"type": "object"}"""),
        new PluginListing(PluginKind.Strategy, "sma-cross", "Crosses.", """{"type": "object"}"""),
        new PluginListing(PluginKind.Container, "netting", "Nets.", """{"type": "object", "properties": {"needed": {"minimum": 1}}}"""),
        new PluginListing(PluginKind.Classifier, "hmm", "Hides.", """{"type": "object"}"""),
        new PluginListing(PluginKind.RiskManager, "standard", "Sizes.", """{"type": "object"}"""),
        new PluginListing(PluginKind.BarSource, "acme-bars", "Asks.", Lookback),
    ]));

    [Theory]
    [InlineData(RunFiles.Full)]
    [InlineData(RunFiles.Least)]
    [InlineData(RunFiles.Contained)]
    [InlineData(RunFiles.Switching)]
    public void Good_files_pass(string text) => Assert.True(IsValid(Json(text)));

    [Theory]
    [InlineData("""{"path": "a.csv", "calendar": "XNYS", "session": "regular"}""", true)]
    [InlineData("""{"source": "csv", "path": "a.csv", "separator": "tab"}""", true)]
    [InlineData("""{"source": "csv"}""", false)]
    [InlineData("""{"path": "a.csv", "bars": 10}""", false)]
    [InlineData("""{"source": "catalog", "path": "catalog"}""", true)]
    [InlineData("""{"source": "catalog", "path": "catalog", "timezone": "UTC"}""", false)]
    [InlineData("""{"source": "lean", "path": "Data", "asset": "forex"}""", true)]
    [InlineData("""{"source": "lean", "path": "Data", "stamp": "end"}""", false)]
    [InlineData("""{"source": "synthetic", "bars": 10}""", true)]
    [InlineData("""{"source": "synthetic", "path": "a.csv"}""", false)]
    [InlineData("""{"source": "acme-bars", "parameters": {"lookback": 3}}""", true)]
    [InlineData("""{"source": "acme-bars", "parameters": {"lookback": 0}}""", false)]
    [InlineData("""{"source": "acme-bars", "asset": "forex"}""", false)]
    [InlineData("""{"source": "acme-bras"}""", false)]
    [InlineData("""[{"path": "a.csv"}, {"source": "synthetic"}]""", true)]
    public void A_source_takes_its_own_keys_alone(string data, bool isValid)
    {
        JsonObject json = Json(RunFiles.Least);
        json["data"] = JsonNode.Parse(data);
        Assert.Equal(isValid, IsValid(json));
    }

    [Theory]
    [InlineData("signals", """[{"name": "main", "strategies": [{"type": "sma-cross"}]}]""", true)]
    [InlineData("signals", """[{"name": "main", "strategies": [{"name": "cross"}]}]""", false)]
    [InlineData("backtest", """[{"name": "main", "strategies": [{"type": "sma-cross"}]}]""", false)]
    [InlineData("replay", """[{"name": "main", "capital": 1, "risk": {"type": "standard"}, "strategies": [{"name": "cross"}]}]""", true)]
    [InlineData("replay", """[{"name": "main", "strategies": [{"name": "cross"}]}]""", false)]
    [InlineData("backtest", """[{"name": "main", "capital": 1, "risk": {"type": "standard"}, "strategies": [{"name": "cross"}]}]""", false)]
    public void A_workflow_asks_for_what_it_needs(string workflow, string portfolios, bool isValid)
    {
        JsonObject json = Json(RunFiles.Least);
        json["workflow"] = workflow;
        json["portfolios"] = JsonNode.Parse(portfolios);
        Assert.Equal(isValid, IsValid(json));
    }

    [Theory]
    [InlineData("""{"from": "runs/x", "strategies": {"cross": {"weight": 0.5, "minimum_agreement": 2, "portfolio": "main"}}, "minimum_agreement": 2}""", true)]
    [InlineData("""{"horizons": [1, 2]}""", true)]
    [InlineData("""{"horizons": [0]}""", false)]
    [InlineData("""{"strategies": {"cross": {"weight": 1.5}}}""", false)]
    [InlineData("""{"minimum_agreement": 0}""", false)]
    [InlineData("""{"form": "runs/x"}""", false)]
    public void Signals_take_their_own_keys_alone(string signals, bool isValid)
    {
        JsonObject json = Json(RunFiles.Least);
        json["signals"] = JsonNode.Parse(signals);
        Assert.Equal(isValid, IsValid(json));
    }

    /// <summary>One declaration determines how every key of each source is read, written and described.</summary>
    [Theory]
    [InlineData("""
        {path: a.csv, symbols: [A], timeframe: 1h, start: 2000-01-01, end: 2001-01-01, trade_from: 2000-06-01, timezone: UTC,
        actions: a.csv, adjustment: all, bad_rows: skip, calendar: XNYS, session: regular, stamp: end, date_format: yyyy, separator: tab,
        decimal: comma, thousands: point, price_scale: 0.01, header: [time, open], skip_rows: 1, comment: "#", encoding: latin-1,
        order: unsorted, format: stooq, columns: {close: c}, finer_path: b.csv}
        """)]
    [InlineData("""
        {source: catalog, path: a, symbols: [A], timeframe: 1h, start: 2000-01-01, end: 2001-01-01, trade_from: 2000-06-01, actions: a.csv,
        adjustment: all}
        """)]
    [InlineData("""
        {source: lean, path: a, symbols: [A], timeframe: 1h, start: 2000-01-01, end: 2001-01-01, trade_from: 2000-06-01, actions: a.csv,
        adjustment: all, bad_rows: skip, calendar: XNYS, session: regular, asset: forex, market: oanda, kind: quote}
        """)]
    [InlineData("""
        {source: synthetic, symbols: [A], timeframe: 1h, start: 2000-01-01, end: 2001-01-01, trade_from: 2000-06-01, timezone: UTC,
        actions: a.csv, adjustment: all, bars: 10, first_day: 2000-01-01, price: 1, drift: 0, volatility: 0.1, correlation: 0.1, gap: 0.1,
        missing: 0.1, jumps: {rate: 0.1, size: 0.1}, regimes: [{drift: 0, volatility: 0.1, length: 5}], seed: 3}
        """)]
    [InlineData("""
        {source: acme-bars, path: a, symbols: [A], timeframe: 1h, start: 2000-01-01, end: 2001-01-01, trade_from: 2000-06-01, timezone: UTC,
        actions: a.csv, adjustment: all, parameters: {lookback: 2}, calendar: XNYS}
        """)]
    public void Every_key_of_a_source_is_read_written_and_described(string data)
    {
        JsonObject json = Json(RunFiles.Changed("{path: spx.csv}", data.ReplaceLineEndings(" ")));
        JsonObject written = json["data"]!.AsObject();
        JsonElement described = RunFileJson.GetProperty("$defs").GetProperty("source").GetProperty("oneOf").EnumerateArray()
            .Single(source => SchemaCheck.Accepts(source, JsonSerializer.SerializeToElement(written)));
        Assert.Equal(
            described.GetProperty("properties").EnumerateObject().Select(property => property.Name).Order(),
            written.Select(property => property.Key).Order());
    }

    [Fact]
    public void Short_form_of_a_cost_passes()
    {
        JsonObject json = Json(RunFiles.Full);
        json["execution"]!["slippage"] = "none";
        Assert.True(IsValid(json));
    }

    [Fact]
    public void A_plugin_of_a_kind_that_run_files_do_not_name_is_taken_for_no_other() => Assert.Equal(
        RunFileSchema.Create([]),
        RunFileSchema.Create([new PluginListing(new PluginKind("price-alarm"), "spike", "Raises alarms.", Lookback)]));

    [Theory]
    [InlineData("executoin", "{}")]
    [InlineData("seed", "-1")]
    [InlineData("seed", "\"one\"")]
    [InlineData("workflow", "\"nonsense\"")]
    [InlineData("execution", """{"fil": "close"}""")]
    [InlineData("execution", """{"fill": "open"}""")]
    [InlineData("execution", """{"slippage": {"type": "fixed", "points": 1}}""")]
    [InlineData("execution", """{"slippage": {"type": "almgren", "duration": 1}}""")]
    [InlineData("execution", """{"profile": "zipline"}""")]
    [InlineData("execution", """{"path": {"type": "finer_bars", "timeframe": "soon"}}""")]
    [InlineData("execution", """{"path": {"type": "finer_bars", "otherwise": "finer_bars"}}""")]
    [InlineData("execution", """{"path": {"type": "pessimistic", "timeframe": "1m"}}""")]
    [InlineData("execution", """{"slippage": {"type": "basis_points"}}""")]
    [InlineData("execution", """{"volume_limit": 0}""")]
    [InlineData("execution", """{"delisted_after": "soon"}""")]
    [InlineData("data", """{"path": "a.csv", "timeframe": "1y"}""")]
    [InlineData("portfolios", """[{"name": "a"}]""")]
    public void Mistake_fails(string key, string value)
    {
        JsonObject json = Json(RunFiles.Full);
        json[key] = JsonNode.Parse(value);
        Assert.False(IsValid(json));
    }

    [Theory]
    [InlineData("momentum", """{"lookback": 20}""", true)]
    [InlineData("momentum", """{"lookback": 0}""", false)]
    [InlineData("momentum", """{"lokback": 20}""", false)]
    [InlineData("sma-cross", """{"anything": 0}""", true)]
    [InlineData("Other.Package/momentum", """{"anything": 0}""", true)]
    [InlineData("momentun", "{}", false)]
    public void Type_chooses_what_parameters_may_be(string type, string parameters, bool isValid)
    {
        JsonObject json = Json(RunFiles.Least);
        json["portfolios"]![0]!["strategies"]![0] = new JsonObject { ["type"] = type, ["parameters"] = JsonNode.Parse(parameters) };
        Assert.Equal(isValid, IsValid(json));
    }

    [Theory]
    [InlineData("[{\"type\": \"momentum\", \"parameters\": {\"lookback\": 0}}]")]
    [InlineData("[{\"type\": \"momentum\", \"symbols\": [\"SPX\"]}]")]
    [InlineData("[{\"type\": \"netting\"}]")]
    [InlineData("[{\"type\": \"momentum\", \"strategies\": [{\"type\": \"momentum\"}]}]")]
    public void Mistake_in_a_container_fails(string members)
    {
        JsonObject json = Json(RunFiles.Contained);
        json["portfolios"]![0]!["strategies"]![0]!["strategies"] = JsonNode.Parse(members);
        Assert.False(IsValid(json));
    }

    [Fact]
    public void Keys_are_described_with_their_defaults()
    {
        JsonNode schema = JsonNode.Parse(RunFileSchema.Create([]))!;
        JsonNode fill = schema["properties"]!["execution"]!["properties"]!["fill"]!;
        Assert.Equal("next_open", (string?)fill["default"]);
        Assert.False(string.IsNullOrEmpty((string?)fill["description"]));
        Assert.Equal("https://json-schema.org/draft/2020-12/schema", (string?)schema["$schema"]);
    }

    private static JsonObject Json(string text) => ConfigJson.Write(RunFiles.Parse(text));

    private static bool IsValid(JsonObject json) => SchemaCheck.Accepts(RunFileJson, JsonSerializer.SerializeToElement(json));
}
