using Backtest.Abstractions.Runtime;

namespace Backtest.Data.Catalog.Importing;

/// <summary>Writes one series beside the catalog's and moves it into place once it is complete.</summary>
internal sealed class SeriesWriter : IDisposable
{
    private const int RowsPerGroup = 1 << 16;

    private readonly CatalogFolder _folder;
    private readonly SourceSeries _series;
    private readonly int _generation;
    private readonly string? _calendarFile;
    private readonly string _staging;
    private readonly BarSeries _bars;
    private readonly List<CatalogFile> _files = [];
    private BarFileWriter? _file;
    private string _fileName = "";
    private long _first;
    private long _last;
    private double _volume;

    /// <summary>Begins a series.</summary>
    /// <param name="folder">The catalog.</param>
    /// <param name="series">The series.</param>
    /// <param name="generation">How many times it was written, including this time.</param>
    /// <param name="calendarFile">The file of its calendar, or <see langword="null"/> if the calendar is known by name.</param>
    public SeriesWriter(CatalogFolder folder, SourceSeries series, int generation, string? calendarFile)
    {
        _folder = folder;
        _series = series;
        _generation = generation;
        _calendarFile = calendarFile;
        _staging = folder.Stage(series.Symbol, series.Timeframe);
        _bars = new BarSeries(new Instrument { Symbol = series.Symbol }, series.Timeframe, index: 0, series.HasVolume, series.HasQuotes);
    }

    /// <summary>The number of bars not yet written.</summary>
    public int Waiting => _bars.Count;

    /// <summary>Takes bars that follow those before.</summary>
    /// <exception cref="InputException">The catalog cannot be written, or the bars are not in the order of their starts.</exception>
    public void Take(BarSeries bars)
    {
        for (int row = 0; row < bars.Count;)
        {
            string name = CatalogLayout.FileName(_series.Timeframe, bars.Day[row], _generation);
            if (name != _fileName)
                BeginFile(name);
            int end = row + 1;
            while (end < bars.Count && (bars.Day[end] == bars.Day[end - 1] || CatalogLayout.FileName(_series.Timeframe, bars.Day[end], _generation) == name))
                end++;
            int length = Math.Min(end - row, RowsPerGroup - _bars.Count);
            Pass(bars, row, length);
            _bars.Append(bars, row, length);
            row += length;
            if (_bars.Count == RowsPerGroup)
                Flush();
        }
    }

    /// <summary>Writes the waiting bars, however few.</summary>
    public void Flush()
    {
        if (_bars.Count == 0)
            return;
        _file ??= new BarFileWriter(Path.Combine(_staging, _fileName), _series);
        _file.Write(_bars, 0, _bars.Count);
        _bars.Advance();
    }

    /// <summary>Completes the series.</summary>
    /// <param name="timeZone">The zone of its trading days.</param>
    /// <param name="actions">Splits and dividends of its symbol.</param>
    /// <param name="origin">What it was imported from.</param>
    /// <exception cref="InputException">The catalog cannot be written.</exception>
    public CatalogSeries Complete(string timeZone, IReadOnlyList<CorporateAction> actions, SeriesOrigin origin)
    {
        EndFile();
        var series = new CatalogSeries
        {
            Symbol = _series.Symbol,
            Timeframe = _series.Timeframe,
            HasVolume = _series.HasVolume,
            TimeZone = timeZone,
            Calendar = _series.Calendar.Name,
            CalendarFile = _calendarFile,
            Generation = _generation,
            HasQuotes = _series.HasQuotes,
            First = new DateTime(_first, DateTimeKind.Utc),
            Last = new DateTime(_last, DateTimeKind.Utc),
            Volume = _series.HasVolume ? _volume : 0,
            Files = _files,
            Actions = actions,
            Adjustments = _series.Adjustments,
            HasUnknownAdjustment = _series.HasUnknownAdjustment,
            Origin = origin,
            Folder = _folder.Place(_series.Symbol, _series.Timeframe),
        };
        CatalogFolder.Guard(_staging, () => SeriesIndex.Write(_staging, series));
        return series;
    }

    /// <summary>Moves the completed series into place.</summary>
    /// <exception cref="InputException">The catalog cannot be written.</exception>
    public void Commit() => _folder.Commit(_series.Symbol, _series.Timeframe);

    /// <inheritdoc/>
    public void Dispose() => _file?.Dispose();

    private void Pass(BarSeries bars, int from, int count)
    {
        if (_first == 0)
            _first = bars.Start[from];
        foreach (double volume in bars.Volume.AsSpan(from, count))
            _volume += volume;
        _last = bars.Start[from + count - 1];
    }

    private void BeginFile(string name)
    {
        EndFile();
        if (_files.Exists(file => file.Name == name))
            throw new InvalidOperationException($"The bars of {_series.Symbol} return to {name}: they are not in the order of their days.");
        _fileName = name;
    }

    private void EndFile()
    {
        Flush();
        if (_file is null)
            return;
        _files.Add(_file.Complete());
        _file.Dispose();
        _file = null;
    }
}
