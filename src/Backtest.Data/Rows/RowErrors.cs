using System.Globalization;

namespace Backtest.Data.Rows;

/// <summary>Handles invalid rows: either skips them, or keeps the first few as errors and counts the rest.</summary>
/// <param name="skips">Whether to skip them.</param>
/// <param name="log">Called for each, or <see langword="null"/> to ignore them.</param>
internal sealed class RowErrors(bool skips, IRowLog? log)
{
    private const int Shown = 10;
    private const int ShownOfOneCode = 3; // an error in all rows need not be repeated
    private const int FewRows = 3;
    private const int StrayShare = 20;

    private readonly List<(RowProblem Problem, string Path, int Line)> _errors = [];
    private readonly Dictionary<string, Tally> _files = new(StringComparer.Ordinal);
    private long _count;

    /// <summary>Adds an invalid row.</summary>
    /// <param name="problem">Why it is not a valid bar.</param>
    /// <param name="path">Its file.</param>
    /// <param name="line">Its line.</param>
    /// <returns>Whether it is skipped.</returns>
    /// <exception cref="InputException">The problem must affect other rows, too.</exception>
    public bool Skip(RowProblem problem, string path, int line)
    {
        if (problem.IsOfWholeFile)
            throw new InputException(problem.At(path, line));
        log?.Add(problem, new SourcePosition(path, line));
        if (!_files.TryGetValue(path, out Tally? tally))
            _files.Add(path, tally = new Tally(problem, line));
        tally.Bad++;
        _count++;
        if (!skips && _errors.Count < Shown && _errors.Count(error => error.Path == path && error.Problem.Code == problem.Code) < ShownOfOneCode)
            _errors.Add((problem, path, line));
        return skips;
    }

    /// <summary>Records how many rows a file has, including invalid ones, and what else may be the cause if many are invalid.</summary>
    public void PassFile(string path, long rows, IReadOnlyList<DataWarning> doubts)
    {
        if (_files.TryGetValue(path, out Tally? tally))
            (tally.Rows, tally.Doubts) = (rows, doubts);
    }

    /// <summary>Whether there are any that are not skipped.</summary>
    public bool HasAny => _errors.Count > 0;

    /// <summary>Throws if there are any that are not skipped.</summary>
    /// <exception cref="InputException">A row is not a valid bar.</exception>
    public void ThrowIfAny()
    {
        if (_errors.Count == 0)
            return;
        bool areStray = _errors.TrueForAll(error => _files[error.Path].IsStray);
        List<InputError> errors = [.. _errors.Select(error => error.Problem.At(error.Path, error.Line, areStray))];
        if (_count > _errors.Count)
        {
            errors.Add(new InputError(
                "more_bad_rows", string.Create(CultureInfo.InvariantCulture, $"{_count - _errors.Count:N0} more rows are invalid."))
            {
                Fix = areStray
                    ? "Fix the first ones and try again, or set data.bad_rows: skip."
                    : $"So many invalid rows suggest that the file is read incorrectly. See how it is read: backtest data info {_errors[0].Path}.",
            });
        }

        foreach (Tally tally in _files.Values.Where(tally => !tally.IsStray))
            errors.AddRange(tally.Doubts.Select(doubt => new InputError(doubt.Code, doubt.Message) { Fix = doubt.Fix }));
        throw new InputException(errors);
    }

    /// <summary>Warnings about skipped rows, file by file.</summary>
    public IEnumerable<DataWarning> Warnings()
    {
        if (!skips)
            yield break;
        foreach ((string path, Tally tally) in _files)
        {
            string share = tally.Rows == 0 ? "" : string.Create(CultureInfo.InvariantCulture, $" of {tally.Rows:N0} ({100.0 * tally.Bad / tally.Rows:0}%)");
            yield return new DataWarning(
                "rows_skipped",
                string.Create(
                    CultureInfo.InvariantCulture, $"{tally.Bad:N0} rows{share} of {path} were skipped; the first is line {tally.Line}: {tally.First.Message}"),
                tally.IsStray ? "Fix them if they matter." : $"{Sentence(tally.First.Expected)} See how the file is read: backtest data info {path}.");
        }
    }

    private static string Sentence(string text) => $"{char.ToUpperInvariant(text[0])}{text[1..]}.";

    /// <summary>The invalid rows of a file.</summary>
    private sealed class Tally(RowProblem first, int line)
    {
        public RowProblem First => first;

        public int Line => line;

        public long Bad { get; set; }

        public long Rows { get; set; }

        public IReadOnlyList<DataWarning> Doubts { get; set; } = [];

        public bool IsStray => Rows == 0 || Bad <= FewRows || Bad * StrayShare <= Rows;
    }
}
