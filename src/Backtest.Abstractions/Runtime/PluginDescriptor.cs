using System.ComponentModel;

namespace Backtest.Abstractions.Runtime;

/// <summary>The description of a plugin, from its generated factory.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public sealed record PluginDescriptor
{
    /// <summary>What the plugin is.</summary>
    public required PluginKind Kind { get; init; }

    /// <summary>Its id in run files.</summary>
    public required string Id { get; init; }

    /// <summary>The author's class.</summary>
    public required Type Type { get; init; }

    /// <summary>Its handlers, in the order of their stages.</summary>
    public required IReadOnlyList<HandlerDescription> Handlers { get; init; }

    /// <summary>Whether a strategy's signals depend only on bars, indicators and regimes, never on what the engine did.</summary>
    public bool IsPure { get; init; }

    /// <summary>Whether it reads closed trades, so that they are kept.</summary>
    public bool ReadsTrades { get; init; }

    /// <summary>The period, in bars, of the average true range in which it gives distances; 0 if it gives none in it.</summary>
    public int RangePeriod { get; init; }

    /// <summary>The compiled flow inside a container; <see langword="null"/> if it is not a container.</summary>
    public FlowDescription? Flow { get; init; }

    /// <summary>Whether it has a handler of this name.</summary>
    public bool Handles(string handler)
    {
        foreach (HandlerDescription description in Handlers)
        {
            if (description.Handler == handler)
                return true;
        }

        return false;
    }
}
