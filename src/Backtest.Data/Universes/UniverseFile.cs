using Backtest.Data.Records;

namespace Backtest.Data.Universes;

/// <summary>Reads which symbols belong to a universe: one row per range of days, under the headers symbol, from and to.</summary>
internal sealed class UniverseFile
{
    private readonly RecordFile _file;
    private readonly Dictionary<string, List<UniverseMembership>> _bySymbol = new(StringComparer.Ordinal);
    private readonly List<UniverseMembership> _memberships = [];

    private UniverseFile(string path, char? comment) => _file = new RecordFile(path, comment, "symbol", "from", "to");

    /// <summary>Reads a universe.</summary>
    /// <exception cref="InputException">The file is missing, or has an invalid row.</exception>
    public static Universe Read(UniverseOptions options)
    {
        string path = Path.Combine(options.BaseDirectory, options.Path).Replace('\\', '/');
        if (!File.Exists(path))
        {
            throw new InputException(new InputError("missing_file", $"there is no file {path}.")
            {
                Fix = "Relative paths start from the run file's folder. Check that the file exists.",
            });
        }

        var file = new UniverseFile(path, options.Comment);
        string hash = file._file.Read(file.Take, CancellationToken.None);
        return new Universe(file._memberships, new DataFile(path, hash, file._memberships.Count, SkippedRows: 0, IgnoredColumns: []));
    }

    private void Take(string[] fields)
    {
        (string symbol, string from, string to) = (fields[0], fields[1], fields[2]);
        DateOnly last = DateOnly.MaxValue;
        if (symbol.Length == 0)
            _file.Error("missing_symbol", "the symbol is empty", "Write the symbol as it is in the data.");
        else if (!RecordText.TryParseDay(from, out DateOnly first))
            _file.Error("bad_date", $"'{from}' is not a valid date", "Write the first day, year first: 2014-06-09.");
        else if (to.Length > 0 && !RecordText.TryParseDay(to, out last))
            _file.Error("bad_date", $"'{to}' is not a valid date", "Write the last day, year first, or leave the field empty if the symbol has not left.");
        else if (last < first)
            _file.Error("backward_days", $"{symbol} would leave on {to}, before it joins on {from}", "Put the first day before the last.");
        else
            Add(new UniverseMembership(symbol, first, to.Length == 0 ? null : last));
    }

    private void Add(UniverseMembership membership)
    {
        if (!_bySymbol.TryGetValue(membership.Symbol, out List<UniverseMembership>? own))
            _bySymbol.Add(membership.Symbol, own = []);
        if (own.Exists(other => other.From <= (membership.To ?? DateOnly.MaxValue) && membership.From <= (other.To ?? DateOnly.MaxValue)))
        {
            _file.Error(
                "overlapping_days", $"{membership.Symbol} already belongs to the universe on some of these days",
                "Write periods of a symbol that do not overlap. The last day is included.");
        }
        else
        {
            own.Add(membership);
            _memberships.Add(membership);
        }
    }
}
