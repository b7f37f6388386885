using Backtest.Abstractions.Runtime;
using Backtest.Engine;

namespace Backtest.Research;

/// <summary>Records the regimes of a classifier.</summary>
internal sealed class ClassifierTrace
{
    private readonly RunTrace _trace;
    private readonly ClassifierDescription _classifier;
    private readonly RowNames _names;
    private readonly TracePlace _place;
    private readonly EventStream _regimes;
    private readonly Dictionary<(string? Symbol, int State), ValueStream<double>> _probabilities = [];

    public ClassifierTrace(RunTrace trace, RunPlaces places, ClassifierDescription classifier)
    {
        _trace = trace;
        _classifier = classifier;
        _names = RowNames.OfClassifier(classifier);
        _place = new TracePlace(TraceStage.Regime, classifier.Name, PluginKind.Classifier, places.ClassifierOf(classifier.Name), "regimes");
        _regimes = trace.EventsAt(_place);
    }

    /// <summary>Records the regimes of a chunk.</summary>
    public void Take(ClassifierJournal journal)
    {
        foreach (ref readonly RegimeRecord row in journal.Regimes.Span)
        {
            _regimes.Events.Add(new TraceEvent(row.Time, row.Symbol ?? _classifier.Reference, RowText.Of(row, _names))
            {
                Decision = _names.State(row.StateIndex),
            });
        }

        foreach (ref readonly RegimeProbabilityRecord row in journal.Probabilities.Span)
            Probabilities(row.Symbol, row.StateIndex).Add([row.Time], [row.Probability]);
    }

    private ValueStream<double> Probabilities(string? symbol, int state)
    {
        if (_probabilities.TryGetValue((symbol, state), out ValueStream<double>? values))
            return values;
        string name = _names.State(state);
        TracePlace place = _place with { Detail = $"probability of {name} {symbol}" };
        values = _trace.ValuesAt<double>(place, $"probability of {name}", symbol ?? _classifier.Reference);
        _probabilities.Add((symbol, state), values);
        return values;
    }
}
