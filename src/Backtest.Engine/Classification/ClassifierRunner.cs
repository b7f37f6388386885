using Backtest.Abstractions.Runtime;

namespace Backtest.Engine;

/// <summary>Runs one classifier over the current chunk: a node for each instrument, or one for its reference.</summary>
public sealed class ClassifierRunner
{
    private readonly ClassifierNode?[] _nodes;
    private readonly RegimeColumn?[] _columns;
    private readonly RegimeColumn?[] _bySeries;
    private readonly ClassifierRecorder _recorder;
    private CancellationToken _cancellation;

    internal ClassifierRunner(
        ClassifierDescription description, ClassifierConfig config, ClassifierNode?[] nodes, RegimeColumn?[] columns,
        ClassifierRecorder recorder)
    {
        Description = description;
        Type = config.Type;
        Timeframe = config.Timeframe;
        _nodes = nodes;
        _columns = columns;
        _bySeries = new RegimeColumn?[columns.Max(column => column?.Series.Index ?? 0) + 1];
        foreach (RegimeColumn column in columns.OfType<RegimeColumn>())
            _bySeries[column.Series.Index] = column;
        _recorder = recorder;
        Market = description.Reference is null ? null : Array.Find(columns, column => column is not null);
    }

    /// <summary>The classifier.</summary>
    public ClassifierDescription Description { get; }

    /// <summary>The plugin, as the run file names it.</summary>
    public string Type { get; }

    /// <summary>The timeframe of the bars it classifies; <see langword="null"/> for the data's own.</summary>
    public Timeframe? Timeframe { get; }

    /// <summary>The reference's column; <see langword="null"/> if each instrument has its own.</summary>
    internal RegimeColumn? Market { get; }

    /// <summary>The exception of the classifier; <see langword="null"/> if it has not thrown.</summary>
    internal Exception? Fault { get; private set; }

    /// <summary>The end of the bar at which it threw, UTC ticks; <see cref="long.MaxValue"/> if it has not.</summary>
    internal long FaultTime { get; private set; } = long.MaxValue;

    /// <summary>The nodes, by the index of their instruments.</summary>
    internal IReadOnlyList<ClassifierNode?> Nodes => _nodes;

    /// <summary>Called before the first bar.</summary>
    internal void Start(RunStart start, string path)
    {
        _cancellation = start.Cancellation;
        try
        {
            for (int i = 0; i < _nodes.Length; i++)
            {
                if (_columns[i] is { } column)
                    _nodes[i]!.OnStart(start.For(path, column.Series.Instrument, column.Series));
            }
        }
        catch (Exception exception) when (!Interruption.Is(exception, _cancellation))
        {
            Fault = exception;
            FaultTime = 0;
        }
    }

    /// <summary>Classifies every bar of the chunk.</summary>
    public void OnIndicators(in IndicatorsReady indicators)
    {
        if (Fault is null)
            Classify(indicators.Chunk);
    }

    /// <summary>The regimes at the bars of a series; <see langword="null"/> if there are none.</summary>
    internal RegimeColumn? Column(int series) => series < _bySeries.Length ? _bySeries[series] : null;

    private void Classify(BarChunk chunk)
    {
        for (int s = 0; s < _nodes.Length; s++)
        {
            if (_nodes[s] is { } node && _columns[s] is { } column)
                Run(node, column);
        }

        _recorder.Record(chunk, this);
    }

    private void Run(ClassifierNode node, RegimeColumn column)
    {
        BarSeries series = column.Series;
        column.Begin();
        column.Row = 0;
        (int rows, Exception? fault) = IndicatorFaults.First(node.Columns, series);
        try
        {
            node.Run(0, rows);
        }
        catch (Exception exception) when (!Interruption.Is(exception, _cancellation))
        {
            fault = exception;
            rows = column.Row;
        }

        column.Complete();
        if (fault is null || series.End[rows] >= FaultTime)
            return;
        Fault = fault;
        FaultTime = series.End[rows];
    }
}
