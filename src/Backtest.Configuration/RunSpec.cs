using System.Security.Cryptography;
using System.Text;
using System.Text.Json.Nodes;
using Backtest.Engine;

namespace Backtest.Configuration;

/// <summary>
/// What a run is asked: the configuration, defaults written out, and the plugins it names, by their content. It is a value: two that ask the
/// same are equal wherever their files are, and one read back is equal to the one written.
/// </summary>
/// <remarks>
/// Data is named by its keys; the hash of what was read is known once it has been, and is a part of the summary. Where results go, and
/// where plugins are looked for, is not asked and left out.
/// </remarks>
public sealed class RunSpec : IEquatable<RunSpec>
{
    /// <summary>The version of the form specifications are written in.</summary>
    public const int CurrentVersion = 1;

    private RunSpec(WorkflowConfig config, IReadOnlyList<SpecPlugin> plugins)
    {
        Config = config with { Output = new OutputConfig(), PluginFolders = [], Plugins = new PluginSet() };
        Plugins = [.. plugins.OrderBy(plugin => plugin.Kind, StringComparer.Ordinal).ThenBy(plugin => plugin.Id, StringComparer.Ordinal)];
        JsonObject run = ConfigJson.WriteAsked(Config);
        Text = SpecJson.Write(run, Plugins);
        Hash = Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(Text)));
        Data = SpecJson.DataOf(run);
    }

    /// <summary>The configuration. Only here is it said where its relative paths start from.</summary>
    public WorkflowConfig Config { get; }

    /// <summary>The plugins it names, by kind, then by id.</summary>
    public IReadOnlyList<SpecPlugin> Plugins { get; }

    /// <summary>The specification as JSON in canonical form: without spaces, keys in ordinal order.</summary>
    public string Text { get; }

    /// <summary>The SHA-256 of the text, in lower-case hexadecimal: what it is known by.</summary>
    public string Hash { get; }

    /// <summary>Which bars it reads, as JSON in canonical form: one pass can serve all that read the same.</summary>
    public string Data { get; }

    /// <summary>The specification of a run.</summary>
    /// <param name="config">The run.</param>
    /// <param name="plugins">Where plugins are found that the configuration does not carry, the first first.</param>
    /// <exception cref="InputException">A plugin is not there, or its content cannot be told.</exception>
    public static RunSpec Of(WorkflowConfig config, params IReadOnlyList<IPluginSource> plugins) =>
        new(config, [.. NamedPlugin.All(config).Select(named => SpecPlugins.Of(named, config, [config.Plugins, .. plugins]))]);

    /// <summary>Reads a specification.</summary>
    /// <param name="text">What <see cref="Text"/> was.</param>
    /// <param name="directory">The folder its relative paths start from.</param>
    /// <exception cref="InputException">The text is no specification, or one of a later version.</exception>
    public static RunSpec Read(string text, string directory = "")
    {
        (JsonNode run, IReadOnlyList<SpecPlugin> plugins) = SpecJson.Read(text);
        WorkflowConfig config = RunFile.Parse(run.ToJsonString(), Path.Combine(directory, "specification.json"));
        return new RunSpec(config, plugins);
    }

    /// <summary>The configurations of several, to be run together: those that read the same data hold the same sources.</summary>
    public static IReadOnlyList<WorkflowConfig> Together(IReadOnlyList<RunSpec> specs)
    {
        var sources = new Dictionary<(string Data, string Directory), IReadOnlyList<BarSourceOptions>>();
        return [.. specs.Select(spec =>
        {
            (string, string) key = (spec.Data, spec.Config.Data[0].BaseDirectory);
            if (!sources.TryGetValue(key, out IReadOnlyList<BarSourceOptions>? shared))
                sources.Add(key, shared = spec.Config.Data);
            return spec.Config with { Data = shared };
        })];
    }

    /// <summary>Throws where the plugins that would answer have another content than the specification names.</summary>
    /// <exception cref="InputException">A plugin is another, or is not there.</exception>
    public void RequirePlugins(params IReadOnlyList<IPluginSource> plugins)
    {
        InputError[] errors =
        [
            .. NamedPlugin.All(Config).Select(named => SpecPlugins.Of(named, Config, plugins)).Except(Plugins).Select(found => new InputError(
                "other_plugin",
                $"the {found.Kind} '{found.Id}' found has the content {found.Sha256}, the specification names {Named(found)}")
            {
                Fix = "Install the release it was made with, or make a new specification.",
            }),
        ];
        if (errors.Length > 0)
            throw new InputException(errors);
    }

    /// <inheritdoc/>
    public bool Equals(RunSpec? other) => other is not null && other.Text == Text;

    /// <inheritdoc/>
    public override bool Equals(object? obj) => Equals(obj as RunSpec);

    /// <inheritdoc/>
    public override int GetHashCode() => Text.GetHashCode(StringComparison.Ordinal);

    /// <summary>The text.</summary>
    public override string ToString() => Text;

    private string Named(SpecPlugin found) =>
        Plugins.FirstOrDefault(plugin => plugin.Kind == found.Kind && plugin.Id == found.Id)?.Sha256 ?? "none";
}
