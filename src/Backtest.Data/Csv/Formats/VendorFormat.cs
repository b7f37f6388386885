namespace Backtest.Data.Csv.Formats;

/// <summary>How a vendor or program writes its files, as far as the files themselves do not show it.</summary>
/// <param name="Word">The value of <c>data.format</c>.</param>
/// <param name="Title">The name of the vendor or program.</param>
internal sealed record VendorFormat(string Word, string Title)
{
    /// <summary>Sets of normalized headers that are each unique to this format; empty if the headers do not identify it.</summary>
    public string[][] Signatures { get; init; } = [];

    /// <summary>The columns of files without a header line.</summary>
    public HeaderlessForm[] Headerless { get; init; } = [];

    /// <summary>Headers by column, if they are not the usual ones.</summary>
    public IReadOnlyDictionary<string, string> Columns { get; init; } = new Dictionary<string, string>();

    /// <summary>Whether the month precedes the day in ambiguous dates, or <see langword="null"/> if unknown.</summary>
    public bool? IsMonthFirst { get; init; }

    /// <summary>The factor that whole-number prices are multiplied by.</summary>
    public double WholePriceScale { get; init; } = 1;

    /// <summary>The zone of times that name none, for advice, or <see langword="null"/> if it varies or is UTC.</summary>
    public string? TimeZone { get; init; }
}
