using System.Globalization;

namespace Backtest.Results;

/// <summary>The kinds of items in a run that can be explained.</summary>
public enum RunItemKind
{
    /// <summary>A fill.</summary>
    Fill,

    /// <summary>An order.</summary>
    Order,

    /// <summary>A signal.</summary>
    Signal,

    /// <summary>A closed trade.</summary>
    Trade,
}

/// <summary>A reference to a row of a run.</summary>
/// <param name="Kind">Its kind.</param>
/// <param name="Portfolio">The name of its portfolio, or null if only one portfolio has such a row.</param>
/// <param name="Id">Its id, counted from 1 in its portfolio.</param>
public readonly record struct RunItem(RunItemKind Kind, string? Portfolio, int Id)
{
    /// <summary>
    /// Parses user input: <c>17</c> or <c>conservative/17</c> for a fill, <c>trade:17</c> or <c>signal:conservative/17</c> for other kinds.
    /// </summary>
    /// <param name="text">The text.</param>
    /// <exception cref="InputException">The text has none of these forms.</exception>
    public static RunItem Parse(string text)
    {
        int colon = text.IndexOf(':', StringComparison.Ordinal);
        RunItemKind? kind = colon < 0 ? RunItemKind.Fill : Words<RunItemKind>.Find(text[..colon]);
        string place = text[(colon + 1)..];
        int slash = place.LastIndexOf('/');
        string? portfolio = slash < 0 ? null : place[..slash];
        if (kind is not { } known || !int.TryParse(place[(slash + 1)..], NumberStyles.None, CultureInfo.InvariantCulture, out int id) || id < 1)
        {
            throw new InputException(new InputError("unknown_item", $"'{text}' is not an item of a run")
            {
                Fix = "Name a fill by its id, such as 17 or conservative/17, or write order:17, signal:17 or trade:17.",
            });
        }

        return new RunItem(known, portfolio, id);
    }

    /// <summary>The form that <see cref="Parse"/> reads, such as <c>fill:conservative/17</c>.</summary>
    public override string ToString() => string.Create(
        CultureInfo.InvariantCulture, $"{Words<RunItemKind>.Of(Kind)}:{(Portfolio is null ? "" : $"{Portfolio}/")}{Id}");
}
