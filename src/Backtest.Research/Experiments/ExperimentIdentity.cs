using System.Security.Cryptography;
using System.Text;
using Backtest.Configuration;
using Backtest.Engine;

namespace Backtest.Research;

/// <summary>What makes a search the same as another, and what its trials are counted under.</summary>
internal static class ExperimentIdentity
{
    /// <summary>The id of an experiment: a hash of all its trials follow from.</summary>
    public static string Of(WorkflowConfig sweep, string fingerprint, IReadOnlyList<IPluginSource> plugins)
    {
        string[] contents =
        [
            .. NamedPlugin.All(sweep).Select(named =>
                $"{named.Kind.Id} {named.Type} {plugins.Select(source => source.ContentHash(named.Kind, named.Type)).FirstOrDefault(hash => hash is not null)}"),
        ];
        return HashOf(string.Join('\n', ["experiment", ConfigJson.Hash(sweep), fingerprint, Results.EngineVersion.Current, .. contents]));
    }

    /// <summary>The SHA-256 of a text, in lower-case hexadecimal.</summary>
    public static string HashOf(string text) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(text)));
}
