using Backtest.Abstractions.Runtime;

namespace Backtest;

/// <summary>
/// Makes the partial factory of a container a plugin: to its portfolio the container is one strategy, and it holds the strategies a run file gives
/// it. The class also has <see cref="ContainerFactoryAttribute"/> and a method <c>Create</c> that takes <see cref="ContainerParts"/>. One container
/// is made for each instrument.
/// </summary>
/// <param name="id">The id in run files, kebab-case.</param>
[AttributeUsage(AttributeTargets.Class)]
[PluginContract("container", typeof(ContainerNode), typeof(ContainerFactory))]
public sealed class ContainerAttribute(string id) : Attribute
{
    /// <summary>The id in run files.</summary>
    public string Id { get; } = id;

    /// <summary>What it does, in one sentence.</summary>
    public string Description { get; init; } = "";

    /// <summary>Whether the container reads <see cref="ISignals.Trades"/>: trades are kept only then, which takes memory for each of them.</summary>
    public bool ReadsTrades { get; init; }

    /// <summary>
    /// The period, in bars, of the average true range (J. Welles Wilder, 1978) in which trailing stops may be given, as in
    /// <see cref="EntryTerms.TrailingStopRanges"/>; 0 if none are, in which case it is not computed. It is one of the indicators that have to be
    /// ready.
    /// </summary>
    public int RangePeriod { get; init; }
}
