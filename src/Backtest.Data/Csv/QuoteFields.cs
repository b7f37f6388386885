namespace Backtest.Data.Csv;

/// <summary>The fields of one side of the quotes in a file's rows; -1 if the file does not have one.</summary>
/// <param name="Open">The first price of a bar.</param>
/// <param name="High">The highest price.</param>
/// <param name="Low">The lowest price.</param>
/// <param name="Close">The last price.</param>
internal sealed record QuoteFields(int Open, int High, int Low, int Close)
{
    /// <summary>No quotes.</summary>
    public static readonly QuoteFields None = new(-1, -1, -1, -1);

    /// <summary>Whether there are quotes.</summary>
    public bool Any => this != None;

    /// <summary>Whether a field is one of them.</summary>
    public bool Contains(int field) => field >= 0 && (field == Open || field == High || field == Low || field == Close);
}
