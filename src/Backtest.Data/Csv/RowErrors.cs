using System.Globalization;

namespace Backtest.Data.Csv;

/// <summary>The rows of all files that are no bars: the first few in full, the rest counted.</summary>
internal sealed class RowErrors
{
    private const int Shown = 10;

    private readonly List<InputError> _errors = [];
    private long _more;

    /// <summary>Adds a row.</summary>
    public void Add(InputError error)
    {
        if (_errors.Count < Shown)
            _errors.Add(error);
        else
            _more++;
    }

    /// <summary>Throws when there is any.</summary>
    /// <exception cref="InputException">A row is no bar.</exception>
    public void ThrowIfAny()
    {
        if (_errors.Count == 0)
            return;
        if (_more > 0)
        {
            _errors.Add(new InputError("more_bad_rows", string.Create(CultureInfo.InvariantCulture, $"{_more:N0} more rows are no bars."))
            {
                Fix = "Fix the first ones and look again, or set data.bad_rows: skip.",
            });
        }

        throw new InputException(_errors);
    }
}
