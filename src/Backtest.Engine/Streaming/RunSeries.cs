using Backtest.Abstractions.Runtime;

namespace Backtest.Engine;

/// <summary>
/// The series of a run: the finest bars of each instrument, and those of higher timeframes requested while the tree is built. Series that the source
/// has are read; others are built from the finest.
/// </summary>
public sealed class RunSeries
{
    private const int MostDays = 3660;

    private readonly Dictionary<(string Symbol, Timeframe Timeframe), SourceSeries> _offered;
    private readonly List<HigherSeries> _higher;
    private readonly SortedSet<int> _asked = []; // by index: the series that were requested here

    /// <summary>Creates the series of a run, without any of a higher timeframe yet.</summary>
    /// <param name="finest">The finest bars of each instrument, by the index of the instruments.</param>
    /// <param name="offered">The series that the source has.</param>
    public RunSeries(IReadOnlyList<BarSeries> finest, IReadOnlyList<SourceSeries> offered)
    {
        Finest = finest;
        _higher = [];
        _offered = offered.DistinctBy(series => (series.Symbol, series.Timeframe)).ToDictionary(series => (series.Symbol, series.Timeframe));
    }

    private RunSeries(RunSeries shared)
    {
        Finest = shared.Finest;
        _higher = shared._higher;
        _offered = shared._offered;
    }

    /// <summary>The finest bars of each instrument, by the index of the instruments.</summary>
    public IReadOnlyList<BarSeries> Finest { get; }

    /// <summary>The bars of higher timeframes, in the order they were requested; their indexes follow those of the finest.</summary>
    internal IReadOnlyList<HigherSeries> Higher => _higher;

    /// <summary>The higher series that were requested here, by their indexes.</summary>
    internal IReadOnlyCollection<int> Asked => _asked;

    /// <summary>The same series for one of several requesters, independent of what the others request.</summary>
    internal RunSeries Share() => new(this);

    /// <summary>Repeats the requests of another requester.</summary>
    internal void AskLike(RunSeries other) => _asked.UnionWith(other._asked);

    /// <summary>An instrument's bars of a timeframe; <see langword="null"/> for the finest.</summary>
    /// <exception cref="InputException">The timeframe cannot be built from the finest bars.</exception>
    public BarSeries Find(Instrument instrument, Timeframe? timeframe)
    {
        BarSeries finest = Finest[instrument.Index];
        if (timeframe is not { } wanted || wanted == finest.Timeframe)
            return finest;
        if (_higher.Find(series => series.Bars.Instrument.Index == instrument.Index && series.Bars.Timeframe == wanted) is { } known)
        {
            _asked.Add(known.Bars.Index);
            return known.Bars;
        }

        if (Problem(instrument, wanted) is { } problem)
            throw new InputException(problem);
        HigherSeries added = Create(finest, wanted);
        _higher.Add(added);
        _asked.Add(added.Bars.Index);
        return added.Bars;
    }

    /// <summary>The source series of the finest bars of an instrument; bars in memory are from a market that never closes.</summary>
    internal SourceSeries Source(BarSeries finest) =>
        Offered(finest.Instrument, finest.Timeframe)
        ?? new SourceSeries(finest.Instrument.Symbol, finest.Timeframe, finest.HasVolume, finest.Count, EveryDayCalendar.Utc);

    /// <summary>The end of the first incomplete bar, UTC ticks; <see cref="long.MaxValue"/> if there is none.</summary>
    internal long PendingEnd
    {
        get
        {
            long end = long.MaxValue;
            foreach (HigherSeries series in _higher)
                end = Math.Min(end, series.Resampler?.PendingEnd ?? long.MaxValue);
            return end;
        }
    }

    /// <summary>Builds bars of higher timeframes from the finest bars available.</summary>
    /// <param name="time">The end of the last available bar of any series, UTC ticks: bars that end after it are not complete.</param>
    public void Resample(long time)
    {
        foreach (HigherSeries series in _higher)
            series.Resampler?.Take(time);
    }

    /// <summary>Why a timeframe cannot be built from an instrument's bars; <see langword="null"/> if it can.</summary>
    internal InputError? Problem(Instrument instrument, Timeframe timeframe)
    {
        Timeframe finest = Finest[instrument.Index].Timeframe;
        if (timeframe == finest || Offered(instrument, timeframe) is not null)
            return null;
        bool isOfDays = timeframe.IsOfDays;
        long longest = (isOfDays ? MostDays : 1) * Timeframe.Day.Ticks;
        if (timeframe.Count > longest / new Timeframe(1, timeframe.Unit).Ticks)
        {
            return Error(
                $"{timeframe} is too long for a bar",
                isOfDays ? "Use bars of at most ten years." : "Write lengths of more than a day in days (d), weeks (w), months (mo) or quarters (q).");
        }

        if (timeframe.IsMadeUpOf(finest))
            return null;
        return Error(
            $"bars of {timeframe} cannot be made from the bars of '{instrument.Symbol}', which are of {finest}",
            $"Use a timeframe that is a multiple of {finest}, or data of {timeframe} or finer.");
    }

    private HigherSeries Create(BarSeries finest, Timeframe timeframe)
    {
        SourceSeries? offered = Offered(finest.Instrument, timeframe);
        var bars = new BarSeries(
            finest.Instrument, timeframe, Finest.Count + _higher.Count, offered?.HasVolume ?? finest.HasVolume, offered?.HasQuotes ?? false);
        return new HigherSeries(
            bars, offered is null ? new Resampler(finest, bars, new BucketGrid(Source(finest).Calendar, timeframe)) : null);
    }

    private SourceSeries? Offered(Instrument instrument, Timeframe timeframe) => _offered.GetValueOrDefault((instrument.Symbol, timeframe));

    private static InputError Error(string message, string fix) => new("timeframe", message) { Fix = fix };
}
