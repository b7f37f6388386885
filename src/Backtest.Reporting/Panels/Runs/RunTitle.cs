using System.Text.Json.Nodes;
using Backtest.Results;

namespace Backtest.Reporting;

/// <summary>The heading of a report.</summary>
internal static class RunTitle
{
    private const int MostSymbols = 5;

    /// <summary>The name of a run.</summary>
    public static string Name(StoredRun run) => (string?)run.Manifest.Config["name"] is { Length: > 0 } name ? name : run.Id;

    /// <summary>The run's period and data in one line.</summary>
    public static string Subtitle(StoredRun run)
    {
        string[] parts =
        [
            Period(run),
            Data(run.Manifest.Config["data"]),
            run.Manifest.BarsProcessed > 0 ? Written.Count(run.Manifest.BarsProcessed, "bar", "bars") : "",
            run.Manifest.Status == Engine.RunStatus.Completed ? "" : run.Manifest.Status.ToString().ToLowerInvariant(),
        ];
        return string.Join(" · ", parts.Where(part => part.Length > 0));
    }

    /// <summary>The period of the turns or, for a run that ends with signals, of the signals.</summary>
    private static string Period(StoredRun run)
    {
        (DateTime First, DateTime Last)? ends = !run.Has("equity")
            ? run.Signals is [var first, .., var last] ? (first.Time, last.Time) : null
            : run.Equity.Total is { Count: > 0 } total ? (total.Times[0], total.Times[^1]) : null;
        return ends is { } period ? $"{Written.Day(TradingDay.Of(period.First))} to {Written.Day(TradingDay.Of(period.Last))}" : "";
    }

    private static string Data(JsonNode? data)
    {
        JsonNode?[] sources = data is JsonArray list ? [.. list] : [data];
        string[] symbols = [.. sources.SelectMany(source => source?["symbols"] as JsonArray ?? []).Select(symbol => (string?)symbol).OfType<string>()
            .Distinct()];
        string named = symbols.Length > MostSymbols
            ? $"{string.Join(", ", symbols.Take(MostSymbols))} and {Written.Count(symbols.Length - MostSymbols)} more" : string.Join(", ", symbols);
        string timeframes = string.Join(", ", sources.Select(source => (string?)source?["timeframe"]).OfType<string>().Distinct());
        return string.Join(" ", new[] { named, timeframes }.Where(part => part.Length > 0));
    }
}
