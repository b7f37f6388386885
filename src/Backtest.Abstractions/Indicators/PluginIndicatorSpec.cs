using System.ComponentModel;

namespace Backtest;

/// <summary>A specification of another package's indicator by its id; the host resolves it when the tree is built.</summary>
public sealed record PluginIndicatorSpec : IndicatorSpec
{
    /// <summary>The indicator of this id.</summary>
    /// <param name="id">The id, or <c>Package.Id/id</c> if two packages have it.</param>
    /// <param name="arguments">The arguments of its constructor, as numbers.</param>
    public PluginIndicatorSpec(string id, params ReadOnlySpan<double> arguments)
        : base(typeof(PluginIndicatorSpec), new ParameterValues(arguments))
    {
        Id = id;
        Arguments = arguments.ToArray();
    }

    /// <summary>The id.</summary>
    public string Id { get; }

    /// <summary>The arguments.</summary>
    public IReadOnlyList<double> Arguments { get; }

    /// <inheritdoc/>
    /// <exception cref="InvalidOperationException">Only the host knows which computation the id means.</exception>
    public override IndicatorKey Key => throw new InvalidOperationException($"The host has not yet found the indicator '{Id}'.");

    /// <inheritdoc/>
    [EditorBrowsable(EditorBrowsableState.Never)]
    public override IndicatorSpec Resolve(Func<PluginIndicatorSpec, IndicatorSpec> find)
    {
        IndicatorSpec found = find(this);
        return found with { Source = Source, Input = Input?.Resolve(find), Offset = Offset, Timeframe = Timeframe };
    }
}
