using System.Security.Cryptography;
using System.Text;
using System.Text.Json.Nodes;
using Backtest.Configuration.Keys;
using Backtest.Configuration.Sections;
using Backtest.Engine;

namespace Backtest.Configuration;

/// <summary>
/// Writes configurations as JSON: every value in effect, under the keys of the run file, so that it reads back to the same.
/// </summary>
public static class ConfigJson
{
    /// <summary>Writes a configuration.</summary>
    public static JsonObject Write(WorkflowConfig config) => (JsonObject)RunSection.Kind.Write(config)!;

    /// <summary>Writes a value of a run file.</summary>
    public static JsonNode? Write(ParameterNode value) => ParameterJson.Write(value);

    /// <summary>Reads a value of a run file.</summary>
    public static ParameterNode Read(JsonNode? value) => ParameterJson.Read(value);

    /// <summary>
    /// The SHA-256, in lower-case hexadecimal, of everything that affects a result: where plugins are searched for, where results go and the folder
    /// of the run file are left out.
    /// </summary>
    public static string Hash(WorkflowConfig config) =>
        Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(WriteAsked(config).ToJsonString())));

    /// <summary>Writes what affects a result.</summary>
    internal static JsonObject WriteAsked(WorkflowConfig config)
    {
        JsonObject json = Write(config);
        json.Remove(RunSection.FamilyKey);
        json.Remove(RunSection.MonteCarloKey);
        json.Remove(RunSection.HoldoutKey); // the end of the data and the day trading begins already reflect it
        json.Remove(RunSection.PluginsKey);
        json.Remove(RunSection.OutputKey);
        return json;
    }
}
