using System.Globalization;

namespace Backtest.Data.Rows;

/// <summary>What becomes of rows that are no bars: they are skipped, or errors, of which the first few are kept and the rest counted.</summary>
/// <param name="skips">Whether they are skipped.</param>
/// <param name="log">Hears of each; <see langword="null"/>: nobody does.</param>
internal sealed class RowErrors(bool skips, IRowLog? log)
{
    private const int Shown = 10;

    private readonly List<InputError> _errors = [];
    private long _more;

    /// <summary>Takes a row.</summary>
    /// <param name="problem">Why it is no bar.</param>
    /// <param name="path">Its file.</param>
    /// <param name="line">Its line.</param>
    /// <returns>Whether it is skipped.</returns>
    /// <exception cref="InputException">Other rows must have the same problem.</exception>
    public bool Skip(RowProblem problem, string path, int line)
    {
        if (problem.IsOfWholeFile)
            throw new InputException(problem.At(path, line));
        log?.Add(problem, new SourcePosition(path, line));
        if (skips)
            return true;
        if (_errors.Count < Shown)
            _errors.Add(problem.At(path, line));
        else
            _more++;
        return false;
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
