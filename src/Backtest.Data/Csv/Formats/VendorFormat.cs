namespace Backtest.Data.Csv.Formats;

/// <summary>How the files of a vendor or program are written, as far as that is not seen from any file.</summary>
/// <param name="Word">What <c>data.format</c> says.</param>
/// <param name="Title">Whose files they are.</param>
internal sealed record VendorFormat(string Word, string Title)
{
    /// <summary>Sets of headers, normalized, of which each is nobody else's; empty: the headers say nothing.</summary>
    public string[][] Signatures { get; init; } = [];

    /// <summary>What the files without a header line have in their columns.</summary>
    public HeaderlessForm[] Headerless { get; init; } = [];

    /// <summary>Headers by column, where they are not the usual ones.</summary>
    public IReadOnlyDictionary<string, string> Columns { get; init; } = new Dictionary<string, string>();

    /// <summary>Whether the month is before the day where a date can be read either way; <see langword="null"/>: that is not known.</summary>
    public bool? IsMonthFirst { get; init; }

    /// <summary>What whole prices are multiplied by.</summary>
    public double WholePriceScale { get; init; } = 1;

    /// <summary>The zone of its times, for advice, where they name none; <see langword="null"/>: it differs, or is UTC.</summary>
    public string? TimeZone { get; init; }
}
