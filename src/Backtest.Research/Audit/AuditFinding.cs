using System.Globalization;

namespace Backtest.Research;

/// <summary>The kinds of defects that an audit finds.</summary>
public enum AuditFindingKind
{
    /// <summary>A decision at a bar depends on later data.</summary>
    LookAhead,

    /// <summary>Repeating the run gives different results.</summary>
    Unstable,
}

/// <summary>Something that makes the results of a run wrong.</summary>
/// <param name="Kind">The kind of the defect.</param>
/// <param name="Container">The container it occurs in, such as <c>hmm/conservative</c>, or several if the plugin is used in several.</param>
/// <param name="PluginKind">The kind of the plugin, such as <c>strategy</c>.</param>
/// <param name="Plugin">The plugin's id, or the type of an indicator that has none.</param>
public sealed record AuditFinding(AuditFindingKind Kind, string Container, string PluginKind, string Plugin)
{
    /// <summary>The change that revealed it, such as <c>with the future cut off</c>.</summary>
    public required string Change { get; init; }

    /// <summary>The last unchanged bar, by its end, UTC, or null if bars were not changed.</summary>
    public DateTime? Cut { get; init; }

    /// <summary>The bar at which the runs diverge, by its end, UTC, or null if unknown.</summary>
    public DateTime? Time { get; init; }

    /// <summary>The symbol, or null if there is none or it is unknown.</summary>
    public string? Symbol { get; init; }

    /// <summary>What the whole run has at that bar.</summary>
    public required string Whole { get; init; }

    /// <summary>What the other run has at that bar.</summary>
    public required string Other { get; init; }

    /// <summary>The reader of the indicator, such as <c>strategy breakout</c>; null for any other plugin.</summary>
    public string? ReadBy { get; init; }

    /// <summary>How to find the cause.</summary>
    public required string Fix { get; init; }

    /// <summary>The finding in words, without how to find the cause.</summary>
    public string Message
    {
        get
        {
            string what = Kind == AuditFindingKind.LookAhead ? "uses future data" : "cannot be repeated";
            string place = Container.Length > 0 ? $" in {Container}" : "";
            string reader = ReadBy is null ? "" : $", read by {ReadBy}";
            string when = Time is { } time ? $"At the bar{(Symbol is null ? "" : $" of {Symbol}")} that ends {Text(time)}, the" : "The";
            string cut = Cut is { } last ? $" after {Text(last)}" : "";
            return $"{PluginKind.Replace('-', ' ')} {Plugin}{place}{reader} {what}. {when} full run has: {Whole}. "
                + $"The run {Change}{cut} has: {Other}.";
        }
    }

    private static string Text(DateTime time) => time.ToString("yyyy-MM-ddTHH:mm:ssZ", CultureInfo.InvariantCulture);
}
