namespace Backtest.Fixtures.Leaks;

/// <summary>What one plugin tells another behind the host's back.</summary>
internal static class Whisper
{
    /// <summary>Closes by the index of their bar.</summary>
    public static Dictionary<(string Symbol, long Index), double> Closes { get; } = [];
}

/// <summary>Writes closes where others can read them, and trades by rote.</summary>
[Strategy("scribe", Description = "Writes closes into a static field.")]
public sealed partial class Scribe
{
    /// <summary>Writes.</summary>
    public void OnBar(BarEvent bar, in Position position, ISignals signals)
    {
        Whisper.Closes[(bar.Symbol, bar.Index)] = bar.Close;
        if (position.IsFlat && bar.Index % 20 == 0)
            signals.Enter(Direction.Long);
        else if (position.IsLong && bar.Index % 20 == 10)
            signals.Exit();
    }
}

/// <summary>Reads the next close, which another portfolio has seen already.</summary>
[Strategy("whisperer", Description = "Reads closes another portfolio wrote.")]
public sealed partial class Whisperer
{
    /// <summary>Reads.</summary>
    public void OnBar(BarEvent bar, in Position position, ISignals signals)
    {
        bool rises = Whisper.Closes.TryGetValue((bar.Symbol, bar.Index + 1), out double next) && next > bar.Close;
        if (position.IsFlat && rises)
            signals.Enter(Direction.Long);
        else if (position.IsLong && !rises)
            signals.Exit();
    }
}

/// <summary>The highest close of all its instances, in all runs.</summary>
[Classifier("static-classifier", Description = "Keeps the highest close of all its instances.")]
public sealed partial class StaticClassifier
{
    private static double s_high;

    /// <summary>The names of the states.</summary>
    public IReadOnlyList<string> States { get; } = ["below", "high"];

    /// <summary>Decides.</summary>
    public void OnBar(BarEvent bar, IRegimes regimes)
    {
        s_high = Math.Max(s_high * 0.999, bar.Close);
        regimes.Set(bar.Close >= s_high ? 1 : 0, confidence: 1);
    }
}
