using System.ComponentModel;

namespace Backtest.Abstractions.Runtime;

/// <summary>Lists a plugin of an assembly. Generated; the host reads it from metadata, without running any of the assembly's code.</summary>
/// <param name="kind">What the plugin is, as its contract spells it.</param>
/// <param name="id">Its id in run files.</param>
/// <param name="factory">The generated <see cref="PluginFactory"/>.</param>
/// <param name="abiMajor">The <see cref="Abi.Major"/> it was compiled against.</param>
/// <param name="abiMinor">The <see cref="Abi.Minor"/> it was compiled against.</param>
/// <param name="description">What it does, in one sentence.</param>
/// <param name="parametersSchema">The JSON schema of its parameters.</param>
[AttributeUsage(AttributeTargets.Assembly, AllowMultiple = true)]
[EditorBrowsable(EditorBrowsableState.Never)]
public sealed class PluginAttribute(
    string kind, string id, Type factory, int abiMajor, int abiMinor, string description, string parametersSchema) : Attribute
{
    /// <summary>What the plugin is.</summary>
    public PluginKind Kind { get; } = new(kind);

    /// <summary>Its id in run files.</summary>
    public string Id { get; } = id;

    /// <summary>The generated factory.</summary>
    public Type Factory { get; } = factory;

    /// <summary>The <see cref="Abi.Major"/> it was compiled against.</summary>
    public int AbiMajor { get; } = abiMajor;

    /// <summary>The <see cref="Abi.Minor"/> it was compiled against.</summary>
    public int AbiMinor { get; } = abiMinor;

    /// <summary>What it does, in one sentence.</summary>
    public string Description { get; } = description;

    /// <summary>The JSON schema of its parameters.</summary>
    public string ParametersSchema { get; } = parametersSchema;
}
