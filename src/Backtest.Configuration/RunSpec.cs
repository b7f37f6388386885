using System.Security.Cryptography;
using System.Text;
using System.Text.Json.Nodes;
using Backtest.Engine;

namespace Backtest.Configuration;

/// <summary>
/// The specification of a run: the configuration, with defaults written out, and the plugins it names, by their content. Compared by value: two that
/// ask for the same are equal wherever their files are, and one read back equals the one written.
/// </summary>
/// <remarks>
/// Data is named by its keys; the hash of what was read is known afterwards and is part of the summary. Where results go, and where plugins are
/// searched for, is not part of it.
/// </remarks>
public sealed class RunSpec : IEquatable<RunSpec>
{
    /// <summary>The version of the format of specifications.</summary>
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

    /// <summary>The configuration. Only it contains where its relative paths start from.</summary>
    public WorkflowConfig Config { get; }

    /// <summary>The plugins it names, by kind, then by id.</summary>
    public IReadOnlyList<SpecPlugin> Plugins { get; }

    /// <summary>The specification as JSON in canonical form: without spaces, keys in ordinal order.</summary>
    public string Text { get; }

    /// <summary>The SHA-256 of the text, in lower-case hexadecimal, which identifies it.</summary>
    public string Hash { get; }

    /// <summary>Which bars it reads, as JSON in canonical form: one pass can serve all that read the same.</summary>
    public string Data { get; }

    /// <summary>The specification of a run.</summary>
    /// <param name="config">The run.</param>
    /// <param name="plugins">Where plugins that the configuration does not carry are found, in order of precedence.</param>
    /// <exception cref="InputException">A plugin is missing, or its content cannot be determined.</exception>
    public static RunSpec Of(WorkflowConfig config, params IReadOnlyList<IPluginSource> plugins) =>
        new(config, [.. NamedPlugin.All(config).Select(named => SpecPlugins.Of(named, config, [config.Plugins, .. plugins]))]);

    /// <summary>Reads a specification.</summary>
    /// <param name="text">The <see cref="Text"/> of a specification.</param>
    /// <param name="directory">The folder its relative paths start from.</param>
    /// <exception cref="InputException">The text is not a specification, or is one of a later version.</exception>
    public static RunSpec Read(string text, string directory = "")
    {
        (JsonNode run, IReadOnlyList<SpecPlugin> plugins) = SpecJson.Read(text);
        WorkflowConfig config = RunFile.Parse(run.ToJsonString(), Path.Combine(directory, "specification.json"));
        return new RunSpec(config, plugins);
    }

    /// <summary>The configurations of several specifications, to be run together: those that read the same data share the same sources.</summary>
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

    /// <summary>Throws if the plugins that would be used have other content than the specification names.</summary>
    /// <exception cref="InputException">A plugin differs or is missing.</exception>
    public void RequirePlugins(params IReadOnlyList<IPluginSource> plugins)
    {
        InputError[] errors =
        [
            .. NamedPlugin.All(Config).Select(named => SpecPlugins.Of(named, Config, plugins)).Except(Plugins).Select(found => new InputError(
                "other_plugin",
                $"the installed {found.Kind} '{found.Id}' has the content {found.Sha256}, but the specification names {Named(found)}")
            {
                Fix = "Install the release it was made with, or create a new specification.",
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
