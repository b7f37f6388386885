using System.Text;

namespace Backtest.Research;

/// <summary>Text of others' making, such as what an exception says, so that every database takes it.</summary>
internal static class LedgerText
{
    /// <summary>The text with what no database stores (the null character, halves of surrogate pairs) replaced.</summary>
    public static string? Storable(string? text)
    {
        if (text is null)
            return null;
        string whole = text.Contains('\0', StringComparison.Ordinal) ? text.Replace('\0', '\uFFFD') : text;
        return whole.AsSpan().IndexOfAnyInRange('\uD800', '\uDFFF') < 0 ? whole : Encoding.UTF8.GetString(Encoding.UTF8.GetBytes(whole));
    }

    /// <summary>The word the tables have for a status.</summary>
    public static string Of(TrialStatus status) => status switch
    {
        TrialStatus.Pruned => "pruned",
        TrialStatus.Faulted => "faulted",
        _ => "complete",
    };
}
