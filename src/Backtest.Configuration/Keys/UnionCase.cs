namespace Backtest.Configuration.Keys;

/// <summary>One case of a union.</summary>
internal sealed class UnionCase<T>
{
    /// <summary>A case with its own keys besides <c>type</c>.</summary>
    public UnionCase(string type, Func<T, bool> isCase, IReadOnlyList<IKey<T>> keys, Func<MapReader, T> build)
    {
        Type = type;
        IsCase = isCase;
        IsWord = !keys.Any(key => key.IsRequired);
        var typeKey = new Key<T, string>("type", new ChoiceKind<string>((type, type)), _ => type, "Which one.") { IsRequired = true };
        Map = new ObjectKind<T>([typeKey, .. keys], build);
    }

    /// <summary>What <c>type</c> says.</summary>
    public string Type { get; }

    /// <summary>Whether a value is of this case.</summary>
    public Func<T, bool> IsCase { get; }

    /// <summary>Whether the type alone says everything.</summary>
    public bool IsWord { get; }

    /// <summary>The whole map.</summary>
    public ObjectKind<T> Map { get; }
}
