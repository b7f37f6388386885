namespace Backtest.Analyzers.Culture;

/// <summary>The fixes for text that depends on the culture. Their names are passed on in the diagnostic.</summary>
public static class CultureMend
{
    /// <summary>The property of a diagnostic that contains the fix.</summary>
    public const string Key = nameof(CultureMend);

    /// <summary>Pass the invariant culture as the last argument, or before <c>out</c>.</summary>
    public const string Provider = nameof(Provider);

    /// <summary>Pass the invariant culture as the first argument.</summary>
    public const string ProviderFirst = nameof(ProviderFirst);

    /// <summary>Create the interpolated string with <c>string.Create</c>.</summary>
    public const string Interpolation = nameof(Interpolation);

    /// <summary>Call the method of the same name with the suffix <c>Invariant</c>.</summary>
    public const string Case = nameof(Case);

    /// <summary>Pass <c>StringComparison.Ordinal</c> as the last argument.</summary>
    public const string Comparison = nameof(Comparison);

    /// <summary>Call <c>string.CompareOrdinal</c>.</summary>
    public const string CompareOrdinal = nameof(CompareOrdinal);

    /// <summary>Pass <c>StringComparer.Ordinal</c> as the last argument.</summary>
    public const string Comparer = nameof(Comparer);

    /// <summary>No obvious fix.</summary>
    public const string None = nameof(None);
}
