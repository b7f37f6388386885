namespace Backtest.Analyzers.Culture;

/// <summary>How a text that depends on the culture is mended; the names travel with the diagnostic.</summary>
public static class CultureMend
{
    /// <summary>The property of a diagnostic that holds the mend.</summary>
    public const string Key = nameof(CultureMend);

    /// <summary>Give the invariant culture as the last argument, or before <c>out</c>.</summary>
    public const string Provider = nameof(Provider);

    /// <summary>Give the invariant culture as the first argument.</summary>
    public const string ProviderFirst = nameof(ProviderFirst);

    /// <summary>Write the interpolated string through <c>string.Create</c>.</summary>
    public const string Interpolation = nameof(Interpolation);

    /// <summary>Call the method of the same name with <c>Invariant</c> behind it.</summary>
    public const string Case = nameof(Case);

    /// <summary>Give <c>StringComparison.Ordinal</c> as the last argument.</summary>
    public const string Comparison = nameof(Comparison);

    /// <summary>Call <c>string.CompareOrdinal</c>.</summary>
    public const string CompareOrdinal = nameof(CompareOrdinal);

    /// <summary>Give <c>StringComparer.Ordinal</c> as the last argument.</summary>
    public const string Comparer = nameof(Comparer);

    /// <summary>None that is obvious.</summary>
    public const string None = nameof(None);
}
