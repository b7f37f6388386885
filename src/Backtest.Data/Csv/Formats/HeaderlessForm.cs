using System.Text.RegularExpressions;
using Backtest.Data.Csv.Recognition;
using Backtest.Data.Rows;

namespace Backtest.Data.Csv.Formats;

/// <summary>The layout of a kind of file without a header line.</summary>
/// <param name="Header">The names of the columns.</param>
/// <param name="Start">
/// A pattern for the fields of a row, joined by blanks, that only this layout matches, or <see langword="null"/> if its rows look like others'.
/// </param>
/// <param name="Separator">The separator between fields.</param>
internal sealed record HeaderlessForm(string[] Header, Regex? Start, char Separator = ',')
{
    private static readonly string[] Prices = ["open", "high", "low", "close"];

    /// <summary>Whether rows have this number of fields, and their prices are valid for a bar.</summary>
    public bool Fits(IReadOnlyList<StartRow> rows)
    {
        int[] prices = [.. Prices.Select(name => Array.IndexOf(Header, name))];
        return rows.Count > 0 && rows.All(row => row.Fields.Length == Header.Length) && rows.All(row => IsBar(row, prices));
    }

    /// <summary>Whether the prices could not also be in the usual order, if the layout has them in another.</summary>
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
