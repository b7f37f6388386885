namespace Backtest.Engine;

/// <summary>What runs must have in common to share a pass over the same data.</summary>
/// <param name="Rules">The rules of instruments that differ from the defaults.</param>
/// <param name="Currency">The currency of all money.</param>
/// <param name="IsTurnByTurn">Whether a chunk is one turn long, so that the first fault can stop a run.</param>
/// <param name="Plugins">The plugins given in their configurations.</param>
internal sealed record PassKind(IReadOnlyList<Instrument> Rules, string Currency, bool IsTurnByTurn, PluginSet Plugins)
{
    /// <summary>Whether another kind is equal.</summary>
    public bool Equals(PassKind? other) => other is not null
        && Currency == other.Currency && IsTurnByTurn == other.IsTurnByTurn && Rules.SequenceEqual(other.Rules)
        && (ReferenceEquals(Plugins, other.Plugins) || (Plugins.IsEmpty && other.Plugins.IsEmpty));

    /// <inheritdoc/>
    public override int GetHashCode() => HashCode.Combine(Currency, IsTurnByTurn, Rules.Count);
}
