namespace Backtest;

/// <summary>Values by key, in the order written. Keys are unique.</summary>
/// <param name="Entries">The entries in order.</param>
/// <param name="Position">Where it starts.</param>
public sealed record ParameterMap(IReadOnlyList<ParameterEntry> Entries, SourcePosition Position) : ParameterNode(Position)
{
    /// <summary>A map without entries.</summary>
    public static ParameterMap Empty { get; } = new([], default);

    /// <summary>The value of a key; <see langword="null"/> if it is missing.</summary>
    public ParameterNode? this[string key] => Find(key)?.Value;

    /// <summary>The entry of a key; <see langword="null"/> if it is missing.</summary>
    public ParameterEntry? Find(string key)
    {
        foreach (ParameterEntry entry in Entries)
        {
            if (entry.Key == key)
                return entry;
        }

        return null;
    }
}
