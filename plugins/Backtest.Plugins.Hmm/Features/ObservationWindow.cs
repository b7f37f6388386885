namespace Backtest.Plugins.Hmm;

/// <summary>
/// The observations to learn from, oldest first, with the log return of each observation's bar. The buffers double when they are full; a rolling
/// window is moved to the front of its buffers instead, so adding allocates nothing and has the same average cost.
/// </summary>
/// <param name="features">The number of features of an observation.</param>
/// <param name="limit">The maximum number of observations to hold; <see langword="null"/> for no limit.</param>
internal sealed class ObservationWindow(int features, int? limit)
{
    private const int FirstCapacity = 1024;

    private double[] _observations = new double[(limit * 2 ?? FirstCapacity) * features];
    private double[] _returns = new double[limit * 2 ?? FirstCapacity];
    private int _first;
    private int _end;

    public int Count => _end - _first;

    public ReadOnlySpan<double> Observations => _observations.AsSpan(_first * features, Count * features);

    public ReadOnlySpan<double> Returns => _returns.AsSpan(_first, Count);

    public void Add(ReadOnlySpan<double> observation, double logReturn)
    {
        if (_end == _returns.Length)
            MakeRoom();
        observation.CopyTo(_observations.AsSpan(_end * features));
        _returns[_end] = logReturn;
        _end++;
        if (Count > limit)
            _first++;
    }

    private void MakeRoom()
    {
        if (_first == 0)
        {
            Array.Resize(ref _observations, _observations.Length * 2);
            Array.Resize(ref _returns, _returns.Length * 2);
            return;
        }

        int count = Count;
        Observations.CopyTo(_observations);
        Returns.CopyTo(_returns);
        (_first, _end) = (0, count);
    }
}
