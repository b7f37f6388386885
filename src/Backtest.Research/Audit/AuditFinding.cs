using System.Globalization;

namespace Backtest.Research;

/// <summary>What is wrong with a run.</summary>
public enum AuditFindingKind
{
    /// <summary>Something decided at a bar depends on what comes after it.</summary>
    LookAhead,

    /// <summary>The same run does not come out the same.</summary>
    Unstable,
}

/// <summary>Something that makes the results of a run wrong.</summary>
/// <param name="Kind">What is wrong.</param>
/// <param name="Container">The container it shows in, such as <c>hmm/conservative</c>; several, where the plugin stands in several.</param>
/// <param name="PluginKind">The kind of the plugin, such as <c>strategy</c>.</param>
/// <param name="Plugin">The plugin's id, or the type of an indicator that has none.</param>
public sealed record AuditFinding(AuditFindingKind Kind, string Container, string PluginKind, string Plugin)
{
    /// <summary>What was done when it showed, as in <c>with the future cut off</c>.</summary>
    public required string Change { get; init; }

    /// <summary>The last bar that was left as it was, by its end, UTC; null where bars were not changed.</summary>
    public DateTime? Cut { get; init; }

    /// <summary>The bar at which the runs part, by its end, UTC; null where it is not known.</summary>
    public DateTime? Time { get; init; }

    /// <summary>The symbol, or null where it is none's or not known.</summary>
    public string? Symbol { get; init; }

    /// <summary>What the whole run has there.</summary>
    public required string Whole { get; init; }

    /// <summary>What the other run has there.</summary>
    public required string Other { get; init; }

    /// <summary>What reads the indicator, as in <c>strategy breakout</c>; null for any other plugin.</summary>
    public string? ReadBy { get; init; }

    /// <summary>What to look at.</summary>
    public required string Fix { get; init; }

    /// <summary>The finding in words, without what to look at.</summary>
    public string Message
    {
        get
        {
            string what = Kind == AuditFindingKind.LookAhead ? "knows what comes later" : "does not repeat itself";
            string place = Container.Length > 0 ? $" in {Container}" : "";
            string reader = ReadBy is null ? "" : $", read by {ReadBy}";
            string when = Time is { } time ? $"At the bar that ends {Text(time)}{(Symbol is null ? "" : $" of {Symbol}")} the" : "The";
            string cut = Cut is { } last ? $" after {Text(last)}" : "";
            return $"{PluginKind.Replace('-', ' ')} {Plugin}{place}{reader} {what}. {when} whole run has: {Whole}. "
                + $"The run {Change}{cut} has: {Other}.";
        }
    }

    private static string Text(DateTime time) => time.ToString("yyyy-MM-ddTHH:mm:ssZ", CultureInfo.InvariantCulture);
}
