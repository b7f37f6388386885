using Backtest.Abstractions.Runtime;

namespace Backtest.Engine;

/// <summary>The regimes of one instrument, for each row of the current chunk.</summary>
internal sealed class RegimeColumn(BarSeries series) : RegimeEmitter
{
    /// <summary>The state before a classifier is trained, or where it is not confident enough.</summary>
    public const int Unknown = -1;

    /// <summary>How far from 1 the sum of probabilities may be, to allow for rounding.</summary>
    private const double SumTolerance = 1e-6;

    private int[] _states = [];
    private double[] _confidences = [];
    private double[] _probabilities = [];
    private bool[] _hasProbabilities = [];
    private int _stateCount;
    private int _next;

    /// <summary>The bars classified.</summary>
    public BarSeries Series { get; } = series;

    /// <summary>The state at the last row before the chunk.</summary>
    public int PreviousState { get; private set; } = Unknown;

    /// <summary>The probability of that state.</summary>
    public double PreviousConfidence { get; private set; }

    /// <summary>The state at a row; an index, or <see cref="Unknown"/>.</summary>
    public int State(int row) => _states[row];

    /// <summary>The states at some rows.</summary>
    public ReadOnlySpan<int> States(int from, int to) => _states.AsSpan(from, to - from);

    /// <summary>The probability of the state at a row.</summary>
    public double Confidence(int row) => _confidences[row];

    /// <summary>The probability of each state at a row; empty if the classifier set none.</summary>
    public ReadOnlySpan<double> Probabilities(int row) =>
        _hasProbabilities[row] ? _probabilities.AsSpan(row * _stateCount, _stateCount) : [];

    /// <summary>Sets the number of states, once the classifier has named them.</summary>
    public void Expect(int states) => _stateCount = states;

    /// <summary>Makes room for the chunk's rows.</summary>
    public void Begin()
    {
        if (_next > 0)
        {
            PreviousState = _states[_next - 1];
            PreviousConfidence = _confidences[_next - 1];
        }

        if (_states.Length < Series.Count)
        {
            int capacity = Math.Max(Series.Count, _states.Length * 2);
            Array.Resize(ref _states, capacity);
            Array.Resize(ref _confidences, capacity);
            Array.Resize(ref _probabilities, capacity * _stateCount);
            Array.Resize(ref _hasProbabilities, capacity);
        }

        _next = 0;
    }

    /// <summary>Fills the rows for which the classifier set no state with the state before them.</summary>
    public void Complete() => CarryTo(Series.Count);

    public override void Set(int state, double confidence)
    {
        if (state < Unknown || state >= _stateCount)
            throw new ArgumentOutOfRangeException(nameof(state), state, $"a state must be −1 (unknown) or an index below {_stateCount}");
        if (!(confidence is >= 0 and <= 1))
            throw new ArgumentOutOfRangeException(nameof(confidence), confidence, "a confidence must be from 0 to 1");
        CarryTo(Row);
        _states[Row] = state;
        _confidences[Row] = confidence;
        _hasProbabilities[Row] = false;
        _next = Row + 1;
    }

    public override void Set(int state, double confidence, ReadOnlySpan<double> probabilities)
    {
        if (probabilities.Length != _stateCount)
            throw new ArgumentException($"{probabilities.Length} probabilities for {_stateCount} states", nameof(probabilities));
        RequireDistribution(probabilities);
        Set(state, confidence);
        probabilities.CopyTo(_probabilities.AsSpan(Row * _stateCount));
        _hasProbabilities[Row] = true;
    }

    private static void RequireDistribution(ReadOnlySpan<double> probabilities)
    {
        double sum = 0;
        foreach (double probability in probabilities)
        {
            if (!(probability is >= 0 and <= 1))
                throw new ArgumentOutOfRangeException(nameof(probabilities), probability, "a probability must be from 0 to 1");
            sum += probability;
        }

        if (Math.Abs(sum - 1) > SumTolerance)
            throw new ArgumentException($"the probabilities of all states must sum to 1; found {sum}", nameof(probabilities));
    }

    private void CarryTo(int row)
    {
        for (; _next < row; _next++)
        {
            _states[_next] = _next > 0 ? _states[_next - 1] : PreviousState;
            _confidences[_next] = _next > 0 ? _confidences[_next - 1] : PreviousConfidence;
            _hasProbabilities[_next] = false;
        }
    }
}
