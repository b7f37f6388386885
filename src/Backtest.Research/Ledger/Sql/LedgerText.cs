using System.Text;

namespace Backtest.Research;

/// <summary>Makes text from elsewhere, such as an exception's message, storable in every database.</summary>
internal static class LedgerText
{
    /// <summary>The text, with characters that databases cannot store (the null character, unpaired surrogates) replaced.</summary>
    public static string? Storable(string? text)
    {
        if (text is null)
            return null;
        string whole = text.Contains('\0', StringComparison.Ordinal) ? text.Replace('\0', '\uFFFD') : text;
        return whole.AsSpan().IndexOfAnyInRange('\uD800', '\uDFFF') < 0 ? whole : Encoding.UTF8.GetString(Encoding.UTF8.GetBytes(whole));
    }

    /// <summary>The name of a status in the tables.</summary>
    public static string Of(TrialStatus status) => status switch
    {
        TrialStatus.Pruned => "pruned",
        TrialStatus.Faulted => "faulted",
        _ => "complete",
    };
}
