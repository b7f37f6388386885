namespace Backtest.Data.Csv;

/// <summary>In which fields of its rows a file has one side of its quotes; -1: it has not.</summary>
/// <param name="Open">The first price of a bar.</param>
/// <param name="High">The highest.</param>
/// <param name="Low">The lowest.</param>
/// <param name="Close">The last.</param>
internal sealed record QuoteFields(int Open, int High, int Low, int Close)
{
    /// <summary>No quotes.</summary>
    public static readonly QuoteFields None = new(-1, -1, -1, -1);

    /// <summary>Whether there is any.</summary>
    public bool Any => this != None;

    /// <summary>Whether a field is one of them.</summary>
    public bool Contains(int field) => field >= 0 && (field == Open || field == High || field == Low || field == Close);
}
