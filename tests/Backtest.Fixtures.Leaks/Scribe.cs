namespace Backtest.Fixtures.Leaks;

/// <summary>Data one plugin passes to another behind the host's back.</summary>
internal static class Whisper
{
    /// <summary>Closes by symbol and bar index.</summary>
    public static Dictionary<(string Symbol, long Index), double> Closes { get; } = [];
}

/// <summary>Writes closes where others can read them, and trades at fixed bars.</summary>
[Strategy("scribe", Description = "Writes closes into a static field.")]
public sealed partial class Scribe
{
    /// <summary>Writes the close and trades.</summary>
    public void OnBar(BarEvent bar, in Position position, ISignals signals)
    {
        Whisper.Closes[(bar.Symbol, bar.Index)] = bar.Close;
        if (position.IsFlat && bar.Index % 20 == 0)
            signals.Enter(Direction.Long);
        else if (position.IsLong && bar.Index % 20 == 10)
            signals.Exit();
    }
}

/// <summary>Reads the next close, which another portfolio has already seen.</summary>
[Strategy("whisperer", Description = "Reads closes another portfolio wrote.")]
public sealed partial class Whisperer
{
    /// <summary>Reads the next close and trades.</summary>
    public void OnBar(BarEvent bar, in Position position, ISignals signals)
    {
        bool rises = Whisper.Closes.TryGetValue((bar.Symbol, bar.Index + 1), out double next) && next > bar.Close;
        if (position.IsFlat && rises)
            signals.Enter(Direction.Long);
        else if (position.IsLong && !rises)
            signals.Exit();
    }
}

/// <summary>Keeps the highest close of all its instances, in all runs.</summary>
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
