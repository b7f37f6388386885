namespace Backtest.Fixtures.Leaks;

/// <summary>Reads the whole data file itself.</summary>
[Strategy("file-reader", Description = "Reads the data file by itself.")]
public sealed partial class FileReader
{
    private string[] _lines = [];

    /// <summary>The file.</summary>
    [Parameter(Description = "The file.")]
    public string Path { get; init; } = "";

    /// <summary>Reads the file.</summary>
    public void OnStart(in StartContext context) => _lines = File.Exists(Path) ? File.ReadAllLines(Path) : [];

    /// <summary>Decides.</summary>
    public void OnBar(BarEvent bar, in Position position, ISignals signals)
    {
        bool wants = bar.Index + 2 < _lines.Length && string.CompareOrdinal(_lines[bar.Index + 2], _lines[bar.Index + 1]) > 0;
        if (position.IsFlat && wants)
            signals.Enter(Direction.Long);
        else if (position.IsLong && !wants)
            signals.Exit();
    }
}
