using System.Text.RegularExpressions;
using Backtest.Data.Csv.Recognition;
using Backtest.Data.Rows;

namespace Backtest.Data.Csv.Formats;

/// <summary>A form of files without a header line.</summary>
/// <param name="Header">The names of the columns.</param>
/// <param name="Start">What the fields of a row are, joined by blanks, so that they are nobody else's; <see langword="null"/>: they may be anybody's.</param>
/// <param name="Separator">What is between the fields.</param>
internal sealed record HeaderlessForm(string[] Header, Regex? Start, char Separator = ',')
{
    private static readonly string[] Prices = ["open", "high", "low", "close"];

    /// <summary>Whether rows have so many fields, and the prices among them are those of bars.</summary>
    public bool Fits(IReadOnlyList<StartRow> rows)
    {
        int[] prices = [.. Prices.Select(name => Array.IndexOf(Header, name))];
        return rows.Count > 0 && rows.All(row => row.Fields.Length == Header.Length) && rows.All(row => IsBar(row, prices));
    }

    /// <summary>Whether the prices could not be in the usual order as well, where the form has them in another.</summary>
    public bool IsToldByPrices(IReadOnlyList<StartRow> rows)
    {
        int open = Array.IndexOf(Header, "open");
        if (open + 1 < Header.Length && Header[open + 1] == "high")
            return true;
        int first = Header.Select((name, index) => (name, index)).First(one => Prices.Contains(one.name)).index;
        return rows.Any(row => !IsBar(row, [first, first + 1, first + 2, first + 3]));
    }

    private static bool IsBar(StartRow row, int[] prices)
    {
        bool isRead = NumberText.TryParse(row[prices[0]], out double open) & NumberText.TryParse(row[prices[1]], out double high)
            & NumberText.TryParse(row[prices[2]], out double low) & NumberText.TryParse(row[prices[3]], out double close);
        return isRead && new BarPrices(open, high, low, close, Volume: 0).AreSound;
    }
}
