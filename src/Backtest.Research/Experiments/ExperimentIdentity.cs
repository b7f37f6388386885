using System.Security.Cryptography;
using System.Text;
using Backtest.Configuration;
using Backtest.Engine;
using Backtest.Results;

namespace Backtest.Research;

/// <summary>Determines whether two searches are the same, and under which keys trials are counted.</summary>
internal static class ExperimentIdentity
{
    /// <summary>The id of an experiment: a hash of everything that determines its trials and figures.</summary>
    public static string Of(WorkflowConfig sweep, string fingerprint, Benchmark? benchmark, IReadOnlyList<IPluginSource> plugins)
    {
        string[] contents =
        [
            .. NamedPlugin.All(sweep).Select(named =>
                $"{named.Kind.Id} {named.Type} {plugins.Select(source => source.ContentHash(named.Kind, named.Type)).FirstOrDefault(hash => hash is not null)}"),
        ];
        IEnumerable<string> compared =
            benchmark is null ? [] : benchmark.Days.Select(day => FormattableString.Invariant($"{day.Day.DayNumber} {day.Equity:R}"));
        return HashOf(string.Join('\n', ["experiment", ConfigJson.Hash(sweep), fingerprint, EngineVersion.Current, .. contents, .. compared]));
    }

    /// <summary>The SHA-256 of a text, in lowercase hexadecimal.</summary>
    public static string HashOf(string text) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(text)));
}
